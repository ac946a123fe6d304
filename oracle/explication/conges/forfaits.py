"""The lump sums of the self-employed: what each is, when it falls due, how it is formed, or why there is none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oracle.calendrier import en_francais
from oracle.conges.forfaits import ForfaitDu
from oracle.conges.montants import CalculForfaitaire
from oracle.decompte import Echeance, NatureDeForfait
from oracle.explication.conges.etude import EtudeDeConge, Partie
from oracle.explication.etude import articles_de
from oracle.explication.langue import articles, euros, pluriel
from oracle.liquidation import Liquidation

_NOMS: Mapping[NatureDeForfait, str] = {
    "allocation_repos_maternel": "Allocation forfaitaire de repos maternel",
    "allocation_repos_adoption": "Allocation forfaitaire d'adoption",
    "indemnite_remplacement": "Indemnité de remplacement du conjoint collaborateur",
}
_ECHEANCES: Mapping[Echeance, str] = {
    "debut_arret": "au début de l'arrêt",
    "fin_huit_semaines": "au terme des huit semaines",
    "arrivee_enfant": "à l'arrivée de l'enfant",
    "fin_remplacement": "à la fin du remplacement",
}
_FONCTIONS: Mapping[NatureDeForfait, str] = {
    "allocation_repos_maternel": "famille.independants.allocation_de_repos",
    "allocation_repos_adoption": "famille.independants.allocation_d_adoption",
    "indemnite_remplacement": "famille.independants.indemnite_de_remplacement",
}
_REMPLACEMENT = "famille.independants.indemnite_de_remplacement"


def dire_les_forfaits(liquidation: Liquidation, etudes: Sequence[EtudeDeConge], au: date) -> list[str]:
    """One line a lump sum, then why an expected one is missing; nothing for employees."""
    forfaits = liquidation.journal.forfaits
    lignes = [f"– {_dire(liquidation, f, etudes, forfaits, au)}." for f in forfaits]
    lignes += [f"– {motif}." for etude in etudes for motif in _sans(etude, forfaits)]
    return ["Sommes forfaitaires", *lignes] if lignes else []


def _dire(
    liquidation: Liquidation,
    forfait: ForfaitDu,
    etudes: Sequence[EtudeDeConge],
    tous: Sequence[ForfaitDu],
    au: date,
) -> str:
    nom, quand = _NOMS[forfait.nature], en_francais(forfait.jour)
    a_venir = (
        ", pas encore échue : les comptes ci-dessous n'en tiennent pas compte" if forfait.jour > au else ""
    )
    regle = articles(articles_de(_FONCTIONS[forfait.nature]))
    return (
        f"{nom}{_part(forfait, tous)}, due {_ECHEANCES[forfait.echeance]}, le {quand} : {euros(forfait.montant)}"
        f"{_formule(liquidation, forfait, etudes)}{a_venir} — {regle}"
    )


def _part(forfait: ForfaitDu, tous: Sequence[ForfaitDu]) -> str:
    """Which half of the allocation it is."""
    if forfait.nature != "allocation_repos_maternel":
        return ""
    if forfait.echeance == "fin_huit_semaines":
        return ", seconde moitié"
    return (
        ", première moitié" if any(f.echeance == "fin_huit_semaines" for f in tous) else ", en une seule fois"
    )


def _formule(liquidation: Liquidation, forfait: ForfaitDu, etudes: Sequence[EtudeDeConge]) -> str:
    """What it is a part of: the monthly ceiling, or the cost within its daily limit."""
    if forfait.nature == "indemnite_remplacement":
        return _remplacement(liquidation, forfait)
    for etude in etudes:
        calcul = _partie(etude).instruction.calcul
        if etude.risque in ("maternite", "adoption") and isinstance(calcul, CalculForfaitaire):
            dixieme = ", réduit au dixième" if calcul.reduit else ""
            return (
                f" (plafond mensuel en vigueur le {en_francais(calcul.date_plafond)}, {euros(calcul.plafond)}"
                f"{dixieme})"
            )
    return ""


def _partie(etude: EtudeDeConge) -> Partie:
    """The part an allocation comes with: the rest itself, beside which there may be a pathological one."""
    return next((p for p in etude.parties if not p.pathologique), etude.parties[0])


def _remplacement(liquidation: Liquidation, forfait: ForfaitDu) -> str:
    appels = [a for a in liquidation.trace.appels if a.fonction == _REMPLACEMENT]
    appel = next((a for a in appels if a.resultat == forfait.montant), None)
    if appel is None:
        return ""
    cout, jours, plafond = appel.arguments
    maximum = plafond * jours
    sort = "payé en entier" if cout <= maximum else "limité à ce maximum"
    return (
        f" (coût de {euros(cout)} pour {pluriel(jours, 'jour')}, {sort} ; maximum {euros(plafond)} par jour, soit "
        f"{euros(maximum)})"
    )


def _sans(etude: EtudeDeConge, forfaits: Sequence[ForfaitDu]) -> Iterator[str]:
    """Why a leave that could bring an allocation brings none."""
    natures = {f.nature for f in forfaits}
    if not etude.independant or _partie(etude).instruction.calcul.montant is None:
        return
    if (
        etude.risque == "maternite"
        and etude.fenetre is not None
        and "allocation_repos_maternel" not in natures
    ):
        regle = articles(articles_de("famille.independants.allocation_de_repos"))
        yield f"Aucune allocation de repos maternel : {_motif(etude)} — {regle}"


def _motif(etude: EtudeDeConge) -> str:
    if _partie(etude).instruction.verdict.acquis is False:
        return "les droits ne sont pas ouverts"
    semaines = etude.demandes.dernier_seuil("MAT-8S.jours")
    if semaines is not None and not semaines.franchi:
        return "le travail a cessé moins de huit semaines"
    return "le travail a cessé moins de six semaines après l'accouchement"
