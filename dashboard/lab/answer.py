"""What comes of a query: rows, or what is wrong with it. Known to the server and to the process that runs it."""

from dataclasses import dataclass
from typing import Literal, get_args

Cell = str | int | float | bool | None

# Why there is no answer. Of the query: nothing is asked, too long, not to be parsed, several statements, no SELECT,
# values that it leaves open, names that are not there or not allowed, whatever else the database says of it. Of its
# run: too much time, memory or temporary space; cancelled; ended by itself; could not be started; too many wait; the
# facts are with an engine elsewhere.
Kind = Literal[
    "empty", "long", "deep", "syntax", "several", "statement", "parameters", "table", "function", "column", "database",
    "seconds", "memory", "spill", "cancelled", "ended", "started", "full",
    "elsewhere",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
Cut = Literal["rows", "size"]


@dataclass(frozen=True)
class Problem:
    """Why a query has no answer.

    `name` is what it is about (a table, a function, a kind of statement), `told` what the database says (in English,
    without a path of the machine), `line` and `column` count from 1, `candidates` are names that may be meant.
    """

    kind: Kind
    name: str = ""
    told: str = ""
    line: int | None = None
    column: int | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of an answer, and its type as the database writes it."""

    name: str
    type: str


@dataclass(frozen=True)
class Answer:
    """The rows of a query: numbers and yes/no as such, everything else as the database writes it.

    `cut` says why there are no more rows; `used` names the tables, views and macros that the query reads; `version` is
    that of the data.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: Cut | None
    used: tuple[str, ...]
    seconds: float
    version: str


class Refused(Exception):
    """Raised for a query that is not run, or not answered."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.told or problem.kind)
        self.problem = problem
