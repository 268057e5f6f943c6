"""The pages, one folder each: `choice.py` says what a reader can choose, the other modules are its sections."""

from dashboard.app_pages import compare, outlook, overview, relations, sectors
from dashboard.content.page import AnyPage

IN_ORDER: tuple[AnyPage, ...] = (
    overview.PAGE,
    sectors.PAGE,
    relations.PAGE,
    outlook.PAGE,
    compare.PAGE,
)  # of the navigation
PAGES = {page.name: page for page in IN_ORDER}
