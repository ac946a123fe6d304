"""The money that changes between two liquidations: runs of days, then each payee's account and the counters."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import get_args

from oracle.calendrier import en_francais, jours, nb_jours
from oracle.decompte import Motif
from oracle.explication.ecarts import (
    Quantite,
    au_lieu_de,
    ecarts_des_comptes,
    paiement_au_lieu_de,
    suites,
)
from oracle.explication.etude import Parts, parts_par_jour
from oracle.explication.journees import MOTIFS
from oracle.explication.langue import enumerer, euros, intervalle_compte, phrase, pluriel
from oracle.explication.personnes import Personnes
from oracle.liquidation import Liquidation

_RIEN_N_EST_DU = ", rien n'est dû"
_QUANTITES: tuple[Quantite, ...] = tuple(quantite for quantite in get_args(Quantite) if quantite != "net")


@dataclass(frozen=True)
class _Etat:
    """What a day is: its payees, why it is not paid in full, what it waits for, whether it is paid but not yet due."""

    parts: Parts
    motif: Motif | None
    precision: str | None
    a_venir: bool


_HORS_DES_AVIS = _Etat((), "jour_non_prescrit", None, a_venir=False)


def dire_les_jours_qui_changent(une: Liquidation, autre: Liquidation, personnes: Personnes) -> list[str]:
    """One line a run of days whose status, amount or payee differ, or that fell due between two dates."""
    au = autre.decompte.au
    lignes = []
    for debut, fin, ici, la in suites(_etats(une), _etats(autre), _HORS_DES_AVIS):
        texte = _dire(ici, la, nb_jours(debut, fin), au, personnes)
        lignes.append(f"– {phrase(intervalle_compte(debut, fin))} : {texte}.".replace(". :", " :"))
    return ["Ce qui change jour par jour", *lignes] if lignes else []


def des_jours_changent(une: Liquidation, autre: Liquidation) -> bool:
    """Whether some day is decided otherwise: falling due is no decision."""
    return any(
        (ici.parts, ici.motif, ici.precision) != (la.parts, la.motif, la.precision)
        for _, _, ici, la in suites(_etats(une), _etats(autre), _HORS_DES_AVIS)
    )


def _etats(liquidation: Liquidation) -> dict[date, _Etat]:
    au, parts = liquidation.decompte.au, parts_par_jour(liquidation)
    return {
        jour: _Etat(
            parts.get(jour, ()),
            periode.motif,
            periode.precision,
            a_venir=jour in parts and au is not None and jour > au,
        )
        for periode in liquidation.decompte.periodes
        for jour in jours(periode.debut, periode.fin)
    }


def _dire(ici: _Etat, la: _Etat, nombre: int, au: date | None, personnes: Personnes) -> str:
    avant, apres = (nombre * sum((montant for _, montant in x.parts), Fraction(0)) for x in (ici, la))
    if ici.parts == la.parts and ici.a_venir and not la.a_venir:
        return (
            f"{_un_jour(la, nombre, personnes)} comme prévu, soit {euros(apres)} échus entre les deux dates"
        )
    if not ici.parts and not la.parts and "piece_manquante" not in (ici.motif, la.motif):
        return f"rien dans les deux cas : « {_motif(la, nombre)} » au lieu de « {_motif(ici, nombre)} »"
    if ici.parts and la.parts and ici.motif is None and la.motif is None:
        texte = paiement_au_lieu_de(ici.parts, la.parts, nombre, personnes)
    else:
        texte = au_lieu_de(_un_jour(la, nombre, personnes), _un_jour(ici, nombre, personnes))
    if apres != avant:
        texte += f", soit {euros(abs(apres - avant))} de {'plus' if apres > avant else 'moins'}"
    if la.a_venir and au is not None:
        texte += f" (pas encore échu au {en_francais(au)})"
    return texte


def _un_jour(etat: _Etat, nombre: int, personnes: Personnes) -> str:
    """``32,88 € par jour à l'assuré``, ``rien (délai de carence)``, ``une décision en attente (il manque …)``."""
    if etat.motif == "piece_manquante":
        precision = f" ({personnes.manque(etat.precision)})" if etat.precision else ""
        return f"une décision en attente{precision}"
    motif = f" ({_motif(etat, nombre)})" if etat.motif is not None else ""
    return f"{personnes.paiement(etat.parts, nombre)}{motif}"


def _motif(etat: _Etat, nombre: int) -> str:
    if etat.motif is None:
        return "aucun motif"
    ces_jours = "ces jours" if nombre > 1 else "ce jour"
    return MOTIFS[etat.motif].format(ces_jours=ces_jours).removesuffix(_RIEN_N_EST_DU)


def dire_les_comptes_qui_changent(une: Liquidation, autre: Liquidation, personnes: Personnes) -> list[str]:
    """One line a payee whose account differs, then the counters that do."""
    lignes = []
    for qui, ecarts in ecarts_des_comptes(une, autre).items():
        figures = [
            f"{quantite} {euros(ecarts[quantite][1])} au lieu de {euros(ecarts[quantite][0])}"
            for quantite in _QUANTITES
            if quantite in ecarts
        ]
        lignes.append(f"– {phrase(' ; '.join([f'{personnes.nommer(qui)} : {figures[0]}', *figures[1:]]))}")
    lignes += _compteurs(une, autre)
    return ["Ce qui change dans les comptes", *lignes] if lignes else []


def _compteurs(une: Liquidation, autre: Liquidation) -> list[str]:
    ici, la = une.decompte.compteurs, autre.decompte.compteurs
    if ici is None or la is None:
        return []
    lignes = []
    if ici.ij_3_ans != la.ij_3_ans and la.ij_3_ans is not None:
        compte = pluriel(la.ij_3_ans, "indemnité")
        lignes.append(
            f"– Compteur des trois ans, hors affection de longue durée : {compte} au lieu de {ici.ij_3_ans or 0}."
        )
    avant, apres = (
        enumerer([f"le {en_francais(fin)}" for fin in sorted(x.fin_ald.values())]) or "aucune date"
        for x in (ici, la)
    )
    if avant != apres:
        lignes.append(f"– Fin des trois ans de l'affection de longue durée : {au_lieu_de(apres, avant)}.")
    return lignes
