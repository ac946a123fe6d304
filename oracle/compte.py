"""The ledger of one payee: what is due, what was paid, what remains either way (L133-4-1). Amounts are cents.

Balances never cross payees: what one received too much never reduces what another is owed.
"""


def rappel(du: int, verse: int, acomptes: int) -> int:
    """What is still owed to the payee."""
    return max(0, du - verse - acomptes)


def indu(du: int, verse: int, acomptes: int) -> int:
    """What the payee received and was not due."""
    return max(0, verse + acomptes - du)
