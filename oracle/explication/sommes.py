"""The money that changes between two liquidations: runs of days, then each payee's account and the counters."""

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import get_args

from oracle.calendrier import en_francais, jours, nb_jours
from oracle.decompte import Motif
from oracle.dossier.versements import Risque
from oracle.explication.ecarts import (
    Quantite,
    au_lieu_de,
    ecarts_des_comptes,
    paiement_au_lieu_de,
    suites,
)
from oracle.explication.etude import Parts, parts_par_jour
from oracle.explication.langue import articles, enumerer, euros, intervalle_compte, phrase, pluriel
from oracle.explication.mots import VALEURS
from oracle.explication.personnes import Personnes
from oracle.explication.refus import MOTIFS
from oracle.explication.totaux import Montant, montants_par_jour, sommes_des_jours
from oracle.liquidation import Liquidation

_SANS_AVIS, _SANS_AVIS_NI_CONGE = "aucun avis d'arrêt ne couvre", "ni avis d'arrêt ni congé ne couvrent"
_RIEN_N_EST_DU = ", rien n'est dû"
_QUANTITES: tuple[Quantite, ...] = tuple(quantite for quantite in get_args(Quantite) if quantite != "net")


@dataclass(frozen=True)
class _Etat:
    """What a day is: what it is paid, why not in full, what it waits for, whether it is paid but not yet due.

    ``articles`` say so; they are no difference by themselves.
    """

    montant: Montant
    motif: Motif | None
    precision: str | None
    a_venir: bool
    articles: tuple[str, ...] = field(compare=False)
    risque: Risque | None = field(default=None, compare=False)

    @property
    def refus(self) -> bool:
        """The law refuses the day, or a part of it: not a day that waits for a document."""
        return self.motif not in (None, "piece_manquante")


_HORS_DES_AVIS = _Etat((), "jour_non_prescrit", None, a_venir=False, articles=())


@dataclass(frozen=True)
class _Suite:
    """A run of equal days on one side, and what its days bring together."""

    etat: _Etat
    nombre: int
    sommes: Parts

    @property
    def total(self) -> Fraction:
        """Cents of all its days."""
        return sum((montant for _, montant in self.sommes), Fraction(0))


def dire_les_jours_qui_changent(une: Liquidation, autre: Liquidation, personnes: Personnes) -> list[str]:
    """One line a run of days whose status, amount or payee differ, or that fell due between two dates."""
    parts_ici, parts_la = parts_par_jour(une), parts_par_jour(autre)
    lignes = []
    for debut, fin, ici, la in suites(_etats(une), _etats(autre), _HORS_DES_AVIS):
        avant, apres = (
            _Suite(etat, nb_jours(debut, fin), sommes_des_jours(parts, debut, fin))
            for etat, parts in ((ici, parts_ici), (la, parts_la))
        )
        quand = phrase(intervalle_compte(debut, fin)).removesuffix(".")
        lignes.append(
            f"– {quand} : {_dire(avant, apres, une.decompte.au, autre.decompte.au, personnes)}{_regle(ici, la)}."
        )
    if une.journal.conges or autre.journal.conges:
        lignes = [ligne.replace(_SANS_AVIS, _SANS_AVIS_NI_CONGE) for ligne in lignes]
    return ["Ce qui change jour par jour", *lignes] if lignes else []


def des_jours_changent(une: Liquidation, autre: Liquidation) -> bool:
    """Whether some day is decided otherwise: falling due is no decision."""
    return any(
        replace(ici, a_venir=False) != replace(la, a_venir=False)
        for _, _, ici, la in suites(_etats(une), _etats(autre), _HORS_DES_AVIS)
    )


def _etats(liquidation: Liquidation) -> dict[date, _Etat]:
    au, montants = liquidation.decompte.au, montants_par_jour(liquidation)
    return {
        jour: _Etat(
            montants.get(jour, ()),
            periode.motif,
            periode.precision,
            a_venir=jour in montants and au is not None and jour > au,
            articles=periode.articles,
            risque=periode.risque,
        )
        for periode in liquidation.decompte.periodes
        for jour in jours(periode.debut, periode.fin)
    }


def _dire(avant: _Suite, apres: _Suite, au_ici: date | None, au_la: date | None, personnes: Personnes) -> str:
    ici, la = avant.etat, apres.etat
    if replace(ici, a_venir=False) == replace(la, a_venir=False):
        return (
            f"{_un_jour(apres, personnes)} comme prévu, soit {euros(apres.total)} échus entre les deux dates"
        )
    if not ici.montant and not la.montant and ici.refus and la.refus:
        return f"rien dans les deux cas : « {_motif(apres)} » au lieu de « {_motif(avant)} »"
    if (
        ici.motif is None
        and la.motif is None
        and isinstance(ici.montant, tuple)
        and isinstance(la.montant, tuple)
    ):
        texte = paiement_au_lieu_de(ici.montant, la.montant, apres.nombre, personnes)
    else:
        texte = au_lieu_de(_un_jour(apres, personnes), _un_jour(avant, personnes))
    texte += _ecart(avant.total, apres.total)
    if ici.montant and la.montant and ici.risque != la.risque and ici.risque and la.risque:
        texte += f" ({VALEURS[la.risque]} au lieu de {VALEURS[ici.risque]})"
    for etat, au in ((la, au_la), (ici, au_ici)):
        if etat.a_venir and au is not None:
            return f"{texte} (pas encore échu au {en_francais(au)})"
    return texte


def _un_jour(suite: _Suite, personnes: Personnes) -> str:
    """``32,88 € par jour à l'assuré``, ``800,00 € en tout``, ``rien (délai de carence)``, ``une décision en attente``."""
    etat = suite.etat
    if etat.motif == "piece_manquante":
        precision = f" ({personnes.manque(etat.precision)})" if etat.precision else ""
        return f"une décision en attente{precision}"
    motif = f" ({_motif(suite)})" if etat.refus else ""
    if isinstance(etat.montant, tuple):
        return f"{personnes.paiement(etat.montant, suite.nombre)}{motif}"
    sommes = enumerer([f"{euros(montant)} {personnes.a(qui)}" for qui, montant in suite.sommes])
    return f"{sommes} en tout{motif}"


def _motif(suite: _Suite) -> str:
    ces_jours = "ces jours" if suite.nombre > 1 else "ce jour"
    return (
        ""
        if suite.etat.motif is None
        else MOTIFS[suite.etat.motif].format(ces_jours=ces_jours).removesuffix(_RIEN_N_EST_DU)
    )


def _regle(ici: _Etat, la: _Etat) -> str:
    """The articles of a refusal: the one that now stands, otherwise the one that stands no more."""
    refus = next((etat.articles for etat in (la, ici) if etat.refus and etat.articles), ())
    return f" — {articles(refus)}" if refus else ""


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
    lignes += [*_forfaits(une, autre), *_compteurs(une, autre)]
    return ["Ce qui change dans les comptes", *lignes] if lignes else []


def _forfaits(une: Liquidation, autre: Liquidation) -> list[str]:
    """The lump sums fallen due, which no day tells: with the days, they make what is due."""
    avant, apres = _forfaits_echus(une), _forfaits_echus(autre)
    if avant == apres:
        return []
    return [
        f"– Dont sommes forfaitaires échues : {euros(apres)} au lieu de {euros(avant)}{_ecart(avant, apres)}."
    ]


def _forfaits_echus(liquidation: Liquidation) -> Fraction:
    """Cents of the lump sums due at the date of the décompte."""
    au = liquidation.decompte.au
    return Fraction(sum(f.montant for f in liquidation.journal.forfaits if au is not None and f.jour <= au))


def _ecart(avant: Fraction, apres: Fraction) -> str:
    """``, soit 2,00 € de plus``; nothing between equal sums."""
    if avant == apres:
        return ""
    return f", soit {euros(abs(apres - avant))} de {'plus' if apres > avant else 'moins'}"


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
