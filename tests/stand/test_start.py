"""Where the stand opens on purpose: codes and names against the CSVs, and what is said to a word that means nothing."""

import os
import subprocess
import sys
from collections import Counter, deque

import pytest
from typer.testing import CliRunner

from dashboard import cli
from dashboard.app_pages import PAGES
from dashboard.content.choice import fields
from dashboard.content.meant import folded
from dashboard.settings import ROOT, settings
from dashboard.speaking import language
from dashboard.stand.desk import stand
from dashboard.stand.kiosk import Kiosk, Program
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
        ("Süd-Korea", "market:KR"),
        ("Suedkorea", "market:KR"),
        ("U.S.A.", "market:US"),
        ("us", "market:US"),
        ("Market:jp", "market:JP"),
        ("all", "market:all"),
        ("3m deutschland", "company:3m-deutschland-neuss"),
    ],
)
def test_names_are_understood_in_every_language_of_the_stand(word: str, address: str) -> None:
    assert start_at(word) == address


@pytest.mark.parametrize(
    "word", ["Süd-Korea", "U.S.A.", "UK", "usa", "Holland", "south korea", "GB", "republic of korea"]
)
def test_a_word_means_the_same_here_and_in_a_link(word: str) -> None:
    field = dict(fields(PAGES["market"].choice))["market"]
    known, _, unclear = field.settle([word], {}, language("de"))
    if unclear:
        with pytest.raises(StartError):
            start_at(word)
    else:
        assert start_at(word) == f"market:{known[0]}"


def test_every_company_is_found_by_its_whole_name_however_long_and_spelled(here: Rows) -> None:
    names = Counter(folded(row["name"]) for row in here)
    spelled = [row for row in here if names[folded(row["name"])] == 1 and set("äöüéø") & set(row["name"])]
    long = [row for row in here if len(row["name"]) > 40 and names[folded(row["name"])] == 1]
    assert spelled and long
    for row in [*spelled[::3], *long]:
        plain = row["name"].replace("ö", "oe").replace("ü", "ue").replace("ä", "ae").upper()
        assert start_at(row["name"]) == start_at(plain) == f"company:{row['company_id']}"


def test_a_part_of_a_name_is_found_however_it_is_spelled() -> None:
    told = []
    for word in ("köln", "KOELN"):
        with pytest.raises(StartError, match="more than one thing: company:") as error:
            start_at(word)
        told.append(str(error.value).partition(" may mean ")[2])
    assert told[0] == told[1]


def test_what_is_near_is_named() -> None:
    with pytest.raises(StartError, match=r"Nothing here is called “photovol”\. Near it: topic:photovoltaics"):
        start_at("photovol")


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


def test_a_start_that_is_not_there_any_more_is_told_to_staff_and_the_loop_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stand(), "start", "company:gone-long-ago")
    monkeypatch.setattr(stand(), "problems", deque(maxlen=20))
    assert "ps-bar" not in opened_stand().pickable
    assert stand().start == "" and "“company:gone-long-ago”" in stand().problems[-1]


def test_a_server_with_an_unknown_start_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "start", "xyzzy")
    assert stand.__wrapped__().start == "xyzzy"


def test_only_the_first_server_of_a_kiosk_opens_there(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Program] = []
    monkeypatch.setattr(Kiosk, "keep", lambda kiosk: made.append(kiosk.server))
    monkeypatch.setattr("dashboard.commands.kiosk.signal.signal", lambda *_: None)
    monkeypatch.setattr(
        "dashboard.commands.kiosk.prepared", lambda asked: settings().model_copy(update={"start": asked["start"]})
    )
    monkeypatch.setenv("POCKET_START", "südkorea")
    result = CliRunner().invoke(cli.app, ["kiosk", "--start", "südkorea"])
    assert result.exit_code == 0, result.output
    assert made[0].first == {"POCKET_START": "market:KR"} and os.environ["POCKET_START"] == ""


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
