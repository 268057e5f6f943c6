"""What a visitor of the stand can look up: lists of companies, topics, names, projects; recomputed from the CSVs."""

from typing import Any

import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.present import belongs
from tests.queries.present import present as here
from tests.queries.whole import answered

Facts = dict[str, Rows]
ALL: dict[str, Any] = {"market": "all", "kind": "", "code": "", "found": None, "rows": 10_000, "skip": 0}


def listed(served: Warehouse, **choice: object) -> list[str]:
    rows = served.ask("stand/companies", **(ALL | choice))
    assert set(rows["companies"]) <= {len(rows)}
    return list(rows["company_id"])


@pytest.mark.parametrize(
    ("market", "kind", "code"),
    [
        ("all", "", ""),
        ("JP", "", ""),
        ("CN", "sector", "energy-environment"),
        ("all", "theme", "greentech"),
        ("JP", "topic", "hydrogen"),
        ("all", "topic", "artificial-intelligence"),
        ("XX", "", ""),
    ],
)
def test_the_companies_of_a_country_and_a_field(
    served: Warehouse, facts: Facts, market: str, kind: str, code: str
) -> None:
    wanted = [row for row in here(facts) if market in (row["market"], "all") and (not kind or belongs(row, kind, code))]
    found = listed(served, market=market, kind=kind, code=code)
    assert sorted(found) == sorted(row["company_id"] for row in wanted)
    names = {row["company_id"]: row["name"].lower() for row in wanted if row["name"].isascii()}
    shown = [names[company] for company in found if company in names]
    assert shown == sorted(names.values()), "by name"


def test_the_other_sites_of_a_group(served: Warehouse, facts: Facts) -> None:
    for company in here(facts):
        parent, own = company["parent"], company["company_id"]
        others = {row["company_id"] for row in here(facts) if parent and row["parent"] == parent} - {own}
        if len(others) > 2:
            assert set(listed(served, kind="group", code=own)) == others


def test_a_list_a_page_at_a_time(served: Warehouse) -> None:
    every = listed(served, market="JP")
    pages = [
        served.ask("stand/companies", **(ALL | {"market": "JP", "rows": 50, "skip": skip})) for skip in (0, 50, 100)
    ]
    assert [company for page in pages for company in page["company_id"]] == every
    assert {count for page in pages for count in page["companies"]} == {len(every)}


def test_only_who_is_here_is_found(served: Warehouse, facts: Facts) -> None:
    gone = {row["company_id"] for row in facts["companies"]} - {row["company_id"] for row in here(facts)}
    assert gone and listed(served, found=sorted(gone)) == []
    assert listed(served, found=[]) == []


def test_topics(served: Warehouse, facts: Facts) -> None:
    found = {row["topic_id"]: row["companies"] for row in answered(served.ask("stand/topics", company=""))}
    topics = [row["topic_id"] for row in facts["topics"]]
    wanted = {topic: sum(belongs(row, "topic", topic) for row in here(facts)) for topic in topics}
    assert found == {topic: count for topic, count in wanted.items() if count}
    assert list(found) == [topic for topic in topics if wanted[topic]]
    for row in here(facts):
        own = [each["topic_id"] for each in answered(served.ask("stand/topics", company=row["company_id"]))]
        assert own == [topic for topic in topics if belongs(row, "topic", topic)]


@pytest.mark.parametrize(
    ("term", "meant"),
    [
        ("sued", [2]),
        ("SÜD", [2]),
        ("sud", [2]),
        ("korea", [1, 2]),
        ("日", [3]),
        ("kunstliche", [4]),
        ("kuenstliche intelligenz", [4]),
        ("nobody", []),
    ],
)
def test_names_are_found_as_companies_are(served: Warehouse, term: str, meant: list[int]) -> None:
    names = ["Korea, Republic of", "Südkorea", "日本", "Künstliche Intelligenz"]
    assert list(served.ask("stand/meant", names=names, term=term)["place"]) == meant


def test_projects(served: Warehouse, facts: Facts) -> None:
    linked = [row for row in facts["project_partners"] if row["company_id"]]
    assert linked
    for own in linked:
        found = answered(served.ask("stand/projects", company=own["company_id"]))
        others = [
            (row["project_id"], row["partner"], row["company_id"] or None)
            for row in facts["project_partners"]
            if row["project_id"] == own["project_id"] and row["partner"] != own["partner"]
        ]
        assert [(row["project_id"], row["partner"], row["other_company"]) for row in found] == others
