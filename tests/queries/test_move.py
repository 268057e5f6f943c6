"""Where a company moved from, if that is not told: where all of it went before, not a part."""

import duckdb

from dashboard.settings import QUERIES

COLUMNS = "milestone_id, company_id, kind, year, from_city, to_city, scope, month, jobs, area_sqm, source_id"
TOLD = [
    ("to-b", 2000, "a", "b", "whole"),
    ("part-to-c", 2005, "b", "c", "part"),
    ("to-d", 2010, None, "d", "whole"),
    ("part-to-e", 2012, None, "e", "part"),
]


def test_the_origin_is_where_the_last_move_of_the_whole_company_led() -> None:
    with duckdb.connect() as connection:
        columns = ", ".join(f"{name} {'integer' if name == 'year' else 'varchar'}" for name in COLUMNS.split(", "))
        connection.execute(f"create table milestones ({columns})")
        for name, year, origin, target, scope in TOLD:
            row = [name, "firm", "relocation", year, origin, target, scope, None, None, None, "source"]
            connection.execute("insert into milestones values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        moves = connection.sql((QUERIES / "model" / "move.sql").read_text(encoding="utf-8"))
        found = moves.project("milestone_id, from_city, position, next_year").fetchall()
    assert sorted(found) == [
        ("part-to-c", "b", None, None),
        ("part-to-e", "d", None, None),
        ("to-b", "a", 1, 2010),
        ("to-d", "b", 2, None),
    ]
