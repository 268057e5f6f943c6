"""Behind the figures: how the countries of origin changed, and who carries the focus themes."""

from dashboard.app_pages.overview.charts import SHOWN, slopes, theme_bars
from dashboard.app_pages.overview.choice import Choice
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import overview


@remembered
def behind_the_figures(_: Choice, lang: Language) -> Section:
    """Both figures below one another."""
    return Section(
        "behind",
        lang.t("Behind the figures"),
        lang.t("How the countries of origin changed, and who carries the focus themes."),
        parts=(studies(lang), themes(lang)),
    )


def studies(lang: Language) -> Part:
    """Companies by country across the studies that count them."""
    rows = overview.studies()
    if not rows:
        return Nothing(lang.t("No study of companies by country is on record."))
    years = sorted({row.year for row in rows})
    last = next(row for row in rows if row.year == years[-1])
    caption = Caption(
        lang.t("Companies by country of origin, from study to study"),
        lang.t(
            "{figure}, {region}, {years}",
            figure=lang.name("indicator_types", last.indicator_id),
            region=lang.name("regions", last.region),
            years=lang.join(list(map(str, years))),
        ),
        lang.t("Lines from study to study; leading in the last study: {name}.", name=lang.name("markets", last.market)),
    )
    counted = lang.t("Countries named in at least two studies; dotted: not named in the one between")
    plotted = Plotted(Form.LINES, x=("year",), y=("value",), by=("market",))
    return Figure("studies", slopes(rows, lang), caption, rows, sources_of(rows, counted=counted), plotted=plotted)


def themes(lang: Language) -> Part:
    """The focus themes by market."""
    rows = overview.themes()
    if not rows:
        return Nothing(lang.t("No company of a focus theme is on record yet."))
    caption = Caption(
        lang.t("Who stands behind the focus themes"),
        lang.t(
            "Sites in our list by theme and market, six largest each; with announced ones, without those "
            "gone or silent for ten years"
        ),
        lang.t("A bar chart for each focus theme: {themes}.", themes=lang.join(list(lang.names("themes").values()))),
    )
    plotted = Plotted(Form.BARS, x=("market",), y=("companies",), panels=("theme_id",), most=SHOWN)
    return Figure("themes", theme_bars(rows, lang, 300), caption, rows, sources_of(rows), plotted=plotted)
