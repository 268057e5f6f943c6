"""Which cities' lists a choice can be looked for in, and what is said of the others: a list that does not keep what is
chosen has no sites of it to count, which is no nought."""

from dashboard.charts.base import FEW
from dashboard.language import Language
from dashboard.questions.cities import CountsRow

Rows = tuple[CountsRow, ...]


def compared(rows: Rows) -> Rows:
    """The cities whose lists keep what is chosen."""
    return tuple(row for row in rows if row.lacks is None)


def number(row: CountsRow) -> int:
    """How many sites of the choice the city has."""
    return row.companies or 0


def is_few(row: CountsRow) -> bool:
    """Whether a share or a quotient of so many says little."""
    return number(row) < FEW


def comparable(rows: Rows) -> bool:
    """Whether shares of their lists can be held against one another: two cities have more than a few."""
    return sum(not is_few(row) for row in compared(rows)) > 1


def why_not(row: CountsRow, lang: Language) -> str:
    """Why a city has no number."""
    return {
        "market": lang.t("not in its list: home country"),
        "theme": lang.t("its list keeps no themes"),
        "topic": lang.t("its list keeps no topics"),
    }[row.lacks or ""]


def told_of_others(rows: Rows, lang: Language) -> list[str]:
    """A sentence on each city that has no number."""
    words = {
        "market": lang.t("{city} is at home in this market: its list is of foreign companies, so it is not compared."),
        "theme": lang.t("The list of {city} keeps no focus themes, so it is not compared."),
        "topic": lang.t("The list of {city} keeps no topics, so it is not compared."),
    }
    return [words[row.lacks].format(city=lang.name("places", row.list_city)) for row in rows if row.lacks]
