"""Three findings in words; what they say is computed by `queries/compare/findings.sql`."""

import pandas as pd

from dashboard.language import Language
from dashboard.parts.html import block
from dashboard.sections.compare_question import Question
from dashboard.warehouse import warehouse


def findings(question: Question, names: dict[str, str], lang: Language) -> None:
    """Who leads, who grew most, who overtook whom; what the data do not allow is said."""
    found = warehouse().ask("compare/findings", **question.series())
    rows = {row["finding"]: row for _, row in found.iterrows()}
    unit = str(question.figure["unit"])
    said = [
        leader(rows["leader"], unit, names, lang)
        if "leader" in rows
        else lang.t("There is no year for which two of the chosen markets have a value."),
        growth(rows["growth"], names, lang)
        if "growth" in rows
        else lang.t("No growth can be compared: there are no two years that two markets have in common."),
        crossing(rows["crossing"], names, lang)
        if "crossing" in rows
        else lang.t("No market overtook another in the years in which both have a value."),
    ]
    block("findings", items=said)


def leader(row: pd.Series, unit: str, names: dict[str, str], lang: Language) -> str:
    """Who leads in the newest common year, and by how much. No verb that would have to agree in number."""
    text = lang.t(
        "In front in {year}: {first} with {value}, ahead of {second} with {other}.",
        year=int(row["year"]),
        first=names[row["market"]],
        value=lang.value(row["value"], unit, row["qualifier"]),
        second=names[row["other_market"]],
        other=lang.value(row["other_value"], unit, row["other_qualifier"]),
    )
    return text + of_how_many(row, lang)


def of_how_many(row: pd.Series, lang: Language) -> str:
    """Says so where not all chosen markets could take part."""
    if row["markets"] == row["all_markets"]:
        return ""
    part, whole = lang.number(row["markets"]), lang.number(row["all_markets"])
    return " " + lang.t("({part} of {whole} markets have a value)", part=part, whole=whole)


def growth(row: pd.Series, names: dict[str, str], lang: Language) -> str:
    """Who grew most between the first and the newest common year."""
    text = (
        lang.t("Strongest growth from {since} to {year}: {first}, {change}.")
        if row["value"] >= 0
        else lang.t("Smallest decline from {since} to {year}: {first}, {change}.")
    )
    filled = text.format(
        since=int(row["since_year"]),
        year=int(row["year"]),
        first=names[row["market"]],
        change=lang.percent(row["value"], signed=True),
    )
    return filled + of_how_many(row, lang)


def crossing(row: pd.Series, names: dict[str, str], lang: Language) -> str:
    """Which market overtook which, and when, most recently."""
    return lang.t(
        "Latest change of places: {first} ahead of {second} since {year}.",
        first=names[row["market"]],
        second=names[row["other_market"]],
        year=int(row["year"]),
    )
