"""Every kind of content as an exhibit; what is said in a sentence, or is there to choose, is none."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import singledispatch
from itertools import chain
from typing import TypeVar

from dashboard.content import parts
from dashboard.content.cards import Cards
from dashboard.content.exhibit import Exhibit, Line, happenings, listed, meanings, numbers
from dashboard.content.extract import Cell, Heading, Sheet, taken_along
from dashboard.content.figure import Caption, Figure
from dashboard.content.groups import Calendar, Group, Groups
from dashboard.content.latest import Latest
from dashboard.content.listing import ListCell, ListHead, Listing
from dashboard.content.measures import Measures
from dashboard.content.part import Part
from dashboard.content.sources import Source, Sources, sources_of
from dashboard.content.table import DataTable, Kind
from dashboard.content.units import scaled
from dashboard.language import Language
from dashboard.values import Hedge, Quantity

T = TypeVar("T")


def exhibits(section: parts.Section, lang: Language) -> Iterator[Exhibit]:
    """All that a section shows as figures, tables and lists, in reading order, each with a key of its own."""
    return (exhibit for _, exhibit in placed(section, lang))


def placed(section: parts.Section, lang: Language) -> Iterator[tuple[Part, Exhibit]]:
    """The same beside the parts that they are made of."""
    taken: Counter[str] = Counter()
    for part in parts.flat(section.parts):
        if (found := exhibited(part, section, lang)) is not None:
            taken[found.key] += 1
            count = taken[found.key]
            yield part, found if count == 1 else replace(found, key=f"{found.key}-{count}")


@singledispatch
def exhibited(part: Part, section: parts.Section, lang: Language) -> Exhibit | None:  # noqa: ARG001
    """The part as an exhibit; None for a sentence, or something to choose."""
    return None


@exhibited.register
def _(part: Figure, _: parts.Section, lang: Language) -> Exhibit:
    return Exhibit(
        part.key, part.caption, lambda: taken_along(part.rows, lang), part.sources, part.definitions, figure=part
    )


@exhibited.register
def _(part: DataTable, _: parts.Section, lang: Language) -> Exhibit:
    units = {Kind.YEAR: "year", Kind.LINK: "url"}
    heads = [Heading(f"column-{n}", head.title, units.get(head.kind, "")) for n, head in enumerate(part.columns, 1)]
    said = Sheet(tuple(heads), part.lines)
    caption = Caption(part.title, "", "")
    return Exhibit(part.key, caption, lambda: taken_along(part.rows, lang), sources_of(part.rows), said=said)


@exhibited.register
def _(part: Listing, section: parts.Section, lang: Language) -> Exhibit:
    """The whole list, not the page of it that is shown."""
    caption = Caption(section.title or lang.t("Companies"), section.text, "")
    return Exhibit(part.key, caption, lambda: taken_along(part.extract(), lang), said=_page_of(part))


def _page_of(part: Listing) -> Sheet:
    """The page of it that is shown."""
    heads = [
        Heading(*told) for head in part.heads for told in _with_url(head, (head.key, head.name), ("url", "", "url"))
    ]
    lines = [tuple(chain.from_iterable(map(_read, part.heads, row.cells))) for row in part.rows]
    return Sheet(tuple(heads), tuple(lines))


def _read(head: ListHead, cell: ListCell) -> Sequence[str]:
    """A cell as it is read; a source with its address."""
    source = cell.source
    text = " · ".join(filter(None, [cell.text, cell.note, cell.below, source.publisher if source else ""]))
    return _with_url(head, text, source.url if source else "")


def _with_url(head: ListHead, told: T, url: T) -> tuple[T, ...]:
    """A column of sources is two: what they are called, and their addresses."""
    return (told, url) if head.key == "source" else (told,)


@exhibited.register
def _(part: parts.Matrix, section: parts.Section, lang: Language) -> Exhibit:
    caption = Caption(part.title or section.title, section.text if part.title == "" else "", "")
    heads = [Heading(f"column-{n}", head.name) for n, head in enumerate(part.heads, 1)]
    said = _crossed(part, heads, lambda cells: [_in_words(cell) for cell in cells])
    return Exhibit(part.key, caption, lambda: _numbers(part, lang), part.sources or Sources(), said=said, steady=False)


def _crossed(
    part: parts.Matrix, heads: Iterable[Heading], told: Callable[[Sequence[parts.Cell | None]], Iterable[Cell]]
) -> Sheet:
    """A line for each line of the table, its head first, with its note, by which two of one name differ; then its cells
    as they are `told`."""
    lines = [(" · ".join(filter(None, [head.name, head.note])), *told(cells)) for head, cells in part.lines]
    return Sheet((Heading("head", part.corner), *heads), tuple(lines))


def _numbers(part: parts.Matrix, lang: Language) -> Sheet:
    """Its numbers as numbers, the notes below them in columns beside them."""
    noted = [any(_note(cells[at], lang) for _, cells in part.lines) for at in range(len(part.heads))]
    heads: list[Heading] = []
    for number, (head, is_noted) in enumerate(zip(part.heads, noted, strict=True), 1):
        heads.append(Heading(f"column-{number}", head.name, part.unit))
        if is_noted:
            heads.append(Heading(f"column-{number}-note", lang.t("{title}, note", title=head.name)))

    def told(cells: Sequence[parts.Cell | None]) -> Iterator[Cell]:
        for cell, is_noted in zip(cells, noted, strict=True):
            yield scaled(cell.value, part.unit) if cell else None
            if is_noted:
                yield _note(cell, lang) or None

    return _crossed(part, heads, told)


def _note(cell: parts.Cell | None, lang: Language) -> str:
    """What stands with a number: how sure it is, unless it is exact, and the note below it."""
    if cell is None:
        return ""
    hedge = "" if cell.hedge is Hedge.EXACT else lang.label("indicators", "qualifier", cell.hedge)
    return " · ".join(filter(None, [hedge, cell.note]))


def _in_words(cell: parts.Cell | None) -> Cell:
    """A number with its note: `≈ 650 (2025)`."""
    if cell is None:
        return None
    return f"{cell.text} ({cell.note})" if cell.note else cell.text


@exhibited.register
def _(part: parts.KeyFigures, section: parts.Section, lang: Language) -> Exhibit:
    lines = [
        Line((one.label, *_told(one.quantity, one.value), one.meta, one.change), one.source) for one in part.figures
    ]
    caption = Caption(section.title or lang.t("Key figures"), section.text, "")
    return listed(section.key, caption, numbers(lang), lines, lang)


@exhibited.register
def _(part: Measures, section: parts.Section, lang: Language) -> Exhibit:
    lines = [Line((one.text, *_told(one.quantity, one.value), one.unit, ""), one.source) for one in part.items]
    return listed(f"{section.key}-measures", Caption(part.title, part.subtitle, ""), numbers(lang), lines, lang)


@exhibited.register
def _(part: Cards, section: parts.Section, lang: Language) -> Exhibit:
    lines = [Line((one.name, *_told(one.quantity, one.value), one.counted, one.where)) for one in part.cards]
    made = listed(part.key, Caption(part.title, section.text, ""), numbers(lang), lines, lang)
    return replace(made, sources=part.sources)


@exhibited.register
def _(part: parts.Definitions, section: parts.Section, lang: Language) -> Exhibit:
    """A line for each published value; those of several markets stand below one another."""
    lines = [
        Line((one.name, one.region, shown.market, shown.text, one.text), next(iter(shown.sources), one.source))
        for one in part.items
        for shown in one.values or (parts.Values(one.value),)
    ]
    caption = Caption(part.title or section.title, part.subtitle, "")
    return listed(f"{section.key}-definitions", caption, meanings(lang), lines, lang)


@exhibited.register
def _(part: parts.Entries, section: parts.Section, lang: Language) -> Exhibit:
    """Every entry, not the first ones only."""
    caption = Caption(part.title or section.title, part.subtitle, "")
    return listed(part.key, caption, happenings(lang, part.kinds), [_entry("", one) for one in part.found], lang)


@exhibited.register
def _(part: Latest, section: parts.Section, lang: Language) -> Exhibit:
    lines = [
        Line(
            ("", one.date, one.when, one.country, ", ".join(filter(None, [one.name, one.town])), one.kind, one.text),
            Source(one.source, one.source, one.url),
        )
        for one in part.items
    ]
    return listed(f"{section.key}-latest", Caption(part.title, part.subtitle, ""), happenings(lang), lines, lang)


@exhibited.register
def _(part: Groups, section: parts.Section, lang: Language) -> Exhibit:
    caption = Caption(part.title or section.title, part.subtitle, "")
    return listed(part.key, caption, happenings(lang), _grouped(part.found), lang)


@exhibited.register
def _(part: Calendar, section: parts.Section, lang: Language) -> Exhibit:
    caption = Caption(section.title, section.text, "")
    return listed(part.key, caption, happenings(lang), _grouped(part.months), lang)


def _grouped(groups: Sequence[Group]) -> list[Line]:
    return [_entry(group.head.name, one) for group in groups for one in group.found]


def _entry(group: str, one: parts.Entry) -> Line:
    return Line((group, one.date, one.when, one.market, one.title, one.kind, one.text), one.source)


def _told(quantity: Quantity | None, value: str) -> tuple[float | None, str]:
    """A number, and how it is said."""
    return (quantity.value if quantity else None), value
