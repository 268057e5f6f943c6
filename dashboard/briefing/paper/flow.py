"""Where blocks stand on pages: in columns from page to page, what is wide across them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

ROUNDED = 0.01  # pt: sums of heights are not exact


@dataclass(frozen=True)
class Block:
    """Something to be set that stays together: how high it is (pt), and how far below the one before it."""

    height: float
    gap: float
    wide: bool
    told: Any


@dataclass(frozen=True)
class Row:
    """Columns side by side, or one across the page."""

    columns: tuple[tuple[Block, ...], ...]
    wide: bool


Page = list[Row]


def flow(blocks: Sequence[Block], pages: Sequence[float], columns: int) -> list[Page] | None:
    """The blocks in order on pages of these heights; None where they do not fit.

    Where all that stands between two wide blocks has room on a page, its columns are balanced; else they are filled one
    after the other.
    """
    found: list[Page] = [[]]
    room, rest = pages[0], list(blocks)
    while rest:
        wide, gap = rest[0].wide, rest[0].gap if found[-1] else 0
        run = rest[:1] if wide else list(takewhile(lambda block: not block.wide, rest))
        row = balanced(run, 1 if wide else columns)
        high = gap + max(map(height, row))
        if is_full := high > room:
            row = [] if wide else filled(run, room - gap, columns)
        if row:
            found[-1].append(Row(tuple(row), wide))
        rest, room = rest[sum(map(len, row)) :], room - high
        if is_full:
            if not found[-1] or len(found) == len(pages):
                return None
            found.append([])
            room = pages[len(found) - 1]
    return found


def height(column: Sequence[Block]) -> float:
    """Of blocks one below the other."""
    return sum(block.height for block in column) + sum(block.gap for block in column[1:])


def filled(blocks: Sequence[Block], most: float, columns: int) -> list[tuple[Block, ...]]:
    """As many columns of at most that height as it takes, but no more than `columns`; nothing of what is too high."""
    found: list[list[Block]] = []
    room = 0.0
    for block in blocks:
        if found and block.gap + block.height <= room:
            found[-1].append(block)
            room -= block.gap + block.height
        elif len(found) < columns and block.height <= most:
            found.append([block])
            room = most - block.height
        else:
            break
    return [tuple(column) for column in found]


def balanced(blocks: Sequence[Block], columns: int) -> list[tuple[Block, ...]]:
    """All blocks in so many columns, of which the highest is as low as can be."""
    low, high = max(block.height for block in blocks), height(blocks) + ROUNDED
    best = filled(blocks, high, columns)
    for _ in range(12):
        middle = (low + high) / 2
        tried = filled(blocks, middle, columns)
        if sum(map(len, tried)) == len(blocks):
            best, high = tried, middle
        else:
            low = middle
    return best
