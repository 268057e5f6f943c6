"""How many sites of the choice each city has, and which share of its list: as two figures of the same rows.

The location quotient (Florence 1939) is a city's share divided by the share in all cities together: 2 means that sites
of this choice are twice as frequent in the list of the city as in all lists (`queries/cities/counts.sql`).
"""

from dashboard.app_pages.cities.across import across
from dashboard.app_pages.cities.charts import Bar, city_bars
from dashboard.app_pages.cities.choice import ALL, Choice
from dashboard.app_pages.cities.kept import Rows, comparable, compared, is_few, number, why_not
from dashboard.app_pages.cities.sources import sources
from dashboard.charts.base import FEW
from dashboard.charts.palette import OTHER, colour
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.parts import Beside, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.language import Language
from dashboard.questions import cities
from dashboard.questions.cities import CountsRow
from dashboard.warehouse import warehouse


@across
@remembered
def counts(choice: Choice, lang: Language) -> Section:
    """Both figures, or the number alone where there is nothing to hold a share against; nothing where no city has a
    site of the choice, which stands above already."""
    rows = cities.counts(**choice.asked)
    if not rows[0].companies_cities:
        return Section("counts")
    title, figure = lang.t("Which city they choose"), _number(rows, choice, lang)
    if choice.is_open:
        return Section("counts", title, parts=(figure,))
    text = lang.t("Sites that are here, announced ones included, without those gone or silent for ten years.")
    if len(compared(rows)) < 2:  # a share is held against that of others
        return Section("counts", title, text, parts=(figure,))
    return Section("counts", title, text, parts=(Beside(((figure,), (_share(rows, choice, lang),)), (1, 1)),))


def tint(choice: Choice) -> str:
    """The market's colour, where all is about one."""
    market = warehouse().markets.get(choice.market)
    return OTHER[0] if choice.market == ALL or market is None else colour(market)


def names(rows: Rows, lang: Language) -> dict[str, str]:
    """City -> what it is called, in the order of the rows."""
    return {row.list_city: lang.name("places", row.list_city) for row in rows}


def _number(rows: Rows, choice: Choice, lang: Language) -> Figure:
    """How many."""
    bars = [_counted(row, lang) for row in rows]
    told = [bar.name + (f" ({bar.text})" if row.lacks else f" {bar.text}") for bar, row in zip(bars, rows, strict=True)]
    since = lang.t("arrived since {year}", year=choice.since) if choice.since != ALL else ""
    caption = Caption(
        lang.t("{subject}: sites by city", subject=choice.subject(lang)),
        "; ".join(filter(None, [lang.t("Number of sites in the list of each city"), since])),
        lang.t("Bars: {values}.", values=lang.join(told)),
    )
    plotted = Plotted(Form.BARS, x=("list_city",), y=("companies",), names=names(rows, lang))
    chart = city_bars(bars, tint(choice), lang)
    return Figure("cities-counts", chart, caption, rows, sources(choice, lang), plotted=plotted)


def _counted(row: CountsRow, lang: Language) -> Bar:
    """Its number; where its list does not keep what is chosen, why there is none."""
    text = why_not(row, lang) if row.lacks else lang.number(number(row))
    return Bar(lang.name("places", row.list_city), number(row), text)


def _share(rows: Rows, choice: Choice, lang: Language) -> Figure:
    """Which share, beside that of all cities together."""
    quotient = comparable(rows)
    bars = [_of_list(row, lang, quotient=quotient) for row in compared(rows)]
    every = lang.t("all cities together: {share}", share=lang.percent(rows[0].share_cities, 1))
    caption = Caption(
        lang.t("{subject}: share of each city’s list", subject=choice.subject(lang)),
        lang.t("Share of its list; × location quotient") if quotient else lang.t("Share of its list"),
        lang.t("Bars: {values}.", values=lang.join([f"{bar.name} {bar.text}" for bar in bars])),
        marks=lang.t("line: {words}; faint: fewer than {few} sites", words=every, few=FEW),
    )
    plotted = Plotted(Form.BARS, x=("list_city",), y=("share",), names=names(rows, lang))
    chart = city_bars(bars, tint(choice), lang, rows[0].share_cities, every)
    definition = lang.t(
        "Location quotient: share of the city’s list divided by the share in the lists of all cities (Florence 1939); "
        "2 means twice as frequent as in all of them."
    )
    shown = sources(choice, lang)
    return Figure(
        "cities-share", chart, caption, rows, shown, definitions=(definition,) if quotient else (), plotted=plotted
    )


def _of_list(row: CountsRow, lang: Language, *, quotient: bool) -> Bar:
    """`12,4 % · × 2,3`; `3 of 9` where that would say too much."""
    text = lang.percent(row.share, 1)
    if is_few(row):
        text = lang.t("{count} of {total}", count=lang.number(number(row)), total=lang.number(row.in_list))
    elif quotient:
        text = f"{text} · × {lang.number(row.specialisation, 1, fixed=True)}"
    return Bar(lang.name("places", row.list_city), row.share or 0.0, text, is_few(row))
