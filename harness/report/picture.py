"""The picture of a leave: where its spans, days and marks stand on the drawing. Nothing is decided here.

Lengths are in units of the drawing, close to pixels; a day begins where the day before ends, to the hundredth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from oracle.calendrier import en_francais, jours, mois_civil, nb_jours, plus_jours
from oracle.explication.conges import CalendrierDeConge, dire_une_tranche
from oracle.explication.conges.calendrier import ETATS, Etat, Etendue, Nature, Repere, Tranche
from oracle.explication.dits import majuscule
from oracle.explication.langue import enumerer, intervalle_compte, pluriel

WIDTH, GUTTER, MARGIN = 800, 116, 6
LINE, GAP = 18, 8
LEGAL_HEIGHT, BAR_HEIGHT, PAID_HEIGHT = 24, 40, 20
SIZES = {
    "width": WIDTH,
    "gutter": GUTTER,
    "line": LINE,
    "legal": LEGAL_HEIGHT,
    "bar": BAR_HEIGHT,
    "paid": PAID_HEIGHT,
}
"""The lengths that the drawing shares with the layout."""
_GLYPH = 6.4
"""Mean width of a character, on the wide side: a text is shown where it surely fits."""
_PADDING = 7
_BADGE = 20
_WEEK = 7
_SHORT = 62
"""Days up to which the axis counts Mondays, not months."""


@dataclass(frozen=True)
class Scale:
    """The days shown, from ``first`` to ``last``, laid between the gutter and the margin."""

    first: date
    last: date

    @property
    def day(self) -> float:
        """The width of a day."""
        return (WIDTH - MARGIN - GUTTER) / nb_jours(self.first, self.last)

    def at(self, day: date) -> float:
        """Where a day begins."""
        return round(GUTTER + (day - self.first).days * self.day, 2)

    def span(self, debut: date, fin: date) -> tuple[float, float]:
        """Where days in a row begin, and how wide they are, the last one included."""
        x = self.at(debut)
        return x, round(self.at(plus_jours(fin, 1)) - x, 2)


@dataclass(frozen=True)
class Tick:
    """A month or a week begins; ``label`` is empty where there is no room for it."""

    x: float
    label: str


@dataclass(frozen=True)
class Mark:
    """A day the calendar turns on, its label at ``y``; ``fact``: it took place, otherwise it is only reckoned."""

    x: float
    y: int
    label: str
    anchor: Literal["start", "end"]
    fact: bool


@dataclass(frozen=True)
class Outline:
    """A span the law allows."""

    x: float
    width: float
    label: str


@dataclass(frozen=True)
class Bar:
    """Days alike, of rank ``rank`` in the list. ``badge``: centre of the label; ``above``: it stands over the bar."""

    x: float
    width: float
    nature: Nature
    rank: int
    label: str
    badge: float
    badge_width: float
    above: bool

    @property
    def middle(self) -> float:
        """The centre of the bar."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True)
class Paid:
    """Days in a row that are paid, refused, waiting, or that bring nothing."""

    x: float
    width: float
    etat: Etat
    label: str


@dataclass(frozen=True)
class Line:
    """A run of days in words: the text that stands for the picture."""

    nature: Nature
    text: str


@dataclass(frozen=True)
class Picture:
    """A leave drawn. ``y_…``: the top of each strip; ``y_top``: where the lines of the marks begin at the highest."""

    title: str
    description: str
    height: int
    y_legal: int
    y_above: int
    y_bars: int
    y_paid: int
    y_axis: int
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    legal: tuple[Outline, ...]
    bars: tuple[Bar, ...]
    paid: tuple[Paid, ...]
    lines: tuple[Line, ...]


def draw(leave: CalendrierDeConge) -> Picture:
    """Lay a leave out."""
    scale = scale_of(leave)
    marks = tuple(_marks(leave.reperes, scale))
    bars = _bars(leave.tranches, scale)
    y_legal = GAP + max((mark.y for mark in marks), default=0)
    y_above = y_legal + (LEGAL_HEIGHT + GAP if leave.legal else 0)
    y_bars = y_above + (LINE + GAP if any(bar.above for bar in bars) else 0)
    y_paid = y_bars + BAR_HEIGHT + GAP
    y_axis = y_paid + PAID_HEIGHT + GAP
    return Picture(
        title=leave.titre,
        description=describe(leave),
        height=y_axis + LINE + GAP,
        y_legal=y_legal,
        y_above=y_above,
        y_bars=y_bars,
        y_paid=y_paid,
        y_axis=y_axis,
        ticks=tuple(_ticks(scale)),
        marks=marks,
        legal=tuple(_outline(etendue, scale) for etendue in leave.legal),
        bars=bars,
        paid=tuple(_paid(leave.tranches, scale)),
        lines=tuple(Line(tranche.nature, dire_une_tranche(tranche)) for tranche in leave.tranches),
    )


def describe(leave: CalendrierDeConge) -> str:
    """What the picture adds to the list of days: the spans of the law and the days the calendar turns on."""
    spans = [f"{span.libelle} {intervalle_compte(span.debut, span.fin)}" for span in leave.legal]
    marks = [f"{majuscule(mark.libelle)} : {en_francais(mark.jour)}." for mark in leave.reperes]
    said = [f"Repos légal : {enumerer(spans)}."] if spans else []
    return " ".join([*said, *marks, "Les jours sont décrits dans la liste « Semaine par semaine » qui suit."])


def scale_of(leave: CalendrierDeConge) -> Scale:
    """Every day of interest, and a little room on both sides: a week at least is shown."""
    days = [
        *(day for run in leave.tranches for day in (run.debut, run.fin)),
        *(day for span in leave.legal for day in (span.debut, span.fin)),
        *(mark.jour for mark in leave.reperes),
    ]
    room = max(3, nb_jours(min(days), max(days)) // 40)
    return Scale(plus_jours(min(days), -room), plus_jours(max(days), room))


def _ticks(scale: Scale) -> Iterator[Tick]:
    """The first of each month, or each Monday of a short leave; a label in so many, and never past the margin."""
    shown = jours(scale.first, scale.last)
    if nb_jours(scale.first, scale.last) <= _SHORT:
        labels = {day: en_francais(day).rsplit(" ", 1)[0] for day in shown if day.weekday() == 0}
    else:
        labels = {day: str(mois_civil(day)) for day in shown if day.day == 1}
    widest = max((text_width(label) for label in labels.values()), default=0)
    apart = min((scale.at(after) - scale.at(before) for before, after in pairwise(labels)), default=WIDTH)
    stride = -(-widest // apart)
    for rank, (day, label) in enumerate(labels.items()):
        x = scale.at(day)
        told = rank % stride == 0 and x + text_width(label) <= WIDTH
        yield Tick(x, label if told else "")


@dataclass(frozen=True)
class _Label:
    """The label of a mark, beside its line: to the right where it fits, otherwise to the left."""

    repere: Repere
    text: str
    x: float

    @property
    def anchor(self) -> Literal["start", "end"]:
        return "start" if self.x + text_width(self.text) <= WIDTH else "end"

    @property
    def left(self) -> float:
        return self.x if self.anchor == "start" else self.x - text_width(self.text)

    def touches(self, other: "_Label") -> bool:
        first, second = sorted((self, other), key=lambda label: label.left)
        return second.left <= first.left + text_width(first.text)


def _marks(reperes: Sequence[Repere], scale: Scale) -> Iterator[Mark]:
    """Each label on the row above the highest of those it would touch, the lowest row being next to the strips.

    Labels that run to the right are placed from the right, the others from the left: no line then crosses a label that
    runs the same way.
    """
    labels = [
        _Label(repere, f"{majuscule(repere.libelle)}, {en_francais(repere.jour)}", scale.at(repere.jour))
        for repere in reperes
    ]
    rightward = [label for label in labels if label.anchor == "start"]
    leftward = [label for label in labels if label.anchor == "end"]
    rows: dict[_Label, int] = {}
    for label in (*reversed(rightward), *leftward):
        rows[label] = 1 + max((row for placed, row in rows.items() if label.touches(placed)), default=0)
    highest = max(rows.values(), default=0)
    for label in labels:
        y = (highest + 1 - rows[label]) * LINE
        yield Mark(label.x, y, label.text, label.anchor, label.repere.constate)


def _outline(etendue: Etendue, scale: Scale) -> Outline:
    x, width = scale.span(etendue.debut, etendue.fin)
    days = nb_jours(etendue.debut, etendue.fin)
    length = pluriel(days // _WEEK, "semaine") if days % _WEEK == 0 else pluriel(days, "jour")
    return Outline(x, width, _widest_that_fits(width, f"{length} {etendue.libelle}", length))


def _bars(tranches: Sequence[Tranche], scale: Scale) -> tuple[Bar, ...]:
    """Each run with its rank and its name; its rank alone where the name is too long, over it where it is too narrow."""
    spans = [scale.span(tranche.debut, tranche.fin) for tranche in tranches]
    names = [
        _widest_that_fits(width, f"{rank}. {tranche.libelle}", str(rank))
        for rank, ((_, width), tranche) in enumerate(zip(spans, tranches, strict=True), start=1)
    ]
    narrow = [n for n, name in enumerate(names) if not name]
    centres = dict(zip(narrow, spread([spans[n][0] + spans[n][1] / 2 for n in narrow]), strict=True))
    return tuple(
        Bar(
            x=x,
            width=width,
            nature=tranche.nature,
            rank=n + 1,
            label=names[n] or str(n + 1),
            badge=round(centres.get(n, x + width / 2), 2),
            badge_width=max(_BADGE, text_width(names[n])),
            above=n in centres,
        )
        for n, ((x, width), tranche) in enumerate(zip(spans, tranches, strict=True))
    )


def spread(centres: Sequence[float]) -> list[float]:
    """Centres, in order, moved apart as little as it takes for badges not to touch nor to leave the drawing."""
    moved: list[float] = []
    for centre in centres:
        moved.append(max(centre, moved[-1] + _BADGE) if moved else centre)
    limit = WIDTH - _BADGE / 2
    for rank in reversed(range(len(moved))):
        moved[rank] = min(moved[rank], limit)
        limit = moved[rank] - _BADGE
    return moved


def _paid(tranches: Sequence[Tranche], scale: Scale) -> Iterator[Paid]:
    """Runs of the same standing that touch are one."""
    merged: list[tuple[date, date, Etat]] = []
    for tranche in tranches:
        if merged and merged[-1][2] == tranche.etat and plus_jours(merged[-1][1], 1) == tranche.debut:
            merged[-1] = (merged[-1][0], tranche.fin, tranche.etat)
        else:
            merged.append((tranche.debut, tranche.fin, tranche.etat))
    for debut, fin, etat in merged:
        x, width = scale.span(debut, fin)
        yield Paid(x, width, etat, _widest_that_fits(width, ETATS[etat]))


def text_width(text: str) -> int:
    """The room a text takes on the drawing, with a little air around it."""
    return round(len(text) * _GLYPH) + 2 * _PADDING


def _widest_that_fits(width: float, *texts: str) -> str:
    """The first text that fits; nothing when none does."""
    return next((text for text in texts if text_width(text) <= width), "")
