"""One benefit a day: which leave wins when two claim the same (L331-8, L331-8-2, L331-9, R331-6)."""

ORDRE = (
    "maternite",
    "maternite_mere_decedee",
    "adoption",
    "paternite",
    "naissance_supplementaire",
    "deuil_enfant",
)


def rang_du_risque(risque: str) -> int:
    """The rest of the mother first, then the leaves of a birth, mourning last; sickness yields to all."""
    return ORDRE.index(risque)


def jour_libre(deja_indemnise: bool) -> bool:
    """A day carries one daily benefit at most."""
    return not deja_indemnise
