"""A figure as a picture that stands alone: title and subtitle above the chart, sources, version and date below."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from dashboard.charts.palette import INK, MUTED, PAPER
from dashboard.content.figure import Figure
from dashboard.content.view import View
from dashboard.drawing import letters, svg
from dashboard.drawing.element import clean as escaped
from dashboard.drawing.element import element
from dashboard.drawing.letters import Font
from dashboard.export.clean import clean

WIDTH, EDGE = 1200, 24  # px: as wide as figures are made for, and what is free around
GAP = 8  # px above and below the chart
LINE = 1.35  # of the font's size


class Line(NamedTuple):
    """A text of its own, in as many lines as it takes."""

    text: str
    font: Font
    bold: bool = False


def picture(view: View, figure: Figure, source: str, *, dark: bool = False) -> str:
    """The figure as an SVG document `WIDTH` px wide, on light or dark paper."""
    ink, muted, caption = INK[dark], MUTED[dark], figure.caption
    head, top = _written([Line(caption.title, Font(20, ink), True), Line(caption.drawn, Font(14, ink))], EDGE)
    foot = [Line(source, Font(12, ink)), Line(_when(view), Font(12, muted))]
    below, end = _written(foot, top + figure.chart.height + 2 * GAP)
    drawn = svg(figure.chart, caption, WIDTH - 2 * EDGE, dark=dark)
    placed = drawn.replace("<svg ", f'<svg x="{EDGE}" y="{top + GAP:g}" ', 1)
    high = round(end + EDGE / 2)
    return element(
        "svg", element("title", escaped(caption.title)), element("desc", escaped(caption.alt)),
        element("rect", width=WIDTH, height=high, fill=PAPER[dark]), head, placed, below,
        xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=high, viewBox=f"0 0 {WIDTH} {high}", role="img",
        font_family=letters.FAMILY, xml__space="preserve",
    )  # fmt: skip


def _when(view: View) -> str:
    day, lang = view.date, view.lang
    version = lang.t("Data version {version}", version=view.version)
    return " · ".join((version, lang.month(day.year, day.month, day.day), view.address))


def _written(texts: list[Line], top: float) -> tuple[str, float]:
    """The texts, each below the one before, and where they end."""
    written = ""
    for text, font, bold in texts:
        for line in _wrapped(clean(text), font.size):
            html = escape(line, quote=False)
            written += letters.write(EDGE, top + font.size, f"<b>{html}</b>" if bold else html, font)
            top += LINE * font.size
    return written, top


def _wrapped(text: str, size: float) -> Iterator[str]:
    """The text in lines that have room."""
    line = ""
    for word in filter(None, text.split(" ")):
        *full, rest = _parts(word, size)
        longer = f"{line} {rest}" if line else rest
        if full or not _fits(longer, size):
            yield from filter(None, [line, *full])
            longer = rest
        line = longer
    yield from filter(None, [line])


def _parts(word: str, size: float) -> list[str]:
    """The word, cut where it has no room: an address, a text that knows no blanks."""
    if _fits(word, size):
        return [word]
    end = next(end for end in range(len(word) - 1, 0, -1) if _fits(word[:end], size))
    return [word[:end], *_parts(word[end:], size)]


def _fits(text: str, size: float) -> bool:
    return 1.06 * letters.width(escape(text, quote=False), size) <= WIDTH - 2 * EDGE  # bold is wider
