"""The city's codes beside the tables, and the order in which the model that uses them is created."""

from pathlib import Path

import pytest

from dashboard.warehouse import Warehouse
from dashboard.warehouse.build import data_version
from dashboard.warehouse.city import read_city
from dashboard.warehouse.model import model_order


def test_the_city_is_a_table_of_one_row(served: Warehouse) -> None:
    city = read_city(served.data)
    found = served.run("select * from city").to_dict("records")
    assert found == [{"place": city.place, "country": city.country, "region": city.region}]


def test_the_version_changes_with_the_city(data_folder: Path) -> None:
    before = data_version(data_folder)
    (data_folder / "city.toml").write_text("# other\n", encoding="utf-8")
    assert data_version(data_folder) != before


def test_views_and_macros_stand_after_what_they_need() -> None:
    statements = {"a": "select * from b inner join c on f(b.x)", "b": "select * from c", "c": "select 1", "f": "f(x)"}
    order = model_order(statements)
    assert sorted(order) == sorted(statements)
    assert order.index("c") < order.index("b") < order.index("a") and order.index("f") < order.index("a")


def test_a_circle_has_no_order() -> None:
    with pytest.raises(ValueError, match="cycle"):
        model_order({"a": "select * from b", "b": "select * from a"})
