"""Where the stand opens on purpose: codes and names against the CSVs, and what is said to a word that means nothing."""

import subprocess
import sys

import pytest

from dashboard.settings import ROOT
from dashboard.speaking import language
from dashboard.stand.desk import stand
from dashboard.stand.search import found
from dashboard.stand.start import StartError, start_at
from dashboard.stand.way import offered
from tests.conftest import Rows
from tests.opened import opened_stand
from tests.queries.present import present


@pytest.fixture
def here(facts: dict[str, Rows]) -> Rows:
    return present(facts)


def test_every_code_of_the_facts_is_understood(facts: dict[str, Rows], here: Rows) -> None:
    assert {start_at(market.lower()) for market in offered()} == {f"market:{market}" for market in offered()}
    for kind, table in (("theme", "themes"), ("topic", "topics"), ("sector", "sectors")):
        for row in facts[table]:
            assert start_at(f"{kind}:{row[f'{kind}_id']}") == f"{kind}:{row[f'{kind}_id']}"
    for row in here[::50]:
        assert start_at(f"company:{row['company_id']}") == start_at(row["company_id"]) == f"company:{row['company_id']}"


@pytest.mark.parametrize(
    ("word", "address"),
    [
        ("Japan", "market:JP"),
        (" südkorea ", "market:KR"),
        ("South Korea", "market:KR"),
        ("日本", "market:JP"),
        ("greentech", "theme:greentech"),
        ("Life Sciences", "theme:life-sciences"),
        ("Photovoltaik", "topic:photovoltaics"),
        ("batter", "topic:batteries"),
        ("3m deutschland", "company:3m-deutschland-neuss"),
    ],
)
def test_names_are_understood_in_every_language_of_the_stand(word: str, address: str) -> None:
    assert start_at(word) == address


@pytest.mark.parametrize(
    "word",
    ["xyzzy", "", "DE", "list:JP::", "search:a", "company:none", "market:XX", "languages", "x" * 200, "a' or 1=1"],
)
def test_a_word_that_means_nothing_is_told_what_is_allowed(word: str) -> None:
    with pytest.raises(StartError, match="Nothing here is called") as told:
        start_at(word)
    assert all(code in str(told.value) for code in ("JP", "greentech", "photovoltaics", "company:ID"))


def test_who_has_left_cannot_be_shown(facts: dict[str, Rows], here: Rows) -> None:
    gone = {row["company_id"] for row in facts["companies"]} - {row["company_id"] for row in here}
    assert gone
    for company in sorted(gone)[:5]:
        with pytest.raises(StartError):
            start_at(f"company:{company}")


def test_a_word_that_means_several_names_them() -> None:
    with pytest.raises(StartError, match="more than one thing: company:") as told:
        start_at("toyota")
    assert str(told.value).count("company:toyota") > 3


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("market:JP", "Japan"),
        ("theme:greentech", "GreenTech"),
        ("topic:hydrogen", "Wasserstoff"),
        ("company:wiko-germany", "WIKO"),
    ],
)
def test_the_first_screen_opens_there_and_every_other_at_the_loop(
    monkeypatch: pytest.MonkeyPatch, address: str, shown: str
) -> None:
    monkeypatch.setattr(stand(), "start", address)
    first, second = opened_stand().pickable, opened_stand().pickable
    assert shown.casefold() in first.casefold() and "ps-bar" in first
    assert "ps-bar" not in second


def test_a_kiosk_that_cannot_start_there_says_so_and_ends_with_2() -> None:
    command = [sys.executable, "-m", "dashboard.cli", "kiosk", "--start", "xyzzy"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("Nothing here is called “xyzzy”") and "Traceback" not in ended.stderr


def test_staff_find_countries_fields_and_companies() -> None:
    lang = language("de")
    assert found("  ", lang) == []
    assert found("korea", lang)[0]["pick"] == "market:KR"
    assert "theme:greentech" in {row["pick"] for row in found("greentech", lang)}
    assert "topic:hydrogen" in {row["pick"] for row in found("wasserstoff", lang)}
    assert any(row["pick"].startswith("company:mitsubishi") for row in found("mitsubishi", lang))
