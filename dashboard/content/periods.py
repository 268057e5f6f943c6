"""The periods of arrival (`periods.csv`) in words."""

from dashboard.language import Language
from dashboard.questions import shared
from dashboard.questions.shared import PeriodsRow


def periods(lang: Language) -> list[str]:
    """The names of the periods of arrival, 1, 2 ... as in `periods.csv`."""
    return [_period(row, lang) for row in shared.periods()]


def _period(row: PeriodsRow, lang: Language) -> str:
    if row.from_year is None:
        return lang.t("before {year}", year=(row.until_year or 0) + 1)
    return lang.t("{year} on", year=row.from_year) if row.until_year is None else f"{row.from_year}–{row.until_year}"
