"""An empty folder for another city: valid at once, with nothing of the shipped city in it."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.warehouse import FromFolder, check
from dashboard.warehouse.city import read_city
from dashboard.warehouse.new_city import Place, new_city

LYON = Place("Lyon", "FR", 45.76, 4.84)


@pytest.fixture(scope="module")
def lyon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cities") / "lyon"
    new_city(folder, LYON)
    return folder


def test_it_is_valid_and_can_be_published(lyon: Path) -> None:
    assert check(lyon) == []
    house = FromFolder(lyon, lyon.parent / "store")
    assert house.city.place == "Lyon" and house.city.country == "FR"
    assert house.ask("shared/markets").empty and house.ask("overview/headlines").empty
    assert house.ask("shared/map_frame").iloc[0].between(-180, 180).all()
    assert not any(market.core or market.colour for market in house.markets.values())


def test_nothing_of_the_shipped_city_is_in_it(lyon: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in lyon.rglob("*") if path.is_file()}
    found = {name for name, text in texts.items() if re.search(r"Düsseldorf|Duesseldorf|NRW|IHK|Rhein|DUS\b", text)}
    assert not found


def test_a_name_may_hold_what_toml_writes_otherwise(tmp_path: Path) -> None:
    name = 'Ab"c\\d'
    new_city(tmp_path / "city", Place(name, "FR", 45.76, 4.84))
    city = read_city(tmp_path / "city")
    assert (city.place, city.organisation.de) == (name, name) and check(tmp_path / "city") == []


def test_every_table_is_explained(lyon: Path) -> None:
    guide = (lyon / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in guide for path in lyon.glob("*.csv"))
    assert read_city(lyon).organisation.en == "Lyon"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ValueError, match="not empty"):
        new_city(tmp_path, LYON)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_says_what_it_did_and_what_is_wrong(tmp_path: Path) -> None:
    options = ["--name", "Osaka", "--lat", "34.69", "--lon", "135.50"]
    done = CliRunner().invoke(app, ["new-city", str(tmp_path / "osaka"), "--country", "jp", *options])
    assert done.exit_code == 0 and "pocket run --data" in done.output
    wrong = CliRunner().invoke(app, ["new-city", str(tmp_path / "nowhere"), "--country", "XX", *options])
    assert wrong.exit_code == 1 and "no country XX" in wrong.output and not (tmp_path / "nowhere").exists()
