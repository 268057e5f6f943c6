"""Which column of the table each column of the file is: by what it is called, by what stands in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import duckdb

from dashboard.intake.answers import Answers, WrongAnswers
from dashboard.intake.dates import holds_dates, written
from dashboard.intake.folding import folded, spellings
from dashboard.intake.words import Words
from dashboard.values import Said
from dashboard.warehouse.package import Column, Table

LOOKED_AT = 500  # different cells of a column
ALIKE, FITS, SURE = 0.85, 0.5, 0.9


class Why(StrEnum):
    """How it was found out."""

    SAID = "said"  # in the map
    NAME = "name"  # it is called so
    ALIKE = "alike"  # it is called nearly so, and what stands in it fits
    CONTENT = "content"  # it is called otherwise, but nearly all of its cells fit this column only
    NONE = "none"  # left out


@dataclass(frozen=True)
class Match:
    """A column of the file (`place` from 0) and the table's column that it is."""

    place: int
    head: str
    column: str | None
    why: Why


def names(column: Column) -> set[str]:
    """What the column may be called, folded: its name, its titles, the usual synonyms that the package lists."""
    told = (column.name, column.title.en, column.title.de, *column.raw.get("aliases", ()))
    return {spelling for name in told for spelling in spellings(str(name))}


def known(table: Table, answers: Answers) -> set[str]:
    """What any column may be called."""
    return {name for column in table.columns for name in names(column)} | set(map(folded, answers.columns))


def matches(
    connection: duckdb.DuckDBPyConnection,
    heads: tuple[str, ...],
    table: Table,
    words: Mapping[str, Words],
    answers: Answers,
) -> tuple[Match, ...]:
    """One for each column of the file; no column of the table twice. Raises WrongAnswers."""
    columns = {column.name: column for column in table.columns}
    found = _said(heads, columns, answers)
    taken = {one.column for one in found.values()}
    free = [place for place in range(len(heads)) if place not in found]
    samples = {place: _sample(connection, place) for place in free}
    tries = [(score, -place, name, why) for place in free for name, score, why in
             _scores(heads[place], samples[place], columns.values(), words)]  # fmt: skip
    for _, minus, name, why in sorted(tries, reverse=True):
        if -minus not in found and name not in taken:
            found[-minus] = Match(-minus, heads[-minus], name, why)
            taken.add(name)
    return tuple(found.get(place, Match(place, head, None, Why.NONE)) for place, head in enumerate(heads))


def _said(heads: tuple[str, ...], columns: Mapping[str, Column], answers: Answers) -> dict[int, Match]:
    """What the map says; headers are compared folded."""
    places = {folded(head): place for place, head in enumerate(heads)} | {h: n for n, h in enumerate(heads)}
    found = dict[int, Match]()
    for head, name in answers.columns.items():
        if name and name not in columns:
            told = {"head": head, "name": name, "columns": ", ".join(columns)}
            raise WrongAnswers(Said("[columns] “{head}”: there is no column {name}; there are {columns}", **told))
        place = places.get(head, places.get(folded(head)))
        if place is not None:
            found[place] = Match(place, heads[place], name or None, Why.SAID)
    chosen = [one.column for one in found.values() if one.column]
    if twice := {name for name in chosen if chosen.count(name) > 1}:
        rule = Said("[columns] several are {names}; each column can be taken once", names=", ".join(sorted(twice)))
        raise WrongAnswers(rule)
    return found


def _sample(connection: duckdb.DuckDBPyConnection, place: int) -> list[str]:
    first = f"select c{place} as cell from cells where c{place} is not null limit 5000"
    rows = connection.execute(f"select distinct cell from ({first}) limit {LOOKED_AT}")
    return [cell for (cell,) in rows.fetchall()]


def _scores(
    head: str, sample: list[str], columns: Iterable[Column], words: Mapping[str, Words]
) -> Iterable[tuple[str, float, Why]]:
    """The table's columns that it may be, with how likely each is."""
    own, columns = spellings(head), list(columns)
    called = [column for column in columns if own & names(column)]
    for column in called:
        fit = _fit(sample, column, words.get(column.name)) if len(called) > 1 else None
        exact = head == column.name  # of two that are called alike the one that is spelled so
        yield column.name, 3 + exact + (1 if fit is None else fit), Why.NAME
    if called:
        return
    fits = {column.name: _fit(sample, column, words.get(column.name)) for column in columns}
    for column in columns:
        fit = fits[column.name]
        alike = max((SequenceMatcher(None, one, name).ratio() for one in own for name in names(column)), default=0)
        if alike >= ALIKE and (fit is None or fit >= FITS):
            yield column.name, 1 + alike, Why.ALIKE
        elif fit is not None and fit >= SURE and _only(column.name, fits, words):
            yield column.name, fit, Why.CONTENT


def _only(name: str, fits: Mapping[str, float | None], words: Mapping[str, Words]) -> bool:
    """Whether this is the only column of codes into which the cells fit."""
    return name in words and sum((fits[other] or 0) >= SURE for other in words) == 1


def _fit(sample: list[str], column: Column, words: Words | None) -> float | None:
    """The share of cells that the column can hold; None where any text would do."""
    if not sample:
        return None
    if words:
        return sum(words.code(cell) is not None for cell in sample) / len(sample)
    if column.is_number:
        return sum(any(sign.isdigit() for sign in cell) and len(cell) < 25 for cell in sample) / len(sample)
    if holds_dates(column):
        return sum(written(cell, "day") is not None for cell in sample) / len(sample)
    return None
