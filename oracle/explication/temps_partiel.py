"""Therapeutic part-time, attested period by attested period: the loss, the full benefits, which binds, the total."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from oracle.attestees import PeriodeAttestee
from oracle.dossier.employeur import AttestationTempsPartiel
from oracle.explication.etude import Etude, Journee, articles_de
from oracle.explication.langue import articles, euros, intervalle_compte, pluriel
from oracle.explication.personnes import Personnes
from oracle.loi import Appel

_TOTAL = "temps_partiel.indemnite_de_la_periode"
_PART = "temps_partiel.perte_des_jours_payables"
_PERTE = "temps_partiel.perte_de_salaire"
_CENTIMES = (
    "Les centimes d'un total se répartissent sans reste : chaque jour porte ce que sa part, cumulée et arrondie, ajoute à celle "
    "de la veille."
)


def dire_le_temps_partiel(etude: Etude, personnes: Personnes, lectures: Mapping[str, str]) -> list[str]:
    """Each attested period that holds part-time days, whether it is paid or not."""
    totaux, pertes = iter(_totaux(etude)), iter(etude.demandes.resultats(_PERTE))
    lignes: list[str] = []
    inegal = False
    for periode in etude.arret.attestees.periodes:
        siennes = [next(pertes) for _ in periode.attestations]
        partiels = [
            journee
            for journee in etude.journees
            if periode.debut <= journee.jour <= periode.fin and a_temps_partiel(journee)
        ]
        payes = [journee.decision for journee in partiels if journee.decision.statut == "indemnise"]
        total = next(totaux) if payes else None
        inegal |= total is not None and total.total % total.jours != 0
        reduits = sum(1 for decision in payes if decision.motif == "envoi_tardif")
        if partiels:
            quand = intervalle_compte(periode.debut, periode.fin)
            lignes.append(f"– {quand[0].upper()}{quand[1:]} : {_perte(periode, siennes, personnes)}.")
            lignes += [f"  · {dit}." for dit in _issue(periode, total, reduits, lectures)]
    if inegal:
        lignes.append(_CENTIMES)
    return ["Temps partiel thérapeutique", *lignes] if lignes else []


def a_temps_partiel(journee: Journee) -> bool:
    """The day is prescribed at therapeutic part-time."""
    return journee.fait.avis.modalite == "temps_partiel" and journee.fait.nature == "arrete"


@dataclass(frozen=True)
class _Total:
    """How the total of a period came out: ``entieres`` its full benefits, ``perte`` what bounds them, both in cents.

    ``reduite``: how the loss was brought to the days that may be paid, when not all may.
    """

    entieres: int
    jours: int
    perte: int
    total: int
    reduite: Appel | None


def _totaux(etude: Etude) -> Iterator[_Total]:
    """The totals the law fixed, in the order of the periods."""
    reduite: Appel | None = None
    for appel in etude.demandes.appels_de(_TOTAL, _PART):
        if appel.fonction == _PART:
            reduite = appel
        else:
            entieres, jours, perte = appel.arguments
            yield _Total(entieres, jours, perte, appel.resultat, reduite)
            reduite = None


def _perte(periode: PeriodeAttestee, pertes: Sequence[int], personnes: Personnes) -> str:
    """What each employer attests, and the loss that comes of it."""
    dites = [_perte_chez(a, perte) for a, perte in zip(periode.attestations, pertes, strict=True)]
    if len(dites) == 1:
        return dites[0]
    noms = [personnes.nommer(f"employeur:{a.activite}") for a in periode.attestations]
    chez = " ; ".join(f"{nom}, {dite}" for nom, dite in zip(noms, dites, strict=True))
    return f"{chez} ; en tout, {euros(periode.perte)}"


def _perte_chez(attestation: AttestationTempsPartiel, perte: int) -> str:
    retabli, percu = euros(attestation.salaire_retabli), euros(attestation.salaire_percu)
    if not perte:
        return f"salaire perçu {percu}, salaire rétabli {retabli}, aucune perte"
    return f"salaire rétabli {retabli} − salaire perçu {percu} = perte de {euros(perte)}"


def _issue(
    periode: PeriodeAttestee, total: _Total | None, reduits: int, lectures: Mapping[str, str]
) -> Iterator[str]:
    """What binds, and what is due for the period; ``reduits``: how many of its days are paid by half."""
    regle = articles(articles_de(_TOTAL))
    if total is None:
        if not periode.perte:
            yield f"Sans perte, rien n'est dû, et ces jours ne comptent pas dans les maximums — {regle}"
        return
    if total.reduite is not None:
        perte, payables, prescrits = total.reduite.arguments
        yield (
            f"Jours payables : {payables} sur {prescrits} ; la perte compte pour {euros(perte)} × {payables} ÷ {prescrits}, "
            f"tronqué au centime à {euros(total.perte)}"
        )
    borne = _au_jour(total) if lectures.get("tpt_granularite") == "jour" else _sur_la_periode(total)
    yield f"{_entieres(total, reduits)} ; {borne}. Dû pour la période : {euros(total.total)} — {regle}"


def _entieres(total: _Total, reduits: int) -> str:
    if reduits:
        moitie = (
            "réduites de moitié pour un jour" if reduits == 1 else f"réduites de moitié pour {reduits} jours"
        )
        return f"Indemnités de {pluriel(total.jours, 'jour')}, {moitie} : {euros(total.entieres)}"
    une = Fraction(total.entieres, total.jours)
    if une.denominator > 1:
        return f"Indemnités entières de {pluriel(total.jours, 'jour')} : {euros(total.entieres)}"
    return f"Indemnités entières : {total.jours} × {euros(une)} = {euros(total.entieres)}"


def _sur_la_periode(total: _Total) -> str:
    if total.perte < total.entieres:
        return f"la perte, plus petite de {euros(total.entieres - total.perte)}, les limite"
    if total.perte == total.entieres:
        return "elles égalent la perte, qui ne les limite pas"
    return f"la perte, plus grande de {euros(total.perte - total.entieres)}, ne les limite pas"


def _au_jour(total: _Total) -> str:
    par_jour = f"la perte par jour, {euros(total.perte)} ÷ {total.jours} tronqué au centime,"
    if total.total < total.entieres:
        return f"{par_jour} les limite à {euros(Fraction(total.total, total.jours))}"
    return f"{par_jour} ne les limite pas"
