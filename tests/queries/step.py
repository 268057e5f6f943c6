"""What came, grew or moved last at each company, in plain Python."""

from tests.conftest import Rows

KINDS = ("settlement", "startup-landing", "expansion", "rnd-centre", "hq-upgrade")


def steps(facts: dict[str, Rows]) -> Rows:
    """One milestone a company, newest first."""
    found = [row for row in facts["milestones"] if _is_step(row)]
    found.sort(key=lambda row: (-int(row["year"]), -int(row["month"] or 0), row["milestone_id"]))
    newest = {row["company_id"]: row["milestone_id"] for row in reversed(found)}
    return [row for row in found if row["milestone_id"] == newest[row["company_id"]]]


def _is_step(row: dict[str, str]) -> bool:
    if row["kind"] == "relocation":
        return row["from_city"] != row["to_city"] or not row["from_city"]
    return row["kind"] in KINDS and row["doubted"] != "true"
