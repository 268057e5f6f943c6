"""Three findings in words; what they say is computed by `queries/compare/` (leader, growth, crossing)."""

from dashboard.app_pages.compare.choice import Choice
from dashboard.app_pages.compare.measure import Mode, shown_text
from dashboard.content.parts import Findings
from dashboard.language import Language
from dashboard.questions import compare
from dashboard.questions.compare import CrossingRow, GrowthRow, LeaderRow


def findings(choice: Choice, lang: Language) -> Findings:
    """Who leads, who grew most, who overtook whom; what the data do not allow is said, once: without a year in common
    there are no two, and without two nobody overtakes."""
    leaders, growers = compare.leader(**choice.asked), compare.growth(**choice.asked)
    if not leaders:
        return Findings((lang.t("There is no year for which two of the chosen markets have a value."),))
    lead = leading(leaders[0], choice, lang)
    if not growers:
        nothing = lang.t("Growth and overtaking cannot be compared: no two years have values of two markets.")
        return Findings((lead, nothing))
    return Findings((lead, growing(growers[0], choice, lang), _overtaking(choice, lang)))


def leading(row: LeaderRow, choice: Choice, lang: Language) -> str:
    """Who leads in the newest common year, and by how much. No verb that would have to agree in number."""
    text = lang.t(
        "Leading in {year}: {first} with {value}, ahead of {second} with {other}.",
        year=row.year,
        **_pair(row, choice, lang),
    )
    return text + of_how_many(row.markets, row.all_markets, lang)


def growing(row: GrowthRow, choice: Choice, lang: Language) -> str:
    """Who grew most between the first and the newest common year; of a share in percentage points."""
    change = lang.percent(row.change, signed=True)
    if choice.mode is Mode.SHARE:
        points = ("+" if row.change >= 0 else "") + lang.number(100 * row.change, 1)
        change = lang.t("{points} percentage points", points=points)
    told = {
        "since": row.since_year,
        "year": row.year,
        "first": lang.name("markets", row.market),
        "change": change if row.exact else lang.hedged(change, "approx"),
    }
    text = (
        lang.t("Strongest growth from {since} to {year}: {first}, {change}.", **told)
        if row.change >= 0
        else lang.t("Smallest decline from {since} to {year}: {first}, {change}.", **told)
    )
    return text + of_how_many(row.markets, row.all_markets, lang)


def _overtaking(choice: Choice, lang: Language) -> str:
    """Which market overtook which, and between which years, most recently."""
    if choice.mode is Mode.INDEX:
        return lang.t("An index tells of growth; who overtook whom, the absolute values tell.")
    for row in compare.crossing(**choice.asked):
        return lang.t(
            "Latest change of places, between {before} and {year}: {first} ahead of {second} ({value} to {other}).",
            before=row.year_before,
            year=row.year,
            **_pair(row, choice, lang),
        )
    return lang.t("No market overtook another in the years in which both have a value.")


def _pair(row: LeaderRow | CrossingRow, choice: Choice, lang: Language) -> dict[str, str]:
    """Two markets and their values in words."""
    return {
        "first": lang.name("markets", row.market),
        "value": shown_text(row.shown, choice.unit, row.qualifier, choice.mode, lang),
        "second": lang.name("markets", row.other_market),
        "other": shown_text(row.other_shown, choice.unit, row.other_qualifier, choice.mode, lang),
    }


def of_how_many(part: int, whole: int, lang: Language) -> str:
    """Says so where not all chosen markets could take part."""
    if part == whole:
        return ""
    return " " + lang.t("({part} of {whole} markets have a value)", part=lang.number(part), whole=lang.number(whole))
