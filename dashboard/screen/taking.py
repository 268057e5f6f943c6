"""The menu by which a figure, a table, a list or the page is taken along: links to files that the server makes."""

from typing import NamedTuple

from dashboard.content.exhibit import Exhibit
from dashboard.content.kept import remembered
from dashboard.content.view import View
from dashboard.export.formats import FORMATS, fitting
from dashboard.language import Language
from dashboard.screen.ahead import ahead
from dashboard.screen.html import base_path, render
from dashboard.warehouse import warehouse

Link = tuple[str, str, str]  # what it is called, what it is, its address


class Place(NamedTuple):
    """Where the server gives the files of a view: before and behind their names; whether the facts come along."""

    before: str
    behind: str
    with_facts: bool

    @classmethod
    def of(cls, view: View) -> "Place":
        """The addresses of this view."""
        return cls(f"{base_path()}figures/{view.page.name}", f"?{view.query}", not view.of_several)

    def address(self, file: str) -> str:
        """That of `/<exhibit>.csv`, or of `.xlsx`, which is all of it."""
        return f"{self.before}{file}{self.behind}"


def menu(exhibit: Exhibit, view: View) -> str:
    """The menu of one exhibit, as HTML."""
    return _menu(exhibit.key, exhibit.caption.title, fitting(exhibit), Place.of(view), view.lang)


@remembered
def _menu(key: str, title: str, kinds: tuple[str, ...], place: Place, lang: Language) -> str:
    own = [(kind.upper(), FORMATS[kind].words(lang), place.address(f"/{key}.{kind}")) for kind in kinds]
    own.append(("JSON", lang.t("address for other programs"), place.address(f"/{key}.json")))
    words = {"take": lang.t("Take along"), "title": title, "page": lang.t("The whole page"), "public": _public(lang)}
    return render("menu", own=own, whole=_whole(place, lang), words=words)


def page_menu(view: View) -> str:
    """What of the page as a whole can be taken along, as HTML."""
    lang = view.lang
    words = {"take": lang.t("Take the whole page along:"), "all": lang.t("all figures of all pages")}
    words["public"] = _public(lang)
    return render(
        "page_menu",
        whole=_whole(Place.of(view), lang),
        words=words,
        all=f"{base_path()}figures?lang={lang.code}",
        ahead=ahead(view),
    )


def _public(lang: Language) -> str:
    """Said to who sees more than what an address gives."""
    return "" if warehouse().public else lang.t("It holds public facts only.")


def _whole(place: Place, lang: Language) -> list[Link]:
    package = lang.t("data package of tables and facts") if place.with_facts else lang.t("data package of the tables")
    return [
        ("XLSX", lang.t("workbook of all figures and lists"), place.address(".xlsx")),
        ("ZIP", package, place.address(".zip")),
    ]
