"""Rows to take along, in the reader's words: what stands in a file is called as on the screen, its codes beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from dashboard.content.columns import column_of
from dashboard.content.periods import periods
from dashboard.content.sources import Source, source_by_id
from dashboard.content.units import scaled, told
from dashboard.language import Language
from dashboard.values import Text

Cell: TypeAlias = str | float | int | bool | date | None
Words: TypeAlias = Callable[[Any], object]  # of a row


@dataclass(frozen=True)
class Heading:
    """A column of a sheet: the field it is made of, what it is called, and its unit as in `queries/columns.csv`; `code`
    is that of codes, `url` that of addresses."""

    key: str
    title: str
    unit: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table to take along: a cell for each heading in each line, numbers as numbers; `sources`: of its lines."""

    headings: tuple[Heading, ...]
    lines: tuple[tuple[Cell, ...], ...]
    sources: tuple[Source, ...] = ()

    @property
    def titles(self) -> list[str]:
        """What the columns are called."""
        return [heading.title for heading in self.headings]


def taken_along(rows: Sequence[NamedTuple], lang: Language) -> Sheet:
    """A line for each row. A column of codes is two: what they are called, and the codes; several in a cell stand
    between semicolons, as in the facts. Sources stand with their addresses."""
    sources = source_by_id(rows)
    fields = rows[0]._fields if rows else ()
    columns = [column for field in fields for column in _columns(field, rows, sources, lang)]
    lines = tuple(tuple(_plain(value(row)) for _, value in columns) for row in rows)
    return Sheet(tuple(heading for heading, _ in columns), lines, tuple(sources.values()))


def words_of(field: str, rows: Iterable[NamedTuple], lang: Language) -> Words:
    """What the values of a field of these rows are called."""
    kind = _kind(field, rows, lang)
    return lambda row: _words(getattr(row, field), kind, lang)


def _columns(
    field: str, rows: Sequence[NamedTuple], sources: Mapping[str, Source], lang: Language
) -> Iterator[tuple[Heading, Words]]:
    """A field's columns; none for one that says nothing."""
    if field in ("source_id", "source_ids"):
        title = lang.t("Source") if field == "source_id" else lang.t("Sources")
        yield Heading(field, title, "url"), lambda row: _where(row, field, sources)
    elif (column := column_of(field)) is not None:
        title, kind, unit = lang.text(column.title), _kind(field, rows, lang), column.unit
        if kind or not field.endswith("_id"):
            yield Heading(field, title, unit), lambda row: _words(scaled(getattr(row, field), unit), kind, lang)
        if kind or field.endswith("_id"):
            code = Heading(f"{field}_code" if kind else field, lang.t("{title} (code)", title=title), "code")
            yield code, lambda row: _joined(_several(getattr(row, field)))


def _plain(value: object) -> Cell:
    """A value as files hold it: several in one cell between semicolons, days as they are written."""
    if value is None or isinstance(value, str | bool | int | float):
        return value if value == value else None  # NaN
    return _joined(value) if isinstance(value, list | tuple) else str(value)


def _kind(field: str, rows: Iterable[NamedTuple], lang: Language) -> str:
    """The column of the facts whose codes a field holds (`market` for `other_market`); empty if it holds none."""
    if field == "period":
        return field
    if any(not isinstance(value, str) for row in rows for value in _several(getattr(row, field))):
        return ""
    known = {*lang.vocabulary.lists, *(column for _, column in lang.vocabulary.labels)}
    return next((name for name in (field, field.rsplit("_", 1)[-1]) if name in known), "")


def _words(value: object, kind: str, lang: Language) -> object:
    if isinstance(value, Text):
        return lang.text(value)
    return _joined(_called(kind, str(code), lang) for code in _several(value)) if kind else value


def _called(column: str, code: str, lang: Language) -> str:
    """What a value of a column of any table is called, in its code list or among the values it may have."""
    if column == "period":
        return periods(lang)[int(code) - 1]
    for code_list in lang.vocabulary.lists.get(column, ()):
        if code in lang.vocabulary.texts[code_list, "name"]:
            return lang.name(code_list, code)
    labels = lang.vocabulary.labels.items()
    return next((lang.text(words[code]) for (_, name), words in labels if name == column and code in words), code)


def _several(value: object) -> list[object]:
    """The values of a cell: none, one or several."""
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _joined(values: Any) -> str:
    return "; ".join(map(str, values))


def _where(row: Any, field: str, sources: Mapping[str, Source]) -> str:
    """The addresses of a row's sources, or their titles."""
    found = [sources[str(source)] for source in _several(getattr(row, field))]
    return _joined(source.url or source.title for source in found)


def worded(cell: Cell, unit: str, lang: Language) -> str:
    """A cell of that unit as people read it: in their notation, a year without what groups its digits."""
    match cell:
        case None:
            return ""
        case bool():
            return lang.t("yes") if cell else lang.t("no")
        case str():
            return cell
        case date():
            return lang.month(cell.year, cell.month, cell.day)
    return told(cell, unit, lang)
