"""The making of a figure's or a page's file, as the workshop has it done."""

from dashboard.app_pages import KNOWN
from dashboard.content.view import asked_in, view
from dashboard.export.formats import made, package, page_workbook
from dashboard.made import Made
from dashboard.speaking import language
from dashboard.warehouse.several import several
from dashboard.workshop.order import Overtaken, Report

OF_PAGES = {"xlsx": page_workbook, "zip": package}


def file(
    page: str,
    query: str,
    lang: str,
    key: str,
    ending: str,
    dark: bool,
    facts: str,
    *,
    report: Report,  # noqa: ARG001 (it is one step)
) -> Made:
    """One exhibit of a view (`query`: its address after the question mark), or all of it without a key.

    Raises Overtaken where it would be made of other facts than `facts`: it is kept as theirs.
    """
    found = view(KNOWN[page], asked_in(query), language(lang))
    if found.version != facts:  # this process may not have heard yet of what another city has published
        several().refresh(force=True)
        found = view(KNOWN[page], asked_in(query), language(lang))
    if found.version != facts:
        raise Overtaken
    return made(found, key, ending, dark=dark) if key else OF_PAGES[ending](found)
