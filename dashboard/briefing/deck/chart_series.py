"""How the series of a chart look: lines, bars, and the numbers beside them."""

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from dashboard.briefing.deck.chart_axes import SPACE

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
DASHES = (MSO_LINE.SOLID, MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.LONG_DASH, MSO_LINE.DASH_DOT)
MARKERS = (
    XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.TRIANGLE,
)  # fmt: skip


def line_look(series: Any, colour: str, at: int, small: bool) -> None:
    """A line in that colour with marks at its points; dash and mark tell the lines of one colour apart."""
    tone = RGBColor.from_string(colour)
    series.smooth = False
    line = series.format.line
    line.color.rgb, line.width, line.dash_style = tone, Pt(2.25 if at == 0 else 1.5), DASHES[at % len(DASHES)]
    marker = series.marker
    marker.style, marker.size = MARKERS[at % len(MARKERS)], 5 if small else 6
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = tone
    marker.format.line.fill.background()


def solid(bars: Any, colour: str, *, edge: bool = False) -> None:
    """A series of bars, or one of them, filled with that colour; `edge`: parted by a line of paper."""
    bars.format.fill.solid()
    bars.format.fill.fore_color.rgb = RGBColor.from_string(colour)
    if edge:
        bars.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        bars.format.line.width = Pt(1)


def text_look(number_format: str, size: float, place: str, colour: str = "") -> str:
    """How data labels look that show the number, as XML. `colour`: RRGGBB, else ink."""
    fill = f'<a:srgbClr val="{colour}"/>' if colour else '<a:schemeClr val="tx1"/>'
    written = f'<a:defRPr sz="{round(size * 100)}"><a:solidFill>{fill}</a:solidFill></a:defRPr>'
    return (
        f'<c:numFmt formatCode={quoteattr(number_format)} sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>{written}</a:pPr><a:endParaRPr/></a:p></c:txPr>'
        f'<c:dLblPos val="{place}"/>{_shown("Val")}'
    )


def _shown(*parts: str) -> str:
    """Which parts a label has."""
    every = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{part} val="{int(part in parts)}"/>' for part in every)


def label(point: int, number_format: str, size: float, *, place: str) -> str:
    """The label of one point (its number), as XML."""
    return f'<c:dLbl><c:idx val="{point}"/>{text_look(number_format, size, place)}</c:dLbl>'


def put_labels(series: Any, labels: Iterable[str]) -> None:
    """Give a series these labels; points without one have none unless the last of `labels` is that of all."""
    written = "".join(labels)
    if written.endswith("</c:dLbl>"):
        written += _shown()
    old = series._element.get_or_add_dLbls()
    old.getparent().replace(old, parse_xml(f"<c:dLbls {SPACE} {DRAWING}>{written}</c:dLbls>"))
