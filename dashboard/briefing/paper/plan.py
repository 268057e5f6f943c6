"""What is printed: everything is wanted, some of it earlier, and gets its place as long as the pages have one."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

from dashboard.briefing.paper.flow import Block, Page, balanced, flow, height
from dashboard.briefing.paper.stock import Looks, Stock, Wish
from dashboard.briefing.paper.told import Told, cited_in
from dashboard.content.sources import Source

CHAPTER, PIECE, UNDER, SOURCE = 12, 9.5, 5.5, 2.2  # pt between chapters, pieces, below a heading, between sources
Place: TypeAlias = tuple[int, int]  # of a piece: its chapter and its number there
Counts: TypeAlias = dict[Place, int]  # how many items of a piece are printed
Height: TypeAlias = Callable[[Told], float]  # of something that is set, in pt


@dataclass(frozen=True)
class Sheet:
    """The paper: its template, how high its pages are and how wide (pt); columns of a page, and of the sources; what is
    between them; headlines side by side; the smallest letters, which are those of the sources; letters of the note
    to the reader; how many ranks later figures and tables come."""

    template: str
    pages: tuple[float, ...]
    width: float
    columns: int
    listed: int
    gutter: float
    abreast: int
    smallest: float
    noted: int
    late: float = 0

    @property
    def looks(self) -> Looks:
        """What it does to pieces."""
        return Looks(self.columns > 1, self.late)

    def column(self, wide: bool) -> float:
        """How wide a column is, or the page."""
        return self.width if wide else self._share(self.columns)

    @property
    def source(self) -> float:
        """How wide the line of a source is."""
        return self._share(self.listed)

    def _share(self, columns: int) -> float:
        return (self.width - self.gutter * (columns - 1)) / columns


@dataclass(frozen=True)
class Matter:
    """All that could be printed: the head, the heading and the pieces of each chapter, what stands at the foot;
    sources in the order of their numbers."""

    head: Told
    chapters: Sequence[tuple[Told, Sequence[Stock]]]
    foot: Told
    lines: Mapping[Source, Told]

    def set_in(self, sheet: Sheet) -> Iterator[tuple[Told, float]]:
        """All of it once, each with the width in which it is set."""
        yield self.head, sheet.width
        yield self.foot, sheet.width
        for title, pieces in self.chapters:
            yield title, sheet.column(False)
            for stock in pieces:
                everything = (stock.heading, *stock.items, *stock.variants.values())
                yield from ((told, sheet.column(stock.wide)) for told in everything if told)
        for line in self.lines.values():
            yield line, sheet.source

    def parts(self, counts: Counts) -> dict[int, str]:
        """What the heading of each piece (by its id) says of how much of it is printed; of none: as much as can be."""
        return {
            id(stock.heading): stock.part(counts.get((chapter, place), 0))
            for chapter, (_, pieces) in enumerate(self.chapters)
            for place, stock in enumerate(pieces)
        }

    def besides(self, counts: Counts) -> list[str]:
        """What is not printed: the pieces of each chapter by their titles, after the chapter's; or the chapter."""
        found = []
        for chapter, (title, pieces) in enumerate(self.chapters):
            left = [stock for place, stock in enumerate(pieces) if (chapter, place) not in counts]
            titles = ", ".join(dict.fromkeys(stock.title for stock in left if stock.title))
            if len(left) == len(pieces):
                found.append(title["title"])
            elif titles:
                found.append(f"{title['title']}: {titles}")
        return found


def planned(matter: Matter, sheet: Sheet, high: Height) -> tuple[list[Page], Counts]:
    """The pages. Pieces are tried in the order in which they are wanted, within a rank in that of the chapters; what
    finds no place is left out, and all of a list that comes after it. No page is there for the sources alone."""

    def pages(counts: Counts) -> list[Page] | None:
        return flow(list(blocks(matter, counts, sheet, high)), sheet.pages, sheet.columns)

    counts: Counts = {}
    for _, where, wish in wishes(matter):
        tries = [{**counts, where: count} for count in wish.counts if counts.get(where, 0) == wish.after]
        counts = next((tried for tried in tries if pages(tried)), counts)
    found = pages(counts) or [[]]
    if len(found) > 1 and len(found[-1]) == 1 and found[-1][0].wide:
        return planned(matter, replace(sheet, pages=sheet.pages[: len(found) - 1]), high)
    return found, counts


def wishes(matter: Matter) -> list[tuple[float, Place, Wish]]:
    """All that one would like to print, what is wanted most first."""
    found = [
        (wish.rank, (chapter, place), wish)
        for chapter, (_, pieces) in enumerate(matter.chapters)
        for place, stock in enumerate(pieces)
        for wish in stock.wishes
    ]
    return sorted(found, key=lambda one: one[:2])


def blocks(matter: Matter, counts: Counts, sheet: Sheet, high: Height) -> Iterator[Block]:
    """What is printed in order: the head, the pieces, the sources that they cite."""
    sources: set[Source] = set()
    yield Block(high(matter.head), 0, True, (matter.head,))
    for chapter, (title, pieces) in enumerate(matter.chapters):
        before: tuple[Told, ...] = (title,)
        for place, stock in enumerate(pieces):
            if count := counts.get((chapter, place), 0):
                shown = stock.shown(count)
                sources |= set(cited_in(shown))
                yield from _piece(before, shown, bool(stock.heading), stock.wide, high)
                before = ()
    yield foot(matter, sources, sheet, high)


def _piece(before: tuple[Told, ...], shown: list[Told], headed: bool, wide: bool, high: Height) -> Iterator[Block]:
    """A piece: its headings stay with its first item."""
    first = (*before, *shown[: headed + 1])
    tall = sum(high(told) for told in first) + UNDER * (len(first) - 1)
    yield Block(tall, CHAPTER if before else PIECE, wide, first)
    for told in shown[headed + 1 :]:
        yield Block(high(told), 0, wide, (told,))


def foot(matter: Matter, sources: Set[Source], sheet: Sheet, high: Height) -> Block:
    """The sources by their numbers, side by side, and what else is said at the end."""
    lines = [Block(high(line), SOURCE, False, line) for source, line in matter.lines.items() if source in sources]
    columns = balanced(lines, sheet.listed) if lines else []
    listed = {**matter.foot, "columns": [[one.told for one in column] for column in columns]}
    return Block(high(matter.foot) + max(map(height, columns), default=0), CHAPTER, True, (listed,))
