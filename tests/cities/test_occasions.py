"""Occasions to get in touch of another city, and of one of which nothing is known yet."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.content.parts import Entries, Nothing
from dashboard.language import COMPLETE
from dashboard.settings import settings
from dashboard.speaking import language
from tests.cities.conftest import served_instead
from tests.conftest import public_rows
from tests.made import made, parts

pytestmark = pytest.mark.slow
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("lang", COMPLETE)
def test_of_another_city(averne_folder: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    facts = public_rows(averne_folder)
    round_ones = {int(row["years"]) for row in facts["anniversaries"]}
    years = [(row["name"], row["established"], row["status"]) for row in facts["companies"]]
    years += [(row[f"name_{lang}"], row["since_year"], "active") for row in facts["institutions"]]
    celebrating = {
        name
        for name, year, status in years
        if year and status == "active" and round_ones & {TODAY.year - int(year), TODAY.year + 1 - int(year)}
    }
    with served_instead(averne_folder):
        monkeypatch.setattr(settings(), "today", TODAY)
        lists = {part.key: part for part in parts(Entries, made("relations", language(lang)))}
        shown = lists["occasions-anniversary"].found
    assert celebrating and {entry.title for entry in shown} == celebrating


@pytest.mark.parametrize("lang", COMPLETE)
def test_of_a_city_of_which_nothing_is_known(empty_folder: Path, lang: str) -> None:
    with served_instead(empty_folder) as house:
        assert not house.run("from anniversaries").empty, "which ones are round comes with the folder"
        (own,) = [one for one in made("relations", language(lang)) if one.key == "occasions"]
        assert parts(Nothing, [own])
        (missing,) = [one for one in made("market", language(lang)) if one.key == "occasions"]
        assert missing.missing and not missing.parts
