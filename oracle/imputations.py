"""Movements of one account brought to the days they pay. Amounts are cents.

Money that names its days goes to them, or comes back from them, whatever the order of arrival. Money paid without
naming days goes to the oldest days still unpaid; money that comes back without naming any is taken from what was
overpaid, the overpayment notified first before the others. Days of a total fixed by the law are counted as one, under
the first of them: only the total matters.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from oracle import compte
from oracle.calendrier import jours
from oracle.dossier.versements import Mouvement, NotificationIndu
from oracle.loi import appliquer

ENTREES = ("paiement", "acompte")
SORTIES = ("remboursement", "retenue", "rejet_bancaire")
EXTINCTIONS = ("abandon", "remise")

Poste = tuple[int, date | None]
"""Money of one movement (its rank in the account) on one day, or on none."""

Postes = Mapping[Poste, int]

Cles = Mapping[date, date]
"""Days whose amount is a share of a fixed total: the first of them, under which they are all counted together."""


@dataclass(frozen=True)
class Imputation:
    """Where the money is.

    ``payes``: what each payment or advance brought to each day. ``verses``: what each day holds once what came back is
    taken off; less than nothing when more came back than was paid. ``trop_percus``: the part of each payment beyond
    what was due, less what was given up, in the order of movements; ``eteints``: what was given up, by day. ``rejetes``:
    the ranks of payments sent back by a bank, and of the rejections themselves.
    """

    payes: Mapping[int, Mapping[date | None, int]]
    verses: Mapping[date | None, int]
    trop_percus: Postes
    eteints: Mapping[date | None, int]
    rejetes: frozenset[int]


def imputer_les_mouvements(
    dus: Mapping[date, int],
    mouvements: Sequence[Mouvement],
    cles: Cles,
    notifications: Sequence[NotificationIndu],
) -> Imputation:
    """Bring every movement to its days. ``mouvements`` and ``notifications`` are those of one account, in order."""
    tenue = _Tenue(dus, mouvements, cles, notifications)
    rejetes = _rejetes(mouvements)
    suite = [(rang, m) for rang, m in enumerate(mouvements) if rang not in rejetes]
    for rang, m in suite:
        for jour, montant in jours_nommes(m).items():
            cle = cles.get(jour, jour)
            if m.nature in ENTREES:
                tenue.ajouter(rang, cle, montant)
            elif m.nature in SORTIES:
                tenue.verses[cle] -= montant
    for rang, m in suite:
        if m.nature in ENTREES and not m.lignes:
            tenue.ajouter(rang, None, tenue.combler(rang, m.montant, sorted(dus)))
    for rang, m in suite:
        if m.nature in EXTINCTIONS:
            tenue.eteindre(rang, m)
        elif m.nature in SORTIES and not m.lignes:
            tenue.reprendre(rang, m)
    trop_percus, eteints = tenue.trop_percus(), Counter[date | None]()
    for poste, montant in tenue.exces().items():
        eteints[poste[1]] += montant - trop_percus.get(poste, 0)
    return Imputation(
        payes=tenue.payes,
        verses=tenue.verses,
        trop_percus=trop_percus,
        eteints=eteints,
        rejetes=rejetes,
    )


def vise(notification: NotificationIndu, mouvement: Mouvement) -> bool:
    """Whether a notice aims at a payment; one that names none aims at all those made before it."""
    if notification.paiements:
        return mouvement.id in notification.paiements
    return mouvement.date <= notification.envoyee_le


def _rejetes(mouvements: Sequence[Mouvement]) -> frozenset[int]:
    """Each rejection with the last payment before it that has its payee, its amount, and its days if it names any."""
    rejetes: set[int] = set()
    for rang, rejet in enumerate(mouvements):
        if rejet.nature != "rejet_bancaire":
            continue
        for precedent in range(rang - 1, -1, -1):
            m = mouvements[precedent]
            memes = (m.destinataire, m.montant) == (rejet.destinataire, rejet.montant)
            if memes and m.nature in ENTREES and precedent not in rejetes and rejet.lignes in ((), m.lignes):
                rejetes |= {rang, precedent}
                break
    return frozenset(rejetes)


@dataclass
class _Tenue:
    """The account while it is being kept."""

    dus: Mapping[date, int]
    mouvements: Sequence[Mouvement]
    cles: Cles
    notifications: Sequence[NotificationIndu]
    payes: dict[int, Counter[date | None]] = field(default_factory=dict)
    postes: Counter[Poste] = field(default_factory=Counter)
    eteints: Counter[Poste] = field(default_factory=Counter)
    verses: Counter[date | None] = field(default_factory=Counter)

    def ajouter(self, rang: int, jour: date | None, montant: int) -> None:
        """Put money of a payment on a day."""
        if montant:
            self.payes.setdefault(rang, Counter())[jour] += montant
            self.postes[rang, jour] += montant
            self.verses[jour] += montant

    def combler(self, rang: int, montant: int, ouverts: Sequence[date]) -> int:
        """Pay days in order, each up to what it still lacks; return what is left."""
        creances = [self.dus.get(jour, 0) - self.verses[jour] for jour in ouverts]
        prises = appliquer(compte.imputer, montant, creances)
        for jour, prise in zip(ouverts, prises, strict=True):
            self.ajouter(rang, jour, prise)
        return montant - sum(prises)

    def reprendre(self, rang: int, mouvement: Mouvement) -> None:
        """Take back what named no day: what was overpaid first, unless a bank sends it back; then the last payments before."""
        reste = mouvement.montant
        if mouvement.nature != "rejet_bancaire":
            reste = self._retirer(
                reste, [(jour, montant) for (_, jour), montant in self._exigibles(mouvement.destinataire)]
            )
        anterieurs = [poste for poste in self.postes if poste[0] < rang]
        derniers = sorted(anterieurs, key=_ordre, reverse=True)
        reste = self._retirer(reste, [(poste[1], self.postes[poste]) for poste in derniers])
        self.verses[None] -= reste

    def eteindre(self, rang: int, mouvement: Mouvement) -> None:
        """Give up an overpayment, on days paid before: those named if any, the first notified first."""
        payes = {jour for autre, jour in self.postes if autre < rang}
        reste = mouvement.montant
        nommes = {self.cles.get(jour, jour) for jour in jours_nommes(mouvement)}
        for poste, montant in self._exigibles(mouvement.destinataire):
            if poste[1] in payes and (not nommes or poste[1] in nommes):
                pris = min(reste, montant)
                self.eteints[poste] += pris
                reste -= pris

    def exces(self) -> dict[Poste, int]:
        """What exceeds the due of each day: the last payment exceeds first; money on no day exceeds whole."""
        rangs: dict[date | None, list[int]] = {}
        for (rang, jour), montant in self.postes.items():
            if montant:
                rangs.setdefault(jour, []).append(rang)
        exces: dict[Poste, int] = {}
        for jour, payeurs in rangs.items():
            reste = self.verses[jour] - (self.dus.get(jour, 0) if jour else 0)
            for rang in sorted(payeurs, reverse=True):
                pris = min(max(0, reste), self.postes[rang, jour])
                if pris:
                    exces[rang, jour] = pris
                reste -= pris
        return {poste: exces[poste] for poste in sorted(exces, key=_ordre)}

    def trop_percus(self) -> dict[Poste, int]:
        """What exceeds the due, less what was given up; what no longer exceeds gives its place to the same day's rest."""
        exces = self.exces()
        reportes = Counter[date | None]()
        for poste, montant in self.eteints.items():
            reportes[poste[1]] += max(0, montant - exces.get(poste, 0))
        trop: dict[Poste, int] = {}
        for poste, montant in exces.items():
            reste = max(0, montant - self.eteints[poste])
            pris = min(reportes[poste[1]], reste)
            reportes[poste[1]] -= pris
            if reste > pris:
                trop[poste] = reste - pris
        return trop

    def _exigibles(self, debiteur: str) -> list[tuple[Poste, int]]:
        """Overpayments in the order in which they are recovered from a debtor.

        What the debtor received itself, then what was notified first; days before money on no day, which days to come
        may still absorb; then the oldest payment.
        """

        def ordre(poste: Poste) -> tuple[bool, int, bool, int, date]:
            paiement = self.mouvements[poste[0]]
            vises = (n for n, avis in enumerate(self.notifications) if vise(avis, paiement))
            premier = next(vises, len(self.notifications))
            return paiement.destinataire != debiteur, premier, poste[1] is None, *_ordre(poste)

        trop = self.trop_percus()
        return [(poste, trop[poste]) for poste in sorted(trop, key=ordre)]

    def _retirer(self, montant: int, ou: Iterable[tuple[date | None, int]]) -> int:
        """Take money off days in order, each up to what is said and down to nothing; return what is left to take."""
        for jour, au_plus in ou:
            pris = min(montant, au_plus, max(0, self.verses[jour]))
            self.verses[jour] -= pris
            montant -= pris
        return montant


def _ordre(poste: Poste) -> tuple[int, date]:
    return poste[0], poste[1] or date.max


def jours_nommes(mouvement: Mouvement) -> dict[date, int]:
    """The days a movement names, in order, with their cents; a day named twice counts for both."""
    nommes = Counter[date]()
    for ligne in mouvement.lignes:
        for jour in jours(ligne.debut, ligne.fin):
            nommes[jour] += ligne.montant_journalier
    return {jour: nommes[jour] for jour in sorted(nommes)}
