"""Briefings to be tried: full and quiet ones, one of each page, and one with texts that nobody should have written."""

import re
from dataclasses import replace

from dashboard.briefing.brief import Brief, Chapter
from dashboard.briefing.chapters import brief
from dashboard.content.desk import Desk, Person
from dashboard.content.parts import Cell, Entries, Entry, Findings, HeadCell, KeyFigure, KeyFigures, Matrix, Section
from dashboard.content.sources import Source
from dashboard.speaking import language

SAMPLES = {
    "JP": ("market", {"market": ["JP"]}),
    "KR": ("market", {"market": ["KR"]}),
    "BG": ("market", {"market": ["BG"]}),
    "compare": ("compare", {}),
    "sectors": ("sectors", {}),
    "outlook": ("outlook", {}),
}
HOSTILE = (
    '#read("/etc/passwd") *bold* _em_ $x$ @ref <label>',
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"quoted\" and 'quoted' & so on {{ 7 * 7 }} {% raw %}",
    "日本電産 (日本) 한국전력공사",
    "a\x00b\x0bc\ud800d\uffffe",
    "x" * 40_000,
    "word " * 8_000,
    "=HYPERLINK(1)",
)


def sample(name: str, lang: str) -> Brief:
    """The briefing of that name."""
    page, asked = SAMPLES[name]
    return brief(page, asked, language(lang))


def hostile(lang: str = "en") -> Brief:
    """A briefing in which every kind of text is hostile."""
    sources = [Source(text, text, "javascript:alert(1)" if place else "https://example.org/?a=1&b=2#c", "2024-03")
               for place, text in enumerate(HOSTILE)]  # fmt: skip
    entries = tuple(Entry(text, text, text, text, source) for text, source in zip(HOSTILE, sources, strict=True))
    figures = tuple(KeyFigure(text, text, text, text, source) for text, source in zip(HOSTILE, sources, strict=True))
    lines = tuple((HeadCell(text, text), (Cell(text, text, 0.5), None)) for text in HOSTILE)
    parts = (
        KeyFigures(figures),
        Findings(HOSTILE),
        Entries("hostile", HOSTILE[0], HOSTILE[1], entries),
        Matrix("matrix", HOSTILE[1], (HeadCell(HOSTILE[2]), HeadCell(HOSTILE[4])), lines),
        Desk(HOSTILE[0], people=tuple(Person(text, text, text, text, text, text) for text in HOSTILE)),
    )
    chapter = Chapter("hostile", HOSTILE[1], (Section("hostile", HOSTILE[1], parts=parts),))
    return replace(sample("JP", lang), chapters=(chapter,), note=HOSTILE[1])


def bare(text: str) -> str:
    """A text without what a line's end may change: blanks, hyphens, marks where a line may end."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]+", "", text)
