"""Three findings in words; what they say is computed by `queries/compare/` (leader, growth, crossing)."""

import pandas as pd

from dashboard.charts.compare import shown_text
from dashboard.language import Language
from dashboard.screen.html import block
from dashboard.sections.compare_question import Question
from dashboard.warehouse import warehouse


def findings(question: Question, names: dict[str, str], lang: Language) -> None:
    """Who leads, who grew most, who overtook whom; what the data do not allow is said, once."""
    nothing = {
        "leader": lang.t("There is no year for which two of the chosen markets have a value."),
        "growth": lang.t("Growth and overtaking cannot be compared: no two years have values of two markets."),
        "crossing": lang.t("An index tells of growth; who overtook whom, the absolute values tell.")
        if question.mode == "index"
        else lang.t("No market overtook another in the years in which both have a value."),
    }
    said = []
    for name, tell in {"leader": leader, "growth": growth, "crossing": crossing}.items():
        found = warehouse().ask(f"compare/{name}", **question.parameters())
        said.append(nothing[name] if found.empty else tell(found.iloc[0], question, names, lang))
        if found.empty:
            break  # without a common year there are no two, and without two nobody overtakes
    block("findings", items=said)


def leader(row: pd.Series, question: Question, names: dict[str, str], lang: Language) -> str:
    """Who leads in the newest common year, and by how much. No verb that would have to agree in number."""
    unit = str(question.figure["unit"])
    text = lang.t(
        "Leading in {year}: {first} with {value}, ahead of {second} with {other}.",
        year=int(row["year"]),
        first=names[row["market"]],
        value=shown_text(row["shown"], question.mode, unit, row["qualifier"], lang),
        second=names[row["other_market"]],
        other=shown_text(row["other_shown"], question.mode, unit, row["other_qualifier"], lang),
    )
    return text + of_how_many(row, lang)


def of_how_many(row: pd.Series, lang: Language) -> str:
    """Says so where not all chosen markets could take part."""
    if row["markets"] == row["all_markets"]:
        return ""
    part, whole = lang.number(row["markets"]), lang.number(row["all_markets"])
    return " " + lang.t("({part} of {whole} markets have a value)", part=part, whole=whole)


def growth(row: pd.Series, question: Question, names: dict[str, str], lang: Language) -> str:
    """Who grew most between the first and the newest common year; of a share in percentage points."""
    text = (
        lang.t("Strongest growth from {since} to {year}: {first}, {change}.")
        if row["change"] >= 0
        else lang.t("Smallest decline from {since} to {year}: {first}, {change}.")
    )
    change = lang.percent(row["change"], signed=True)
    if question.mode == "share":
        points = ("+" if row["change"] >= 0 else "") + lang.number(100 * row["change"], 1)
        change = lang.t("{points} percentage points", points=points)
    filled = text.format(
        since=int(row["since_year"]),
        year=int(row["year"]),
        first=names[row["market"]],
        change=change if row["exact"] else lang.hedged(change, "approx"),
    )
    return filled + of_how_many(row, lang)


def crossing(row: pd.Series, question: Question, names: dict[str, str], lang: Language) -> str:
    """Which market overtook which, and between which years, most recently."""
    unit = str(question.figure["unit"])
    return lang.t(
        "Latest change of places, between {before} and {year}: {first} ahead of {second} ({value} to {other}).",
        before=int(row["year_before"]),
        year=int(row["year"]),
        first=names[row["market"]],
        second=names[row["other_market"]],
        value=shown_text(row["shown"], question.mode, unit, row["qualifier"], lang),
        other=shown_text(row["other_shown"], question.mode, unit, row["other_qualifier"], lang),
    )
