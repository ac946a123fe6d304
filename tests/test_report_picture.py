"""The drawing of a leave, written by hand: where days, labels and ticks stand, to the hundredth of a unit."""

from itertools import pairwise

import pytest

from harness.report.picture import GUTTER, MARGIN, WIDTH, Scale, draw, scale_of, spread
from oracle.calendrier import jours
from oracle.explication.conges import CalendrierDeConge
from oracle.explication.conges.calendrier import Etat, Nature, Repere, Tranche
from tests.aides import jour


def a_leave(*tranches: Tranche, reperes: tuple[Repere, ...] = ()) -> CalendrierDeConge:
    """A leave written by hand."""
    return CalendrierDeConge("Congé", (), reperes, tranches)


def run(debut: str, fin: str, nature: Nature = "part", etat: Etat = "paye") -> Tranche:
    """Days alike."""
    return Tranche(jour(debut), jour(fin), nature, etat, "congé")


def test_days_follow_one_another_from_the_gutter_to_the_margin() -> None:
    scale = Scale(jour("2025-05-01"), jour("2025-06-30"))
    edges = [scale.at(day) for day in jours(jour("2025-05-01"), jour("2025-07-01"))]
    assert (edges[0], edges[-1]) == (GUTTER, WIDTH - MARGIN)
    assert all(after - before == pytest.approx(scale.day, abs=0.011) for before, after in pairwise(edges))
    assert scale.span(jour("2025-05-02"), jour("2025-05-02")) == (edges[1], round(edges[2] - edges[1], 2))


def test_a_bar_begins_on_its_first_day_and_ends_with_its_last() -> None:
    picture = draw(
        a_leave(run("2025-05-04", "2025-05-10"), run("2025-05-11", "2025-05-12", "hors", "refuse"))
    )
    # three days of room on each side: 1 to 15 May, fifteen days
    day = (WIDTH - MARGIN - GUTTER) / 15
    assert [bar.x for bar in picture.bars] == [
        pytest.approx(GUTTER + 3 * day, abs=0.01),
        pytest.approx(GUTTER + 10 * day, abs=0.01),
    ]
    assert [bar.width for bar in picture.bars] == [
        pytest.approx(7 * day, abs=0.02),
        pytest.approx(2 * day, abs=0.02),
    ]
    assert picture.bars[1].x == pytest.approx(picture.bars[0].x + picture.bars[0].width)


def test_the_strip_of_payment_joins_days_of_one_standing() -> None:
    picture = draw(
        a_leave(
            run("2025-05-04", "2025-05-10", "prenatal"),
            run("2025-05-11", "2025-05-20", "postnatal"),
            run("2025-05-21", "2025-05-30", "hors", "refuse"),
            run("2025-06-10", "2025-06-19", "hors", "refuse"),
            run("2025-06-20", "2025-06-21", "part", "attente"),
            run("2025-06-22", "2025-07-09", "perdu", "rien"),
        )
    )
    ends = [(strip.etat, strip.label) for strip in picture.paid]
    assert ends == [
        ("paye", "payés"),
        ("refuse", "non payés"),
        ("refuse", "non payés"),
        ("attente", ""),
        ("rien", "sans indemnité"),
    ]
    assert picture.paid[0].width == pytest.approx(picture.bars[0].width + picture.bars[1].width)


def test_a_run_too_narrow_for_its_rank_has_it_above_and_one_too_narrow_for_its_name_has_its_rank() -> None:
    picture = draw(
        a_leave(
            run("2025-01-01", "2025-06-29"),
            run("2025-06-30", "2025-06-30", "hors", "refuse"),
            run("2025-07-01", "2025-07-01"),
            run("2025-07-02", "2025-07-14", "perdu", "rien"),
        )
    )
    assert [(bar.label, bar.above) for bar in picture.bars] == [
        ("1. congé", False),
        ("2", True),
        ("3", True),
        ("4", False),
    ]
    assert picture.bars[2].badge - picture.bars[1].badge == pytest.approx(20)
    assert picture.y_bars - picture.y_above == 26
    wide = draw(a_leave(run("2025-01-01", "2025-06-29")))
    assert wide.y_bars == wide.y_above


@pytest.mark.parametrize(
    ("centres", "moved"),
    [
        ([], []),
        ([200.0, 300.0], [200.0, 300.0]),
        ([200.0, 203.0, 206.0], [200.0, 220.0, 240.0]),
        ([785.0, 788.0, 799.0], [750.0, 770.0, 790.0]),
    ],
)
def test_badges_that_would_touch_are_moved_apart(centres: list[float], moved: list[float]) -> None:
    assert spread(centres) == moved


def test_a_long_leave_is_measured_in_months_and_a_short_one_in_weeks() -> None:
    long = draw(a_leave(run("2025-11-20", "2026-03-11")))
    assert [tick.label for tick in long.ticks] == [
        "décembre 2025",
        "janvier 2026",
        "février 2026",
        "mars 2026",
    ]
    short = draw(a_leave(run("2025-03-10", "2025-03-23")))
    assert [tick.label for tick in short.ticks] == ["10 mars", "17 mars", "24 mars"]
    assert [tick.x for tick in short.ticks] == [
        scale_of(a_leave(run("2025-03-10", "2025-03-23"))).at(jour(day))
        for day in ("2025-03-10", "2025-03-17", "2025-03-24")
    ]
    years = draw(a_leave(run("2025-01-10", "2027-12-20")))
    assert len(years.ticks) == 37
    assert [tick.label for tick in years.ticks if tick.label] == [
        "janvier 2025",
        "août 2025",
        "mars 2026",
        "octobre 2026",
        "mai 2027",
    ]


def test_a_leave_of_a_day_has_a_week_around_it() -> None:
    scale = scale_of(a_leave(run("2025-10-06", "2025-10-06")))
    assert (scale.first, scale.last) == (jour("2025-10-03"), jour("2025-10-09"))


def test_marks_beyond_the_days_are_shown() -> None:
    leave = a_leave(run("2026-09-01", "2026-09-30"), reperes=(Repere(jour("2026-03-02"), "naissance"),))
    (mark,) = draw(leave).marks
    assert mark.x == scale_of(leave).at(jour("2026-03-02")) > GUTTER
