"""When they came to each city."""

from dashboard.app_pages.cities.across import across
from dashboard.app_pages.cities.charts import arrival_rows
from dashboard.app_pages.cities.choice import Choice
from dashboard.app_pages.cities.counts import names, tint
from dashboard.app_pages.cities.kept import compared
from dashboard.app_pages.cities.sources import sources
from dashboard.charts.base import FEW
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Nothing, Section
from dashboard.content.periods import periods
from dashboard.content.plotted import Form, Plotted
from dashboard.language import Language
from dashboard.questions import cities
from dashboard.questions.cities import ArrivalsRow


@across
@remembered
def arrivals(choice: Choice, lang: Language) -> Section:
    """Each city's arrivals by period."""
    rows, order = _asked_for(choice), names(compared(cities.counts(**choice.asked)), lang)
    if not any(row.told for row in rows):
        return Section("arrivals")
    text = lang.t("Sites that left again count as well: they arrived.")
    return Section("arrivals", lang.t("When they came"), text, parts=(_figure(rows, order, choice, lang),))


def _asked_for(choice: Choice) -> tuple[ArrivalsRow, ...]:
    """Without the periods that end before the first year that counts."""
    since = choice.asked["since"] or 0
    return tuple(row for row in cities.arrivals(**choice.asked) if row.until_year is None or row.until_year >= since)


def _figure(rows: tuple[ArrivalsRow, ...], order: dict[str, str], choice: Choice, lang: Language) -> Part:
    """The figure, or that no year is known."""
    if not any(row.dated for row in rows):
        return Nothing(lang.t("Of none of these sites the year of arrival is known."))
    known = {row.list_city: row for row in rows}
    named = {row.span: periods(lang)[row.span - 1] for row in rows}
    dated = lang.join([f"{name} {known[city].dated} / {known[city].told}" for city, name in order.items()])
    definition = lang.t("Year of arrival known for: {values}.", values=dated)
    caption = Caption(
        lang.t("{subject}: arrivals by period", subject=choice.subject(lang)),
        lang.t("Share of each city’s arrivals with a known year; number of arrivals"),
        definition,
        marks=lang.t("faint: fewer than {few} arrivals", few=FEW),
    )
    spans = {str(number): name for number, name in named.items()}
    plotted = Plotted(Form.WHOLES, x=("list_city",), y=("arrivals",), by=("span",), names=order | spans)
    chart = arrival_rows(rows, order, named, tint(choice), lang)
    shown = sources(choice, lang)
    return Figure("cities-arrivals", chart, caption, rows, shown, definitions=(definition,), plotted=plotted)
