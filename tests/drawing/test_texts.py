"""Texts: measured in the font that is used, and harmless whatever is in them."""

import io
import json
from html import escape
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageFont

from dashboard.charts.base import Chart
from dashboard.content.figure import Caption
from dashboard.drawing import letters, png, svg
from tests.drawing.figures import CAPTION, SVG, UNSEEN, all_of, made, parsed, texts
from tools.fonts import SANS

HOSTILE = (
    "Müller & Söhne <GmbH>",
    "</text><script>alert(1)</script>",
    "\"quoted\" and 'quoted'",
    "日本電産 (日本)",
    "한국전력공사",
    "🙂 smile",
    "]]>&amp;&#x1F;",
    "a\x00b\x0bc\ud800d\uffff",
    "ﬁ ‮right‬ to left",
    "x" * 5000,
)


def saying(text: str) -> Chart:
    """A chart with the text beside a point, as charts write it."""
    point = go.Scatter(x=[50], y=[50], mode="text", text=[text], textposition="middle right", cliponaxis=False)
    return made([point], xaxis=UNSEEN | {"range": [0, 100]}, yaxis=UNSEEN | {"range": [0, 100]})


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    chart = saying(escape(text, quote=False))
    document = svg(chart, Caption(text, text, text), 400)
    document.encode()
    root = ElementTree.fromstring(document)
    kept = letters.FORBIDDEN.sub("", text)
    assert texts(root) == [kept]
    assert [root.findtext(SVG + tag) for tag in ("title", "desc")] == [kept, kept]
    assert {element.tag for element in root.iter()} == {SVG + tag for tag in ("svg", "title", "desc", "text", "tspan")}


def test_a_colour_cannot_leave_its_attribute() -> None:
    axis, evil = {"range": [0, 9]}, 'x" onload="alert(1)'
    chart = made([go.Scatter(x=[1], y=[1], mode="markers", marker={"color": "red"})], xaxis=axis, yaxis=axis)
    vars(chart)["drawing"] = chart.drawing.replace('"red"', json.dumps(evil))  # Plotly would not take it
    assert [circle["fill"] for circle in all_of(parsed(chart), "circle")] == [evil]


def test_bold_coloured_and_broken_texts() -> None:
    root = parsed(saying('<span style="color:#AA0000">━</span> <b>two</b><br>lines'))
    assert texts(root) == ["━ twolines"]
    spans = all_of(root, "tspan")
    assert spans[0]["fill"] == "#AA0000"
    assert [span.get("font-weight") for span in spans] == [None, None, "700", None]
    assert float(spans[-1]["y"]) - float(spans[0]["y"]) == pytest.approx(1.3 * 13, abs=0.01)


@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_as_wide_as_its_letters(bold: bool) -> None:
    font = TTFont(letters.FONTS / letters.FILES[bold])
    names, widths = font.getBestCmap(), font["hmtx"]
    text = "HHHH 0123"  # no pair of them is kerned
    units = sum(widths[names[ord(letter)]][0] for letter in text)
    html = f"<b>{text}</b>" if bold else text
    assert letters.width(html, 20) == pytest.approx(20 * units / font["head"].unitsPerEm, abs=0.1)


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_is_that_of_the_screen(bold: bool) -> None:
    screen = ImageFont.truetype(SANS, 1000)
    screen.set_variation_by_axes([700 if bold else 400])
    text = "Düsseldorf, AVATAR → 1.234 ≈ 50 %"
    html = f"<b>{text}</b>" if bold else text
    assert letters.width(html, 1000) == pytest.approx(screen.getlength(text), abs=5), "python -m tools.fonts"


def test_the_font_s_box_is_that_of_its_file() -> None:
    font = TTFont(letters.FONTS / letters.FILES[False])
    heights = font["hhea"].ascent, -font["hhea"].descent
    assert tuple(height / font["head"].unitsPerEm for height in heights) == (letters.ASCENT, letters.DESCENT)


def test_a_letter_of_another_font_leaves_those_around_it_in_ours() -> None:
    spans = all_of(parsed(saying("A日B")), "tspan")
    places = [float(span["x"]) for span in spans]
    assert places[2] - places[1] == pytest.approx(13, abs=0.01), "a square of 13 px"


def test_it_says_what_it_is() -> None:
    root = parsed(saying("a"))
    named = {element.attrib["id"]: element.text for element in root if "id" in element.attrib}
    assert [named[name] for name in root.attrib["aria-labelledby"].split()] == [CAPTION.title, CAPTION.alt]
    assert root.attrib["role"] == "img" and root.attrib["font-family"].endswith(", sans-serif")
    assert (root.attrib["width"], root.attrib["height"], root.attrib["viewBox"]) == ("400", "200", "0 0 400 200")


def test_the_picture_is_as_large_as_asked_for_and_clear_around_what_is_drawn() -> None:
    picture = Image.open(io.BytesIO(png(svg(saying("Words"), CAPTION, 400), 400, scale=2)))
    assert picture.format == "PNG" and picture.size == (800, 400) and picture.mode == "RGBA"
    alpha = picture.getchannel("A")
    assert alpha.getbbox() is not None and alpha.getpixel((2, 2)) == 0
