"""Texts of a figure: the little HTML that Plotly knows, measured and written in the font of the screen."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from dashboard.drawing.element import FORBIDDEN, Looks, clean, element
from dashboard.drawing.known import NotDrawn, Spec, asked

FONTS = Path(__file__).with_name("fonts")
FAMILY = "'Source Sans', 'Pocket Sans', sans-serif"  # as on the screen; the one that lies beside this file; any
FILES = {False: "PocketSans-Regular.ttf", True: "PocketSans-Bold.ttf"}
MISSING = "\uffff"  # no letter, so no font has it
SPACING = 1.3  # from line to line, of the font's size
ASCENT, DESCENT = 1.0, 0.326  # of the font's size
MIDDLE = 0.35  # of the font's size, from the middle of a line down to its base line
TAG = re.compile(r"(</?[a-zA-Z][^>]*>)")
COLOUR = re.compile(r"""<span style=["']color:\s*(#[0-9a-fA-F]{3,8});?["']>""")
HALO = re.compile(r"0 0 (\d+)px ([^ ,]+)(?:, 0 0 \1px \2)*")


class Run(NamedTuple):
    """Letters of one look; `own`: the screen's font has them."""

    text: str
    bold: bool
    colour: str | None
    own: bool

    def ems(self) -> float:
        """Width as a multiple of the font's size."""
        return _ems(self.text, self.bold) if self.own else sum(map(_foreign, self.text))


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Font:
    """How a text is written; `halo`: (width in px, colour) of what shines around it."""

    size: float
    colour: str
    halo: tuple[float, str] | None = None

    @property
    def ascent(self) -> int:
        """Whole px from the base line up to the top of its box, as browsers have it."""
        return round(ASCENT * self.size)

    @property
    def line(self) -> int:
        """Height of the box of one line, in px."""
        return self.ascent + round(DESCENT * self.size)


def font(*looks: Spec | None) -> Font:
    """The font that Plotly's font containers give, the last one first."""
    merged = {key: value for look in looks for key, value in (look or {}).items()}
    shadow = merged.get("shadow")
    halo = HALO.fullmatch(shadow) if shadow else None
    if shadow and not halo:
        raise NotDrawn(f"a shadow such as {shadow}")
    return Font(asked(merged, "size"), asked(merged, "color"), (float(halo[1]), halo[2]) if halo else None)


@lru_cache(4096)
def lines(html: str) -> tuple[Line, ...]:
    """The text line by line; anything but `<b>`, `<br>` and a coloured `<span>` raises."""
    found: list[list[Run]] = [[]]
    bold, colour = False, None
    for part in TAG.split(html):
        span = COLOUR.fullmatch(part)
        if part in ("<b>", "</b>"):
            bold = part == "<b>"
        elif part in ("<br>", "<br/>"):
            found.append([])
        elif span or part == "</span>":
            colour = span[1] if span else None
        elif TAG.fullmatch(part):
            raise NotDrawn(f"{part} in a text")
        else:
            text = FORBIDDEN.sub("", unescape(part))
            found[-1] += [Run("".join(same), bold, colour, own) for own, same in groupby(text, _has)]
    return tuple(map(tuple, found))


@cache
def _face(bold: bool, size: int = 1000) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / FILES[bold], size)


@cache
def _has(letter: str) -> bool:
    """Has the font this letter, or does it show the picture of one that is missing?"""
    small = _face(False, 32)
    return bytes(small.getmask(letter)) != bytes(small.getmask(MISSING))


@lru_cache(8192)
def _ems(text: str, bold: bool) -> float:
    return float(_face(bold).getlength(text) / 1000)


def _foreign(letter: str) -> float:
    """About how wide other fonts have a letter: East Asian ones are square."""
    return 1 if unicodedata.east_asian_width(letter) in "WF" else 0.6


def width(html: str, size: float) -> float:
    """Of the longest line, in px."""
    return size * max(_wide(line) for line in lines(html))


def _wide(line: Line) -> float:
    return sum(run.ems() for run in line)


def box(html: str, of: Font) -> tuple[float, float]:
    """Width and height of the text's box, in px."""
    return width(html, of.size), of.line + (len(lines(html)) - 1) * SPACING * of.size


def write(x: float, base: float, html: str, of: Font, anchor: str = "start", transform: str | None = None) -> str:
    """The text with the base line of its first line at `base`; nothing for an empty one."""
    if not any(lines(html)):
        return ""
    rows = [(base + row * SPACING * of.size, line) for row, line in enumerate(lines(html))]
    written = "".join(_line(x, down, line, of.size, anchor) for down, line in rows)
    halo: Looks = {}
    if of.halo:
        wide, colour = of.halo
        halo = {"stroke": colour, "stroke_width": wide, "stroke_opacity": 0.7, "stroke_linejoin": "round"}
        halo |= {"paint_order": "stroke"}
    looks: Looks = {"fill": of.colour, "font_size": of.size, "text_anchor": anchor, "transform": transform}
    blanks = "white-space:pre" if "  " in html else None  # within HTML browsers do not mind `xml:space`
    return element("text", written, **looks, **halo, style=blanks)


def _line(x: float, base: float, line: Line, size: float, anchor: str) -> str:
    """The first run carries the place, which a browser forgets with a run of blanks only. Letters of other fonts stand
    apart, else whole texts are written in those."""
    if len(line) > 1 and not line[0].text.strip():
        line = (line[1]._replace(text=line[0].text + line[1].text), *line[2:])
    if all(run.own for run in line):
        places: list[Looks] = [{"x": x, "y": base}, *({} for _ in line)]
    else:
        left = x - size * _wide(line) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        before = [left + size * _wide(line[:number]) for number in range(len(line))]
        places = [{"x": at, "y": base, "text_anchor": "start"} for at in before]
    return "".join(
        element("tspan", clean(run.text), **place, font_weight=700 if run.bold else None, fill=run.colour)
        for run, place in zip(line, places, strict=False)
    )
