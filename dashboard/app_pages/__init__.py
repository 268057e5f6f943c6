"""The pages, one folder each: `choice.py` says what a reader can choose, the other modules are its sections."""

from dashboard.app_pages import (
    cities,
    companies,
    compare,
    data,
    market,
    outlook,
    overview,
    region,
    relations,
    sectors,
    talent,
)
from dashboard.content.page import AnyPage
from dashboard.warehouse.several import joined

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
KNOWN = {**PAGES, cities.PAGE.name: cities.PAGE}  # those too that are not always there


def pages_there() -> dict[str, AnyPage]:
    """The pages that there are now, by name, in the navigation's order: one of several cities before the last, where
    several are published."""
    if joined() is None:
        return PAGES
    *first, last = IN_ORDER
    return {page.name: page for page in (*first, cities.PAGE, last)}
