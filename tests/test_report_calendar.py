"""The picture of a leave: each day where it should be and once, marks at their day, the same words as the explanation."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from corpus.lecteur import lire_fichier
from harness.planning import Planned, plan_corpus
from harness.report import render_html
from harness.report.picture import (
    GUTTER,
    WIDTH,
    Bar,
    Paid,
    Picture,
    Scale,
    draw,
    scale_of,
    text_width,
)
from oracle.calendrier import jours
from oracle.dossier.famille import Conge
from oracle.explication import expliquer
from oracle.explication.conges import CalendrierDeConge, calendriers
from oracle.explication.conges.calendrier import Etat, Etendue, Nature, Repere, Tranche
from oracle.explication.langue import INSECABLE
from oracle.liquidation import liquider_en_detail
from tests.aides import jour
from tests.juges import case
from tests.pages import Page, colours, contrast, fetches_nothing, is_readable_unseen
from tests.records import HOSTILE, finding, gap, plain, write_record

CURATED = (
    "MAT-0001",
    "MAT-0002",
    "MAT-0003",
    "MAT-0005",
    "MAT-0032",
    "MAT-0034",
    "MAT-0037",
    "MAT-0039",
    "MAT-0043",
    "MAT-0050",
    "MAT-0051",
    "MAT-0063",
    "MAT-0109",
    "MAT-0116",
    "MAT-0118",
    "MAT-0122",
    "MAT-0123",
    "ADO-0008",
    "NAI-0002",
    "NAI-0005",
    "PAT-0011",
)
"""Every kind of leave; a birth early, late, at term, of a child in hospital or without life; rest moved, lost, refused."""


def asked(name: str) -> Planned:
    """The question of a curated case, at its last date."""
    return plan_corpus([case(name)])[-1]


@cache
def leaves(name: str) -> tuple[CalendrierDeConge, ...]:
    """The leaves of a curated case."""
    question = asked(name)
    return calendriers(liquider_en_detail(question.dossier, question.au))


def only(name: str) -> CalendrierDeConge:
    """The leave of a case that has a single one."""
    (leave,) = leaves(name)
    return leave


def days_of(scale: Scale, drawn: Bar | Paid) -> list[date]:
    """The days that a shape covers, read back from where it stands."""
    first = round((drawn.x - GUTTER) / scale.day)
    last = round((drawn.x + drawn.width - GUTTER) / scale.day)
    return list(jours(scale.first, scale.last))[first:last]


@pytest.mark.parametrize("name", CURATED)
def test_every_day_of_a_leave_is_drawn_once(name: str) -> None:
    claimed = {
        (piece.risque, day)
        for piece in asked(name).dossier.pieces
        if isinstance(piece, Conge)
        for period in piece.periodes
        for day in jours(period.debut, period.fin)
    }
    drawn: Counter[date] = Counter()
    for leave in leaves(name):
        scale, picture = scale_of(leave), draw(leave)
        bars = Counter(day for bar in picture.bars for day in days_of(scale, bar))
        paid = Counter(day for strip in picture.paid for day in days_of(scale, strip))
        assert set(bars.values()) == {1}
        assert bars == paid
        for tranche, bar in zip(leave.tranches, picture.bars, strict=True):
            assert days_of(scale, bar) == list(jours(tranche.debut, tranche.fin))
        drawn += bars
    assert {day for _, day in claimed} <= drawn.keys()


@pytest.mark.parametrize("name", CURATED)
def test_nothing_is_hidden_by_anything_nor_leaves_the_drawing(name: str) -> None:
    for leave in leaves(name):
        picture = draw(leave)
        for inside in (bar for bar in picture.bars if not bar.above):
            assert inside.badge_width <= inside.width
        over = [bar.badge for bar in picture.bars if bar.above]
        assert all(after - before >= 20 - 1e-6 for before, after in pairwise(over))
        assert all(GUTTER < badge <= WIDTH - 10 for badge in over)
        spans = [(span.label, span.width) for span in picture.legal]
        spans += [(strip.label, strip.width) for strip in picture.paid]
        assert all(not label or text_width(label) <= width for label, width in spans)
        for tick in picture.ticks:
            assert not tick.label or tick.x + text_width(tick.label) <= WIDTH
        assert _crossings(picture) == []
        assert (
            picture.y_legal
            <= picture.y_above
            <= picture.y_bars
            < picture.y_paid
            < picture.y_axis
            < picture.height
        )


def _crossings(picture: Picture) -> list[tuple[str, str]]:
    """The labels that share a row and touch, or that the line of a higher mark crosses."""
    extents = [
        (mark, mark.x, mark.x + text_width(mark.label))
        if mark.anchor == "start"
        else (mark, mark.x - text_width(mark.label), mark.x)
        for mark in picture.marks
    ]
    return [
        (one.label, other.label)
        for one, left, right in extents
        for other, first, last in extents
        if one is not other
        and one.anchor == other.anchor
        and (
            (one.y == other.y and left <= last and first <= right)
            or (other.y < one.y and left < other.x < right)
        )
    ]


SHOWN = ("MAT-0005", "MAT-0039", "MAT-0043", "MAT-0051", "MAT-0118", "NAI-0002", "ADO-0008", "MAT-0122")
"""Enough cases for a page: every kind of leave, two leaves in one of them, four months or one day at the least."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A report whose findings are shown by curated cases."""
    lines = [
        gap(name, dossier=lire_fichier(case(name).chemin)["dossier"], au=str(asked(name).au))
        for name in SHOWN
    ]
    findings = [finding(rank, [name]) for rank, name in enumerate(SHOWN, start=1)]
    return Page(render_html(write_record(tmp_path_factory.mktemp("run"), lines, findings)))


def test_the_words_under_the_pictures_are_those_of_the_explanation(page: Page) -> None:
    explained = "\n\n".join(expliquer(asked(name).dossier, asked(name).au) for name in SHOWN)
    told = [
        line.removeprefix("– ")
        for block in explained.split("\n\n")
        if f"Semaine par semaine{INSECABLE}:" in block
        for line in block.partition(f"Semaine par semaine{INSECABLE}:\n")[2].split("\n")
    ]
    assert len(told) > 20
    lists = re.findall(r'<ol class="weeks">(.*?)</ol>', page.source, re.DOTALL)
    assert [text for each in lists for text in Page(each).texts["span"]] == told


def test_a_page_with_pictures_fetches_nothing_and_can_be_read_unseen(page: Page) -> None:
    fetches_nothing(page)
    is_readable_unseen(page)
    drawn = sum(len(leaves(name)) for name in SHOWN)
    pictures = [svg for svg in page.all("svg") if svg.get("class") == "calendar"]
    assert len(pictures) == len(page.all("figcaption")) - 2 == drawn  # two captions are those of the shares
    titles = [leave.titre for name in SHOWN for leave in leaves(name)]
    assert [plain(text) for text in page.texts["title"][1:]] == titles
    assert [plain(text) for text in page.texts["figcaption"][2:]] == titles
    for attributes in pictures:
        assert attributes["aria-labelledby"] == attributes["aria-describedby"].replace(
            "-description", "-titre"
        )
    assert (
        "Repos légal : avant l'accouchement du 27 janvier au 9 mars 2025 (42 jours), à partir de l'accouchement du 10 mars "
        "au 20 avril 2025 (42 jours) et après la sortie de l'enfant du 8 mai au 4 juin 2025 (28 jours). Accouchement à la "
        "date présumée : 10 mars 2025. Les jours sont décrits dans la liste « Semaine par semaine » qui suit."
    ) in [plain(text) for text in page.texts["desc"]]


def test_a_report_without_a_leave_has_no_picture(tmp_path: Path) -> None:
    source = render_html(write_record(tmp_path, [gap("Q1")], [finding(1, ["Q1"])]))
    assert "motif-" not in source
    assert 'class="calendar"' not in source


EXAMPLES: dict[str, tuple[str, list[str], list[tuple[str, bool]], list[Nature]]] = {
    "born a week early": (
        "MAT-0003",
        ["5 semaines", "11 semaines à partir de l'accouchement"],
        [("Accouchement, 8 juin 2025", True), ("Date présumée, 15 juin 2025", False)],
        ["prenatal", "postnatal", "reporte"],
    ),
    "born late": (
        "MAT-0002",
        ["47 jours avant l'accouchement", "10 semaines à partir de l'accouchement"],
        [("Date présumée, 15 juin 2025", False), ("Accouchement, 20 juin 2025", True)],
        ["prenatal", "prolonge", "postnatal", "hors"],
    ),
    "born before the rest, in hospital": (
        "MAT-0005",
        ["122 jours à partir de l'accouchement"],
        [
            ("Accouchement, 12 juillet 2025", True),
            ("Début légal du repos, 22 juillet 2025", False),
            ("Date présumée, 2 septembre 2025", False),
        ],
        ["supplement", "postnatal", "reporte"],
    ),
    "three weeks postponed": (
        "MAT-0039",
        ["3 semaines", "13 semaines à partir de l'accouchement"],
        [
            ("Début légal du repos, 4 mai 2025", False),
            ("Accouchement à la date présumée, 15 juin 2025", True),
        ],
        ["report", "perdu", "prenatal", "postnatal", "reporte", "hors"],
    ),
    "taken up again when the child leaves the hospital": (
        "MAT-0043",
        ["6 semaines", "6 semaines", "4 semaines"],
        [("Accouchement à la date présumée, 10 mars 2025", True)],
        ["prenatal", "postnatal", "attente_de_sortie", "reliquat", "hors"],
    ),
    "stillborn, maternity due": (
        "MAT-0050",
        ["16 semaines à partir de l'accouchement"],
        [
            ("Accouchement, 31 janvier 2025", True),
            ("Début légal du repos, 4 mai 2025", False),
            ("Date présumée, 15 juin 2025", False),
        ],
        ["postnatal", "reporte"],
    ),
    "stillborn too early": (
        "MAT-0051",
        [],
        [("Accouchement, 1er février 2025", True), ("Date présumée, 15 juin 2025", False)],
        ["maladie", "hors"],
    ),
    "a father whose child is in hospital": (
        "MAT-0118",
        [],
        [("Naissance, 3 mars 2025", True), ("Date présumée, 5 mars 2025", False)],
        ["obligatoire", "hospitalisation", "part", "part"],
    ),
    "an adoption in two parts": (
        "ADO-0008",
        [],
        [("Arrivée de l'enfant, 13 janvier 2025", True)],
        ["part", "part"],
    ),
    "mourning in parts": (
        "MAT-0122",
        [],
        [("Décès de l'enfant, 12 mai 2025", True)],
        ["part", "part", "part", "part"],
    ),
    "the rest of a dead mother": (
        "MAT-0123",
        ["6 semaines avant l'accouchement", "10 semaines à partir de l'accouchement"],
        [("Naissance à la date présumée, 15 juin 2025", True), ("Décès de la mère, 5 juillet 2025", True)],
        ["mere", "mere", "postnatal"],
    ),
}


@pytest.mark.parametrize(("name", "legal", "marks", "natures"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_curated_leave_is_drawn_as_the_law_has_it(
    name: str, legal: list[str], marks: list[tuple[str, bool]], natures: list[Nature]
) -> None:
    picture = draw(only(name))
    assert [span.label for span in picture.legal] == legal
    assert [(mark.label, mark.fact) for mark in picture.marks] == marks
    assert [bar.nature for bar in picture.bars] == natures


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("MAT-0003", ["2025-06-08", "2025-06-15"]),
        ("MAT-0005", ["2025-07-12", "2025-07-22", "2025-09-02"]),
        ("MAT-0123", ["2025-06-15", "2025-07-05"]),
    ],
)
def test_a_mark_stands_where_its_day_begins(name: str, days: list[str]) -> None:
    leave = only(name)
    assert [mark.x for mark in draw(leave).marks] == [scale_of(leave).at(jour(day)) for day in days]


def test_the_rest_of_after_begins_at_the_mark_of_the_delivery() -> None:
    picture = draw(only("MAT-0003"))
    delivery = picture.marks[0].x
    assert picture.bars[1].x == picture.legal[1].x == delivery
    assert picture.legal[0].x + picture.legal[0].width == pytest.approx(delivery)


def patterns() -> Iterator[tuple[str, str, str]]:
    """The pattern of each nature: its name, its tone, its drawing with the size of its tile."""
    source = (files("harness.report") / "templates" / "motifs.html.j2").read_text(encoding="utf-8")
    for name, size, tone, path in re.findall(
        r"\{\{ pattern\('(\w+)', (\d+), '(\w+)', '([^']+)'\) \}\}", source
    ):
        yield name, tone, f"{size} {path}"


def test_each_nature_of_day_has_a_pattern_that_no_other_has() -> None:
    drawn = list(patterns())
    assert sorted(name for name, _, _ in drawn) == sorted(get_args(Nature))
    assert len({path for _, _, path in drawn}) == len(drawn)


def test_every_pattern_and_every_word_of_a_picture_stands_out() -> None:
    known = colours()
    for tone in {tone for _, tone, _ in patterns()} - {"worked"}:
        assert contrast(known[tone], known[f"{tone}-wash"]) >= 4.5, tone
    assert contrast(known["paper"], known["good"]) >= 4.5
    # outlines, badges, waiting and refused days: on the paper, where every ink is tried with the page


def test_every_standing_has_its_own_drawing() -> None:
    css = (files("harness.report") / "templates" / "report.css").read_text(encoding="utf-8")
    drawings = {etat: re.search(rf"\.calendar \.{etat} \{{([^}}]*)\}}", css) for etat in get_args(Etat)}
    assert all(drawings.values())
    assert len({drawing[1] for drawing in drawings.values() if drawing}) == len(get_args(Etat))


def test_whatever_a_calendar_says_is_inert_in_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = CalendrierDeConge(
        HOSTILE,
        (Etendue(jour("2025-05-01"), jour("2025-06-30"), HOSTILE),),
        (Repere(jour("2025-05-15"), HOSTILE),),
        (Tranche(jour("2025-05-01"), jour("2025-06-30"), "part", "paye", HOSTILE),),
    )
    monkeypatch.setattr("harness.report.witness.calendriers", lambda _: (hostile,))
    source = render_html(write_record(tmp_path, [gap("Q1")], [finding(1, ["Q1"])]))
    page = Page(source)
    assert page.all("script", "img", "b") == []
    assert len(page.all("svg")) > 3
    assert source.count("&lt;script&gt;") >= 4
    assert not set("\u202e\x1b\x00") & set(source)
