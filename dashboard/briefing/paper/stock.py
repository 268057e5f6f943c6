"""What could be printed: each piece as the blocks that a template sets, and how much one wants them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch
from typing import NamedTuple, TypeAlias

from dashboard.briefing.brief import counted
from dashboard.briefing.paper.told import CITES, Told, few, under
from dashboard.briefing.piece import Box, Drawn, Line, Lines, Number, Numbers, Piece, Sentences, Table
from dashboard.content.sources import web
from dashboard.language import Language

HEADLINES = 5  # of the large numbers on top
MOST = 6  # lines of a list, sentences, numbers beside a figure
COLUMNS = 12  # of a table, with that of its names: more cannot be read on A4
ROWS = (40, 24, 12, 8, 5)  # of a table, the first that fits
NARROW = 4  # columns of a table that fits in a column of the page
NOTED = 110  # letters of a note: longer ones explain, which is what the page is for
LEADS = (4, 19, 1.6)  # mm that what stands before a line takes: at least, at most, for each letter
LEAD, FIRST, NEXT, SECOND, LAST = -1, 0, 1, 1.6, 9  # how early something is wanted; a chapter's second figure is SECOND
LARGER = 0.5  # how much later a chapter leads with a figure or table, where it has nothing else


class Looks(NamedTuple):
    """What the paper does to pieces: whether there is room for what is wider than a column, and how many ranks later
    figures and tables are wanted."""

    across: bool
    late: float


@dataclass(frozen=True)
class Picture:
    """A figure as SVG; `wide`: it reaches across both columns."""

    svg: str
    wide: bool


Pictures: TypeAlias = Mapping[str, Picture]  # of the figures, by their keys


class Wish(NamedTuple):
    """To print more of a piece: how early, when so many of its items are printed already, and how many would do, most
    wanted first."""

    rank: float
    after: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Stock:
    """A piece: its heading, and its items, of which the first may do, or `variants` of all of it by their number of
    items. `rank`: how early the first item is wanted, each further one comes a rank later; `large`: a figure or table.
    """

    title: str
    lang: Language
    heading: Told | None = None
    items: tuple[Told, ...] = ()
    variants: Mapping[int, Told] = field(default_factory=dict)
    of: int = 0
    rank: float = NEXT
    wide: bool = False
    large: bool = False

    @property
    def wishes(self) -> list[Wish]:
        """What one would like to print of it."""
        if self.variants:
            return [Wish(self.rank, 0, tuple(self.variants))]
        return [Wish(self.rank + place, place, (place + 1,)) for place in range(len(self.items))]

    def shown(self, count: int) -> list[Told]:
        """So many of its items under its heading."""
        body = [self.variants[count]] if self.variants else list(self.items[:count])
        return [self.heading, *body] if self.heading else body

    def part(self, count: int) -> str:
        """`3 of 22`; empty for all of them."""
        return counted(count, self.of, self.lang) if count < self.of else ""


def stock(pieces: Sequence[Piece], pictures: Pictures, looks: Looks, lang: Language) -> list[Stock]:
    """The pieces of a chapter, each wanted a little later than the one before it. What explains the numbers of a figure
    stands below it."""
    legends = [piece for piece in pieces if isinstance(piece, Lines) and piece.whole]
    made: list[Stock] = []
    for piece in pieces:
        if isinstance(piece, Drawn):
            figure = _figure(piece, pictures, legends, lang)
            made.append(replace(figure, rank=SECOND) if any(one.large for one in made) else figure)
        elif piece not in legends:
            made.append(_stock(piece, lang))
    return list(_placed(made, looks))


def _placed(made: Sequence[Stock], looks: Looks) -> Iterator[Stock]:
    """The pieces of a chapter at their places: what leads is wanted before any figure, so that each chapter says
    something; nothing of what is too wide for the paper."""
    printable = [one for one in made if looks.across or not (one.large and one.wide)]
    lead = next((one for one in printable if not one.large), printable[0] if printable else None)
    for place, one in enumerate(made):
        rank = LEAD + LARGER * one.large if one is lead else one.rank + place / 10 + looks.late * one.large
        yield replace(one, rank=rank, variants=one.variants if one in printable else {})


@singledispatch
def _stock(piece: Piece, lang: Language) -> Stock:  # noqa: ARG001
    raise TypeError(f"nobody has said how {type(piece).__name__} is printed")


def _heading(piece: Piece) -> Told | None:
    head = {"kind": "heading", "title": piece.title, "subtitle": piece.subtitle}
    return head if piece.title or piece.subtitle else None


@_stock.register
def _(piece: Sentences, lang: Language) -> Stock:
    items = tuple({"kind": "sentence", "text": text} for text in piece.items[:MOST])
    return Stock(piece.title, lang, _heading(piece), items, of=len(piece.items), rank=FIRST)


@_stock.register
def _(piece: Numbers, lang: Language) -> Stock:
    items = tuple(map(_number, piece.items))
    if piece.headline:
        shown = {"kind": "headlines", "items": items[:HEADLINES]}
        return Stock(piece.title, lang, _heading(piece), variants={len(items): shown}, rank=FIRST, wide=True)
    return Stock(piece.title, lang, _heading(piece), items[:MOST], of=len(items))


def _number(one: Number) -> Told:
    share = None if one.share is None else min(max(one.share, 0), 1)
    said = {"value": one.value, "label": one.label, "meta": one.meta, "change": one.change}
    return {"kind": "number", **said, "share": share, CITES: few(one.sources)}


@_stock.register
def _(piece: Lines, lang: Language) -> Stock:
    longest = max((len(one.lead) for one in piece.items), default=0)
    least, most, letter = LEADS
    led = longest and min(max(least, letter * longest), most)
    items = tuple(_line(one, led, False) for one in piece.items) or ({"kind": "nothing", "text": piece.nothing},)
    return Stock(piece.title, lang, _heading(piece), items[:MOST], of=max(piece.of, len(items)))


def _line(one: Line, led: float, plain: bool) -> Told:
    note = one.note if len(one.note) <= NOTED else ""
    said = {"name": one.name, "lead": one.lead, "text": one.text, "note": "" if plain else note}
    return {"kind": "line", **said, "led": led, CITES: few(one.sources)}


@_stock.register
def _(piece: Table, lang: Language) -> Stock:
    """A table that is wider than the paper loses its last columns and says so in its heading; one for looking something
    up is printed whole or not at all."""
    wide = len(piece.heads) > NARROW
    left = len(piece.heads) - COLUMNS
    cut = lang.n("{count} further column on the page", "{count} further columns on the page", left) if left > 0 else ""
    told = replace(piece, subtitle=" · ".join(filter(None, [piece.subtitle, cut])))
    count = len(piece.items)
    tried = (count,) if piece.long else ROWS
    variants = {min(rows, count): _table(piece, rows, lang) for rows in tried if count <= ROWS[0] or not piece.long}
    rank = LAST if piece.long else FIRST
    return Stock(piece.title, lang, _heading(told), variants=variants, of=count, rank=rank, wide=wide, large=True)


def _table(piece: Table, rows: int, lang: Language) -> Told:
    heads, lines = _row(piece.heads), [_row(row) for row in piece.items[:rows]]
    widths = [max(8, min(40, *(len(box["text"]) for box in column))) for column in zip(heads, *lines, strict=True)]
    toned = any(box.strength for row in piece.items for box in row)
    said = under(piece.sources, lang) if piece.sources else {"text": "", CITES: ()}
    looks = {"numbers": piece.numbers, "widths": widths, "toned": toned}
    return {"kind": "table", "heads": heads, "rows": lines, **looks, "under": said}


def _row(boxes: Sequence[Box]) -> list[Told]:
    return [
        {"text": box.text, "note": box.note, "strength": box.strength, "url": web(box.url), CITES: few(box.sources)}
        for box in boxes[:COLUMNS]
    ]


def _figure(piece: Drawn, pictures: Pictures, legends: Sequence[Lines], lang: Language) -> Stock:
    figure = piece.figure
    if figure is None:
        raise TypeError("a figure without its chart")
    picture = pictures[figure.key]
    alt = ". ".join(filter(None, [piece.title, figure.caption.alt]))
    explained = [
        {"said": one.subtitle, "items": [_line(line, LEADS[0], True) for line in one.items]} for one in legends
    ]
    said = {"alt": alt, "under": under(figure.sources, lang), "legends": explained}
    shown = {"kind": "drawn", "svg": picture.svg, **said}
    return Stock(piece.title, lang, _heading(piece), variants={1: shown}, rank=FIRST, wide=picture.wide, large=True)
