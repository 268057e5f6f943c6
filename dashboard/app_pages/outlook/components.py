"""The five components of a score: what each is called, what it measures, what it says of a market in a sector."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.language import Language
from dashboard.questions.outlook import LeadersRow, LevelsRow, ScoreRow
from dashboard.values import Hedge


@dataclass(frozen=True)
class Component:
    """One component; `code` is its name in queries and addresses.

    `measure`: what it measures, in full; `raw`: the value behind a level, with its years and what it is of; `level`:
    the one in a row of scores (0..1), None where unknown; `whole`: one value holds for all sectors of a market.
    """

    code: str
    title: Callable[[Language], str]
    measure: Callable[[Language], str]
    raw: Callable[[LevelsRow, Language], str]
    level: Callable[[LeadersRow | ScoreRow], float | None]
    whole: bool = False


def _projects(row: LevelsRow, lang: Language) -> str:
    return lang.t(
        "{change} in {year} against the mean since {since} ({where})",
        change=_hedged(lang.percent(row.raw, signed=True), row, lang),
        where=_where(row, lang),
        since=row.since_year,
        year=row.year,
    )


def _companies(row: LevelsRow, lang: Language) -> str:
    return lang.t(
        "{change} a year from {since} to {year} ({where})",
        change=_hedged(lang.percent(row.raw, 1, signed=True), row, lang),
        where=_where(row, lang),
        since=row.since_year,
        year=row.year,
    )


def _arrivals(row: LevelsRow, lang: Language) -> str:
    return lang.n(
        "{count} arrival or expansion on record, {since}–{year}",
        "{count} arrivals and expansions on record, {since}–{year}",
        row.facts,
        since=row.since_year,
        year=row.year,
    )


def _signals(row: LevelsRow, lang: Language) -> str:
    return lang.n(
        "balance {balance} from {count} signal, {since}–{year}",
        "balance {balance} from {count} signals, {since}–{year}",
        row.facts,
        balance=lang.number(row.raw, 2),
        since=row.since_year,
        year=row.year,
    )


def _gap(row: LevelsRow, lang: Language) -> str:
    points = ("+" if row.raw > 0 else "") + lang.number(100 * row.raw, 1)
    return lang.t(
        "{points} points: share of all investment projects ({country}) minus share of all foreign companies "
        "({here}); {since}, {year}",
        points=_hedged(points, row, lang),
        country=lang.name("regions", row.region),
        here=lang.name("regions", row.here_region),
        since=row.since_year,
        year=row.year,
    )


def _hedged(text: str, row: LevelsRow, lang: Language) -> str:
    return lang.hedged(text, Hedge.EXACT if row.exact else Hedge.APPROX)


def _where(row: LevelsRow, lang: Language) -> str:
    return f"{lang.name('indicator_types', row.indicator_id)}, {lang.name('regions', row.region)}"


def _country(lang: Language) -> str:
    return lang.name("markets", lang.country)


PROJECTS = Component(
    "projects",
    lambda lang: lang.t("Investment projects"),
    lambda lang: lang.t(
        "Newest number of investment projects in {country} or a part of it over the mean of the five years before, of "
        "which two at least are on record; one value for all sectors of a market.",
        country=_country(lang),
    ),
    _projects,
    lambda row: row.projects_level,
    whole=True,
)
COMPANIES = Component(
    "companies",
    lambda lang: lang.t("Company counts"),
    lambda lang: lang.t(
        "Mean growth a year of the published number of companies here, within one definition and region, without "
        "mere bounds (more than 400); one value for all sectors of a market."
    ),
    _companies,
    lambda row: row.companies_level,
    whole=True,
)
ARRIVALS = Component(
    "arrivals",
    lambda lang: lang.t("Recent arrivals"),
    lambda lang: lang.t(
        "Arrivals and expansions in our list in the last five years, what is both counted once; of the sector."
    ),
    _arrivals,
    lambda row: row.arrivals_level,
)
SIGNALS = Component(
    "signals",
    lambda lang: lang.t("Signals"),
    lambda lang: lang.t(
        "Rising minus falling signals of the last five years, divided by their number plus 2; of the sector."
    ),
    _signals,
    lambda row: row.signals_level,
)
GAP = Component(
    "gap",
    lambda lang: lang.t("Gap to {country}", country=_country(lang)),
    lambda lang: lang.t(
        "Share of the market in all foreign investment projects in {country} minus its share in all foreign companies "
        "here; one value for all sectors of a market.",
        country=_country(lang),
    ),
    _gap,
    lambda row: row.gap_level,
    whole=True,
)
COMPONENTS = (PROJECTS, COMPANIES, ARRIVALS, SIGNALS, GAP)  # the order of $weights in outlook/score.sql
