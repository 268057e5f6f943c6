"""Names of codes that live in tables: markets, sectors, themes, regions, desks."""

from dashboard.language import Language
from dashboard.warehouse import warehouse


def names(table: str, lang: Language) -> dict[str, str]:
    """Code -> name in the reader's language, in the table's order; `table` is markets, sectors, sector_groups,
    themes, regions, desks, places or indicator_types."""
    found = warehouse().ask("shared/names", code_list=table)
    return dict(zip(found["code"], found[f"name_{lang.code}"], strict=True))


def region_name(region: str, lang: Language) -> str:
    """The region's name; the code itself if it is unknown."""
    return names("regions", lang).get(region, region)


def periods(lang: Language) -> list[str]:
    """The names of the four periods of arrival, 1 to 4 in `queries/model/company.sql`."""
    return [lang.t("before 2000"), "2000–2009", "2010–2019", lang.t("2020 on")]
