"""The numbers of two filters as figures; a click on a column chooses its value or takes it back."""

from dashboard.app_pages.companies.charts import Bar, facet_bars
from dashboard.app_pages.companies.choice import Choice
from dashboard.charts.palette import OTHER, colour
from dashboard.content.choice import fields
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.parts import Beside, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions.companies import FacetsRow
from dashboard.warehouse import warehouse

MARKETS = 8  # the largest that are shown


@remembered
def counts(choice: Choice, lang: Language) -> Section:
    """The largest source markets beside the periods of arrival."""
    markets = sorted(_rows("market", choice, lang), key=lambda row: -row.companies)[:MARKETS]
    by_market = _figure("market", lang.t("The largest source markets"), markets, choice, lang)
    by_period = _figure("period", lang.t("When they arrived"), _rows("period", choice, lang), choice, lang)
    return Section("counts", parts=(Beside((by_market, by_period), (1.4, 1)),))


def _words(facet: str, lang: Language) -> dict[str, str]:
    """Value -> words, in the order in which the filter offers them."""
    offered = dict(fields(Choice))[facet].options
    return dict(offered({}, lang)) if offered else {}


def _rows(facet: str, choice: Choice, lang: Language) -> list[FacetsRow]:
    """The filter's numbers given the other filters, in the order of its words."""
    counted = choice.view.counted()
    return [counted[facet, value] for value in _words(facet, lang) if (facet, value) in counted]


def _figure(facet: str, title: str, rows: list[FacetsRow], choice: Choice, lang: Language) -> tuple[Figure, ...]:
    """The numbers of one filter as columns; no figure where none is left."""
    if not any(row.companies for row in rows):
        return ()
    bars = [_bar(row, choice, lang) for row in rows]
    caption = Caption(
        title,
        lang.t("Sites in our list that the other filters leave"),
        lang.t("Columns: {values}.", values=lang.join([f"{bar.name} {lang.number(bar.companies)}" for bar in bars])),
        lang.t("a click filters"),
    )
    sources = sources_of(rows, counted=lang.t("Our documented list, those gone or silent for ten years included"))
    plotted = Plotted(Form.COLUMNS, x=("value",), y=("companies",), names=_words(facet, lang))
    chart = facet_bars(bars, lang)
    return (Figure(f"by-{facet}", chart, caption, tuple(rows), sources, clickable=True, plotted=plotted),)


def _bar(row: FacetsRow, choice: Choice, lang: Language) -> Bar:
    """A value as a column, which a click chooses or, if it was chosen, takes back; a market has its colour."""
    chosen: tuple[str, ...] = getattr(choice, row.facet)
    others = tuple(value for value in chosen if value != row.value)
    clicked = others if row.value in chosen else (*chosen, row.value)
    return Bar(
        _words(row.facet, lang)[row.value],
        row.companies,
        go("companies", **{row.facet: clicked or ""}).encoded(),
        not chosen or row.value in chosen,
        colour(warehouse().markets[row.value]) if row.facet == "market" else OTHER[0],
    )
