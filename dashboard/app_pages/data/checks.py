"""The quality checks that the facts being shown have passed."""

from collections.abc import Callable

import pandas as pd

from dashboard.app_pages.data.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.parts import Cell, Folded, HeadCell, Matrix, Note, Section
from dashboard.language import Language
from dashboard.warehouse import warehouse
from dashboard.warehouse.named import query_names

FOLDER = "checks/"
ASKED: dict[str, Callable[[Language], str]] = {
    "arrival_before_founding": lambda lang: lang.t("No milestone lies years before the arrival"),
    "due_before_begin": lambda lang: lang.t("No expansion ends before it begins"),
    "employees_without_year": lambda lang: lang.t("Each number of employees has its year"),
    "employees_year_without_employees": lambda lang: lang.t("Each year of employees has its number"),
    "end_before_begin": lambda lang: lang.t("No event ends before it begins"),
    "fractional_count": lambda lang: lang.t("Counts and ranks are whole numbers"),
    "impossible_day": lambda lang: lang.t("Each day is one of the calendar"),
    "impossible_year": lambda lang: lang.t("Nothing that has happened lies in the future"),
    "missing_translation": lambda lang: lang.t("Each text is there in both languages"),
    "negative_count": lambda lang: lang.t("No count is negative"),
    "one_preferred_value": lambda lang: lang.t("Of several sources exactly one is preferred"),
    "percent_range": lambda lang: lang.t("Shares lie between 0 and 100 percent"),
    "public_refers_to_internal": lambda lang: lang.t("Nothing public hangs on something internal"),
    "region_larger_than_whole": lambda lang: lang.t("No region has more than what it lies in"),
    "relocation_without_town": lambda lang: lang.t("Each relocation names a town"),
    "total_smaller_than_part": lambda lang: lang.t("No market has more than all countries together"),
    "unknown_city": lambda lang: lang.t("Each code of the city’s own file is known"),
    "unknown_topic": lambda lang: lang.t("Each topic is known"),
}


def results() -> dict[str, pd.DataFrame]:
    """Check -> the rows that fail it, of the facts being shown."""
    names = [name for name in query_names() if name.startswith(FOLDER)]
    return {name.removeprefix(FOLDER): warehouse().ask(name) for name in names}


@remembered
def checks(_: Choice, lang: Language) -> Section:
    """A line for each check."""
    lines = tuple(
        (HeadCell(ASKED[name](lang)), (Cell(lang.number(len(rows)), value=len(rows)),))
        for name, rows in results().items()
    )
    table = Matrix("checks", lang.t("What must hold"), (HeadCell(lang.t("Rows against it")),), lines)
    return Section(
        "checks",
        lang.t("What has been checked"),
        lang.t("Facts that fail one of these are not published; the last good version stays."),
        parts=(
            Folded(lang.t("All checks ({count})", count=len(lines)), (table,)),
            Note(
                lang.t(
                    "Besides, every cell is held to the rules of its table: what must be filled, which values are "
                    "allowed, which codes must be known."
                )
            ),
        ),
    )
