"""Which rows of the facts a view shows.

Those that an exhibit names: by their key (a company, a published value), or, in lists, by their words and their source;
what belongs to them (the milestones of a company); and all that these refer to. What a number was counted from is not
named by it: then the exhibit's own table and its sources are what there is to take along.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from dashboard.content.choice import fields
from dashboard.content.extract import Cell, Sheet
from dashboard.content.view import View
from dashboard.export.told import sources
from dashboard.warehouse import warehouse
from dashboard.warehouse.large import quoted
from dashboard.warehouse.package import Column, Table

Row: TypeAlias = Mapping[str, str]  # column -> its value as a CSV has it; empty where there is none
Key: TypeAlias = tuple[str | float, ...]
SAYING = ("name", "title", "signal", "description", "focus", "part")  # columns whose texts stand in lists


class Facts:
    """The public rows of one table, found by their key."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.keys = [table.column(name) for name in table.key]

    @cached_property
    def rows(self) -> dict[Key, Row]:
        """Key -> row, in the table's order."""
        names, name = [column.name for column in self.table.columns], quoted(self.table.name)
        texts = ", ".join(f"coalesce(cast({quoted(one)} as varchar), '') as {quoted(one)}" for one in names)
        found = warehouse().run(f"select {texts} from {name} order by {name}.rowid")  # noqa: S608 (names of the package)
        lines = (dict(zip(names, line, strict=True)) for line in found.itertuples(index=False, name=None))
        return {self.key(row): row for row in lines}

    def key(self, row: Mapping[str, Any]) -> Key:
        """The key of a row, so that it equals that of a table to take along."""
        return tuple(_comparable(row[column.name], column) for column in self.keys)


def _comparable(value: Any, column: Column) -> str | float:
    return float(value) if column.is_number and value not in ("", None) else str(value)


def facts(view: View) -> dict[str, list[Row]]:
    """Table -> its rows that the view shows, and what they refer to; tables without any are left out."""
    tables = {name: Facts(table) for name, table in warehouse().package.tables.items()}
    found: dict[str, dict[Key, None]] = {name: {} for name in tables}
    for name, key in _shown(view, tables):
        found[name][key] = None
    for name, key in [pair for child in tables.values() for pair in _belonging(child, found)]:
        found[name][key] = None
    _complete(found, tables)
    return {
        name: [row for key, row in table.rows.items() if key in found[name]]
        for name, table in tables.items()
        if found[name]
    }


def _shown(view: View, tables: Mapping[str, Facts]) -> Iterator[tuple[str, Key]]:
    """What the exhibits name, and the sources they cite."""
    chosen, cited = dict(_chosen(view)), tables["sources"].rows
    named = {(row["title"], row["url"]): key for key, row in cited.items()}
    for exhibit in view.exhibits.values():
        for source in sources(exhibit):
            if (source.title, source.url) in named:
                yield "sources", named[source.title, source.url]
        lines: list[Mapping[str, Cell]] = [{**chosen, **line} for line in _lines(exhibit.sheet, cited)]
        for name, table in tables.items():
            yield from ((name, key) for key in _by_key(table, exhibit.sheet, lines))
            yield from ((name, key) for key in _by_words(table, lines, cited, view.lang.code))


def _chosen(view: View) -> Iterator[tuple[str, str]]:
    """What a whole page is about stands in no line of it: column -> code."""
    for name, _ in fields(view.page.choice):
        if len(codes := view.reading.codes[name]) == 1:
            yield from ((column, codes[0]) for column in (name, name.removesuffix("s"), f"{name}_id"))


def _lines(sheet: Sheet, cited: Mapping[Key, Row]) -> Iterator[dict[str, Cell]]:
    """The lines by the columns of the facts, with codes where there are words beside them, and ids of sources."""
    columns = {heading.key: place for place, heading in enumerate(sheet.headings)}
    columns |= {h.key.removesuffix("_code"): columns[h.key] for h in sheet.headings if h.unit == "code"}
    ids = {row["url"] or row["title"]: row["source_id"] for row in cited.values()}
    for line in sheet.lines:
        cells = {name: line[place] for name, place in columns.items()}
        yield cells | {"source_id": ids.get(str(cells.get("source_id", "")), "")}


def _by_key(table: Facts, sheet: Sheet, lines: Iterable[Mapping[str, Cell]]) -> Iterator[Key]:
    """Rows whose whole key stands in a line, one column of it at least as a code."""
    codes = {heading.key.removesuffix("_code") for heading in sheet.headings if heading.unit == "code"}
    if codes.isdisjoint(table.table.key):
        return
    for line in lines:
        is_whole = all(line.get(name) not in ("", None) for name in table.table.key)
        if is_whole and (key := table.key(line)) in table.rows:
            yield key


def _by_words(table: Facts, lines: Iterable[Mapping[str, Cell]], cited: Mapping[Key, Row], lang: str) -> Iterator[Key]:
    """Rows of a source that say what a line of a list says of that source."""
    saying = {name for word in SAYING for name in (word, f"{word}_{lang}")}
    words = [column.name for column in table.table.columns if column.name in saying]
    if not words or not any(column.name == "source_id" for column in table.table.columns):
        return
    said = {(line.get("url") or line.get("source"), line.get(name)) for line in lines for name in ("name", "text")}
    said -= {pair for pair in said if not all(pair)}
    for key, row in table.rows.items() if said else ():
        source = cited.get((row["source_id"],), {"url": "", "title": ""})
        if any((where, row[word]) in said for where in (source["url"], source["title"]) for word in words if row[word]):
            yield key


def _belonging(child: Facts, found: Mapping[str, Mapping[Key, None]]) -> Iterator[tuple[str, Key]]:
    """Rows that cannot be without one that is named: facts that must refer to another fact."""
    for column, other, _ in child.table.foreign_keys:
        owners = warehouse().package.tables[other]
        is_part = child.table.column(column).constraints.get("required") and child.table.has_visibility
        if is_part and other != "sources" and owners.has_visibility and found[other]:
            yield from ((child.table.name, key) for key, row in child.rows.items() if (row[column],) in found[other])


def _complete(found: dict[str, dict[Key, None]], tables: Mapping[str, Facts]) -> None:
    """Add what rows refer to, until nothing is missing."""
    waiting = [(name, key) for name, keys in found.items() for key in keys]
    while waiting:
        name, key = waiting.pop()
        row = tables[name].rows[key]
        for column, other, _ in tables[name].table.foreign_keys:
            target = (row[column],)
            if row[column] and target not in found[other]:
                found[other][target] = None
                waiting.append((other, target))
