"""Every figure of every page and of the stand is drawn: wide, on a phone, in the dark."""

from collections import Counter
from xml.etree import ElementTree

import pytest

from dashboard.drawing import letters, svg
from dashboard.language import COMPLETE
from dashboard.warehouse import Warehouse
from tests.drawing.figures import Found, all_of, at_the_stand, on_pages, texts
from tests.made import in_turn


def drawn(found: Found) -> None:
    """It is XML, names nothing twice, and writes what the figure writes."""
    for width, dark in ((1100, False), (360, True)):
        document = svg(found.chart, found.caption, width, dark=dark, narrow=width < 520)
        root = ElementTree.fromstring(document)
        names = Counter(element.get("id") for element in root.iter() if element.get("id"))
        assert set(names.values()) == {1}, found.name
        assert not [value for element in root.iter() for value in element.attrib.values() if "nan" in value.lower()]
        assert texts(root) or all_of(root, "circle"), found.name


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_figure_of_the_pages_as_they_open(lang: str) -> None:
    figures = list(on_pages(lang))
    assert len({found.name for found in figures}) > 20
    for found in figures:
        drawn(found)


@pytest.mark.slow
def test_every_figure_for_every_market(served: Warehouse) -> None:
    for found in on_pages("de", in_turn(list(served.markets), 0)):
        drawn(found)


def test_the_stand_s_charts_in_its_languages(served: Warehouse) -> None:
    for lang in served.city.stand.languages:
        for found in at_the_stand(lang):
            drawn(found)


def test_annotations_are_all_written() -> None:
    """Of the figures as they open; those beyond the axes are left out on the screen too."""
    for found in on_pages("en"):
        wanted = [note.text for note in found.chart.figure.layout.annotations or () if note.xref == "paper"]
        written = texts(ElementTree.fromstring(svg(found.chart, found.caption, 1100)))
        for text in wanted:
            plain = "".join(run.text for line in letters.lines(text) for run in line)
            assert plain in written, found.name
