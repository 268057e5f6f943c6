"""Figures that stand still: there from the start, wherever no script runs, and on paper."""

import re
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

from markupsafe import Markup
from PIL import Image

from dashboard.charts.palette import twins
from dashboard.content.figure import Figure
from dashboard.drawing import png, svg
from dashboard.warehouse import warehouse

WIDE, NARROW = 960, 358  # px
LARGE = 60_000  # bytes: from here on a figure is smaller as a picture
FINE, QUALITY = 2, 82  # pixels for each px, and how well they are kept
STAMP = re.compile(r"(?<=-)[0-9a-f]{12}")


@dataclass(frozen=True)
class Still:
    """A figure in one layout, for light and dark: `drawing` in the colours of whoever looks at it; or pictures, as
    addresses that hold them."""

    width: int
    height: int
    drawing: Markup | None = None
    light: str = ""
    dark: str = ""


def stills(figure: Figure) -> tuple[Still, Still | None]:
    """The figure for screens, and for phones where these have a layout of their own or need letters that large."""
    return _still(figure, WIDE, narrow=False), _still(figure, NARROW, narrow=True)


def _still(figure: Figure, width: int, *, narrow: bool) -> Still:
    light, dark = (svg(figure.chart, figure.caption, width, dark=dark, narrow=narrow) for dark in (False, True))
    found = re.search(r' height="(\d+)"', light)
    height = int(found[1]) if found else figure.chart.height
    themed = _themed(light)
    if len(themed) < LARGE and _same(_dark(light), dark):
        return Still(width, height, Markup(themed))  # noqa: S704 (our own drawing, its texts escaped)
    return Still(width, height, light=_picture(light, width), dark=_picture(dark, width))


def variables() -> dict[str, tuple[str, str]]:
    """The name of each colour of the figures, as it is on light paper and on dark."""
    return {f"--c{light[1:].lower()}": (light, dark) for light, dark in twins(warehouse().markets.values()).items()}


def _themed(drawing: str) -> str:
    """The drawing with names for colours."""
    for name, (light, _) in variables().items():
        drawing = drawing.replace(light, f"var({name})")
    return drawing


def _dark(drawing: str) -> str:
    for light, dark in twins(warehouse().markets.values()).items():
        drawing = drawing.replace(light, dark)
    return drawing


def _same(drawing: str, other: str) -> bool:
    """Whether two drawings are one but for the names of their parts."""
    return STAMP.sub("", drawing) == STAMP.sub("", other)


def _picture(drawing: str, width: int) -> str:
    """The drawing as an address that holds its picture."""
    image, file = Image.open(BytesIO(png(drawing, width, FINE))), BytesIO()
    image.save(file, "WEBP", quality=QUALITY)
    return f"data:image/webp;base64,{b64encode(file.getvalue()).decode()}"
