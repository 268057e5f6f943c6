"""The server: health with the data version, its own files only, loopback, and a clear word when a file is missing."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from typer.testing import CliRunner

from dashboard import assets, library, server
from dashboard.cli import app as cli
from dashboard.own_process import PROCESS
from dashboard.settings import PACKAGE, Settings
from dashboard.warehouse import Fault, warehouse


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=list(server.ROUTES)))


def test_health_says_the_data_version(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse().snapshot.failures.clear()
    said = {"data_version": warehouse().version, "process": PROCESS}
    assert client.get("/health").json() == said | {"status": "ok", "faults": 0, "failures": 0}
    warehouse().snapshot.failures.add("KeyError: what a page missed")
    assert client.get("/health").json() == said | {"status": "degraded", "faults": 0, "failures": 1}
    warehouse().snapshot.failures.clear()
    monkeypatch.setattr(warehouse(), "faults", [Fault("x.csv", 1, None, None, "rule", "mend")])
    assert client.get("/health").json()["status"] == "degraded"


def test_the_browser_gets_its_files_from_here(client: TestClient) -> None:
    assert "javascript" in client.get(f"/{library.address()}").headers["content-type"]
    assert client.get("/assets/topojson/world_110m.json").json()["type"] == "Topology"
    assert client.get("/assets/topojson/../../companies.csv").status_code == 404
    assert client.get("/assets/topojson/%2e%2e/%2e%2e/companies.csv").status_code == 404


def test_a_missing_file_is_found_by_name_at_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert assets.missing_files() == []
    monkeypatch.setattr(assets, "NEEDED", [Path("/nowhere/world_110m.json")])
    result = CliRunner().invoke(cli, ["run"])
    assert result.exit_code == 1 and "world_110m.json" in result.output


def test_loopback_and_no_statistics_by_default() -> None:
    assert Settings().host == "127.0.0.1"  # type: ignore[call-arg]
    config = (PACKAGE / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert "gatherUsageStats = false" in config and 'address = "127.0.0.1"' in config
