"""Rows come in one order, whatever the database does meanwhile."""

from dashboard.company_list.filters import View
from dashboard.warehouse import Warehouse


def test_facets_come_by_name_and_value(served: Warehouse) -> None:
    found = served.ask("companies/facets", **vars(View()))
    keys = list(zip(found["facet"], found["value"], strict=True))
    assert keys == sorted(keys)
    assert all(list(ids) == sorted(ids) for ids in found["source_ids"].dropna())


def test_core_cards_of_as_many_companies_come_by_code(served: Warehouse) -> None:
    found = served.ask("overview/core_cards")
    keys = [(-companies, market) for companies, market in zip(found["companies"], found["market"], strict=True)]
    assert keys == sorted(keys)
