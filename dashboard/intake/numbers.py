"""Numbers in German or English notation: which of the two a column is in shows in all its cells, else it is asked."""

from dataclasses import dataclass
from typing import Literal

import duckdb

from dashboard.warehouse.large import NARROW, WIDE, literal
from dashboard.warehouse.package import Column

Notation = Literal["de", "en"]
SIGN, GROUP = "[+-]?", "[1-9][0-9]{0,2}"
FORMS: dict[Notation, str] = {
    "de": rf"{SIGN}([0-9]+|{GROUP}(\.[0-9]{{3}})+)(,[0-9]+)?",
    "en": rf"{SIGN}([0-9]*|{GROUP}(,[0-9]{{3}})+)(\.[0-9]+)?",
}
MACHINE = rf"{SIGN}[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+"  # what only programs write
APART = "[ '’\u00a0\u2009\u202f]"  # between thousands, whatever the notation
SPACED = rf"{SIGN}{GROUP}({APART}[0-9]{{3}})+([.,][0-9]+)?"
DOUBTED = rf"{SIGN}{GROUP}\.[0-9]{{3}}"  # how `18.000` would be read as a thousand
DATE = r"([0-9]{4})-[0-9]{2}-[0-9]{2}( [0-9:]+)?|[0-9]{1,2}[./][0-9]{1,2}[./]([0-9]{4})"
YEARS = (1000, 2999)  # a column of whole numbers within them holds years


@dataclass(frozen=True)
class Doubt:
    """A column whose notation is not clear; one cell of each kind."""

    cells: tuple[str, ...]


def tidy(cell: str) -> str:
    """SQL: plain digits, nothing between the thousands that no notation needs."""
    plain = f"trim(translate({cell}, {literal(WIDE)}, {literal(NARROW)}))"
    bare = f"regexp_replace({plain}, {literal(APART)}, '', 'g')"
    return f"if(regexp_full_match({plain}, {literal(SPACED)}), {bare}, {plain})"


def notation(
    connection: duckdb.DuckDBPyConnection, cells: str, column: Column, answered: Notation | None
) -> Notation | Doubt:
    """How the numbers of a column are written; `cells` is SQL of its cell."""
    if answered:
        return answered
    german, english = (f"regexp_full_match(cell, {literal(form)})" for form in FORMS.values())
    kinds = f"max(cell) filter ({german} and not {english}), max(cell) filter ({english} and not {german})"
    both = f"{german} and {english} and not regexp_full_match(cell, '[+-]?[0-9]+')"
    most = column.constraints.get("maximum", float("inf"))
    thousands = "try_cast(regexp_replace(cell, '[.,]', '', 'g') as double)"
    asked = f"select {kinds}, max(cell) filter ({both}), max({thousands}) filter ({both})"
    sql = f"{asked} from (select distinct {tidy(cells)} as cell from cells)"
    only_german, only_english, doubtful, largest = connection.execute(sql).fetchone() or (None,) * 4
    if doubtful and not (only_german or only_english) and largest > most:
        return "en" if "." in doubtful else "de"  # these cannot be thousands
    if (only_german and only_english) or (doubtful and not (only_german or only_english)):
        return Doubt(tuple(cell for cell in (only_german, only_english, doubtful) if cell))
    return "de" if only_german else "en"


def holds_years(column: Column) -> bool:
    """Whether its numbers can be years only."""
    least, most = column.constraints.get("minimum", 0), column.constraints.get("maximum", 9999)
    return column.raw["type"] == "year" or (column.is_whole and YEARS[0] <= least <= most <= YEARS[1])


def number(cell: str, column: Column, written: Notation | Doubt) -> str:
    """SQL: the number as the tables write it; what is none, or not clear, as it stands."""
    told = tidy(cell)
    cases = [(f"regexp_full_match({told}, {literal(MACHINE)})", f"cast(try_cast({told} as double) as varchar)")]
    plain = f"replace(replace({told}, '.', ''), ',', '.')" if written == "de" else f"replace({told}, ',', '')"
    if isinstance(written, str):
        cases.append((f"regexp_full_match({told}, {literal(FORMS[written])})", plain))
    read = " ".join(f"when {when} then {_short(then, column)}" for when, then in cases)
    if holds_years(column):
        found = f"regexp_extract({told}, {literal(DATE)}, "
        read = f"when regexp_full_match({told}, {literal(DATE)}) then {found}1) || {found}3) {read}"
    return f"case {read} else {told} end"


def _short(told: str, column: Column) -> str:
    """Without decimals that say nothing; three of them have a fourth, so that nobody takes them for thousands."""
    short = f"regexp_replace({told}, '\\.0*$', '')"
    if column.is_whole:
        return short
    return f"if(regexp_full_match({short}, {literal(DOUBTED)}), {short} || '0', {short})"
