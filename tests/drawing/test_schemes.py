"""One drawing for both papers: what a browser makes of it is what is drawn for either."""

import re

from dashboard.drawing import in_both, svg
from tests.drawing.figures import CAPTION, on_pages

PAIR = re.compile(r"light-dark\((rgba?\(.*?\)|#\w+), (rgba?\(.*?\)|#\w+)\)")
NAMES = re.compile(r"(title|desc|window)-[0-9a-f]{12}")


def test_each_colour_is_that_of_its_paper() -> None:
    for found in on_pages("en"):
        pairs = in_both(found.chart, CAPTION, 760)
        for dark in (False, True):
            alone = svg(found.chart, CAPTION, 760, dark=dark)
            assert NAMES.sub("", PAIR.sub(rf"\{1 + dark}", pairs)) == NAMES.sub("", alone), found.name
