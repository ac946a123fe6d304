"""Two décomptes side by side, run of equal days by run of equal days: what is due, what was rendered, the gap.

Periods are cut at each other's ends, never walked day by day: an engine may render a period of a century.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from harness.report.wording import MOTIFS, STATUTS, clean, payee
from oracle.calendrier import jours, nb_jours, plus_jours
from oracle.decompte import PeriodeDue, jour_du
from oracle.explication.langue import euros

ROWS_SHOWN = 40
_PERIODS_COMPARED = 500
_OVERLAPS_TOLD = 4


@dataclass(frozen=True)
class DayRun:
    """Days from ``debut`` to ``fin`` that are alike on both sides. ``ecart``: rendered less due over the run, in cents.

    ``rendu`` null when the engine renders no days.
    """

    debut: date
    fin: date
    attendu: str
    rendu: str | None
    ecart: Fraction
    diverges: bool


def day_runs(
    due: Sequence[PeriodeDue], rendered: Sequence[PeriodeDue] | None, rounded: Callable[[Fraction], Fraction]
) -> tuple[DayRun, ...]:
    """Lay the due days beside the rendered ones; ``rendered`` null: only what is due.

    Days that neither side pays nor states are left out. Beyond some hundreds of rendered periods, only what is due.
    """
    if rendered is not None and len(rendered) > _PERIODS_COMPARED:
        rendered = None
    runs: list[DayRun] = []
    for debut, fin in _pieces([*due, *(rendered or ())]):
        here = [p for p in due if p.debut <= debut <= p.fin]
        there = None if rendered is None else [p for p in rendered if p.debut <= debut <= p.fin]
        if here or there:
            _append(runs, _run(debut, fin, here, there, rounded))
    return tuple(runs)


def _pieces(periods: Sequence[PeriodeDue]) -> list[tuple[date, date]]:
    """Intervals over which no period begins or ends."""
    starts = sorted({p.debut for p in periods} | {plus_jours(p.fin, 1) for p in periods})
    return [(start, plus_jours(following, -1)) for start, following in pairwise(starts)]


def _run(
    debut: date,
    fin: date,
    due: Sequence[PeriodeDue],
    rendered: Sequence[PeriodeDue] | None,
    rounded: Callable[[Fraction], Fraction],
) -> DayRun:
    expected = _words(due, Fraction)
    if rendered is None:
        return DayRun(debut, fin, expected, None, Fraction(0), False)
    gap = _amount(rendered, debut, fin, rounded) - _amount(due, debut, fin, Fraction)
    diverges = gap != 0 or _statuses(due) != _statuses(rendered)
    ours, theirs = _parts(due, Fraction), _parts(rendered, rounded)
    if not diverges and ours and theirs:
        fixed = any(
            p.montant is not None for p in (*due, *rendered)
        )  # then only the payees compare day by day
        diverges = ours.keys() != theirs.keys() if fixed else ours != theirs
    return DayRun(debut, fin, expected, _words(rendered, rounded), gap, diverges)


def _append(runs: list[DayRun], run: DayRun) -> None:
    """Merge a run into the one before when they say the same of days that follow."""
    last = runs[-1] if runs else None
    if (
        last is not None
        and plus_jours(last.fin, 1) == run.debut
        and (last.attendu, last.rendu, last.diverges) == (run.attendu, run.rendu, run.diverges)
    ):
        runs[-1] = replace(last, fin=run.fin, ecart=last.ecart + run.ecart)
    else:
        runs.append(run)


def _amount(
    periods: Sequence[PeriodeDue], debut: date, fin: date, rounded: Callable[[Fraction], Fraction]
) -> Fraction:
    """What periods pay from ``debut`` to ``fin``, both within each of them."""
    return sum((_paid(p, debut, fin, rounded) for p in periods), Fraction(0))


def _paid(period: PeriodeDue, debut: date, fin: date, rounded: Callable[[Fraction], Fraction]) -> Fraction:
    if period.montant is None:
        return rounded(Fraction(period.montant_journalier)) * nb_jours(debut, fin)
    if (period.debut, period.fin) == (debut, fin):
        return rounded(Fraction(period.montant))
    return sum((rounded(jour_du(period, day).montant) for day in jours(debut, fin)), Fraction(0))


def _statuses(periods: Sequence[PeriodeDue]) -> tuple[str, ...]:
    return tuple(sorted({p.statut for p in periods})) or ("non_prescrit",)


def _parts(periods: Sequence[PeriodeDue], rounded: Callable[[Fraction], Fraction]) -> dict[str, Fraction]:
    shares: dict[str, Fraction] = {}
    for part in (part for p in periods for part in p.parts if part.montant):
        shares[part.destinataire] = shares.get(part.destinataire, Fraction(0)) + rounded(
            Fraction(part.montant)
        )
    return shares


def _words(periods: Sequence[PeriodeDue], rounded: Callable[[Fraction], Fraction]) -> str:
    if not periods:
        return "aucun jour"
    if len(periods) > _OVERLAPS_TOLD:
        return f"{len(periods)} périodes se recouvrent"
    return " + ".join(_one(period, rounded) for period in periods)


def _one(period: PeriodeDue, rounded: Callable[[Fraction], Fraction]) -> str:
    if period.montant or period.montant_journalier:
        shares = _parts([period], rounded)
        paid = euros(rounded(Fraction(period.montant_journalier)))
        if period.montant is not None:
            paid = f"{euros(rounded(Fraction(period.montant)))} pour la période"
        if len(shares) == 1:
            return f"{paid} ({payee(next(iter(shares)))})"
        split = " + ".join(f"{payee(code)} {euros(cents)}" for code, cents in sorted(shares.items()))
        status = "" if period.statut == "indemnise" else f"{STATUTS[period.statut]}, "
        return f"{status}{paid}{f' ({split})' if split else ''}"
    why = clean(period.precision or "") or MOTIFS.get(period.motif or "", "")
    if why and (period.statut, period.motif) not in (
        ("carence", "delai_de_carence"),
        ("non_prescrit", "jour_non_prescrit"),
    ):
        return f"{STATUTS[period.statut]} : {why}"
    return STATUTS[period.statut]
