"""An outlet without a browser: the figures of the screen as SVG and PNG."""

from dashboard.drawing.figure import svg
from dashboard.drawing.known import NotDrawn
from dashboard.drawing.picture import png
from dashboard.drawing.schemes import in_both

__all__ = ["NotDrawn", "in_both", "png", "svg"]
