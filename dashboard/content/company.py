"""What is on record about a company, in words: its facts, and what happened to it."""

from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.moves import moved
from dashboard.content.parts import Entry
from dashboard.content.sources import Source
from dashboard.language import Language
from dashboard.questions.companies import CompanyRow, MilestonesRow


def known(row: CompanyRow, lang: Language) -> dict[str, tuple[str, str]]:
    """Label and words of every fact that is known, by its column."""
    announced, site = row.status == "announced", _year(row.established, lang)
    arrived = _year(row.arrived, lang)
    found = {
        "parent": (lang.t("Parent company"), _joined(row.parent, lang.name("places", row.parent_city))),
        "former_names": (lang.t("Former names"), row.former_names),
        "city": (lang.t("Town"), _joined(row.postcode, lang.name("places", row.city), glue=" ")),
        "sector_id": (lang.t("Sector"), lang.name("sectors", row.sector_id)),
        "theme_id": (lang.t("Focus theme"), lang.name("themes", row.theme_id)),
        "topics": (lang.t("Topics"), lang.listed("topics", row.topics)),
        "role": (lang.t("Role"), lang.label("companies", "role", row.role)),
        "arrived": (lang.t("Here since"), arrived),
        "established": (lang.t("At this site since"), "" if announced or site == arrived else site),
        "planned": (lang.t("Planned for"), site if announced else ""),
        "employees": (lang.t("Employees"), _employees(row, lang)),
        "status": (lang.t("Status"), lang.label("companies", "status", row.status)),
    }
    return {column: (label, words) for column, (label, words) in found.items() if words}


def _year(year: int | None, lang: Language) -> str:
    return lang.month(year) if year else ""


def _joined(*parts: str | None, glue: str = ", ") -> str:
    """The parts that are known, side by side."""
    return glue.join(part for part in parts if part)


def _employees(row: CompanyRow, lang: Language) -> str:
    """`120 (2024)`; empty where it is not known."""
    return "" if row.employees is None else f"{lang.number(row.employees)} ({_year(row.employees_year, lang)})"


def milestone(row: MilestonesRow, source: Source, lang: Language) -> Entry:
    """One line of the company's history."""
    sizes = [
        "" if row.jobs is None else lang.n("{count} job", "{count} jobs", row.jobs),
        "" if row.area_sqm is None else lang.t("{area} m²", area=lang.number(row.area_sqm)),
        "" if row.invest_eur is None else lang.t("EUR {value}", value=lang.number(row.invest_eur)),
    ]
    where = moved(row.from_city, row.to_city, lang)
    return Entry(
        lang.month(row.year, row.month),
        " ".join(filter(None, [lang.label("milestones", "kind", row.kind), where])),
        kind=" · ".join(filter(None, sizes)),
        text=lang.text(row.description),
        source=source,
        date=iso(row.year, row.month),
        tag=tag(row, lang),
    )
