"""The list of all addresses: for programs as JSON, for people as a page with an example of each."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from starlette.requests import Request

from dashboard.app_pages import pages_there
from dashboard.content.choice import fields
from dashboard.content.exhibit import Exhibit
from dashboard.content.kept import remembered
from dashboard.content.page import AnyPage
from dashboard.content.view import View, view
from dashboard.language import COMPLETE, Language
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.warehouse import warehouse
from dashboard.warehouse.several import facts_version
from dashboard.web.asking import endings, language_of
from dashboard.web.files import root
from dashboard.web.job import OF_PAGES
from dashboard.web.parameters import offered
from dashboard.web.record import as_json, licences
from dashboard.web.site import filled, page_path, up

AROUND, AROUND_NARROW = 150, 210  # px of a frame for what is said above and below a chart
LIST = 560  # px of a frame in which a list or a table is scrolled


@dataclass(frozen=True)
class Parameter:
    """What can be chosen: value -> words; `most`: how many at once (None: any number)."""

    name: str
    label: str
    values: Mapping[str, str]
    most: int | None
    default: tuple[str, ...]


@dataclass(frozen=True)
class Address:
    """A figure, table or list; addresses are seen from the server's root. `height`, `height_narrow`: px of a frame that
    shows all of a chart, or enough of a list, and of one as wide as a phone."""

    figure: str
    title: str
    subtitle: str
    chart: bool
    formats: Mapping[str, str]  # ending -> address
    embed: str
    height: int
    height_narrow: int


@dataclass(frozen=True)
class Listed:
    """A page as it opens: its files, what can be chosen, what it shows."""

    page: str
    title: str
    address: str
    formats: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    figures: tuple[Address, ...]


def as_data(request: Request) -> Callable[[], Made]:
    """`/figures.json`"""
    return partial(_json, request, language_of(request))


def as_page(request: Request) -> Callable[[], Made]:
    """`/figures`: a page for whoever reads pages, else the same as JSON."""
    lang = language_of(request)
    return partial(_html if "text/html" in request.headers.get("accept", "") else _json, request, lang)


def _json(request: Request, lang: Language) -> Made:
    told = {
        "data_version": warehouse().version,
        "date": settings().current_date().isoformat(),
        "lang": lang.code,
        "licences": licences(),
        "root": root(request),
        "pages": [asdict(page) for page in _listed(lang, settings().current_date(), facts_version())],
    }
    return as_json(told, "figures")


def _html(request: Request, lang: Language) -> Made:
    pages = _listed(lang, settings().current_date(), facts_version())
    example = next((one for page in pages for one in page.figures if one.chart), None)
    more = {"pages": pages, "root": root(request), "example": example, "words": _words(lang), "languages": COMPLETE}
    text = filled("figures", lang, up(request.url.path), **more)
    return Made("", "text/html", text.encode("utf-8", "replace"))


def _words(lang: Language) -> dict[str, str]:
    return {
        "title": lang.t("All figures, to take along and to embed"),
        "intro": lang.t(
            "Every figure, table and list has an address of its own: as a file, and for other websites, with the same "
            "numbers and sources as on its page. What is chosen stands in the address as on the page itself."
        ),
        "framed": lang.t("On another website:")
        if settings().embed_from
        else lang.t("On another website, once this server allows it (POCKET_EMBED_FROM):"),
        "programs": lang.t("For programs:"),
        "xlsx": lang.t("All of it as a workbook"),
        "zip": lang.t("All of it as a data package"),
        "parameters": lang.t("What can be chosen"),
        "embed": lang.t("to embed"),
    }


@remembered
def _listed(lang: Language, _: date, __: str) -> tuple[Listed, ...]:
    """Every page, as it opens on this day with facts of this version."""
    return tuple(_page(page, view(page, {}, lang)) for page in pages_there().values())


def _page(page: AnyPage, found: View) -> Listed:
    formats = {ending: f"figures/{page.name}.{ending}?{found.query}" for ending in OF_PAGES}
    address = f"{page_path(page.name)}?{found.query}"
    figures = tuple(_address(found, exhibit) for exhibit in found.exhibits.values())
    return Listed(page.name, found.page.title(found.lang), address, formats, _parameters(found), figures)


def _address(found: View, exhibit: Exhibit) -> Address:
    where, caption = f"{found.page.name}/{exhibit.key}", exhibit.caption
    formats = {ending: f"figures/{where}.{ending}?{found.query}" for ending in endings(exhibit)}
    chart = exhibit.figure.chart if exhibit.figure else None
    wide = chart.height + AROUND if chart else LIST
    narrow = (chart.narrow or {}).get("height", chart.height) + AROUND_NARROW if chart else LIST
    embed = f"embed/{where}?{found.query}"
    return Address(exhibit.key, caption.title, caption.subtitle, chart is not None, formats, embed, wide, narrow)


def _parameters(found: View) -> tuple[Parameter, ...]:
    """All but what only opens something beside the page."""
    return tuple(
        Parameter(field.key, field.label(found.lang), dict(offered(field, found)), field.most, _default(found, name))
        for name, field in fields(found.page.choice)
        if not field.aside
    )


def _default(found: View, name: str) -> tuple[str, ...]:
    return tuple(found.reading.default[name])
