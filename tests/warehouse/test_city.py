"""The city of a data folder: read, kept beside the tables, and told apart from a faulty one."""

from pathlib import Path

import duckdb
import pytest

from dashboard.warehouse.build import build, data_version, model_order
from dashboard.warehouse.check import check
from dashboard.warehouse.city import City, read_city


def test_the_shipped_city_is_a_table_of_one_row(data_folder: Path, tmp_path: Path) -> None:
    city = read_city(data_folder)
    build(data_folder, tmp_path / "facts.duckdb", public=True)
    with duckdb.connect(tmp_path / "facts.duckdb", read_only=True) as connection:
        assert connection.execute("select place, country, region from city").fetchall() == [
            (city.place, city.country, city.region)
        ]


def test_other_sections_and_keys_are_left_to_others(tmp_path: Path) -> None:
    text = '[city]\nplace = "Lyon"\ncountry = "FR"\nregion = "LYON"\nmotto = "en avant"\n[map]\nzoom = 3\n'
    (tmp_path / "city.toml").write_text(text, encoding="utf-8")
    assert read_city(tmp_path) == City(place="Lyon", country="FR", region="LYON")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "is missing"),
        ("[city", "no readable TOML"),
        ("", "country"),
        ('[city]\nplace = "Düsseldorf"\ncountry = "DE"\n', "region"),
        ('[city]\nplace = ""\ncountry = "DE"\nregion = "DUS"\n', "place"),
    ],
)
def test_a_missing_or_broken_city_is_a_fault(data_folder: Path, text: str | None, told: str) -> None:
    path = data_folder / "city.toml"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    (fault,) = check(data_folder)
    assert fault.file == "city.toml" and told in fault.rule and fault.mend


def test_the_version_changes_with_the_city(data_folder: Path) -> None:
    before = data_version(data_folder)
    (data_folder / "city.toml").write_text("# other\n", encoding="utf-8")
    assert data_version(data_folder) != before


def test_views_and_macros_stand_after_what_they_need() -> None:
    statements = {
        "a": "select * from b inner join c on f(b.x)",
        "b": "select * from c",
        "c": "select 1",
        "f": "create macro f(x)",
    }
    order = model_order(statements)
    assert sorted(order) == sorted(statements)
    assert order.index("c") < order.index("b") < order.index("a") and order.index("f") < order.index("a")
