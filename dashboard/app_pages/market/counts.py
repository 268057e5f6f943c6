"""How many companies: the published counts with their definitions, our list's coverage, how fast they grow."""

from dashboard.app_pages.market.charts.published import by_position, in_view, published_lines
from dashboard.app_pages.market.choice import Subject, name
from dashboard.app_pages.market.coverage import coverage, speed
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Definition, Definitions, Folded, Note, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import Source, source_by_id, sources_of
from dashboard.language import Language
from dashboard.questions import market
from dashboard.questions.market import CompanyCountsRow, LargerInsideRow
from dashboard.values import Hedge, Quantity


@remembered
def counts(subject: Subject, lang: Language) -> Section:
    """Published counts over time beside coverage and speed, definitions below."""
    rows = market.company_counts(market=subject.market)
    if not rows and not any(row.companies for row in market.speed(market=subject.market) if row.scope == "market"):
        return Section("counts", missing=lang.t("published numbers of companies"))
    right = (coverage(subject, lang), speed(subject, lang))
    return Section(
        "counts",
        lang.t("How many companies"),
        lang.t("Who counts what, how each count developed, and how much of it our own list documents."),
        parts=(
            Beside(((published(subject, lang),), right), (2.3, 1)),
            *larger_inside(subject, lang),
            *([meant(rows, lang)] if rows else []),
        ),
    )


def published(subject: Subject, lang: Language) -> Part:
    """The lines of the published counts."""
    rows = in_view(market.company_counts(market=subject.market))
    if not rows:
        return Nothing(lang.t("Nobody has published a number of companies from this market that we know of."))
    series = by_position(rows)
    chart, caption = published_lines(rows, subject.market, lang), _caption(rows, subject, lang)
    meant = tuple(lang.describe("indicator_types", own[0].indicator_id) for own in series)
    sources = sources_of(rows, counted=lang.t("≈ about, > more than, < fewer than"))
    plotted = Plotted(Form.LINES, x=("year",), y=("value",), by=("indicator_id", "region"))
    return Figure("market-counts", chart, caption, rows, sources, meant, plotted=plotted)


def _caption(rows: tuple[CompanyCountsRow, ...], subject: Subject, lang: Language) -> Caption:
    series = by_position(rows)
    main = series[0][-1]
    return Caption(
        lang.t("{country}: published numbers of companies", country=name(subject, lang)),
        lang.t(
            "Companies by count and region, {first}–{last}; each line is one definition",
            first=min(row.year for row in rows),
            last=max(row.year for row in rows),
        ),
        lang.n(
            "Line of {count} count: {definition} stands at {value} in {year}.",
            "Lines of {count} counts; the main one, {definition}, stands at {value} in {year}.",
            len(series),
            definition=lang.name("indicator_types", main.indicator_id),
            value=lang.quantity(main.quantity),
            year=main.year,
        ),
    )


def larger_inside(subject: Subject, lang: Language) -> list[Note]:
    """Why a count of a region can be higher than one of a larger region around it."""
    label = lang.t("Two definitions: the smaller area has the higher number")
    return [Note(_both(row, lang), label) for row in market.larger_inside(market=subject.market)]


def _both(row: LargerInsideRow, lang: Language) -> str:
    inside = _counted(row.indicator_id, row.region, row.value, row.qualifier, row.year, lang)
    around = _counted(
        row.other_indicator_id, row.other_region, row.other_value, row.other_qualifier, row.other_year, lang
    )
    return f"{inside}; {around}. {lang.text(row.note)}"


def _counted(indicator: str, region: str, value: float, hedge: Hedge, year: int, lang: Language) -> str:
    name = lang.name("indicator_types", indicator)
    return f"{lang.name('regions', region)} {lang.quantity(Quantity(value, hedge=hedge))} ({name}, {year})"


def meant(rows: tuple[CompanyCountsRow, ...], lang: Language) -> Folded:
    """What each count means, numbered as in the figure."""
    sources = source_by_id(rows)
    items = tuple(_definition(own, sources, lang) for own in by_position(rows))
    different = lang.t("Different definitions do not add up and do not continue each other.")
    return Folded(lang.t("What each count means"), (Definitions("", different, items),))


def _definition(rows: list[CompanyCountsRow], sources: dict[str, Source], lang: Language) -> Definition:
    first, row = rows[0], rows[-1]
    value = f"{lang.quantity(row.quantity)} ({row.year})"
    if len(rows) > 1:
        value = lang.t(
            "{value}, first {began} ({year})", value=value, began=lang.quantity(first.quantity), year=first.year
        )
    return Definition(
        lang.name("indicator_types", row.indicator_id),
        lang.name("regions", row.region),
        value,
        lang.describe("indicator_types", row.indicator_id),
        row.position,
        sources.get(row.source_id),
    )
