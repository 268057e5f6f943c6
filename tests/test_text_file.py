"""Settings and descriptions as the editors of all systems save them."""

import codecs
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard import cli
from dashboard.commands import fail
from dashboard.settings import settings
from dashboard.text_file import old_text_of
from dashboard.warehouse.city import read_city
from dashboard.warehouse.package import read_package

ENV = "POCKET_STORE=C:\\Users\\Jürgen\nPOCKET_STAFF_PIN=salt$hash\n"
SAVED = {
    "PowerShell": codecs.BOM_UTF16_LE + ENV.encode("utf-16-le"),
    "turned round": codecs.BOM_UTF16_BE + ENV.encode("utf-16-be"),
    "without a mark": ENV.encode("utf-16-le"),
    "Notepad": ENV.encode("utf-8-sig"),
    "ANSI": ENV.encode("cp1252"),
    "CRLF": ENV.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("saved", SAVED.values(), ids=SAVED)
def test_the_stand_s_settings_are_read_as_any_editor_saves_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: bytes
) -> None:
    def started(_: object) -> None:
        held = {name: os.environ[f"POCKET_{name}"] for name in ("STORE", "STAFF_PIN")}
        raise fail(f"{held}")

    for name in ("STORE", "STAFF_PIN"):
        monkeypatch.setenv(f"POCKET_{name}", "")  # given back after the test
    monkeypatch.setattr("dashboard.commands.kiosk.prepared", started)
    (tmp_path / "stand.env").write_bytes(saved)
    told = CliRunner().invoke(cli.app, ["kiosk", "--settings", str(tmp_path / "stand.env")]).output
    assert told.strip() == str({"STORE": "C:\\Users\\Jürgen", "STAFF_PIN": "salt$hash"})


def test_settings_that_cannot_be_read_are_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.commands.kiosk.prepared", None)  # nothing is started
    path = tmp_path / "stand.env"
    path.write_bytes(codecs.BOM_UTF16_LE + b"A\0=")
    result = CliRunner().invoke(cli.app, ["kiosk", "--settings", str(path)])
    assert result.exit_code == 1 and "Save it as UTF-8" in result.output and "Traceback" not in result.output


def test_marks_at_the_beginning_of_toml_and_json_do_no_harm(tmp_path: Path) -> None:
    for name in ("city.toml", "datapackage.json"):
        text = old_text_of(settings().data / name)
        (tmp_path / name).write_text(text, encoding="utf-16" if name == "city.toml" else "utf-8-sig")
    assert read_city(tmp_path) == read_city(settings().data)
    assert read_package(tmp_path).raw == read_package(settings().data).raw
