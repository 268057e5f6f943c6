"""What a briefing says, before anyone has decided whether it is slides, paper or a file for the pocket."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any

from dashboard.charts.base import Chart
from dashboard.content.exhibit import Exhibit
from dashboard.content.exhibited import exhibited
from dashboard.content.part import Part
from dashboard.content.parts import Section
from dashboard.content.sources import Source
from dashboard.content.view import View
from dashboard.language import Language
from dashboard.values import Market

LONGEST = 1000  # letters of a note to the reader


@dataclass(frozen=True)
class Chapter:
    """A subject of a briefing: `key` in addresses and on the command line, and the sections of pages that are in it."""

    key: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Brief:
    """The chapters of a briefing on what a view shows, and a note to the reader (empty: none)."""

    view: View
    chapters: tuple[Chapter, ...]
    note: str = ""

    @property
    def lang(self) -> Language:
        """The language it is written in."""
        return self.view.lang

    @property
    def market(self) -> Market | None:
        """The one market it is about, if it is about one."""
        found = getattr(self.view.reading.choice, "market", None)
        return found if isinstance(found, Market) and found else None

    @property
    def title(self) -> str:
        """What it is about: the market's name, or the page's title."""
        return self.lang.name("markets", self.market) if self.market else self.view.title

    @property
    def subtitle(self) -> str:
        """What kind of paper it is, and of which city."""
        return self.lang.t("Briefing of the international business service, {city}", city=self.lang.city)

    @property
    def dated(self) -> str:
        """Its date and the version of the data, which stand on every page."""
        day = self.view.date
        return self.lang.t(
            "{date} · data version {version}",
            date=self.lang.month(day.year, day.month, day.day),
            version=self.view.version,
        )

    @property
    def filters(self) -> list[str]:
        """What is chosen, in words; not what the title says."""
        return [f"{label}: {values}" for label, values in self.view.filters if values != self.title]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source in it, in the order in which they come; their numbers begin at 1."""
        found = dict.fromkeys(source for chapter in self.chapters for source in sources_in(chapter.sections))
        return tuple(found)

    def number(self, source: Source) -> int:
        """The number by which a source is cited."""
        return self._numbers[source]

    @cached_property
    def _numbers(self) -> dict[Source, int]:
        return {source: number for number, source in enumerate(self.sources, 1)}

    def exhibit(self, part: Part, section: Section) -> Exhibit | None:
        """A part as an exhibit, if it is one."""
        return exhibited(part, section, self.lang)

    def file(self, ending: str) -> str:
        """Its name as a file."""
        return f"{self.view.file('briefing')}.{ending}"


def counted(shown: int, count: int, lang: Language) -> str:
    """What is said of a list of which only the first stand there."""
    return lang.t("{shown} of {count}", shown=lang.number(shown), count=lang.number(count))


def sources_in(content: Any) -> Iterator[Source]:
    """The sources of a piece of content and of all that stands in it, in reading order."""
    if isinstance(content, Source):
        yield content
    elif is_dataclass(content) and not isinstance(content, type | Chart):
        for field in fields(content):
            if field.name != "rows":  # what is drawn of them has its sources beside it
                yield from sources_in(getattr(content, field.name))
    elif isinstance(content, Sequence) and not isinstance(content, str):
        for inner in content:
            yield from sources_in(inner)
