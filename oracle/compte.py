"""The ledger of one payee: what is due, what was paid, what remains either way, and until when (L133-4-1, L332-1).

Amounts are cents. Balances never cross patrimonies: what one received too much never reduces what another is owed.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from oracle.calendrier import fin_de_delai, plus_mois, premier_jour_du_trimestre_suivant
from oracle.loi import lecture, seuil

CauseDIndu = Literal["aucune_indemnite", "deja_paye", "autre_destinataire", "montant_trop_eleve"]
"""Why a sum received for a day was not due."""

_MOIS_DE_PRESCRIPTION = 24


def patrimoine(destinataire: str) -> str:
    """Whose account a movement belongs to: the insured, their heirs and the person who collects for them are one.

    Each employer is another (R433-16 for the person who collects; a set-off needs reciprocal debts, C. civ. 1347).
    """
    return "assure" if destinataire in ("heritiers", "delegataire") else destinataire


def rappel(du: int, verse: int, acomptes: int) -> int:
    """What is still owed to the payee."""
    return max(0, du - verse - acomptes)


def indu(du: int, verse: int, acomptes: int) -> int:
    """What the payee received and was not due."""
    return max(0, verse + acomptes - du)


def compensation_immediate() -> bool:
    """Whether what a payee is owed for some days is at once set off against what the same payee got too much for others.

    Yes by default (C. civ. 1347: reciprocal, certain, due debts). Reading ``lignes``: an overpayment must first be
    notified and left standing for twenty days (R133-9-2), so both are stated in full.
    """
    return lecture("compensation_meme_destinataire") == "oui"


def rappel_ligne_a_ligne(lignes: Sequence[int]) -> int:
    """Without set-off: the sum of the lines on which something is owed (``lignes``: due less paid)."""
    return sum(max(0, ligne) for ligne in lignes)


def indu_ligne_a_ligne(lignes: Sequence[int]) -> int:
    """Without set-off: the sum of the lines on which too much was paid (``lignes``: due less paid)."""
    return sum(max(0, -ligne) for ligne in lignes)


def imputer(montant: int, creances: Sequence[int]) -> tuple[int, ...]:
    """What each claim, oldest first, gets from a sum paid without saying for which days (C. civ. 1342-10).

    A claim takes what it can, the next one what is left; what exceeds them all is on none.
    """
    reste, prises = montant, []
    for creance in creances:
        prise = min(reste, max(0, creance))
        prises.append(prise)
        reste -= prise
    return tuple(prises)


def debiteur(a_recu: str) -> str:
    """Who must give back what was not due: whoever received it (L133-4-1, L323-6-1; C. civ. 1302-1)."""
    return a_recu


def cause_de_l_indu(du: int, du_a_d_autres: int, deja_paye: int) -> CauseDIndu:
    """Why a payment exceeds what was due for a day, as the notice must say (R133-9-2 I 1°).

    ``du``: what the day owes to the payee; ``du_a_d_autres``: to other payees; ``deja_paye``: what earlier payments had
    already brought to the same payee for that day.
    """
    if du == 0 and du_a_d_autres == 0:
        return "aucune_indemnite"
    if deja_paye > 0:
        return "deja_paye"
    return "autre_destinataire" if du_a_d_autres > 0 else "montant_trop_eleve"


def dernier_jour_pour_reclamer(jour: date) -> date:
    """Last day on which a sickness benefit may be claimed (L332-1 al. 1).

    Two years from the first day of the quarter that follows the day's own, that first day included: for a day of the
    first quarter of 2023, from 1 April 2023 to 31 March 2025; on 1 April 2025 the claim is barred. Counting from
    the morrow of that first day would give one day more: the text does not choose.
    """
    return fin_de_delai(premier_jour_du_trimestre_suivant(jour), _MOIS_DE_PRESCRIPTION)


def dernier_jour_pour_reclamer_la_maternite(constat: date) -> date:
    """Last day on which a mother's benefit may be claimed: two years from the first finding of pregnancy (L332-1 al. 1).

    The finding itself, whenever it was notified (R331-1); its day does not count, the last one does.
    """
    return plus_mois(constat, _MOIS_DE_PRESCRIPTION)


def rappel_prescrit(dernier_jour: date, au: date, reclamations: Sequence[date]) -> bool:
    """Whether a day still unpaid at ``au`` may no longer be claimed.

    A claim made in time keeps it, however long it then takes: a file does not hold the decision that would let time run
    again. ``reclamations``: the claims about the stop made on the day concerned or later.
    """
    if reclamations and seuil("MAL-PRESC.reclamation", min(reclamations), "<=", dernier_jour):
        return False
    return seuil("MAL-PRESC.rappel", au, ">", dernier_jour)


def dernier_jour_pour_recuperer(paye_le: date, lettres: Sequence[date]) -> date:
    """Last day on which the caisse may claim back a payment: two years from the payment (L332-1 al. 3, L133-4-6).

    The day of the payment does not count, the last day does (C. civ. 2228, 2229): of a payment of 10 May 2023, until
    10 May 2025. Each registered letter sent in time opens two more years; its sending counts, not its receipt, and
    no other notice does. An acknowledgement of the debt (C. civ. 2240) is not looked for.
    """
    dernier = plus_mois(paye_le, _MOIS_DE_PRESCRIPTION)
    for lettre in sorted(lettres):
        if seuil("MAL-PRESC.lettre", lettre, "<=", dernier):
            dernier = plus_mois(lettre, _MOIS_DE_PRESCRIPTION)
    return dernier


def indu_prescrit(dernier_jour: date, au: date, fraude: bool) -> bool:
    """Whether an overpayment may no longer be claimed back; fraud and false statement set the two years aside."""
    if fraude:
        return False
    return seuil("MAL-PRESC.indu", au, ">", dernier_jour)
