"""The `pocket` command as a person types it."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dashboard.cli import app, prepared
from dashboard.settings import ROOT, settings
from dashboard.warehouse.named import query_names
from tests.warehouse.test_check import set_cell

run = CliRunner().invoke


def test_check_is_silent_about_good_data_and_exits_1_on_bad(data_folder: Path) -> None:
    assert run(app, ["check", str(data_folder)]).exit_code == 0
    set_cell(data_folder, "companies", 2, "employees", "viele")
    result = run(app, ["check", str(data_folder)])
    assert result.exit_code == 1
    for word in ("companies.csv", "row 2", "employees", "viele", "->"):
        assert word in result.output


def test_build_writes_a_file_or_says_why_not(data_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.duckdb"
    assert run(app, ["build", "--data", str(data_folder), "--to", str(target)]).exit_code == 0
    assert target.is_file()
    set_cell(data_folder, "companies", 2, "status", "asleep")
    assert run(app, ["build", "--data", str(data_folder), "--to", str(tmp_path / "no.duckdb")]).exit_code == 1
    assert not (tmp_path / "no.duckdb").exists()


def test_query_prints_csv() -> None:
    result = run(app, ["query", "overview/world", "--param", "measure=list"])
    assert result.exit_code == 0
    assert result.output.startswith("market,lat,lon,")
    assert run(app, ["query"]).output.split() == query_names()


def test_query_takes_lists_of_numbers_and_nothing() -> None:
    weights = run(app, ["query", "outlook/score", "--param", "weights=50,50,0,50,50", "--param", "least=0.6"])
    assert weights.exit_code == 0 and weights.output.startswith("market,sector_id,score")
    asked = ["markets=JP,CN", "indicator=companies-commercial-register", "region=IHK-DUS", "mode=absolute", "base="]
    values = run(app, ["query", "compare/values", *(part for pair in asked for part in ("--param", pair))])
    assert values.exit_code == 0 and len(values.output.splitlines()) > 2
    assert "['" not in values.output, "lists are written out"


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "no/such"],
        ["query", "overview/world"],
        ["query", "overview/world", "--param", "measure"],
        ["check", "/no/such/folder"],
        ["check", str(ROOT / "data" / "companies.csv")],
    ],
)
def test_mistakes_end_in_one_clear_message(arguments: list[str]) -> None:
    result = run(app, arguments)
    assert result.exit_code == 1
    assert result.output.strip() and "Traceback" not in result.output


def test_a_server_needs_no_file_of_profiles(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("data", "store"):
        monkeypatch.setenv(f"POCKET_{name.upper()}", str(getattr(settings(), name)))
    monkeypatch.delenv("POCKET_PROFILES", raising=False)
    assert prepared({}).profiles is None


@pytest.mark.parametrize("command", ["check", "build", "query market/facts", "sql select", "doctor", "publish"])
def test_a_setting_that_cannot_be_is_told_by_every_command(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    settings.cache_clear()
    monkeypatch.setenv("POCKET_ENGINE", "oracle")
    result = run(app, command.split())
    settings.cache_clear()
    assert (result.exit_code, result.output) == (1, "POCKET_ENGINE = oracle: Input should be 'duckdb' or 'spark'.\n")


def test_a_secret_that_cannot_be_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POCKET_METRICS", "abcdefghijklmnop==")
    monkeypatch.setenv("POCKET_PORT", "99999")
    with pytest.raises(typer.Exit):
        prepared({})
    told = capsys.readouterr().err
    assert "POCKET_METRICS: " in told and "abcdefgh" not in told and "POCKET_PORT = 99999: " in told


def test_parameters_that_do_not_fit_are_told_with_how_they_are_written() -> None:
    for pairs, why in {
        ("market=KR",): "It knows no market.",
        ("chosen=",): "It needs since.",
        ("chosen=[market=KR]", "since="): "write a list as chosen=a,b",
    }.items():
        told = run(app, ["query", "cities/counts", *(part for pair in pairs for part in ("--param", pair))]).output
        assert why in told and "chosen=a,b" in told and "Error" not in told


def test_translate_lists_what_query_lists() -> None:
    assert run(app, ["translate"]).output == run(app, ["query"]).output


@pytest.mark.parametrize("command", [["check"], ["build", "--data"], ["publish", "--lake", "{lake}", "--data"]])
def test_a_data_folder_that_is_not_there(command: list[str], tmp_path: Path) -> None:
    told = run(app, [part.format(lake=tmp_path / "lake") for part in command] + [str(tmp_path / "nodata")])
    assert told.exit_code == 1 and f"there is no folder {tmp_path / 'nodata'}\n" in told.output
    assert "Restore" not in told.output and not (tmp_path / "lake").exists()
