"""What differs between two versions: rows, cells, and the key figures that say something else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.content.parts import KeyFigure
from dashboard.language import NOTHING

Change = Literal["new", "changed", "gone"]
CHANGES: tuple[Change, ...] = ("new", "changed", "gone")


@dataclass(frozen=True)
class Cell:
    """A cell as it was and as it is, as the file writes it; None where it is empty or there is no row."""

    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class RowChange:
    """A row by its key, with the cells that differ: of a new row and of one that is gone all that are filled."""

    change: Change
    key: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class TableChange:
    """How a table differs: how many rows of each kind, and the first ones. `key` and `columns` are names of columns;
    without any rows its file is written in another way and says the same."""

    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    new: int
    changed: int
    gone: int
    rows: tuple[RowChange, ...]

    @property
    def total(self) -> int:
        return self.new + self.changed + self.gone


@dataclass(frozen=True)
class HeadlineChange:
    """A key figure of the overview as it was and as it is; None where it is not among them."""

    label: str
    old: KeyFigure | None
    new: KeyFigure | None

    def step(self, nothing: str = NOTHING) -> str:
        """`25 (2024) → 26 (2025)`."""
        return " → ".join(f"{one.value} ({one.meta})" if one else nothing for one in (self.old, self.new))


@dataclass(frozen=True)
class Difference:
    """All that differs; `files` are those that are no tables. `headlines`: None where one of the two cannot be opened
    any more, since pages want more of it by now."""

    tables: Sequence[TableChange]
    files: Sequence[str]
    headlines: Sequence[HeadlineChange] | None
