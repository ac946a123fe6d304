"""Relations of therapeutic part-time: bounded by the loss and by the full benefit, month by month, without waiting days."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle.calendrier import nb_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.arrets import Pension
from oracle.dossier.employeur import AttestationTempsPartiel
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import (
    JourRendu,
    attestations_de_temps_partiel,
    avis_du,
    avis_ranges,
    debut_de_l_arret,
    en_euros,
    jours_d_avant,
    pieces,
    se_chevauchent,
    taux_du_jour,
    tous_les_jours,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import avec_les_pieces, changer, modifie
from properties.strategies.hasard import Hasard, parmi, selon

_SIX_MOIS = 181
_LOIN_DES_360 = 300


@dataclass(frozen=True)
class _Periode:
    """An attested period: its certificates, the loss in cents, and its days of part-time as rendered."""

    debut: date
    fin: date
    certificats: tuple[AttestationTempsPartiel, ...]
    perte: int
    jours: tuple[JourRendu, ...]

    @property
    def total(self) -> Fraction:
        """What the period is paid."""
        return sum((jour.montant for jour in self.jours), Fraction(0))


def _jours_partiels(dossier: Dossier, au: date, decompte: Decompte) -> list[JourRendu]:
    avis = avis_ranges(dossier, au)
    if se_chevauchent(avis):
        return []
    return [
        jour
        for jour in tous_les_jours(decompte)
        if (sien := avis_du(avis, jour.jour)) is not None
        and sien.modalite == "temps_partiel"
        and sien.debut <= jour.jour <= sien.fin
    ]


def _periodes(dossier: Dossier, au: date, decompte: Decompte) -> list[_Periode]:
    partiels = _jours_partiels(dossier, au, decompte)
    bornes: dict[tuple[date, date], list[AttestationTempsPartiel]] = {}
    for certificat in attestations_de_temps_partiel(dossier, au):
        bornes.setdefault((certificat.debut, certificat.fin), []).append(certificat)
    return [
        _Periode(
            debut,
            fin,
            tuple(certificats),
            sum(max(0, c.salaire_retabli - c.salaire_percu) for c in certificats),
            tuple(jour for jour in partiels if debut <= jour.jour <= fin),
        )
        for (debut, fin), certificats in sorted(bornes.items())
    ]


def _six_premiers_mois(decompte: Decompte, jour: JourRendu) -> bool:
    debut = debut_de_l_arret(decompte, jour.arret, jour.jour)
    return debut is not None and nb_jours(debut, jour.jour) <= _SIX_MOIS


def borne_du_temps_partiel(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A period is paid at most its full benefits, and at most the loss of pay."""
    ecarts, vus = [], 0
    for periode in _periodes(dossier, au, decompte):
        payes = [jour for jour in periode.jours if jour.statut == "indemnise"]
        if not payes:
            continue
        vus += 1
        if periode.total > periode.perte:
            ecarts.append(
                f"{periode.debut} au {periode.fin} : {en_euros(periode.total)}, perte {en_euros(periode.perte)}"
            )
        taux = [taux_du_jour(decompte, jour) for jour in payes]
        if all(_six_premiers_mois(decompte, jour) for jour in payes) and None not in taux:
            entieres = sum((t for t in taux if t is not None), Fraction(0))
            if periode.total > entieres:
                ecarts.append(
                    f"{periode.debut} : {en_euros(periode.total)}, indemnités entières {en_euros(entieres)}"
                )
    return selon_les_ecarts(ecarts) if vus else NON_APPLICABLE


def sans_carence(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A day of part-time is never a waiting day; a loss that is indemnified is indemnified for something."""
    partiels = _jours_partiels(dossier, au, decompte)
    if not partiels:
        return NON_APPLICABLE
    ecarts = [f"{jour.jour} : carence d'un temps partiel" for jour in partiels if jour.statut == "carence"]
    for periode in _periodes(dossier, au, decompte):
        indemnises = [jour for jour in periode.jours if jour.statut == "indemnise"]
        if indemnises and periode.perte >= len(periode.jours) and not periode.total:
            ecarts.append(
                f"{periode.debut} au {periode.fin} : rien pour une perte de {en_euros(periode.perte)}"
            )
    return selon_les_ecarts(ecarts)


def _loin_des_limites(dossier: Dossier, au: date, decompte: Decompte) -> bool:
    """One stop, no count near its end: a period changes nothing for the days around it."""
    payes = sum(jour.paye for jour in tous_les_jours(decompte))
    debuts = {d.debut for d in decompte.decisions}
    return (
        payes + len(jours_d_avant(dossier, au)) < _LOIN_DES_360
        and len(debuts) == 1
        and not pieces(dossier, au, Pension)
    )


def _une_periode(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> _Periode | None:
    if not _loin_des_limites(dossier, au, decompte):
        return None
    periodes = [p for p in _periodes(dossier, au, decompte) if p.jours]
    return parmi(hasard, periodes) if periodes else None


def _ids(dossier: Dossier, periode: _Periode) -> set[str]:
    """Every certificate of the period, in force or not."""
    bornes = (periode.debut, periode.fin)
    return {
        piece.id
        for piece in dossier.pieces
        if isinstance(piece, AttestationTempsPartiel) and (piece.debut, piece.fin) == bornes
    }


def mois_separes(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """A certificate rectified or missing changes only the days of its own period."""
    periode = _une_periode(dossier, au, decompte, hasard)
    if periode is None:
        return None
    ids = _ids(dossier, periode)
    if selon(hasard, (1, True), (1, False)):
        change = changer(dossier, ids, lambda a: modifie(a, salaire_percu=a.salaire_percu + 100_00))
    else:
        lies = {getattr(p, "remplace", None) for p in dossier.pieces}
        if ids & lies or any(getattr(p, "annule", None) in ids for p in dossier.pieces):
            return None
        change = avec_les_pieces(dossier, *(p for p in dossier.pieces if p.id not in ids))
    siens = {jour.jour for jour in periode.jours}

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        return selon_les_ecarts(memes_jours(un, autre, siens))

    return Transformation(Demande(change, au), comparer)


def perte_croissante(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """No loss, nothing; a loss beyond the benefits, the benefits in full; more pay received, never more benefit."""
    periode = _une_periode(dossier, au, decompte, hasard)
    if periode is None:
        return None
    geste = selon(hasard, (1, "aucune"), (1, "totale"), (2, "moindre"))
    indemnises = [jour for jour in periode.jours if jour.statut == "indemnise"]
    taux = [taux_du_jour(decompte, jour) for jour in indemnises]
    entier = len(indemnises) == len(periode.jours) and all(
        _six_premiers_mois(decompte, j) for j in indemnises
    )
    reduits = any(jour.motif is not None for jour in indemnises)
    if not indemnises or (geste == "totale" and (not entier or None in taux or reduits)):
        return None
    percu = {
        "aucune": lambda a: modifie(a, salaire_percu=a.salaire_retabli),
        "totale": lambda a: modifie(a, salaire_retabli=90_000_00, salaire_percu=0),
        "moindre": lambda a: modifie(a, salaire_percu=a.salaire_percu + hasard.entier(1, 200_00)),
    }[geste]
    change = changer(dossier, _ids(dossier, periode), percu)
    siens = {jour.jour for jour in periode.jours}

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        del un
        total = sum((jour.montant for jour in tous_les_jours(autre) if jour.jour in siens), Fraction(0))
        entieres = sum((t for t in taux if t is not None), Fraction(0))
        faux = {
            "aucune": total != 0,
            "totale": total != entieres,
            "moindre": total > periode.total,
        }[geste]
        dit = f"{periode.debut} au {periode.fin}, perte {geste} : {en_euros(periode.total)} puis {en_euros(total)}"
        return selon_les_ecarts([dit] if faux else [])

    return Transformation(Demande(change, au), comparer)
