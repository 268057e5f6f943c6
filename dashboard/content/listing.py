"""A long list, a page at a time: heads that sort, rows that open something, all of it to take along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.content.part import Part
from dashboard.content.sources import Source
from dashboard.language import Language
from dashboard.link import Go, go
from dashboard.values import Market


@dataclass(frozen=True)
class ListHead:
    """The head of a column: `key` tells it from others, `towards` sorts by it, `direction` (ascending, descending) is
    that of the list if it is sorted by it."""

    key: str
    name: str
    towards: Go | None = None
    direction: str = ""


@dataclass(frozen=True)
class ListCell:
    """A text with a note beside it and one below; a market has its mark, a name leads somewhere, a source outside."""

    text: str = ""
    note: str = ""
    below: str = ""
    market: Market | None = None
    towards: Go | None = None
    source: Source | None = None


@dataclass(frozen=True)
class ListRow:
    """A row: a cell for each column, of which the first names it, with a `tag` beside; a click opens `towards`."""

    cells: tuple[ListCell, ...]
    towards: Go | None = None
    tag: str = ""


@dataclass(frozen=True)
class Pager:
    """`26–50 of 498` and the pages beside this one."""

    text: str
    before: Go | None = None
    after: Go | None = None


@dataclass(frozen=True)
class Listing(Part):
    """One page of a list, or all of a short one (`pager` None); `extract` asks for all rows, to take along."""

    key: str
    heads: tuple[ListHead, ...]
    rows: tuple[ListRow, ...]
    pager: Pager | None
    extract: Callable[[], Sequence[NamedTuple]]


def pager(shown: int, total: int, rows: int, page: str, lang: Language) -> Pager:
    """The pager of a list of so many rows a page, which stands on `page`, whose field `page` says which is shown."""
    first, until = rows * (shown - 1) + 1, min(rows * shown, total)
    return Pager(
        lang.t(
            "{first}–{last} of {total}",
            first=lang.number(first),
            last=lang.number(until),
            total=lang.number(total),
        ),
        before=go(page, page=str(shown - 1)) if shown > 1 else None,
        after=go(page, page=str(shown + 1)) if until < total else None,
    )
