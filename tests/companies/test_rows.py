"""One company's card and the table of companies, whole rows recomputed in plain Python from the CSVs."""

from typing import Any

import pandas as pd
import pytest

from dashboard.company_list.filters import View
from dashboard.warehouse import Warehouse
from tests.companies.test_facets import described, kept_out, views
from tests.conftest import Rows
from tests.queries.arrivals import arrival
from tests.queries.present import present, statuses
from tests.queries.whole import Row, answered, by_key, names, numbers, plain

Facts = dict[str, Rows]
EVERYTHING = View()
SORTS = ["name", "market", "sector", "town", "arrived", "employees"]


@pytest.fixture(scope="module")
def cards(facts: Facts) -> dict[str, Row]:
    """Company -> all that is on record about it, and the words that it is sorted by."""
    tables = ("markets", "market"), ("sectors", "sector_id"), ("places", "place")
    markets, sectors, places = (by_key(facts[table], key) for table, key in tables)
    found, shown = {}, statuses(facts)
    for row in facts["companies"]:
        history = [milestone for milestone in facts["milestones"] if milestone["company_id"] == row["company_id"]]
        told: Row = {key: value or None for key, value in row.items() if key != "visibility"}
        told |= {"topics": [topic.strip() for topic in row["topics"].split(";") if topic]}
        told |= {"status": shown[row["company_id"]]}
        told |= numbers(row, "established", "employees", "employees_year")
        told |= {"arrived": arrival(row, history), "milestones": len(history)}
        told |= names(markets[row["market"]], "market") | names(sectors[row["sector_id"]], "sector")
        found[row["company_id"]] = told | names(places.get(row["city"]), "town")
    return found


def test_a_card_tells_all_that_is_on_record(served: Warehouse, cards: dict[str, Row]) -> None:
    for company, card in list(cards.items())[::5]:
        [told] = answered(served.ask("companies/company", company=company))
        assert told == {column: card[column] for column in told} and len(told) == 20
    assert served.ask("companies/company", company="nobody").empty


def ask_rows(served: Warehouse, view: View = EVERYTHING, **wish: Any) -> pd.DataFrame:
    given = {"sort": "name", "descending": False, "lang": "de", "rows": 25, "skip": 0} | wish
    return served.ask("companies/rows", **vars(view), **given)


def test_rows_agree_with_the_facets_and_their_order(served: Warehouse, facts: Facts) -> None:
    every = described(facts)
    for view in views(every, 12):
        expected = {row.id for row, out in kept_out(every, view) if not out}
        found = ask_rows(served, view, rows=10_000)
        assert set(found["company_id"]) == expected and found["company_id"].is_unique


def by_wish(cards: dict[str, Row], wish: str, lang: str, descending: bool) -> list[str]:
    """Companies in the order wished for: what is unknown last either way, those alike by name."""
    column = {"market": f"market_{lang}", "sector": f"sector_{lang}", "town": f"town_{lang}"}.get(wish, wish)
    found = sorted(cards, key=lambda company: (plain(cards[company]["name"]), company))
    value = {company: plain(v) if isinstance(v := cards[company][column], str) else v for company in found}
    in_order = [company for company in found if value[company] is not None]
    in_order.sort(key=lambda company: value[company], reverse=descending)  # keeps the order of those alike
    return in_order + [company for company in found if value[company] is None]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("wish", SORTS)
def test_rows_in_the_order_wished_for(
    served: Warehouse, cards: dict[str, Row], wish: str, lang: str, descending: bool
) -> None:
    found = answered(ask_rows(served, sort=wish, lang=lang, descending=descending, rows=10_000))
    assert [row["company_id"] for row in found] == by_wish(cards, wish, lang, descending)
    assert found == [{column: cards[row["company_id"]][column] for column in row} for row in found]


def test_pages_follow_each_other_without_gap_or_repeat(served: Warehouse, facts: Facts) -> None:
    whole = list(ask_rows(served, rows=10_000)["company_id"])
    pages = [list(ask_rows(served, rows=40, skip=skip)["company_id"]) for skip in range(0, len(whole), 40)]
    assert [company for page in pages for company in page] == whole
    assert len(whole) == len(facts["companies"])


@pytest.mark.parametrize("number", range(0, 400, 57))
def test_a_card_tells_its_milestones_and_its_neighbours(served: Warehouse, facts: Facts, number: int) -> None:
    row = facts["companies"][number]
    history = served.ask("companies/milestones", company=row["company_id"])
    own = [m for m in facts["milestones"] if m["company_id"] == row["company_id"]]
    assert set(history["milestone_id"]) == {m["milestone_id"] for m in own}
    assert list(history["year"]) == sorted((int(m["year"]) for m in own), reverse=True)
    near = served.ask("companies/neighbours", company=row["company_id"], rows=1000)
    others = [other for other in present(facts) if other is not row]
    colleagues = {other["company_id"] for other in others if other["sector_id"] == row["sector_id"]}
    beside = {other["company_id"] for other in others if row["city"] and other["city"] == row["city"]}
    assert set(near.loc[near["kind"] == "sector", "company_id"]) == colleagues
    assert set(near.loc[near["kind"] == "town", "company_id"]) == beside - colleagues
    first = [company in beside for company in near.loc[near["kind"] == "sector", "company_id"]]
    assert first == sorted(first, reverse=True), "those of the same town first"
    markets = {other["company_id"]: other["market"] for other in others}
    same = [markets[company] == row["market"] for company in near.loc[near["kind"] == "town", "company_id"]]
    assert same == sorted(same, reverse=True), "those of the same market first"
