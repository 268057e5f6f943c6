"""In which sectors the companies of the markets work."""

from dashboard.app_pages.compare.charts.heatmap import sector_heatmap
from dashboard.app_pages.compare.choice import LEAST, Choice
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import compare


@remembered
def sectors(choice: Choice, lang: Language) -> Section:
    """The heatmap of sectors."""
    if len(choice.markets) < LEAST:
        return Section("sectors")
    return Section(
        "sectors",
        lang.t("Sectors"),
        lang.t("In which sectors the companies of our list work."),
        parts=(_heatmap(choice, lang),),
    )


def _heatmap(choice: Choice, lang: Language) -> Part:
    rows = compare.sectors(markets=choice.markets)
    if not rows:
        return Nothing(lang.t("None of these markets has a company in our list."))
    names = lang.join([lang.name("markets", market) for market in choice.markets])
    caption = Caption(
        lang.t("Companies by sector and market"),
        lang.t("Number of sites in our list; the stronger the tone, the larger the share of the market's sites"),
        lang.t("Table of sectors by market, {names}.", names=names),
    )
    counted = lang.t("With announced companies, without those gone or silent for ten years")
    chart = sector_heatmap(rows, choice.markets, lang)
    plotted = Plotted(Form.TABLE, x=("sector_id",), y=("companies",), by=("market",))
    return Figure("sectors", chart, caption, rows, sources_of(rows, counted=counted), plotted=plotted)
