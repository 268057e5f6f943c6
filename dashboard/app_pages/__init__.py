"""The pages, one folder each: `choice.py` says what a reader can choose, the other modules are its sections."""

from dashboard.app_pages import companies, compare, data, market, outlook, overview, region, relations, sectors, talent
from dashboard.content.page import AnyPage

# The order is the navigation's.
IN_ORDER: tuple[AnyPage, ...] = (
    overview.PAGE,
    market.PAGE,
    sectors.PAGE,
    region.PAGE,
    companies.PAGE,
    relations.PAGE,
    talent.PAGE,
    outlook.PAGE,
    compare.PAGE,
    data.PAGE,
)
PAGES = {page.name: page for page in IN_ORDER}
