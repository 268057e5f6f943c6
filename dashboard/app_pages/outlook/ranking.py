"""The highest scores with the components they are made of, and how stable their order is."""

from collections.abc import Sequence
from html import escape

from dashboard.app_pages.outlook.charts import rank_ranges, score_bars
from dashboard.app_pages.outlook.choice import Choice
from dashboard.app_pages.outlook.components import COMPONENTS
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.parts import Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import outlook
from dashboard.questions.outlook import LeadersRow


@remembered
def ranking(choice: Choice, lang: Language) -> Section:
    """Bars of the leaders; a click opens the reasons."""
    rows = choice.leaders()
    if not rows:
        return Section("ranking", parts=(Nothing(_nothing(lang)),))
    first = rows[0]
    caption = Caption(
        lang.t("The highest scores and what they are made of"),
        lang.t("Score and components 0–100, – not known; in brackets the confidence"),
        lang.t(
            "Bars by market and sector; {market}, {sector} leads.",
            market=lang.name("markets", first.market),
            sector=lang.name("sectors", first.sector_id),
        ),
        lang.t("a click opens the reasons"),
    )
    chart = score_bars(rows, _heads(lang), _names(rows, lang), lang)
    sources = sources_of(rows, counted=lang.t("Percentile ranks of the values on record"))
    plotted = Plotted(Form.BARS, x=("market", "sector_id"), y=("score",))
    figure = Figure("outlook-ranking", chart, caption, rows, sources, clickable=True, plotted=plotted)
    return Section("ranking", parts=(figure,))


def _nothing(lang: Language) -> str:
    """Why there is nothing to rank: no facts yet, or a choice that leaves none."""
    if not outlook.score(weights=[1] * len(COMPONENTS), least=0):
        return lang.t("Nothing is on record yet that tells where the next arrivals may come from.")
    return lang.t(
        "Nothing is left to rank: lower the minimum confidence, choose more markets or give a component weight."
    )


@remembered
def stability(choice: Choice, lang: Language) -> Section:
    """How far ranks move when weights do."""
    rows, scores = choice.leaders(), choice.scores()
    if not rows:
        return Section("stability")
    text = lang.t(
        "When a weight moves by a fifth, {stable} of the {ten} pairs on the first ten ranks (equal scores share one) "
        "stay there.",
        stable=scores[0].stable,
        ten=scores[0].first_ten,
    )
    caption = Caption(
        lang.t("How stable the order is"),
        lang.t("Rank (dot) and the ranks taken when each weight in turn is a fifth lower or higher (line)"),
        text,
    )
    chart = rank_ranges(rows, _names(rows, lang), lang)
    figure = Figure("outlook-stability", chart, caption, rows, sources_of(rows))
    return Section("stability", lang.t("How sure is that?"), text, parts=(figure,))


def _heads(lang: Language) -> list[str]:
    """The components' titles, marked where one value holds for a whole country."""
    whole = "<br>" + lang.t("whole country")
    return [escape(item.title(lang), quote=False) + (whole if item.whole else "") for item in COMPONENTS]


def _names(rows: Sequence[LeadersRow], lang: Language) -> list[str]:
    """Market, sector and confidence; for sectors that share a rank how many they are."""
    return [
        f"<b>{escape(lang.name('markets', row.market), quote=False)}</b> · "
        + (
            lang.t("{count} sectors", count=row.sectors)
            if row.sectors > 1
            else escape(lang.name("sectors", row.sector_id), quote=False)
        )
        + f" ({lang.percent(row.confidence)})"
        for row in rows
    ]
