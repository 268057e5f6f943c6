"""An answer is kept as long as the data it was made of are served, and no longer."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.warehouse.test_check import read, set_cell

pytestmark = pytest.mark.slow

QUERY = "companies/company"


def name_of(house: Warehouse, company: str) -> str:
    return str(house.ask(QUERY, company=company)["name"].iloc[0])


def test_an_answer_is_made_once(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, run = [], served.run

    def counted(sql: str, values: dict[str, object] | None = None) -> pd.DataFrame:
        asked.append(sql)
        return run(sql, values)

    monkeypatch.setattr(served, "run", counted)
    for _ in range(2):
        served.ask("companies/search", term="an answer that nobody asked for before")
    assert len(asked) == 1


def test_an_answer_that_newer_data_overtook_is_not_kept(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data change while the answer is being made, so it is of the new data, and then they change back."""
    house = Warehouse(data_folder, tmp_path / "store")
    rows = read(data_folder / "companies.csv")
    company, name = (rows[1][rows[0].index(column)] for column in ("company_id", "name"))
    run, version = house.run, house.version

    def overtaken(sql: str, values: dict[str, object] | None = None) -> pd.DataFrame:
        monkeypatch.setattr(house, "run", run)
        set_cell(data_folder, "companies", 2, "name", "A name of the meantime")
        house.refresh(force=True)
        return run(sql, values)

    monkeypatch.setattr(house, "run", overtaken)
    assert name_of(house, company) == "A name of the meantime"
    set_cell(data_folder, "companies", 2, "name", name)
    house.refresh(force=True)
    assert house.version == version, "else this proves nothing"
    assert name_of(house, company) == name
