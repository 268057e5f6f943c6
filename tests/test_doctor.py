"""`pocket doctor` tells what is so, and what must be changed where something does not work."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from typer.testing import CliRunner

from dashboard import library
from dashboard.cli import app
from dashboard.commands import condition, served
from dashboard.commands.look import Look
from dashboard.settings import SECRET, settings
from dashboard.warehouse import public_warehouse, warehouse
from tests.warehouse.test_check import set_cell
from tools.browser import free_port

Answers = dict[str, bytes]
HEALTH = b'{"status": "ok", "data_version": "0"}'


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A port at which nothing answers; whatever is set is forgotten afterwards."""
    monkeypatch.setenv("POCKET_PORT", str(free_port()))
    monkeypatch.setenv("POCKET_DATA", str(settings().data))
    settings.cache_clear()
    warehouse()
    yield
    monkeypatch.undo()
    settings.cache_clear()
    public_warehouse.cache_clear()


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def to(**values: object) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"POCKET_{name.upper()}", str(value))
        settings.cache_clear()

    return to


@pytest.fixture
def serve(change: Callable[..., None]) -> Iterator[Callable[[Answers], None]]:
    """A program that answers so, and with gzip; at the settings' port."""
    running: list[HTTPServer] = []

    def start(answers: Answers) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200 if self.path in answers or self.path.endswith("z") else 404)
                packed = gzip.compress(b"x") if self.path.endswith("z") else b""
                if packed:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(packed or answers.get(self.path, b"?"))

            def log_message(self, *_: Any) -> None:
                pass

        running.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=running[0].serve_forever).start()
        change(port=running[0].server_port)

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def told(*arguments: str) -> tuple[int, dict[str, Any]]:
    result = CliRunner().invoke(app, ["doctor", "--json", *arguments])
    return result.exit_code, json.loads(result.output)


def musts(look: Look) -> list[str]:
    return [advice.text for advice in look.advice if advice.must]


def test_a_machine_that_is_fine() -> None:
    code, found = told()
    assert (code, found["fine"]) == (0, True)
    assert found["facts"]["version"] == warehouse().version and found["facts"]["published"] == "yes"
    assert found["facts"]["as of"] == "{}-{:02}".format(*warehouse().as_of)
    assert found["server"]["status"] == "does not run" and int(found["store"]["warehouse files"].split()[0])
    assert "POCKET_PORT" in found["settings"] and "POCKET_LANG" not in found["settings"]


def test_the_same_as_text() -> None:
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 0 and result.output.endswith("All is fine.\n")
    assert f"version                 {warehouse().version}" in result.output


def test_faulty_facts_must_be_mended(data_folder: Path) -> None:
    set_cell(data_folder, "companies", 2, "status", "asleep")
    code, found = told("--data", str(data_folder))
    assert code == 1 and found["facts"]["faults"] > 0
    assert [one["about"] for one in found["change"] if one["must"]] == ["facts"]


def test_another_version_than_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not musts(condition.versions())
    monkeypatch.setattr(condition.metadata, "requires", lambda _: ["duckdb>=99", "nosuch>=1", 'never; extra == "test"'])
    assert len(found := musts(condition.versions())) == 2 and "duckdb>=99" in found[0] and "nosuch" in found[1]


def test_no_room(monkeypatch: pytest.MonkeyPatch, change: Callable[..., None], tmp_path: Path) -> None:
    monkeypatch.setattr(condition, "ROOM", 10**12)
    monkeypatch.setattr(condition, "LEAST", 10**12)
    change(store=tmp_path / "not" / "yet")
    assert "Make room in" in musts(condition.store())[0] and str(tmp_path) in musts(condition.store())[0]
    assert "memory" in musts(condition.machine())[0]


def test_a_store_that_is_a_file(change: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "store").write_text("")
    change(store=tmp_path / "store")
    assert "POCKET_STORE" in musts(condition.store())[0]


def test_a_server_that_runs(serve: Callable[[Answers], None]) -> None:
    serve({"/health": HEALTH, f"/{library.address()}": b"script"})
    look = served.served()
    assert look.found["serves"] == "0" and "not compressed" in str(look.found["scripts"])
    assert not musts(look) and "uncompressed" in look.advice[0].text


def test_compressed_scripts(serve: Callable[[Answers], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "address", lambda: "assets/z")
    serve({"/health": HEALTH})
    look = served.served()
    assert str(look.found["scripts"]).startswith("gzip") and not look.advice


@pytest.mark.parametrize("answers", [{"/health": b"<html>"}, {"/health": b"[]"}, {"/health": b"{}"}, {}])
def test_another_program_at_our_port(serve: Callable[[Answers], None], answers: Answers) -> None:
    serve(answers)
    assert "POCKET_PORT" in musts(served.served())[0]


def test_a_degraded_server(serve: Callable[[Answers], None]) -> None:
    serve({"/health": HEALTH.replace(b"ok", b"degraded"), f"/{library.address()}": b"script"})
    assert "degraded" in musts(served.served())[0]


def test_a_server_of_another_version(serve: Callable[[Answers], None]) -> None:
    serve({"/health": HEALTH})
    assert "another version" in musts(served.served())[0]


def test_looking_writes_nothing(change: Callable[..., None], tmp_path: Path) -> None:
    change(store=tmp_path / "store")
    assert condition.files().found["Plotly MB"] and not (tmp_path / "store").exists()


@pytest.mark.parametrize("error", [TimeoutError("timed out"), HTTPError("", 500, "broken", Message(), None)])
def test_scripts_that_do_not_come(
    serve: Callable[[Answers], None], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    serve({"/health": HEALTH})
    asked = served._asked

    def ask(url: str) -> tuple[bytes, str]:
        if not url.endswith("/health"):
            raise error
        return asked(url)

    monkeypatch.setattr(served, "_asked", ask)
    look = served.served()
    assert "log" in musts(look)[0] and str(error) in str(look.found["scripts"])


def test_missing_files(monkeypatch: pytest.MonkeyPatch, change: Callable[..., None]) -> None:
    gone = Path("/no/such/font")
    monkeypatch.setattr(condition, "stand_fonts", lambda _: [gone])
    assert not musts(condition.files()) and condition.files().found["fonts"] == "0 of 1"
    change(mode="stand")
    assert str(gone) in musts(condition.files())[0]


def test_doubtful_settings(monkeypatch: pytest.MonkeyPatch, change: Callable[..., None]) -> None:
    monkeypatch.setenv("STREAMLIT_RUNNER_POST_SCRIPT_GC", "true")
    monkeypatch.setenv("STREAMLIT_SERVER_COOKIE_SECRET", "hidden-from-all")
    change(today="2026-01-02", mode="stand", host="0.0.0.0", template="/no/such.pptx", staff_pin="")  # noqa: S104
    look = served.changed()
    texts = " ".join(advice.text for advice in look.advice)
    for word in ("POCKET_TODAY", "POCKET_STAFF_PIN", "POCKET_TEMPLATE", "STREAMLIT_RUNNER_POST_SCRIPT_GC"):
        assert word in texts
    assert len(musts(look)) == 1 and "hidden-from-all" not in str(look)


@pytest.mark.parametrize("name", SECRET)
def test_nobody_reads_a_secret_over_a_shoulder(name: str, change: Callable[..., None]) -> None:
    change(**{name: "a-token-of-sixteen-letters"})
    look = served.changed()
    assert look.found[f"POCKET_{name.upper()}"] == "(set)" and "sixteen" not in str(look)


def test_who_may_be_staff_is_looked_at(tmp_path: Path, change: Callable[..., None]) -> None:
    change(staff="local", public_address="https://world.example.org")
    assert "POCKET_SIGN_IN" in " ".join(advice.text for advice in served.changed().advice)
    rules = tmp_path / "sign-in.toml"
    rules.write_text("[auth]\n", encoding="utf-8")
    change(staff="", sign_in=rules)
    assert "lacks client_secret" in musts(served.changed())[0]
