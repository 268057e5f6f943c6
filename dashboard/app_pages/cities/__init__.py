"""Several cities: which of them the companies of a choice prefer. There only where more than one is published."""

from dashboard.app_pages.cities.across import state, words
from dashboard.app_pages.cities.arrivals import arrivals
from dashboard.app_pages.cities.choice import Choice
from dashboard.app_pages.cities.counts import counts
from dashboard.app_pages.cities.depth import depth
from dashboard.app_pages.cities.numbers import numbers
from dashboard.app_pages.cities.opening import opening
from dashboard.app_pages.cities.table import table
from dashboard.content.page import Page

PAGE = Page(
    name="cities",
    icon=":material/location_city:",
    title=lambda lang: lang.t("Cities"),
    choice=Choice,
    sections=(opening, numbers, counts, arrivals, table, depth),
    about=("market",),
    beside=state,
    words=words,
    public=True,
)
