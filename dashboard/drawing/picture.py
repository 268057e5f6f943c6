"""An SVG as PNG, by Typst: without a browser."""

from functools import cache

import typst

from dashboard.drawing import letters

PER_INCH = 72  # Typst's points; one is a px of the SVG here
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)"""


def png(svg_text: str, width: float, scale: float = 2) -> bytes:
    """The SVG as a picture `width` px wide and so many times as fine; what is clear in it stays clear.

    Letters that the screen's font lacks, such as Japanese ones, come from the machine's own fonts, if it has some.
    """
    inputs = {"svg": svg_text, "width": str(width)}
    made = typst.compile(PAGE, format="png", ppi=PER_INCH * scale, sys_inputs=inputs, font_paths=_fonts())
    if not isinstance(made, bytes):
        raise TypeError("an SVG makes one picture")
    return made


@cache
def _fonts() -> typst.Fonts:
    """Read once: looking through a machine's fonts takes a while."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[letters.FONTS])
