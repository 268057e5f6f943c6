"""The questions of queries/shared/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class MarketsRow(NamedTuple):
    """A row of `shared/markets`."""

    market: Market
    iso3: str
    name: Text
    core: bool
    companies: int


def markets() -> tuple[MarketsRow, ...]:
    """Which markets have a page, and in which order are they offered?"""
    return warehouse().rows("shared/markets", MarketsRow)


class NamesRow(NamedTuple):
    """A row of `shared/names`."""

    code: str
    name: Text


def names(*, code_list: str) -> tuple[NamesRow, ...]:
    """What are the codes of a code list called?"""
    return warehouse().rows("shared/names", NamesRow, code_list=code_list)


class SourceListRow(NamedTuple):
    """A row of `shared/source_list`."""

    source_id: str
    title: str
    publisher: str
    url: str | None
    published: str | None
    tertiary: bool


def source_list(*, source_ids: Sequence[str]) -> tuple[SourceListRow, ...]:
    """Which sources stand behind a figure?"""
    return warehouse().rows("shared/source_list", SourceListRow, source_ids=source_ids)
