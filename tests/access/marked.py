"""A copy of the facts with an internal row in every table that can have one; each is marked in every text it has."""

import csv
import json
from pathlib import Path

from tests.conftest import copy_of_data

MARK = "zzintern"  # in ids; in texts as `ZZINTERN`
WORDS = {"en": f"{MARK.upper()} fact", "de": f"{MARK.upper()} Angabe"}
SOURCE = {"source_id": MARK}
ROWS = {
    "sources": {**SOURCE, "title": WORDS["en"], "publisher": WORDS["en"], "url": f"https://{MARK}.example/",
                "published": "2026-10"},
    "themes": {"theme_id": MARK, **SOURCE},
    "desks": {"desk_id": MARK, **SOURCE, "email": f"{MARK}@example.org"},
    "contacts": {"contact_id": MARK, "name": WORDS["en"], "desk_id": "japan", **SOURCE},
    "companies": {
        "company_id": MARK, "name": f"Aa {WORDS['en']}", "former_names": WORDS["en"], "parent": WORDS["en"],
        "market": "JP", "established": "2026", "employees": "4321", "employees_year": "2026", "theme_id": MARK,
        **SOURCE,
    },
    "milestones": {"milestone_id": MARK, "company_id": MARK, "year": "2026", "month": "10", "kind": "settlement",
                   **SOURCE},
    "indicators": {"market": "JP", "region": "DUS", "year": "2026", "value": "98765", "preferred": "true", **SOURCE},
    "institutions": {"institution_id": MARK, "market": "JP", **SOURCE},
    "events": {"event_id": MARK, "year": "2027", "month": "3", "day": "4", "market": "JP", **SOURCE},
    "signals": {"signal_id": MARK, "market": "JP", "year": "2026", **SOURCE},
    "projects": {"project_id": MARK, "theme_id": MARK, **SOURCE},
    "project_partners": {"project_id": MARK, "partner": WORDS["en"], "market": "JP", "company_id": MARK, **SOURCE},
}  # fmt: skip


def marked(folder: Path) -> Path:
    """The folder."""
    data = copy_of_data(folder / "data")
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    having = {one["name"] for one in package["resources"] if "visibility" in str(one["schema"]["fields"])}
    assert having == set(ROWS)
    for table, over in ROWS.items():
        path = data / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            first = next(csv.DictReader(file))
        texts = {column: WORDS[column[-2:]] for column in first if column.endswith(("_en", "_de"))}
        with path.open("a", encoding="utf-8", newline="") as file:
            row = first | texts | over | {"visibility": "internal"}
            csv.DictWriter(file, row, lineterminator="\n").writerow(row)
    return data
