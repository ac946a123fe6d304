"""Overpayments told one payment at a time: which days, how much, why, who must give it back. Amounts are cents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from oracle import compte
from oracle.calendrier import en_francais, plus_jours
from oracle.decompte import IndusDetail, Statut
from oracle.dossier.champs import Intervalle
from oracle.ecritures import Compte, Position
from oracle.imputations import Poste
from oracle.journal import Journal
from oracle.loi import appliquer
from oracle.repartition import Parts

_PAR_STATUT: Mapping[Statut, str] = {
    "carence": "délai de carence, aucune indemnité n'est due",
    "non_indemnise": "jours non indemnisés",
    "non_prescrit": "jours qu'aucun arrêt ne couvre",
    "en_attente": "jours dont le droit reste à établir",
}
_PAR_CAUSE: Mapping[compte.CauseDIndu, str] = {
    "aucune_indemnite": "jours qu'aucun arrêt ne couvre",
    "deja_paye": "jours déjà payés",
    "autre_destinataire": "indemnité due à un autre destinataire",
    "montant_trop_eleve": "montant supérieur à l'indemnité due",
}
_A_VENIR = "jours postérieurs à la date du décompte"
_SANS_JOUR = "somme qui dépasse tout ce qui était dû"


@dataclass(frozen=True)
class Contexte:
    """What every account is looked at against: the days decided, their payees, and the date."""

    journal: Journal
    parts: Parts
    au: date
    statuts: Mapping[date, Statut]

    def du_a_d_autres(self, jour: date, tenu: Compte) -> int:
        """What a day owes to others than the holder of an account."""
        siens = tenu.dus.get(jour, 0) + tenu.a_venir.get(jour, 0)
        return max(0, sum(self.parts.get(jour, {}).values()) - siens)


def contexte(journal: Journal, parts: Parts, au: date) -> Contexte:
    """The context of a liquidation."""
    return Contexte(journal, parts, au, {jour.jour: jour.statut for jour in journal.jours})


def detailler(tenu: Compte, position: Position, vu: Contexte) -> tuple[IndusDetail, ...]:
    """One line for each payment that exceeds what was due (R133-9-2 I 1°)."""
    par_paiement: dict[int, dict[date | None, int]] = {}
    for (rang, jour), montant in position.trop_percus.items():
        par_paiement.setdefault(rang, {})[jour] = montant
    return tuple(
        IndusDetail.model_construct(
            paiement=tenu.mouvements[rang].id,
            paye_le=tenu.mouvements[rang].date,
            jours=tuple(
                Intervalle.model_construct(debut=debut, fin=fin)
                for debut, fin in suites(jour for jour in montants if jour is not None)
            ),
            montant=sum(montants.values()),
            motif=motif(tenu, vu, [(rang, jour) for jour in montants]),
            debiteur=appliquer(compte.debiteur, tenu.mouvements[rang].destinataire),
        )
        for rang, montants in par_paiement.items()
    )


def suites(jours: Iterable[date]) -> list[tuple[date, date]]:
    """Runs of consecutive days, in order."""
    bornes: list[tuple[date, date]] = []
    for jour in sorted(jours):
        if bornes and jour == plus_jours(bornes[-1][1], 1):
            bornes[-1] = (bornes[-1][0], jour)
        else:
            bornes.append((jour, jour))
    return bornes


def du_au(bornes: Sequence[tuple[date, date]]) -> str:
    """Runs of days in French: ``du 2 septembre 2024 au 4 septembre 2024, le 6 septembre 2024``."""
    return ", ".join(
        f"le {en_francais(debut)}" if debut == fin else f"du {en_francais(debut)} au {en_francais(fin)}"
        for debut, fin in bornes
    )


def motif(tenu: Compte, vu: Contexte, postes: Iterable[Poste]) -> str:
    """Why, in French: one reason for all, or each with its days."""
    raisons: dict[str, set[date]] = {}
    for rang, jour in postes:
        if jour is None:
            raisons.setdefault(_SANS_JOUR, set())
        else:
            raisons.setdefault(_raison(tenu, vu, rang, jour), set()).add(jour)
    if len(raisons) == 1:
        return next(iter(raisons))
    return " ; ".join(
        f"{du_au(suites(jours))} : {raison}" if jours else raison for raison, jours in raisons.items()
    )


def _raison(tenu: Compte, vu: Contexte, rang: int, jour: date) -> str:
    if jour in tenu.a_venir:
        return _A_VENIR
    cause = appliquer(
        compte.cause_de_l_indu,
        tenu.dus.get(jour, 0),
        vu.du_a_d_autres(jour, tenu),
        sum(
            payes.get(tenu.cles.get(jour, jour), 0)
            for autre, payes in tenu.imputation.payes.items()
            if autre < rang
        ),
    )
    if cause == "aucune_indemnite" and jour in vu.statuts:
        return _PAR_STATUT.get(vu.statuts[jour], _PAR_CAUSE[cause])
    return _PAR_CAUSE[cause]
