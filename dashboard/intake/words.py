"""What codes are called, so that words become codes: by the facts' own names, what else they list, CLDR's countries."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property

import duckdb
from babel import Locale

from dashboard.intake.facts import Facts, fact
from dashboard.intake.folding import spellings
from dashboard.language import LANGUAGES
from dashboard.warehouse.large import quoted
from dashboard.warehouse.package import Column

NAMING = re.compile(r"(name|title)(_\w\w)?|url|iso3")
ALIASES = "aliases"  # the column of a list that says what else its codes are called, separated by semicolons
GUESSES, NEAR = 3, 0.6
SPLIT = re.compile(r"\s*[;,/|]\s*")
TRUTHS = {
    "true": ("true", "yes", "y", "ja", "j", "wahr", "x", "1", "✓", "✔"),
    "false": ("false", "no", "n", "nein", "falsch", "0"),
}


class Words:
    """The codes of a column and what each is called; `named` is code -> a name to show."""

    def __init__(self, names: Iterable[tuple[str, str]], *, several: bool = False) -> None:
        self.several = several
        self.named: dict[str, str] = {}
        self._codes: dict[str, set[str]] = {}  # by what they are called, folded
        self._joined: dict[str, set[str]] = {}  # the same without blanks: `Süd-Korea` is `Südkorea`
        for code, name in names:
            self.named.setdefault(code, name)
            for spelling in spellings(name) or (name,):
                self._codes.setdefault(spelling, set()).add(code)
                self._joined.setdefault(_joined(spelling), set()).add(code)

    def code(self, cell: str) -> str | None:
        """The code or the codes that a cell means; None if that is not sure."""
        if not self.several:
            return self._single(cell)
        codes = [self._single(word) for word in SPLIT.split(cell) if word]
        return "; ".join(code for code in codes if code) if all(codes) else None

    def _single(self, word: str) -> str | None:
        if word in self.named:
            return word
        told = spellings(word) or (word,)
        for known, written in ((self._codes, told), (self._joined, map(_joined, told))):
            if found := set[str]().union(*(known.get(one, ()) for one in written)):
                return found.pop() if len(found) == 1 else None
        return None

    def guesses(self, cell: str) -> list[str]:
        """The codes whose names are nearest, the best first."""
        near = [name for one in spellings(cell) for name in get_close_matches(one, self._folded, GUESSES, NEAR)]
        inside = [name for one in spellings(cell) for name in self._folded if _within(one, name) or _within(name, one)]
        codes = dict.fromkeys(code for name in (*near, *inside) for code in sorted(self._codes[name]))
        return list(codes)[:GUESSES]

    @cached_property
    def _folded(self) -> list[str]:
        return list(self._codes)


def _joined(spelling: str) -> str:
    return spelling.replace(" ", "")


def _within(short: str, long: str) -> bool:
    """Whether words begin with all of another text."""
    return len(short) > 3 and f" {short}" in f" {long}"


def words_of(connection: duckdb.DuckDBPyConnection, facts: Facts, column: Column) -> Words | None:
    """The words of a column that holds codes; None if it holds none."""
    if column.sql_type == "boolean":
        return Words((code, word) for code, words in TRUTHS.items() for word in words)
    if column.name in facts.codes or column.name in facts.lists:
        other, key = (facts.codes | facts.lists)[column.name]
        return Words(_of_table(connection, facts, other, key), several=column.name in facts.lists)
    if allowed := column.constraints.get("enum"):
        return Words(_of_values(connection, facts, allowed, column.words))
    return None


def _of_table(connection: duckdb.DuckDBPyConnection, facts: Facts, other: str, key: str) -> Iterator[tuple[str, str]]:
    """Each code with every name that its row has, in the order of the table."""
    table = facts.package.tables[other]
    naming = [column.name for column in table.columns if NAMING.fullmatch(column.name)]
    naming.sort(key=lambda name: not name.startswith(("name", "title")))  # the first is shown
    also = quoted(ALIASES) if any(column.name == ALIASES for column in table.columns) else "null"
    asked = ", ".join((*map(quoted, (key, *naming)), also))
    translated, is_country = _translations(connection, facts), "iso3" in naming
    for code, *names, aliases in connection.execute(f"select {asked} from {fact(other)} order by _position").fetchall():
        told = [name for name in names if name]
        yield from ((code, name) for name in (*told, code, *(aliases or "").split(";")) if name.strip())
        yield from ((code, word) for name in told for word in translated.get(name, ()))
        yield from ((code, name) for name in (_countries(code) if is_country else ()))


def _of_values(
    connection: duckdb.DuckDBPyConnection, facts: Facts, allowed: Iterable[str], labels: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    translated = _translations(connection, facts)
    for value in allowed:
        told = list(labels.get(value, {}).values())
        yield from ((value, word) for word in (*told, value))
        yield from ((value, word) for name in told for word in translated.get(name, ()))


def _translations(connection: duckdb.DuckDBPyConnection, facts: Facts) -> dict[str, list[str]]:
    """English text -> the same in the stand's further languages."""
    if "translations" not in facts.package.tables:
        return {}
    text, *others = (column.name for column in facts.package.tables["translations"].columns)
    columns = ", ".join(map(quoted, (text, *others)))
    rows = connection.execute(f"select {columns} from {fact('translations')}").fetchall()
    return {row[0]: [word for word in row[1:] if word] for row in rows}


def _countries(code: str) -> Iterator[str]:
    """What a country is called in our languages."""
    for locale in LANGUAGES.values():
        if name := Locale.parse(locale).territories.get(code):
            yield name
