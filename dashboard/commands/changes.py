"""What differs between two versions, in words for a terminal and as JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from dashboard.versions.change import Cell, Difference, HeadlineChange, RowChange, TableChange

SIGNS, EMPTY = {"new": "+", "changed": "~", "gone": "-"}, "(empty)"


def in_words(found: Difference) -> str:
    """A line for each row, cell and key figure that differs."""
    lines = [line for table in found.tables for line in _table(table)]
    lines += [f"{name}: another file" for name in found.files]
    if lines or found.headlines or found.headlines is None:
        lines += figures(found.headlines)
    return "\n".join(lines) or "nothing differs"


def figures(moved: Sequence[HeadlineChange] | None) -> list[str]:
    """The key figures that differ."""
    if moved is None:
        return ["key figures: one of the two cannot be opened any more"]
    lines = [f"  {one.label}: {one.step('not shown')}" for one in moved]
    return ["key figures", *lines] if lines else ["key figures: as before"]


def _table(table: TableChange) -> Iterator[str]:
    if not table.total:
        yield f"{table.table}: the same rows, written in another way"
        return
    yield f"{table.table}: {table.new} new, {table.changed} changed, {table.gone} gone"
    yield from (f"  {_row(row)}" for row in table.rows)
    if left := table.total - len(table.rows):
        yield f"  … and {left} more; -o FILE.csv has all"


def _row(row: RowChange) -> str:
    only = (f"{cell.column} {cell.new or cell.old}" for cell in row.cells)
    cells = ", ".join(map(_cell, row.cells) if row.change == "changed" else only)
    return f"{SIGNS[row.change]} {' '.join(row.key)}{': ' * bool(row.key and cells)}{cells}"


def _cell(cell: Cell) -> str:
    return f"{cell.column} {' → '.join(EMPTY if one is None else one for one in (cell.old, cell.new))}"


def as_json(found: Difference) -> str:
    """The same for programs; of a key figure value, what it counts, year and region."""
    told: dict[str, Any] = {"tables": [asdict(table) for table in found.tables], "files": list(found.files)}
    headlines = found.headlines
    told["headlines"] = headlines if headlines is None else [_plain(one) for one in headlines]
    return json.dumps(told, ensure_ascii=False, indent=1)


def _plain(one: HeadlineChange) -> dict[str, Any]:
    sides = {"old": one.old, "new": one.new}
    return {"label": one.label} | {
        side: figure and {"value": figure.value, "meta": figure.meta, "change": figure.change}
        for side, figure in sides.items()
    }
