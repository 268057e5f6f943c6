"""A figure as it stands on a page until Plotly has come: only what a page has shown, small, in both schemes."""

import gzip
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from dashboard.app_pages import PAGES
from dashboard.charts.base import Chart
from dashboard.content.choice import read
from dashboard.content.parts import figures
from dashboard.screen.figure import drawn
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from tests.drawing.figures import CAPTION, SVG, made, texts


@pytest.fixture(scope="module")
def chart() -> Chart:
    """The first figure of a market's page, as a page has shown it."""
    page, lang = PAGES["market"], language("de")
    sections = page.made(read(page.choice, {"market": ["JP"]}, lang).choice, lang)
    figure = next(figure for section in sections for figure in figures(section))
    drawn(figure.chart, figure.caption)
    return figure.chart


def address(chart: Chart, width: object = 800) -> str:
    return f"/still/{chart.stamp}.svg?width={width}"


def test_it_is_the_chart_alone_in_the_colours_of_both_schemes(client: TestClient, chart: Chart) -> None:
    answer = client.get(address(chart))
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/svg+xml"
    assert "immutable" in answer.headers["cache-control"]
    root = ElementTree.fromstring(answer.text)
    assert (root.get("width"), root.get("height")) == ("800", str(chart.height))
    assert len(texts(root)) > 5 and "light-dark(" in answer.text
    assert [element.text for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")] == [None, None]
    assert (root.get("font-family") or "").startswith("'Source Sans'"), "the page's font"


def test_below_the_width_of_a_phone_it_has_its_layout(client: TestClient) -> None:
    narrow = made([], {"height": 300})
    drawn(narrow, CAPTION)
    heights = [ElementTree.fromstring(client.get(address(narrow, width)).text).get("height") for width in (518, 520)]
    assert heights == ["300", "200"]


@pytest.mark.parametrize(
    "width", ["", "0", "238", "801", "2402", "800.0", "8e2", "８００", "-800", "800&width=1", "800&more=1"]
)
def test_there_are_few_widths(client: TestClient, chart: Chart, width: str) -> None:
    answer = client.get(address(chart, width))
    assert answer.status_code == 204 and answer.content == b"" and answer.headers["cache-control"] == "no-store"


def test_what_no_page_has_shown_has_none(client: TestClient) -> None:
    assert client.get(address(made([], margin={"l": 77}))).status_code == 204
    assert client.get("/still/x.svg?width=800").status_code == 204


def test_it_ends_with_the_content_that_showed_it(client: TestClient) -> None:
    passing = made([], margin={"l": 78})
    drawn(passing, CAPTION)
    good = address(passing)
    assert client.get(good).status_code == 200
    del passing
    assert client.get(good).status_code == 204


def test_what_cannot_be_drawn_has_none(client: TestClient) -> None:
    strange = made([], legend={"x": 1})
    drawn(strange, CAPTION)
    assert client.get(address(strange)).status_code == 204


def test_only_public_facts(client: TestClient, chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warehouse(), "public", False)
    assert client.get(address(chart)).status_code == 204


def test_it_comes_small_to_whoever_can_read_it(client: TestClient, chart: Chart) -> None:
    packed, plain = (client.get(address(chart), headers={"Accept-Encoding": how}) for how in ("gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.content == plain.content and len(gzip.compress(plain.content)) < len(plain.content) / 3
