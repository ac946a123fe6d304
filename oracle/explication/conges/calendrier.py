"""The calendar of a leave, as runs of days alike: what each run is, and whether it is paid. For the text and the picture.

Nothing is decided here: the runs come from the legal rest, the documents and the journal.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from oracle.calendrier import jours, plus_jours, suites
from oracle.conges.modele import Fenetre
from oracle.decompte import Motif
from oracle.explication.conges.etude import NOMS, EtudeDeConge, JourneeDeConge
from oracle.explication.etude import nombre_de

Nature = Literal[
    "pathologique",
    "prenatal",
    "avance",
    "prolonge",
    "report",
    "postnatal",
    "reporte",
    "supplement",
    "attente_de_sortie",
    "reliquat",
    "perdu",
    "hors",
    "mere",
    "obligatoire",
    "hospitalisation",
    "part",
    "mois",
    "maladie",
    "ailleurs",
]
"""What a day of the calendar is."""

Etat = Literal["paye", "refuse", "attente", "rien"]
"""Paid, refused, waiting for a document, or no day of this leave."""

LIBELLES: Mapping[Nature, str] = {
    "pathologique": "repos pathologique",
    "prenatal": "repos prénatal",
    "avance": "repos prénatal avancé",
    "prolonge": "repos prénatal prolongé jusqu'à l'accouchement",
    "report": "repos prénatal travaillé, reporté après la naissance",
    "postnatal": "repos postnatal",
    "reporte": "jours d'avant la naissance, reportés après elle",
    "supplement": "supplément pour l'enfant hospitalisé",
    "attente_de_sortie": "reprise du travail en attendant la sortie de l'enfant",
    "reliquat": "reliquat du repos, après la sortie de l'enfant",
    "perdu": "jours du repos non pris, perdus",
    "hors": "hors du repos légal",
    "mere": "jours de repos de la mère",
    "obligatoire": "jours obligatoires",
    "hospitalisation": "prolongation pour l'enfant hospitalisé",
    "part": "jours choisis",
    "mois": "mois de congé",
    "maladie": "maladie",
    "ailleurs": "jours tenus par un autre congé",
}
"""What each nature is called, without its rank."""

ETATS: Mapping[Etat, str] = {
    "paye": "payés",
    "refuse": "non payés",
    "attente": "en attente",
    "rien": "sans indemnité",
}
_DES_STATUTS: Mapping[str, Etat] = {"indemnise": "paye", "en_attente": "attente"}
_OBLIGATOIRES = ("PAT-DROIT.obligatoires", "TI-PAT.obligatoires")
_MOIS = {1: "premier", 2: "second", 3: "troisième"}
_PROLONGES = "famille.paternite.jours_d_hospitalisation"


@dataclass(frozen=True)
class Tranche:
    """Days in a row that are alike. ``rang``: of the part or of the month, from one; ``motif``: why they are refused."""

    debut: date
    fin: date
    nature: Nature
    etat: Etat
    libelle: str
    motif: Motif | None = None


@dataclass(frozen=True)
class Etendue:
    """Days in a row the law allows, taken or not: ``avant l'accouchement``, ``à partir de l'accouchement``."""

    debut: date
    fin: date
    libelle: str


@dataclass(frozen=True)
class Repere:
    """A day the calendar turns on: ``accouchement``, ``date présumée``. ``constate``: a fact, not a date reckoned."""

    jour: date
    libelle: str
    constate: bool = True


@dataclass(frozen=True)
class CalendrierDeConge:
    """A leave laid out. ``legal``: the spans the law allows, in order; none when it fixes no dates."""

    titre: str
    legal: tuple[Etendue, ...]
    reperes: tuple[Repere, ...]
    tranches: tuple[Tranche, ...]


@dataclass(frozen=True)
class _Jour:
    nature: Nature
    etat: Etat
    libelle: str
    motif: Motif | None = None


def dresser(etude: EtudeDeConge, titre: str) -> CalendrierDeConge:
    """The calendar of a leave."""
    return CalendrierDeConge(
        titre=titre,
        legal=tuple(_legal(etude)),
        reperes=tuple(sorted(_reperes(etude), key=lambda repere: repere.jour)),
        tranches=tranches(etude),
    )


def _legal(etude: EtudeDeConge) -> Iterator[Etendue]:
    """The rest of a pregnancy on each side of the delivery; nothing when no maternity is due."""
    fenetre = etude.fenetre
    if fenetre is None or any(j.decision.motif == "enfant_non_viable" for j in etude.journees):
        return
    terme = fenetre.accouchement
    if fenetre.debut < terme:
        yield Etendue(fenetre.debut, plus_jours(terme, -1), "avant l'accouchement")
    yield Etendue(terme, fenetre.fin, "à partir de l'accouchement")
    if fenetre.reliquat is not None:
        yield Etendue(*fenetre.reliquat, "après la sortie de l'enfant")


def _reperes(etude: EtudeDeConge) -> Iterator[Repere]:
    grossesse, naissance, fenetre = etude.grossesse, etude.naissance, etude.fenetre
    prevu = None if grossesse is None else grossesse.accouchement_prevu
    if naissance is not None:
        nom = "accouchement" if etude.risque == "maternite" else "naissance"
        yield Repere(naissance.date, f"{nom} à la date présumée" if naissance.date == prevu else nom)
    if prevu is not None and (naissance is None or naissance.date != prevu):
        yield Repere(prevu, "date présumée", constate=False)
    if fenetre is not None and fenetre.debut_legal != fenetre.debut and any(_legal(etude)):
        yield Repere(fenetre.debut_legal, "début légal du repos", constate=False)
    if etude.adoption is not None:
        yield Repere(etude.adoption.arrivee, "arrivée de l'enfant")
    if etude.deces is not None:
        yield Repere(etude.deces.date, "décès de la mère")
    if etude.risque == "deuil_enfant":
        yield from (Repere(d.date, "décès de l'enfant") for d in etude.faits.deces_enfants)


def tranches(etude: EtudeDeConge) -> tuple[Tranche, ...]:
    """Every run of the calendar, in order; days of no interest are left out."""
    connus = dict(_jours(etude))
    rendues = []
    rangees = sorted(connus.items())
    for (_, jour), groupe in groupby(enumerate(rangees), key=lambda x: (x[1][0].toordinal() - x[0], x[1][1])):
        siens = [quand for _, (quand, _) in groupe]
        rendues.append(Tranche(siens[0], siens[-1], jour.nature, jour.etat, jour.libelle, jour.motif))
    return tuple(rendues)


def _jours(etude: EtudeDeConge) -> Iterator[tuple[date, _Jour]]:
    tenus = {journee.jour: journee for journee in etude.journees}
    natures = _natures(etude)
    for jour in sorted({*tenus, *etude.pris, *natures, *_malades(etude)}):
        yield jour, _un_jour(etude, jour, tenus.get(jour), natures)


def _un_jour(
    etude: EtudeDeConge,
    jour: date,
    journee: JourneeDeConge | None,
    natures: Mapping[date, tuple[Nature, str]],
) -> _Jour:
    nature, libelle = natures.get(jour, ("hors", LIBELLES["hors"]))
    if journee is not None:
        decision = journee.decision
        etat = _DES_STATUTS.get(decision.statut, "refuse")
        if decision.motif == "reprise_du_travail":
            return _Jour("perdu", etat, "travail repris, jours perdus", decision.motif)
        if decision.motif == "enfant_non_viable":
            return _Jour("hors", etat, "congé demandé", decision.motif)
        return _Jour(nature, etat, libelle, decision.motif if etat == "refuse" else None)
    autre = etude.journal.get(jour)
    if autre is not None and autre.risque == "maladie":
        return _Jour("maladie", "rien", LIBELLES["maladie"])
    if autre is not None:
        return _Jour("ailleurs", "rien", f"jours tenus par un {NOMS[autre.risque]}")
    if nature in ("report", "attente_de_sortie", "mere"):
        return _Jour(nature, "rien", libelle)
    return _Jour("perdu", "rien", LIBELLES["perdu"])


def _malades(etude: EtudeDeConge) -> Iterator[date]:
    """Days of sickness between the first and the last of a leave."""
    yield from (
        jour
        for jour, decide in etude.journal.items()
        if decide.risque == "maladie" and etude.debut <= jour <= etude.fin
    )


def _natures(etude: EtudeDeConge) -> Mapping[date, tuple[Nature, str]]:
    """What each day would be, were it taken."""
    match etude.risque:
        case "maternite":
            return {jour: (nature, LIBELLES[nature]) for jour, nature in _du_repos(etude)}
        case "maternite_mere_decedee":
            return {jour: (nature, LIBELLES[nature]) for jour, nature in _du_survivant(etude)}
        case "paternite":
            return dict(_du_pere(etude))
        case "naissance_supplementaire":
            return {
                j.jour: ("mois", f"{_MOIS.get(j.fait.mois, f'{j.fait.mois}e')} mois") for j in etude.journees
            }
        case _:
            return dict(_des_parts(etude))


def _du_repos(etude: EtudeDeConge) -> Iterator[tuple[date, Nature]]:
    """The mother's: pathological rest, then each day of the legal rest and what was moved of it."""
    for partie in etude.parties:
        if partie.pathologique:
            yield from ((journee.jour, "pathologique") for journee in partie.journees)
    fenetre = etude.fenetre
    if fenetre is None:
        return
    if fenetre.report and fenetre.debut_legal < fenetre.debut:
        yield from ((j, "report") for j in jours(fenetre.debut_legal, plus_jours(fenetre.debut, -1)))
    yield from ((jour, nature_d_un_jour(fenetre, jour)) for jour in fenetre.jours())
    if fenetre.reliquat is not None:
        reprise, sortie = plus_jours(fenetre.fin, 1), fenetre.reliquat[0]
        yield from ((jour, "attente_de_sortie") for jour in jours(reprise, plus_jours(sortie, -1)))


def nature_d_un_jour(fenetre: Fenetre, jour: date) -> Nature:
    """What a day of the legal rest is: before the delivery, after it, or moved from one side to the other."""
    terme = fenetre.accouchement
    if fenetre.reliquat is not None and jour >= fenetre.reliquat[0]:
        return "reliquat"
    if jour < terme:
        if jour < fenetre.debut_legal:
            return "avance"
        return "prolonge" if jour >= fenetre.grossesse.accouchement_prevu else "prenatal"
    apres_le_supplement = plus_jours(terme, fenetre.supplement)
    if jour < apres_le_supplement:
        return "supplement"
    avance = fenetre.avance if fenetre.debut < terme else 0
    return "postnatal" if jour < plus_jours(apres_le_supplement, fenetre.duree.apres - avance) else "reporte"


def _du_survivant(etude: EtudeDeConge) -> Iterator[tuple[date, Nature]]:
    """The rest of a dead mother: her days, then what the other parent may take of it."""
    fenetre = etude.fenetre
    if fenetre is None:
        return
    premier = etude.demandes.dernier("famille.deuil.premier_jour_du_survivant")
    for jour in fenetre.jours():
        if premier is not None and jour < premier:
            yield jour, "mere"
        else:
            yield jour, nature_d_un_jour(fenetre, jour)


def _du_pere(etude: EtudeDeConge) -> Iterator[tuple[date, tuple[Nature, str]]]:
    """The compulsory days, those that go on while the child is in hospital, then the parts the father chose."""
    pris = sorted(etude.pris)
    obligatoires = etude.demandes.seuils(*_OBLIGATOIRES)
    if not obligatoires:
        yield from ((jour, ("part", "congé")) for jour in pris)
        return
    nombre = int(nombre_de(obligatoires[-1].borne))
    parts = suites(pris)
    premiers = list(jours(*parts[0]))
    prolonges = max(0, min(etude.demandes.dernier(_PROLONGES) or 0, len(premiers) - nombre))
    for jour in premiers[:nombre]:
        yield jour, ("obligatoire", LIBELLES["obligatoire"])
    for jour in premiers[nombre : nombre + prolonges]:
        yield jour, ("hospitalisation", LIBELLES["hospitalisation"])
    libres = premiers[nombre + prolonges :]
    fractions = [*([libres] if libres else []), *(list(jours(*part)) for part in parts[1:])]
    for rang, fraction in enumerate(fractions, start=1):
        for jour in fraction:
            yield jour, ("part", f"{_ordinal(rang)} fraction choisie")


def _des_parts(etude: EtudeDeConge) -> Iterator[tuple[date, tuple[Nature, str]]]:
    """Adoption and mourning: the leave itself, part by part when it is taken in several."""
    parts = suites(sorted(etude.pris))
    for rang, (debut, fin) in enumerate(parts, start=1):
        libelle = "congé" if len(parts) == 1 else f"{_ordinal(rang)} fraction"
        for jour in jours(debut, fin):
            yield jour, ("part", libelle)


def _ordinal(rang: int) -> str:
    return "1re" if rang == 1 else f"{rang}e"
