"""What else is to be known of paid days: minimum, half, condition, pensioner's count, additional year."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from oracle.calendrier import en_francais
from oracle.explication.etude import Demandes, Etude, Journee, jour_de, nombre_de
from oracle.explication.langue import euros, intervalle
from oracle.explication.refus import ANNEE_DE_PLUS, PERIODE_ALD, QUOTA, fin_de_l_affection, servies
from oracle.explication.temps_partiel import a_temps_partiel
from oracle.legislation import tables
from oracle.loi import Rencontre

_MINIMUM = "MAL-MIN.minimum"
_RETRAITE = "MAL-RETRAITE.maximum"
_PROGRESSIVE = "MAL-RETRAITE.progressive"
_PENSION_MILITAIRE = "MAL-PMI.trois_ans"
_MOITIE = "controles.moitie"
_PENSION = "pension_invalidite_minimale"


def situation(journee: Journee) -> tuple[object, ...]:
    """What the precisions of a paid day rest on: days that differ in it are not told together."""
    demandes, moitie = journee.demandes, journee.demandes.dernier_appel(_MOITIE)
    return (
        journee.fait.nature == "ponte",
        journee.fait.avis.ald is not None,
        *(_franchi(demandes, nom) for nom in (PERIODE_ALD, QUOTA, ANNEE_DE_PLUS, _RETRAITE, _PROGRESSIVE)),
        (_minimum_de(demandes), _depuis(demandes)) if _franchi(demandes, _MINIMUM) else None,
        moitie and moitie.arguments,
    )


def _franchi(demandes: Demandes, nom: str) -> bool | None:
    rencontre = demandes.dernier_seuil(nom)
    return None if rencontre is None else rencontre.franchi


def _minimum_de(demandes: Demandes) -> object:
    return demandes.seuils(_MINIMUM)[-1].borne


def dire_les_precisions(etude: Etude, journees: Sequence[Journee], a_venir: str | None) -> str:
    """Sentences after a run of paid days; where its days differ, what is particular to some is dated."""
    memes = [list(groupe) for _, groupe in groupby(journees, key=situation)]
    dites: list[str] = []
    for groupe in memes:
        quand = "" if len(memes) == 1 else f"{intervalle(groupe[0].jour, groupe[-1].jour)}, "
        dites += [f"{quand}{dite}" for dite in _particularites(etude, groupe[0], groupe[-1])]
    dites += [a_venir] if a_venir else []
    return "".join(f". {dite[0].upper()}{dite[1:]}" for dite in dites)


def _minimum(demandes: Demandes) -> Iterator[str]:
    """The minimum of the seventh month, when the calculated amount is below it."""
    rencontre, appel = (
        demandes.dernier_seuil(_MINIMUM),
        demandes.dernier_appel("maladie.minimum_apres_six_mois"),
    )
    if rencontre is None or appel is None or not rencontre.franchi:
        return
    pension, base = (Fraction(x) for x in appel.arguments)
    limite = ", dans la limite du gain journalier de base" if base < pension * 12 / 365 else ""
    yield (
        f"minimum garanti au-delà de six mois d'arrêt, {euros(pension)} × 12 ÷ 365 d'après la pension d'invalidité minimale en "
        f"vigueur depuis le {_depuis(demandes)}{limite}, le calcul donnant {euros(nombre_de(rencontre.mesure))}"
    )


def _depuis(demandes: Demandes) -> str:
    """First day on which the minimum pension that was read is in force."""
    consultation = demandes.consultation(_PENSION)
    return "" if consultation is None else en_francais(tables()[_PENSION].ligne_au(consultation.jour).depuis)


def _moitie(etude: Etude, journee: Journee) -> Iterator[str]:
    """The half of a day, of a whole run, or of what part-time is compared with."""
    if journee.decision.motif != "envoi_tardif":
        return
    pourquoi = "avis envoyé trop tard une seconde fois"
    appel = journee.demandes.dernier_appel(_MOITIE)
    if appel is None:
        entier = next(
            (a.arguments[0] for a in etude.demandes.appels_de(_MOITIE) if a.resultat == _total(journee)), None
        )
        yield (
            f"moitié de {euros(entier)}, total de la période : {pourquoi}" if entier is not None else pourquoi
        )
    elif a_temps_partiel(journee):
        yield f"l'indemnité entière compte pour la moitié de {euros(appel.arguments[0])} : {pourquoi}"
    else:
        yield f"moitié de {euros(appel.arguments[0])} : {pourquoi}"


def _total(journee: Journee) -> Fraction | None:
    periode = journee.periode
    if periode is None:
        return None
    return Fraction(periode.montant_journalier if periode.montant is None else periode.montant)


def _particularites(etude: Etude, premiere: Journee, derniere: Journee) -> Iterator[str]:
    demandes = premiere.demandes
    yield from _minimum(demandes)
    yield from _moitie(etude, premiere)
    if premiere.fait.nature == "ponte":
        yield "aucun avis ne couvre ces dates, payées par tolérance"
    hors_periode = _franchi(demandes, PERIODE_ALD) is False
    annee_de_plus = demandes.dernier_seuil(ANNEE_DE_PLUS)
    if annee_de_plus is not None and annee_de_plus.franchi:
        yield _annee_de_plus(demandes, annee_de_plus, hors_periode=hors_periode)
    elif hors_periode:
        yield f"{fin_de_l_affection(demandes)}, mais {servies(demandes)}"
    elif premiere.fait.avis.ald is not None:
        yield "au titre d'une affection de longue durée, hors du maximum des autres maladies"
    militaire = demandes.dernier_seuil(_PENSION_MILITAIRE)
    if militaire is not None:
        yield (
            "au titre d'une pension militaire, hors du maximum des autres maladies, jusqu'au "
            f"{en_francais(jour_de(militaire.borne))} au plus tard"
        )
    yield from _retraite(premiere.demandes, derniere.demandes)


def _annee_de_plus(demandes: Demandes, rencontre: Rencontre, *, hors_periode: bool) -> str:
    """The additional year of part-time, and what it comes after."""
    if hors_periode:
        epuise_le = jour_de(demandes.seuils(PERIODE_ALD)[-1].borne)
        apres = f"les trois ans de l'affection de longue durée s'étant achevés le {en_francais(epuise_le)}"
    else:
        (atteint_le,) = demandes.appels_de("temps_partiel.dernier_jour_apres_les_360")[-1].arguments
        maximum = int(nombre_de(demandes.seuils(QUOTA)[-1].borne))
        apres = f"le maximum de {maximum} indemnités étant atteint depuis le {en_francais(atteint_le)}"
    return f"année de plus que permet le temps partiel, jusqu'au {en_francais(jour_de(rencontre.borne))}, {apres}"


def _retraite(premiere: Demandes, derniere: Demandes) -> Iterator[str]:
    """Which of the benefits of a pensioner these are, or why they are not counted."""
    debut, fin = premiere.dernier_seuil(_RETRAITE), derniere.dernier_seuil(_RETRAITE)
    if debut is not None and fin is not None:
        rangs = [int(nombre_de(rencontre.mesure)) for rencontre in (debut, fin)]
        maximum = int(nombre_de(fin.borne))
        if rangs[0] == rangs[1]:
            yield f"{_ordinal(rangs[0])} des {maximum} indemnités d'un retraité"
        else:
            yield f"de la {_ordinal(rangs[0])} à la {_ordinal(rangs[1])} des {maximum} indemnités d'un retraité"
    progressive = premiere.dernier_seuil(_PROGRESSIVE)
    if progressive is not None and progressive.franchi:
        yield "retraite progressive, hors du maximum des retraités"


def _ordinal(rang: int) -> str:
    return "1re" if rang == 1 else f"{rang}e"
