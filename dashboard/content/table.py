"""A plain table of data, to read line by line and to take along."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from dashboard.content.part import Part

Value: TypeAlias = str | int | float | None


class Kind(Enum):
    """What the values of a column are: texts and numbers as they stand, years (without a mark for thousands), or
    addresses."""

    PLAIN = auto()
    YEAR = auto()
    LINK = auto()


@dataclass(frozen=True)
class TableColumn:
    """A column by its title, which no other of the table has; `link` is what an address is shown as."""

    title: str
    kind: Kind = Kind.PLAIN
    link: str = ""


@dataclass(frozen=True)
class DataTable(Part):
    """`lines` are read: a value for each column, in the reader's words; `rows` (a question's answer) are taken along.

    `key` names it on its page, `title` says what it is where nobody sees it.
    """

    key: str
    title: str
    columns: tuple[TableColumn, ...]
    lines: tuple[tuple[Value, ...], ...]
    rows: tuple[NamedTuple, ...]
