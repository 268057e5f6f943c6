"""What rows that changed are called, and their cells in words: a reader knows no codes."""

from functools import cached_property

from dashboard.content.sources import sources_named
from dashboard.language import Language
from dashboard.questions import data
from dashboard.versions.change import Cell, RowChange, TableChange
from dashboard.warehouse import warehouse

NAMING = ("name", "title", "signal", "description", "text")


class Words:
    """The words of a table's rows, as its description and the facts of today have them."""

    def __init__(self, of: TableChange, lang: Language) -> None:
        known = warehouse().package.tables.get(of.table)
        self._lang, self._of = lang, of
        self.table = lang.text(known.title) if known else of.table
        self._columns = {one.name: lang.text(one.title) for one in known.columns} if known else {}
        self._lists = {column: other for column, other, _ in known.foreign_keys} if known else {}

    @cached_property
    def _titles(self) -> dict[str, str]:
        keys = [" ".join(row.key) for row in self._of.rows if row.change == "changed"]
        found = data.titles(fact=self._of.table, keys=keys) if keys else ()
        return {one.fact_id: self._lang.text(one.title) for one in found}

    def title(self, row: RowChange) -> str:
        """By its own name, else by what its key says."""
        cells = {cell.column: cell.new or cell.old for cell in row.cells}
        named = (cells.get(name) for one in NAMING for name in (one, f"{one}_{self._lang.code}"))
        key = " · ".join(self.value(*pair) or "" for pair in zip(self._of.key, row.key, strict=True))
        return self._titles.get(" ".join(row.key)) or next(filter(None, named), None) or key

    def column(self, name: str) -> str:
        """What it is called."""
        return self._columns.get(name, name)

    def values(self, cell: Cell) -> tuple[str | None, str | None]:
        """Before and now."""
        return self.value(cell.column, cell.old), self.value(cell.column, cell.new)

    def value(self, column: str, code: str | None) -> str | None:
        """What a cell says."""
        lang, other = self._lang, self._lists.get(column, "")
        if code is None:
            return None
        if other == "sources":
            known = sources_named([code])
            return known[code].title if code in known else code
        if (other, "name") in lang.vocabulary.texts:
            return lang.name(other, code)
        has_words = (self._of.table, column) in lang.vocabulary.labels
        return lang.label(self._of.table, column, code) if has_words else code
