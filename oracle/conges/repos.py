"""The rest of a mother, day by day: legal window, actual cessation, pathological rest, losses.

This module decides nothing of its own: it brings documents to the rules of ``famille``, in order.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import jours, suites
from oracle.conges.absences import (
    jours_d_arret,
    jours_de_conge,
    premiere_absence,
    regime,
    reprise_du_conge,
    trop_court,
)
from oracle.conges.fenetre import avec_le_reliquat, fenetre_legale, naissance_de, ouvre_la_maternite
from oracle.conges.modele import Conditions, Fenetre, JourDeConge, Plan
from oracle.decompte import Motif
from oracle.dossier.arrets import AvisArret
from oracle.dossier.famille import Grossesse
from oracle.faits import Faits
from oracle.famille import duree, independants, montant, ouverture, pathologie, perte
from oracle.loi import Sujet, appliquer, au_sujet_de


def plans_de_maternite(faits: Faits) -> list[Plan]:
    """The rests of the mother the file is about, and the pathological rests that precede them."""
    arrets = jours_d_arret(faits)
    trouves: list[Plan] = []
    for grossesse in faits.grossesses:
        conges = [c for c in faits.conges if c.risque == "maternite" and c.grossesse == grossesse.grossesse]
        nom = conges[0].conge if conges else None
        with au_sujet_de(Sujet(nom, None, {"debut_arret": grossesse.accouchement_prevu})):
            naissance = naissance_de(faits, grossesse.grossesse)
            fenetre = fenetre_legale(grossesse, naissance, tuple(arrets) if conges else ())
            pathologiques = _jours_pathologiques(faits, grossesse, fenetre, arrets)
            trouves += _plans_pathologiques(faits, fenetre, pathologiques, arrets)
            if conges:
                repos = _situer(faits, fenetre, jours_de_conge(conges), arrets, pathologiques)
                trouves.append(_plan_du_repos(repos))
    return trouves


@dataclass(frozen=True)
class _Repos:
    """The rest of one pregnancy: its leave, the notices around it, and the days not worked inside the legal window.

    ``conge``: the leave that claims each day; ``repris``: claimed days that come after a resumption.
    """

    faits: Faits
    conge: Mapping[date, str]
    arrets: Mapping[date, AvisArret]
    pathologiques: Mapping[date, AvisArret]
    repris: AbstractSet[date]
    fenetre: Fenetre
    cesses: Sequence[date]

    def arret(self, jour: date) -> str:
        """What prescribes a day: the leave, otherwise the notice."""
        return self.conge[jour] if jour in self.conge else self.arrets[jour].arret


def _situer(
    faits: Faits,
    fenetre: Fenetre,
    conge: Mapping[date, str],
    arrets: Mapping[date, AvisArret],
    pathologiques: Mapping[date, AvisArret],
) -> _Repos:
    repris = {
        jour
        for jour, nom in conge.items()
        if (reprise := reprise_du_conge(faits, nom)) is not None and jour >= reprise
    }
    absents = ({*conge} - repris) | {*arrets}
    entiere = avec_le_reliquat(fenetre, absents)
    cesses = [
        jour
        for jour in entiere.jours()
        if appliquer(duree.cessation_effective, jour in absents)
        and (jour in conge or appliquer(pathologie.maternite_prevaut, jour, entiere.debut))
    ]
    return _Repos(faits, conge, arrets, pathologiques, repris, entiere, cesses)


def _plan_du_repos(repos: _Repos) -> Plan:
    """The days paid if rights are open, and the days of the leave that are refused."""
    refus = _refus_du_repos(repos)
    payables = list(repos.cesses) if refus is None else []
    if refus == "enfant_non_viable" and appliquer(perte.jours_anterieurs_acquis):
        payables = [jour for jour in repos.cesses if jour < repos.fenetre.accouchement]
    retenus = {jour: JourDeConge(jour, repos.arret(jour)) for jour in payables}
    for jour, nom in repos.conge.items():
        if jour not in retenus:
            motif = _motif_du_jour(repos, jour, refus)
            retenus[jour] = JourDeConge(jour, nom, motif, _ARTICLES[motif])
    debut = min(payables, default=min(retenus))
    absence = premiere_absence(debut, repos.arrets)
    salaire_au = appliquer(montant.date_de_l_interruption, debut, absence)
    return Plan(
        risque="maternite",
        regime=regime(repos.faits),
        arrets=_certificats(repos, absence, avis_d_abord=salaire_au < debut),
        debut=debut,
        salaire_au=salaire_au,
        jours=tuple(retenus[jour] for jour in sorted(retenus)),
        conditions=_conditions(repos.fenetre, debut, [*repos.pathologiques], debut),
        fenetre=repos.fenetre,
        constat=repos.fenetre.grossesse.constat_le,
    )


def _motif_du_jour(repos: _Repos, jour: date, refus: Motif | None) -> Motif:
    if jour in repos.repris:
        return "reprise_du_travail"
    if refus == "enfant_non_viable" or (refus is not None and repos.fenetre.contient(jour)):
        return refus
    return "hors_periode_de_repos"


def _refus_du_repos(repos: _Repos) -> Motif | None:
    """What refuses the whole rest."""
    naissance = repos.fenetre.naissance
    if naissance is not None and not ouvre_la_maternite(naissance):
        return "enfant_non_viable"
    if trop_court("maternite", len(repos.cesses)):
        return "cessation_insuffisante"
    if regime(repos.faits) == "independant":
        apres = sum(1 for jour in repos.cesses if jour >= repos.fenetre.accouchement)
        if not appliquer(independants.six_semaines_apres_la_naissance, apres):
            return "cessation_insuffisante"
    return None


def _certificats(repos: _Repos, absence: date, *, avis_d_abord: bool) -> tuple[str, ...]:
    """The names certificates may bear: the leave's, and those of the notices of the same absence."""
    fin = max(repos.fenetre.fin, absence)
    conges = tuple(dict.fromkeys(repos.conge.values()))
    avis = tuple(dict.fromkeys(a.arret for jour, a in repos.arrets.items() if absence <= jour <= fin))
    noms = appliquer(montant.attestations_du_repos, conges, avis)
    return tuple(sorted(noms, key=lambda nom: nom in conges)) if avis_d_abord else noms


_ARTICLES: Mapping[Motif, tuple[str, ...]] = {
    "enfant_non_viable": ("R331-5",),
    "cessation_insuffisante": ("L331-3",),
    "reprise_du_travail": ("L331-3",),
    "hors_periode_de_repos": ("L331-3",),
}


def _jours_pathologiques(
    faits: Faits, grossesse: Grossesse, fenetre: Fenetre, arrets: Mapping[date, AvisArret]
) -> dict[date, AvisArret]:
    """Days of rest for an illness of pregnancy that may be paid as maternity, in order."""
    candidats = [
        (jour, avis)
        for jour, avis in arrets.items()
        if appliquer(
            pathologie.malade_de_la_grossesse, avis.risque, jour, min(fenetre.debut, fenetre.accouchement)
        )
        and appliquer(pathologie.repos_prenatal_possible, jour, grossesse.constat_le)
    ]
    if regime(faits) == "independant":
        candidats = [
            (jour, avis)
            for jour, avis in arrets.items()
            if avis.risque in ("grossesse_pathologique", "suites_de_couches")
            and jour >= grossesse.constat_le
            and not fenetre.contient(jour)
        ]
        return _jours_d_une_independante(candidats, fenetre)
    return {
        jour: avis
        for rang, (jour, avis) in enumerate(candidats, start=1)
        if appliquer(pathologie.repos_pathologique, rang)
    }


def _jours_d_une_independante(
    candidats: list[tuple[date, AvisArret]], fenetre: Fenetre
) -> dict[date, AvisArret]:
    retenus: dict[date, AvisArret] = {}
    for jour, avis in candidats:
        apres = sum(1 for connu in retenus if connu >= fenetre.accouchement)
        rang_apres = apres + 1 if jour >= fenetre.accouchement else 0
        if appliquer(independants.jour_pathologique, len(retenus) + 1, rang_apres):
            retenus[jour] = avis
    return retenus


def _plans_pathologiques(
    faits: Faits,
    fenetre: Fenetre,
    pathologiques: Mapping[date, AvisArret],
    arrets: Mapping[date, AvisArret],
) -> Iterator[Plan]:
    """Each run of pathological rest has pay and ceiling of its own."""
    grossesse = fenetre.grossesse
    conges = tuple(c.conge for c in faits.conges if c.grossesse == grossesse.grossesse)
    for debut, fin in suites(pathologiques):
        siens = {jour: pathologiques[jour] for jour in jours(debut, fin)}
        absence = premiere_absence(debut, arrets)
        yield Plan(
            risque="maternite",
            regime=regime(faits),
            arrets=tuple(dict.fromkeys([*(avis.arret for avis in siens.values()), *conges])),
            debut=debut,
            salaire_au=appliquer(montant.date_de_l_interruption, debut, absence),
            jours=tuple(JourDeConge(jour, avis.arret) for jour, avis in siens.items()),
            conditions=_conditions(fenetre, debut, [*pathologiques], max(debut, fenetre.debut)),
            constat=grossesse.constat_le,
        )


def _conditions(fenetre: Fenetre, debut: date, pathologiques: list[date], repos: date) -> Conditions:
    """Rights are judged at the start of the rest or nine months before the presumed date, affiliation at that date."""
    prevu = fenetre.grossesse.accouchement_prevu
    ne_le = fenetre.naissance.date if fenetre.naissance else None
    avant = premiere_absence(repos, pathologiques or [])
    return Conditions(
        references=(debut, appliquer(ouverture.debut_du_neuvieme_mois, prevu)),
        affilie_au=appliquer(ouverture.date_d_affiliation_de_la_mere, prevu, ne_le),
        conge_le=appliquer(
            ouverture.debut_du_conge_pour_l_affiliation, repos, avant if avant < repos else None
        ),
    )
