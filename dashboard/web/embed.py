"""One figure, table or list for the frame of another website: what it says, where it is from, and nothing to press."""

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.requests import Request

from dashboard import scripts
from dashboard.content.exhibit import Exhibit
from dashboard.content.figure import Figure
from dashboard.content.view import View
from dashboard.language import Language
from dashboard.made import Made
from dashboard.screen.figure import common, drawn
from dashboard.warehouse import warehouse
from dashboard.web.asking import exhibit_of, schemed
from dashboard.web.site import filled, page_path, up
from dashboard.web.still import stills
from dashboard.web.table import table_of

WIDTHS = {"wide": 760, "narrow": 360}  # px, of what stands there until the chart is drawn


def embedded(request: Request) -> Callable[[], Made]:
    """`/embed/<page>/<figure>`, in the colours of `scheme`, else in those that the browser wishes."""
    found, scheme = schemed(request)
    return partial(_page, found, exhibit_of(request, found), scheme or "light dark", up(request.url.path))


def _page(found: View, exhibit: Exhibit, scheme: str, up: str) -> Made:
    lang = found.lang
    around = {
        "exhibit": exhibit,
        "scheme": scheme,
        "source": exhibit.sources.line(lang) if exhibit.sources.found else exhibit.sources.counted,
        "as_of": lang.t("as of {month}", month=lang.month(*warehouse().as_of)),
        "page": f"{up}{page_path(found.page.name)}?{found.query}",
        "title": found.title,
        "script": scripts.address("embed"),
    }
    text = filled("embed", lang, up, **around, **(_chart if exhibit.figure else _table)(exhibit, lang, up))
    return Made("", "text/html", text.encode("utf-8", "replace"))


def _chart(exhibit: Exhibit, lang: Language, up: str) -> dict[str, Any]:
    figure = exhibit.figure
    return {"stills": stills(figure, WIDTHS), "data": _data(figure, lang, up)} if figure else {}


def _table(exhibit: Exhibit, lang: Language, _: str) -> dict[str, Any]:
    table = table_of(exhibit, lang)
    part = lang.t("{count} of {all} lines", count=lang.number(len(table.lines)), all=lang.number(table.of))
    return {
        "table": table,
        "part": part,
        "nothing": lang.t("Nothing is on record for this choice."),
        "data": {},
    }


def _data(figure: Figure, lang: Language, up: str) -> dict[str, Any]:
    """What draws the chart in the browser: see `figure.js`."""
    return {
        **drawn(figure.chart, figure.caption),
        **common(lang),
        "file": figure.key,
        "subtitle": figure.caption.drawn,
        "source": "",
        "clickable": False,
        "bare": False,
        "stands": True,
        "menu": "",
        "base": up,
        "script": scripts.address("figure"),
        "words": {"sources": "", "full": "", "failed": lang.t("The chart could not be drawn.")},
    }
