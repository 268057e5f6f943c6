"""What a workbook says of its exhibits besides their tables: where they are from, and what they count."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from dashboard.content.exhibit import Exhibit
from dashboard.content.extract import Cell, Heading, Sheet
from dashboard.content.sources import Source
from dashboard.export.told import sources
from dashboard.language import Language

Named: TypeAlias = Sequence[tuple[str, Exhibit]]  # exhibits after the names of their sheets
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def sources_sheet(named: Named, lang: Language) -> Sheet:
    """A line for each source, with the sheets that have something from it."""
    used: dict[Source, list[str]] = {}
    for name, exhibit in named:
        for source in sources(exhibit):
            used.setdefault(source, []).append(name)
    titles = ("Title", "Publisher", "Published", "Address", "Reliability", "Sheets")
    words = (lang.t("Title"), lang.t("Publisher"), lang.t("Published"), lang.t("Address"), lang.t("Kind"))
    heads = map(Heading, titles, (*words, lang.t("Sheets")), ("", "", "", "url", "", ""))
    doubt = lang.t("not a publisher's own report")
    lines = (
        (one.title, one.publisher, _day(one.published), one.url, doubt if one.tertiary else "", "; ".join(names))
        for one, names in used.items()
    )
    return Sheet(tuple(heads), tuple(lines))


def definitions_sheet(named: Named, lang: Language) -> Sheet:
    """A line for each definition of each exhibit, and for what is counted in it."""
    heads = (Heading("sheet", lang.t("Sheet")), Heading("definition", lang.t("What is counted")))
    found = (
        (name, text) for name, one in named for text in (*one.definitions, one.sources.counted) if text
    )  # fmt: skip
    return Sheet(heads, tuple(found))


def _day(published: str) -> Cell:
    """A day as a day; of a month or a year alone there is none."""
    return date.fromisoformat(published) if DAY.fullmatch(published) else published
