"""A figure on a page: title, chart, source line. Every chart is drawn here, so that how it is drawn is decided once.

Drawn by a small component on `Plotly.react`, which keeps the chart's element and updates it in place;
`st.plotly_chart` builds a chart anew whenever its figure changes.
"""

from typing import Any
from weakref import WeakValueDictionary

from dashboard import library
from dashboard.charts.base import Chart
from dashboard.charts.palette import twins
from dashboard.content.figure import Caption, Figure
from dashboard.content.sources import Sources
from dashboard.language import Language
from dashboard.screen.component import component
from dashboard.warehouse import warehouse

_COMPONENT = component("figure")
_SHOWN: WeakValueDictionary[str, Chart] = WeakValueDictionary()  # by their stamps, as long as their content is kept


def put_bare(chart: Chart, caption: Caption, lang: Language, *, key: str) -> None:
    """Only the chart, as high as the box it stands in, without title, sources, menu or any answer to touch."""
    bare = {"file": key, "source": "", "clickable": False, "bare": True, "menu": ""}
    data = {**drawn(chart, caption), **bare, **common(lang)}
    _COMPONENT(key=key, data=data, on_point_change=_ignore, on_sources_change=_ignore)


def on_page(figure: Figure, lang: Language, menu: str) -> dict[str, Any]:
    """The figure as it stands on a page, with this menu (HTML), besides what is `common`."""
    more = {"file": figure.key, "bare": False, "menu": menu}
    return drawn(figure.chart, figure.caption) | around(figure, lang) | more


def drawn(chart: Chart, caption: Caption) -> dict[str, Any]:
    """What a figure shows, as `figure.js` takes it."""
    if warehouse().public:  # whoever names its stamp gets it
        _SHOWN[chart.stamp] = chart
    return {
        "figure": chart.drawing,
        "stamp": chart.stamp,
        "height": chart.height,
        "narrow": chart.narrow,
        "title": caption.title,
        "subtitle": " · ".join(filter(None, [caption.drawn, caption.hint])),
        "alt": caption.alt,
    }


def shown(stamp: str) -> Chart | None:
    """The chart that a browser has been told of under this stamp, if it is still there."""
    return _SHOWN.get(stamp)


def around(figure: Figure, lang: Language) -> dict[str, Any]:
    """What stands below it on a page, and whether its points lead somewhere."""
    return {"source": noted(figure.sources, lang), "clickable": figure.clickable}


def noted(sources: Sources, lang: Language) -> str:
    """The line of sources, with the mark that says that it opens."""
    return f"{sources.line(lang)} ⓘ"


def common(lang: Language) -> dict[str, Any]:
    """What `figure.js` needs of every figure, whatever it shows."""
    words = {
        "sources": lang.t("Show all sources"),
        "full": lang.t("Full screen"),
        "failed": lang.t("The chart could not be drawn."),
    }
    return {
        "lang": lang.code,
        "library": library.address(),
        "twins": twins(warehouse().markets.values()),
        "words": words,
    }


def _ignore() -> None:
    """Streamlit wants a callback for each event; the events are read from the result instead."""
