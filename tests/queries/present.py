"""Who is here, recomputed from the CSVs: without those that left and those of which nobody tells any more."""

from collections import defaultdict

from tests.conftest import Rows

Facts = dict[str, Rows]


def present(facts: Facts) -> Rows:
    """The rows of companies.csv that count as here."""
    stale = forgotten(facts)
    return [row for row in facts["companies"] if row["status"] != "left" and row["company_id"] not in stale]


def belongs(row: dict[str, str], kind: str, code: str) -> bool:
    """Whether a company is of this sector, on this theme or works on this topic."""
    if kind == "topic":
        return code in [topic.strip() for topic in row["topics"].split(";")]
    return row[f"{kind}_id"] == code


def statuses(facts: Facts) -> dict[str, str]:
    """Each company's status as it is shown."""
    stale = forgotten(facts)
    return {row["company_id"]: "unheard" if row["company_id"] in stale else row["status"] for row in facts["companies"]}


def forgotten(facts: Facts) -> set[str]:
    """The companies of unknown status whose newest source, milestone or number is more than ten years old."""
    last = last_heard(facts)
    newest = max(row["published"] for row in facts["sources"] if len(row["published"]) >= 7)
    return {
        row["company_id"]
        for row in facts["companies"]
        if row["status"] == "unknown" and 0 < last[row["company_id"]] < int(newest[:4]) - 10
    }


def last_heard(facts: Facts) -> dict[str, int]:
    """The last year of which anything is on record of each company; 0 where none is."""
    published = {row["source_id"]: int(row["published"][:4] or 0) for row in facts["sources"]}
    years: dict[str, list[int]] = defaultdict(lambda: [0])
    for row in facts["milestones"]:
        years[row["company_id"]] += [int(row["year"]), published[row["source_id"]]]
    for row in facts["companies"]:
        years[row["company_id"]] += [published[row["source_id"]]]
        years[row["company_id"]] += [int(row[name] or 0) for name in ("established", "employees_year")]
    return {company: max(found) for company, found in years.items()}
