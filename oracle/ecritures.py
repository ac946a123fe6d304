"""The account of each patrimony at a date: what its days owe, what was moved, where it stands. Amounts are cents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from oracle import compte
from oracle.calendrier import nb_jours
from oracle.dossier.champs import ecrire_centiemes
from oracle.dossier.erreurs import DossierInvalide, Probleme
from oracle.dossier.versements import Mouvement, NotificationIndu
from oracle.faits import Faits
from oracle.imputations import (
    ENTREES,
    SORTIES,
    Cles,
    Imputation,
    Poste,
    Postes,
    imputer_les_mouvements,
    jours_nommes,
)
from oracle.journal import Journal
from oracle.loi import appliquer
from oracle.repartition import Parts

_Cle = TypeVar("_Cle")
ASSURE = "assure"
"""Lump sums go to the insured alone."""


@dataclass(frozen=True)
class Compte:
    """The account of one patrimony: what each day owes, its movements and notices in order, where the money went.

    ``a_venir``: what the days after the date will owe. ``cles``: the days counted together, as in ``imputation``.
    """

    patrimoine: str
    dus: Mapping[date, int]
    a_venir: Mapping[date, int]
    mouvements: Sequence[Mouvement]
    notifications: Sequence[NotificationIndu]
    cles: Cles
    imputation: Imputation

    @property
    def du(self) -> int:
        """All that is due."""
        return sum(self.dus.values())

    @property
    def recus(self) -> list[tuple[int, Mouvement]]:
        """Payments and advances with their ranks, less those the bank sent back."""
        return [
            (rang, m)
            for rang, m in enumerate(self.mouvements)
            if m.nature in ENTREES and rang not in self.imputation.rejetes
        ]

    @property
    def verse_et_acomptes(self) -> tuple[int, int]:
        """Payments less what came back, and advances; what came back beyond all payments comes off the advances."""
        totaux = Counter[str]()
        for mouvement in self.mouvements:
            totaux["sorties" if mouvement.nature in SORTIES else mouvement.nature] += mouvement.montant
        verse = totaux["paiement"] - totaux["sorties"]
        sur_les_acomptes = min(totaux["acompte"], max(0, -verse))
        return verse + sur_les_acomptes, totaux["acompte"] - sur_les_acomptes

    @cached_property
    def manques(self) -> dict[date, int]:
        """What each day is still owed, oldest first."""
        return self.ce_qui_manque(self.imputation.verses)

    def ce_qui_manque(self, verses: Mapping[date | None, int]) -> dict[date, int]:
        """What each day would still be owed if it held ``verses``; of days counted together, the last miss first."""
        dus, ensemble = par_cle(self.dus, self.cles), self._par_cle(self.dus)
        manques: dict[date, int] = {}
        for cle in sorted({*dus, *(jour for jour in verses if jour is not None)}):
            montant = dus.get(cle, 0) - verses.get(cle, 0)
            if montant > 0:
                manques.update(_etaler(cle, montant, ensemble.get(cle, {})))
        return {jour: manques[jour] for jour in sorted(manques)}

    @cached_property
    def trop_percus(self) -> dict[Poste, int]:
        """What each payment brought beyond what was due, by day; of days counted together, the last exceed first."""
        trop: dict[Poste, int] = {}
        for (rang, cle), montant in self.imputation.trop_percus.items():
            if cle is None:
                trop[rang, None] = montant
            else:
                ensemble = self._par_cle(jours_nommes(self.mouvements[rang]) or self.dus)
                etale = _etaler(cle, montant, ensemble.get(cle, {}))
                trop.update({(rang, jour): m for jour, m in sorted(etale.items())})
        return trop

    def _par_cle(self, montants: Mapping[date, int]) -> Mapping[date, Mapping[date, int]]:
        """The days counted together under each key, the last first, with what each holds."""
        ensembles: dict[date, dict[date, int]] = {}
        for jour in sorted(montants, reverse=True):
            ensembles.setdefault(self.cles.get(jour, jour), {})[jour] = montants[jour]
        return ensembles

    @property
    def rendu_en_trop(self) -> int:
        """What came back beyond anything paid, on no day."""
        return max(0, -self.imputation.verses.get(None, 0))


def _etaler(cle: date, montant: int, siens: Mapping[date, int]) -> dict[date, int]:
    """Share a sum among the days counted under a key, the last first, each up to what it holds."""
    if len(siens) < 2:
        return {next(iter(siens), cle): montant}
    prises = dict(zip(siens, appliquer(compte.imputer, montant, list(siens.values())), strict=True))
    prises[max(siens)] += montant - sum(prises.values())
    return {jour: prise for jour, prise in prises.items() if prise}


@dataclass(frozen=True)
class Position:
    """Where an account stands: owed and overpaid, in total and in detail.

    ``manques`` and ``trop_percus`` add up to ``rappel`` and ``indu``, but for what came back beyond anything paid, which
    no day holds. ``compensee``: what was missing and what was overpaid have been set off.
    """

    rappel: int
    indu: int
    manques: Mapping[date, int]
    trop_percus: Postes
    compensee: bool


def tenir_les_comptes(faits: Faits, journal: Journal, parts: Parts, au: date) -> tuple[Compte, ...]:
    """The account of each patrimony to which anything is due, or moved, at ``au``.

    Raises ``DossierInvalide`` when the days a movement names do not add up to its amount.
    """
    noms = [
        *(qui for du_jour in parts.values() for qui in du_jour),
        *(m.destinataire for m in faits.mouvements),
        *(n.destinataire for n in faits.notifications_indu),
    ]
    patrimoines = {nom: appliquer(compte.patrimoine, nom) for nom in sorted({*noms})}
    dus: dict[str, Counter[date]] = {}
    a_venir: dict[str, Counter[date]] = {}
    for jour in sorted(parts):
        for qui, montant in parts[jour].items():
            (dus if jour <= au else a_venir).setdefault(patrimoines[qui], Counter())[jour] += montant
    for forfait in journal.forfaits:
        (dus if forfait.jour <= au else a_venir).setdefault(ASSURE, Counter())[forfait.jour] += (
            forfait.montant
        )
    mouvements: dict[str, list[Mouvement]] = {}
    for mouvement in faits.mouvements:
        if mouvement.date <= au:
            _verifier(mouvement)
            mouvements.setdefault(patrimoines[mouvement.destinataire], []).append(mouvement)
    notifications: dict[str, list[NotificationIndu]] = {}
    for notification in faits.notifications_indu:
        notifications.setdefault(patrimoines[notification.destinataire], []).append(notification)
    cles = _jours_comptes_ensemble(journal)
    return tuple(
        Compte(
            qui,
            dict(sorted(dus.get(qui, {}).items())),
            dict(sorted(a_venir.get(qui, {}).items())),
            mouvements.get(qui, []),
            notifications.get(qui, []),
            cles,
            imputer_les_mouvements(
                par_cle(dus.get(qui, {}), cles), mouvements.get(qui, []), cles, notifications.get(qui, [])
            ),
        )
        for qui in sorted({*dus, *mouvements})
    )


def par_cle(montants: Mapping[date, int], cles: Cles) -> Mapping[date, int]:
    """The same cents, those of days counted together under one key."""
    sommes = Counter[date]()
    for jour, montant in montants.items():
        sommes[cles.get(jour, jour)] += montant
    return sommes


def _verifier(mouvement: Mouvement) -> None:
    total = sum(ligne.montant_journalier * nb_jours(ligne.debut, ligne.fin) for ligne in mouvement.lignes)
    if mouvement.lignes and total != mouvement.montant:
        raison = (
            "les jours payés ne font pas le montant du mouvement ; "
            "des lignes dont la somme est ce montant sont attendues, ou aucune"
        )
        valeur = f"{ecrire_centiemes(total)} pour {ecrire_centiemes(mouvement.montant)}"
        raise DossierInvalide([Probleme(f"pieces[{mouvement.id}].lignes", valeur, raison, "PAY-SOLDE")])


def _jours_comptes_ensemble(journal: Journal) -> Cles:
    return {jour.jour: jour.ligne for jour in journal.jours if jour.ligne is not None}


def situer(tenu: Compte) -> Position:
    """Owed and overpaid; days that miss money and days that hold too much of it are set off, the oldest first."""
    verse, acomptes = tenu.verse_et_acomptes
    manques, trop = tenu.manques, tenu.trop_percus
    eteint = sum(tenu.imputation.eteints.values())
    en_trop = tenu.rendu_en_trop
    if (manques or en_trop) and trop and not appliquer(compte.compensation_immediate):
        lignes = [*manques.values(), en_trop, *(-montant for montant in trop.values())]
        return Position(
            appliquer(compte.rappel_ligne_a_ligne, lignes),
            appliquer(compte.indu_ligne_a_ligne, lignes),
            manques,
            trop,
            compensee=False,
        )
    compense = min(sum(manques.values()) + en_trop, sum(trop.values()))
    return Position(
        appliquer(compte.rappel, tenu.du, verse - eteint, acomptes),
        appliquer(compte.indu, tenu.du, verse - eteint, acomptes),
        _moins(manques, max(0, compense - en_trop)),
        _moins(trop, compense),
        compensee=True,
    )


def _moins(montants: Mapping[_Cle, int], compense: int) -> dict[_Cle, int]:
    prises = appliquer(compte.imputer, compense, list(montants.values())) if compense else [0] * len(montants)
    restes = {c: m - prise for (c, m), prise in zip(montants.items(), prises, strict=True)}
    return {cle: reste for cle, reste in restes.items() if reste}
