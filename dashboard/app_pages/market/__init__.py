"""Market: all we know of one source market, in the order a reader asks for it."""

from dashboard.app_pages.market.choice import Choice, name
from dashboard.app_pages.market.counts import counts
from dashboard.app_pages.market.milestones import milestones
from dashboard.app_pages.market.network import network
from dashboard.app_pages.market.opening import figures, opening
from dashboard.app_pages.market.places import places
from dashboard.app_pages.market.sectors import sectors
from dashboard.app_pages.market.series import people, trade
from dashboard.content.page import Page

PAGE = Page(
    name="market",
    icon=":material/flag:",
    title=lambda lang: lang.t("Markets"),
    choice=Choice,
    sections=(opening, figures, counts, sectors, milestones, places, people, trade, network),
    nothing=lambda choice, lang, subjects: lang.t(
        "Nothing is on record for {country} about: {subjects}.", country=name(choice, lang), subjects=subjects
    ),
    needs=("companies", "milestones", "indicators", "institutions", "events", "signals"),
)
