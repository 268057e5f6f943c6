"""The figures that are drawn: those of every page and of the stand; and what the SVG of one holds."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree import ElementTree

from dashboard.app_pages import PAGES
from dashboard.charts.base import Chart, drawing, layout
from dashboard.content.choice import fields, read
from dashboard.content.figure import Caption
from dashboard.content.parts import figures
from dashboard.drawing import svg
from dashboard.speaking import language
from dashboard.stand.profiles import general
from dashboard.stand.scenes import SCENES

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("A title", "its subtitle", "what it shows")
UNSEEN = {"visible": False}


class Found(NamedTuple):
    """A figure and what it is called."""

    name: str
    chart: Chart
    caption: Caption


def on_pages(lang: str, markets: Sequence[str] = ()) -> Iterator[Found]:
    """Every figure of every page as it opens, and with each of these markets chosen."""
    spoken = language(lang)
    for page in PAGES.values():
        keys = [field.key for _, field in fields(page.choice) if field.options]
        for asked in [{}, *({key: [market] for key in keys} for market in markets)]:
            for section in page.made(read(page.choice, asked, spoken).choice, spoken):
                for figure in figures(section):
                    yield Found(figure.key, figure.chart, figure.caption)


def at_the_stand(lang: str) -> Iterator[Found]:
    """The charts of the stand's scenes."""
    profile = general((), lang)
    for scene in profile.scenes:
        content = SCENES[scene.show](scene, profile, language(lang))
        if content.chart:
            yield Found(f"stand-{scene.show}", content.chart, content.caption)


def made(traces: list[Any], narrow: dict[str, Any] | None = None, **look: Any) -> Chart:
    """A chart of our own making, 200 px high, without margins."""
    nothing = dict.fromkeys("lrtb", 0)
    return Chart(drawing(traces, layout(language("en"), 200, **{"margin": nothing, **look})), narrow)


def parsed(chart: Chart, width: int = 400, **how: bool) -> ElementTree.Element:
    """The SVG of a chart as a tree."""
    return ElementTree.fromstring(svg(chart, CAPTION, width, **how))


def all_of(root: ElementTree.Element, tag: str) -> list[dict[str, str]]:
    """The attributes of every element of a kind that is seen, in their order."""
    hidden = {inner for clip in root.iter(SVG + "clipPath") for inner in clip}
    return [element.attrib for element in root.iter(SVG + tag) if element not in hidden]


def texts(root: ElementTree.Element) -> list[str]:
    """Every text that is written, whatever runs it is made of."""
    return ["".join(element.itertext()) for element in root.iter(SVG + "text")]
