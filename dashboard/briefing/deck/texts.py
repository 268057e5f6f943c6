"""Texts of a deck, and how much room they take, measured before anyone has drawn them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from dashboard.drawing import letters
from dashboard.export.clean import clean

LINE = 1.22  # height of a line, of the font's size
SERIF = 1.08  # the width of the deck's serif letters against those of the ruler
EAST = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"  # letters between which a line may break
WORDS = re.compile(rf"[{EAST}]|\s+|[^\s{EAST}]+")
LONGEST = 4000  # letters of a text that are looked at; the rest could never stand on a slide
BEHIND = 40  # letters of a word that no line need hold


@dataclass(frozen=True)
class Run:
    """Letters of one look; `url`: where a click leads. `size` in points, None as its placeholder has it."""

    text: str
    bold: bool = False
    muted: bool = False
    size: float | None = None
    url: str = ""
    serif: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Runs that follow each other; `size` in points where a run has none of its own, `before`: points above it;
    `align`: l, ctr or r."""

    runs: tuple[Run, ...]
    size: float
    before: float = 0
    align: str = "l"

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


def said(
    text: str,
    size: float,
    *,
    before: float = 0,
    align: str = "l",
    bold: bool = False,
    muted: bool = False,
    serif: bool = False,
) -> Paragraph:
    """A paragraph of one look."""
    return Paragraph((Run(text, bold, muted, serif=serif),), size, before, align)


def cut(paragraph: Paragraph, width: float, most: int) -> Paragraph:
    """The paragraph as far as it fits into so many lines of that width (points), then an ellipsis."""
    if len(paragraph.text) <= LONGEST and lines(paragraph, width) <= most:
        return paragraph
    kept: list[Run] = []
    room = Room(width, most)
    for run in paragraph.runs:
        text = clean(run.text)[:LONGEST]
        size = run.size or paragraph.size
        end = room.take(text, size * (SERIF if run.serif else 1))
        kept.append(replace(run, text=text if end == len(text) else text[:end].rstrip() + "…"))
        if end < len(text):
            break
    return replace(paragraph, runs=tuple(kept))


class Room:
    """Lines of a width that fill with words."""

    def __init__(self, width: float, most: int = 1_000_000) -> None:
        self.width, self.most, self.lines, self.used = width, most, 1, 0.0

    def take(self, text: str, size: float) -> int:
        """Set the text; up to which letter it found room. The last line keeps room for an ellipsis."""
        at = 0
        for word in _words(text):
            wide = _ems(word) * size
            limit = self.width - (size if self.lines == self.most else 0)
            long = int(wide // self.width)  # lines of a word that is longer than one
            is_next = bool(self.used and not word.isspace() and self.used + wide > limit)
            if self.lines + long + is_next > self.most:
                return at
            self.used = (0 if is_next else self.used) + wide - long * self.width
            self.lines += long + is_next
            at += len(word)
        return at


def _words(text: str) -> Iterator[str]:
    """Words and the blanks between them; East Asian letters one by one; endless words in pieces."""
    for word in WORDS.findall(text):
        for start in range(0, len(word), BEHIND):
            yield word[start : start + BEHIND]


@lru_cache(16_384)
def _ems(word: str) -> float:
    return letters.width(escape(word), 1)


@lru_cache(32_768)
def lines(paragraph: Paragraph, width: float) -> int:
    """How many lines it takes."""
    room = Room(width)
    for run in paragraph.runs:
        room.take(clean(run.text), (run.size or paragraph.size) * (SERIF if run.serif else 1))
    return room.lines


def longest(paragraph: Paragraph) -> float:
    """The width of its longest word, in points."""
    words = ((_ems(word), run.size or paragraph.size) for run in paragraph.runs for word in run.text.split())
    return max((ems * size for ems, size in words), default=0)


def height(paragraphs: Iterable[Paragraph], width: float) -> float:
    """How high they stand, in points."""
    return sum(
        lines(one, width) * LINE * max([one.size, *(run.size or 0 for run in one.runs)]) + one.before
        for one in paragraphs
    )


def fitting(
    text: str, width: float, sizes: Sequence[float], *, most: int = 1, bold: bool = False, serif: bool = False
) -> Paragraph:
    """The text in the largest of these sizes in which it stands in so many lines; cut where even the last is too
    large."""
    for size in sizes:
        found = said(text, size, bold=bold, serif=serif)
        if lines(found, width) <= most:
            break
    return cut(found, width, most)


def scaled(paragraph: Paragraph, factor: float) -> Paragraph:
    """The same so many times as large."""
    runs = tuple(replace(run, size=run.size and run.size * factor) for run in paragraph.runs)
    return replace(paragraph, runs=runs, size=paragraph.size * factor, before=paragraph.before * factor)
