"""The menu by which a figure, a table, a list or the page is taken along: links to files that the server makes."""

from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View
from dashboard.export.formats import FORMATS
from dashboard.language import Language
from dashboard.screen.html import base_path, render

Link = tuple[str, str, str]  # what it is called, what it is, its address


def menu(exhibit: Exhibit, view: View) -> str:
    """The menu of one exhibit, as HTML."""
    lang = view.lang
    own = [
        (ending.upper(), format.words(lang), address(view, f"/{exhibit.key}.{ending}"))
        for ending, format in FORMATS.items()
        if format.suits(exhibit)
    ]
    own.append(("JSON", lang.t("address for other programs"), address(view, f"/{exhibit.key}.json")))
    words = {"take": lang.t("Take along"), "title": exhibit.caption.title, "page": lang.t("The whole page")}
    return render("menu", own=own, whole=_whole(view, lang), words=words)


def page_menu(view: View) -> str:
    """What of the page as a whole can be taken along, as HTML."""
    lang = view.lang
    words = {"take": lang.t("Take the whole page along:"), "all": lang.t("all figures of all pages")}
    return render("page_menu", whole=_whole(view, lang), words=words, all=f"{base_path()}figures?lang={lang.code}")


def _whole(view: View, lang: Language) -> list[Link]:
    return [
        ("XLSX", lang.t("workbook of all figures and lists"), address(view, ".xlsx")),
        ("ZIP", lang.t("data package of tables and facts"), address(view, ".zip")),
    ]


def address(view: View, file: str) -> str:
    """Where the server gives a file of this view: `/<exhibit>.csv`, or `.xlsx` of all of it."""
    return f"{base_path()}figures/{view.page.name}{file}?{view.query}"
