"""The chosen figure: findings, lines, ranking, definition and the table of every value with its source."""

from dashboard.app_pages.compare.charts.lines import compared_lines
from dashboard.app_pages.compare.charts.ranking import ranking_bars
from dashboard.app_pages.compare.choice import Choice
from dashboard.app_pages.compare.findings import findings, of_how_many
from dashboard.app_pages.compare.measure import Mode, measure_text
from dashboard.app_pages.compare.values import values_table
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Note, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import compare


@remembered
def compared(choice: Choice, lang: Language) -> Section:
    """All about the chosen figure; nothing where these markets have none in common."""
    if not choice.indicator:
        return Section("compared")
    return Section(
        "compared",
        parts=(
            findings(choice, lang),
            Beside((tuple(_lines(choice, lang)), tuple(_ranking(choice, lang))), (1.9, 1)),
            Note(lang.describe("indicator_types", choice.indicator), label=lang.t("What is counted")),
            values_table(choice, lang),
        ),
    )


def _lines(choice: Choice, lang: Language) -> list[Part]:
    """The line chart, with a word on markets that cannot be shown in this measure."""
    rows = tuple(row for row in compare.values(**choice.asked) if row.shown is not None)
    if not rows:
        return [Nothing(_nothing(choice.mode, lang))]
    period = f"{min(row.year for row in rows)}–{max(row.year for row in rows)}"
    drawn = [lang.name("markets", market) for market in dict.fromkeys(row.market for row in rows)]
    caption = Caption(
        f"{lang.name('indicator_types', choice.indicator)}, {lang.name('regions', choice.region)}",
        f"{_measure(choice, lang)} · {period}",
        lang.t("Lines for {names}, {period}.", names=lang.join(drawn), period=period),
    )
    lines = Figure(
        "compared",
        compared_lines(rows, choice.mode, lang),
        caption,
        rows,
        sources_of(rows, counted=_inhabitants(choice.mode, lang)),
        definitions=(lang.describe("indicator_types", choice.indicator),),
        plotted=Plotted(Form.LINES, x=("year",), y=("shown",), by=("market",)),
    )
    missing = [name for market in choice.markets if (name := lang.name("markets", market)) not in drawn]
    said = lang.t("Without a value in this measure: {names}.", names=lang.join(missing))
    return [lines, *([Note(said)] if missing else [])]


def _nothing(mode: Mode, lang: Language) -> str:
    """Why there is nothing to draw."""
    if mode is Mode.SHARE:
        return lang.t("No total of all countries has been published for this figure and region, so there is no share.")
    if mode is Mode.INDEX:
        return lang.t("No chosen market has a value in the base year.")
    return lang.t("There is no value for this choice.")


def _measure(choice: Choice, lang: Language) -> str:
    return measure_text(choice.mode, choice.unit, choice.base, lang)


def _inhabitants(mode: Mode, lang: Language) -> str:
    """Where the inhabitants come from, if they are counted in."""
    return lang.t("Inhabitants: GeoNames, one number for all years") if mode is Mode.PER_MILLION else ""


def _ranking(choice: Choice, lang: Language) -> list[Part]:
    """The ranking in the newest common year, or of everyone's newest value."""
    rows = compare.ranking(**choice.asked)
    if not rows:
        return []
    first, last = rows[0], rows[-1]
    caption = Caption(
        lang.t("Ranking {year}, the newest year in common", year=first.year)
        if first.common
        else lang.t("Ranking by each market's newest value"),
        _measure(choice, lang) + of_how_many(first.markets, first.all_markets, lang),
        lang.t(
            "Bars from {first} to {last}.",
            first=lang.name("markets", first.market),
            last=lang.name("markets", last.market),
        ),
    )
    chart = ranking_bars(rows, choice.mode, lang)
    plotted = Plotted(Form.BARS, x=("market",), y=("shown",))
    return [Figure("ranking", chart, caption, rows, sources_of(rows), clickable=True, plotted=plotted)]
