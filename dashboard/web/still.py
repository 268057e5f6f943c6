"""The figures of a page as they stand there until Plotly has come to the browser: see `screen/still.js`."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.charts.base import Chart
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import beside
from dashboard.drawing import NotDrawn, in_both
from dashboard.made import Made
from dashboard.screen.figure import shown
from dashboard.warehouse import warehouse
from dashboard.web.ahead import NOTHING, packed
from dashboard.web.threads import in_thread

MAKER = ThreadPoolExecutor(1, "still")
STEP = 2  # px; what is between two widths the browser stretches
WIDTHS = range(240, 2400 + STEP, STEP)
PHONE = 520  # px, below which a chart has its narrow layout
UNTOLD = Caption("", "", "")  # the page says what it is


async def still(request: Request) -> Response:
    """`/still/<stamp>.svg?width=…`: the chart without title and source, nothing of what no page has shown."""
    asked, width = request.query_params, request.query_params.get("width", "")
    chart = shown(request.path_params["stamp"]) if warehouse().public else None
    made = None
    if chart and set(asked) == {"width"} and width in map(str, WIDTHS):
        made = await in_thread(MAKER, beside, chart, ("still", width), lambda: _made(chart, int(width)))
    return packed(made, request) if made else Response(status_code=NOTHING, headers={"Cache-Control": "no-store"})


def _made(chart: Chart, width: int) -> Made | None:
    try:
        drawn = in_both(chart, UNTOLD, width, narrow=width < PHONE)
    except NotDrawn:
        return None
    return Made.gzipped("image/svg+xml", drawn)


def stills(figure: Figure, widths: Mapping[str, int]) -> dict[str, Markup]:
    """The chart as SVG in each of these widths (px; `narrow`: in a phone's layout), in both schemes' colours."""
    found, told = figure.chart, figure.caption
    drawn = {name: in_both(found, told, width, narrow=name == "narrow") for name, width in widths.items()}
    return {name: Markup(text) for name, text in drawn.items()}  # noqa: S704 (every text in it is escaped)
