"""Rows to take along, in the reader's words: what stands in a file is called as on the screen, its codes beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dashboard.content.columns import column_of
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.values import Text

Value = Callable[[Any], object]  # of a row


def taken_along(rows: Sequence[NamedTuple], lang: Language) -> tuple[list[str], list[list[object]]]:
    """The heads of the columns and a line for each row. A column of codes is two: what they are called, and the codes;
    several in a cell stand between semicolons, as in the facts. Sources stand with their addresses."""
    sources = source_by_id(rows)
    fields = rows[0]._fields if rows else ()
    columns = [column for field in fields for column in _columns(field, rows, sources, lang)]
    return [head for head, _ in columns], [[value(row) for _, value in columns] for row in rows]


def _columns(
    field: str, rows: Sequence[NamedTuple], sources: Mapping[str, Source], lang: Language
) -> Iterator[tuple[str, Value]]:
    """A field's columns; none for one that says nothing."""
    if field in ("source_id", "source_ids"):
        yield lang.t("Source") if field == "source_id" else lang.t("Sources"), lambda row: _where(row, field, sources)
    elif (column := column_of(field)) is not None:
        title, kind = lang.text(column.title), _kind(field, rows, lang)
        if kind or not field.endswith("_id"):
            yield title, lambda row: _words(getattr(row, field), kind, lang)
        if kind or field.endswith("_id"):
            yield lang.t("{title} (code)", title=title), lambda row: _joined(_several(getattr(row, field)))


def _kind(field: str, rows: Sequence[NamedTuple], lang: Language) -> str:
    """The column of the facts whose codes a field holds (`market` for `other_market`); empty if it holds none."""
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
