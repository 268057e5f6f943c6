"""The map of a year, and the balance of the towns beside it."""

from dashboard.app_pages.region.charts.balance import balance_bars
from dashboard.app_pages.region.choice import Choice
from dashboard.app_pages.region.kinds import KINDS
from dashboard.app_pages.region.words import gains
from dashboard.content.figure import Caption, Figure
from dashboard.content.ground import credits, region_ground
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import region


@remembered
def maps(choice: Choice, lang: Language) -> Section:
    """The year, the map and the balance."""
    both = Beside(((region_map(choice, lang),), (balance(choice, lang),)), (2.1, 1))
    return Section("maps", parts=(Control("year"), both))


def region_map(choice: Choice, lang: Language) -> Part:
    """The map of the kind that is chosen; a click on a site or an arrow opens the company."""
    kind = KINDS[choice.show]
    rows = kind.question(choice)
    if not rows:
        return Nothing(lang.t("Nothing is on record for this choice."))
    alt = lang.t("Map of the region’s towns: {first}.", first=lang.join(kind.first(rows, lang)))
    caption = Caption(kind.dated(choice.year, lang), kind.counted(choice, lang), alt)
    known = credits()
    sources = sources_of(rows, counted=lang.t("Boundaries: {credits}", credits=known) if known else "")
    chart = kind.chart(rows, region_ground(), lang)
    return Figure("region-map", chart, caption, rows, sources, clickable=kind.clickable)


def balance(choice: Choice, lang: Language) -> Part:
    """Who came and who left, town by town."""
    rows = region.balance(**choice.whose)
    if not rows:
        return Nothing(lang.t("No relocation is on record for this choice."))
    caption = Caption(
        lang.t("Balance of the towns"),
        lang.t("Relocations: left who left (hollow), right who came (full); beside the town the balance"),
        lang.t("Bars by town: {first}.", first=lang.join(gains(rows, lang))),
    )
    plotted = Plotted(Form.BARS, x=("town",), y=("arrivals", "departures"))
    return Figure("region-balance", balance_bars(rows, lang), caption, rows, sources_of(rows), plotted=plotted)
