"""Figures drawn without a browser look like those that a browser draws with the screen's own code."""

import io
import json
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page, Route

from dashboard import library, scripts
from dashboard.assets import PLOTLY_JS, TOPOJSON
from dashboard.charts.base import Chart
from dashboard.charts.palette import PAPER, twins
from dashboard.drawing import png, svg
from dashboard.warehouse import warehouse
from tests.drawing.figures import Found, at_the_stand, on_pages
from tools.fonts import SANS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOME = "http://figures/"
UNLIKE = 2  # of 255, the mean over all px after a blur of 2 px; most are below 0.5
CODE = scripts.text("dress").replace("export ", "")
PAGE = f"""<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: "Source Sans"; src: url("{HOME}font"); font-weight: 200 900; }}
body {{ margin: 0; font-family: "Source Sans", sans-serif; }}</style>
<div id="plot"></div><p>loads<b>both</b></p>
<script src="{HOME}plotly.js"></script><script>{CODE}</script>"""

# What dress.js and figure.js do to a figure before it is painted: colours, layout, traces.
DRAW = """async ([drawing, data, dark, width]) => {
  const plot = document.getElementById("plot"), paper = data.paper;
  document.body.style.background = paper;
  const narrow = parsed(JSON.stringify(data.narrow), dark, data.twins);
  const figure = rooted(parsed(drawing, dark, data.twins), data.base);
  const state = { data, figure, narrow, ui: { root: document.body, plot } };
  const { transition, ...layout } = layoutFor(state, width);
  const fits = ({ meta }) => !["wide", "narrow"].includes(meta) || (meta === "narrow") === isNarrow(data, width);
  await document.fonts.ready;
  Plotly.purge(plot);
  const config = { displayModeBar: false, topojsonURL: data.base + "topojson/" };
  await Plotly.newPlot(plot, figure.data.filter(fits), layout, config);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return layout.height;
}"""

SVG = """async (figure) => {
  let seed = 1; // Plotly's names are by chance: the same chance for all
  Math.random = () => (seed = seed * 16807 % 2147483647) / 2147483647;
  const plot = document.createElement("div");
  document.body.append(plot);
  rooted(figure, HOME);
  const config = { displayModeBar: false, topojsonURL: HOME + "topojson/" };
  await Plotly.newPlot(plot, figure.data, { ...figure.layout, width: 760 }, config);
  const text = plot.innerHTML;
  Plotly.purge(plot);
  plot.remove();
  return text;
}""".replace("HOME", json.dumps(HOME))

Drawer = Callable[[Chart, int, bool], Image.Image]


@pytest.fixture(scope="module")
def drawer(chromium: Browser) -> Iterator[Drawer]:
    """Draw a chart in the browser: `drawer(chart, width, dark)`."""
    page = chromium.new_page()
    page.route("**/*", _serve)
    page.goto(HOME)
    yield lambda chart, width, dark: _drawn(page, chart, width, dark)
    page.close()


def _serve(route: Route) -> None:
    name = route.request.url.removeprefix(HOME)
    kind = name.removeprefix("assets/shapes/").rpartition("/")[2].removesuffix(".json")
    files = {"plotly.js": PLOTLY_JS, "font": SANS, f"topojson/{kind}.json": TOPOJSON / f"{kind}.json"}
    if name.startswith("assets/shapes/"):
        route.fulfill(
            body=warehouse().ask("shared/map_shapes", kind=kind)["json"].iloc[0], content_type="application/json"
        )
    elif name == "small.js":
        route.fulfill(body=library.library(), content_type="text/javascript")
    elif name in files:
        route.fulfill(path=files[name])
    else:
        route.fulfill(body=PAGE, content_type="text/html")


def _drawn(page: Page, chart: Chart, width: int, dark: bool) -> Image.Image:
    page.set_viewport_size({"width": width, "height": 2000})
    colours = twins(warehouse().markets.values())
    data = {"narrow": chart.narrow, "height": chart.height, "twins": colours, "base": HOME, "paper": PAPER[dark]}
    height = page.evaluate(DRAW, [chart.drawing, data, dark, width])
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    return Image.open(io.BytesIO(page.screenshot(clip=clip)))  # type: ignore[arg-type]


def _grey(picture: Image.Image, paper: str) -> NDArray[np.float64]:
    """On its paper, without colours, blurred."""
    ground = Image.new("RGBA", picture.size, paper)
    ground.alpha_composite(picture.convert("RGBA"))
    return np.asarray(ground.convert("L").filter(ImageFilter.GaussianBlur(2)), float)


def unlike(found: Found, drawer: Drawer, width: int, *, dark: bool = False) -> float:
    """How far the picture is from the browser's, of 255."""
    narrow = width < 520
    mine = png(svg(found.chart, found.caption, width, dark=dark, narrow=narrow), width, scale=1)
    pictures = [drawer(found.chart, width, dark), Image.open(io.BytesIO(mine))]
    assert pictures[0].size == pictures[1].size, found.name
    theirs, ours = (_grey(picture, PAPER[dark]) for picture in pictures)
    assert theirs.std() > 1, f"the browser has drawn nothing of {found.name}"
    return float(np.abs(theirs - ours).mean())


@pytest.fixture(scope="module")
def fullest() -> dict[str, Found]:
    """Of every figure that with most in it: of the pages as they open, of some markets, of the stand."""
    core = [market for market in warehouse().markets.values() if market.core]
    found: dict[str, Found] = {}
    for one in (*on_pages("de", core), *at_the_stand("de")):
        if one.name not in found or len(one.chart.drawing) > len(found[one.name].chart.drawing):
            found[one.name] = one
    return found


@pytest.mark.parametrize(("width", "dark"), [(760, False), (1100, True), (390, False), (390, True)])
def test_every_figure_looks_as_in_the_browser(
    fullest: dict[str, Found], drawer: Drawer, width: int, dark: bool
) -> None:
    apart = {name: unlike(found, drawer, width, dark=dark) for name, found in fullest.items()}
    print(json.dumps(dict(sorted(apart.items(), key=lambda named: -named[1])), indent=1))
    assert len(apart) > 30
    assert {name: value for name, value in apart.items() if value > UNLIKE} == {}


def test_what_is_left_of_plotly_draws_as_the_whole(fullest: dict[str, Found], chromium: Browser) -> None:
    """Each figure as the page has it, to the letter."""
    page = chromium.new_page()
    page.route("**/*", _serve)
    page.goto(HOME)
    drawn = []
    for script in ("plotly.js", "small.js"):
        page.evaluate("delete window.Plotly")
        page.add_script_tag(url=HOME + script)
        drawn.append({name: page.evaluate(SVG, json.loads(one.chart.drawing)) for name, one in fullest.items()})
    page.close()
    assert min(map(len, drawn[0].values())) > 1000
    assert [name for name in fullest if drawn[0][name] != drawn[1][name]] == []


def test_a_figure_that_looks_otherwise_is_found(fullest: dict[str, Found], drawer: Drawer) -> None:
    """One in the colours of the other paper, and one a few px aside."""
    found = fullest["by-market"]
    theirs = _grey(drawer(found.chart, 760, False), PAPER[0])
    assert float(np.abs(theirs - _grey(drawer(found.chart, 760, True), PAPER[1])).mean()) > UNLIKE
    other = _grey(drawer(found.chart, 760, False).rotate(180), PAPER[0])
    assert float(np.abs(theirs - other).mean()) > UNLIKE
