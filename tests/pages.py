"""A page as a browser sees it, and what every page of a report must be: fetched from nowhere, readable unseen."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

_VOID = frozenset({"meta", "link", "br", "rect"})


@dataclass
class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the text that stands in each kind of element."""

    source: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


def fetches_nothing(page: Page) -> None:
    """Nothing runs, nothing is asked of another place; a reference points inside the page."""
    assert page.all("script", "img", "image", "use", "iframe", "object", "embed", "form", "base") == []
    for attributes in page.all(*{tag for tag, _ in page.elements}):
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("src", "href", "xlink:href", "action", "srcset", "data"):
            assert attributes.get(name, "#").startswith(("#", "data:,"))
    assert "@import" not in page.source
    assert not re.search(r"url\((?!#)", page.source)
    policy = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv")]
    assert policy[0].startswith("default-src 'none'")


def is_readable_unseen(page: Page) -> None:
    """Titles go down one level at a time, tables and pictures named, names pointed at are known and unique."""
    assert page.all("html") == [{"lang": "fr"}]
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(th.get("scope") in ("col", "row") for th in page.all("th"))
    for svg in page.all("svg"):
        named = svg.get("role") == "img" and ("aria-label" in svg or "aria-labelledby" in svg)
        assert named or svg.get("aria-hidden") == "true"
    names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(names) == len(set(names))
    pointed = [link["href"].removeprefix("#") for link in page.all("a")]
    for _, attributes in page.elements:
        pointed += [attributes[by] for by in ("aria-labelledby", "aria-describedby") if by in attributes]
    pointed += re.findall(r"url\(#([^)]*)\)", page.source)
    assert set(pointed) <= set(names)


def colours() -> dict[str, str]:
    """The colours of the style sheet, by name."""
    css = (files("harness.report") / "templates" / "report.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{6})", css))


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, as the accessibility rules count it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
