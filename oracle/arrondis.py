"""The ways an amount is brought to the cent. Each legal rounding point calls one of them, once."""

from fractions import Fraction


def au_plus_proche(centimes: Fraction) -> int:
    """Nearest cent, half up."""
    return (2 * centimes.numerator + centimes.denominator) // (2 * centimes.denominator)


def tronque(centimes: Fraction) -> int:
    """Whole cents, the rest dropped."""
    return centimes.numerator // centimes.denominator


def part_d_un_total(total: Fraction | int, rang: int, nombre: int) -> int:
    """The whole cents of the ``rang``-th (from 1) of ``nombre`` equal parts of a total; they add up to it exactly."""
    jusqu_ici, avant = (
        (2 * n * total.numerator + nombre * total.denominator) // (2 * nombre * total.denominator)
        for n in (rang, rang - 1)
    )
    return jusqu_ici - avant


def a_six_decimales(centimes: Fraction) -> Fraction:
    """A daily base shown in euros with six decimals, half up; for display and comparison, never for computing."""
    return Fraction(au_plus_proche(centimes * 10_000), 10_000)
