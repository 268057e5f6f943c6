"""The numbers for Prometheus: closed unless opened, named as the board asks for them, without what people typed."""

import json
import os
import re
import shutil
from pathlib import Path

import duckdb
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard import server
from dashboard.operation.places import is_page, place
from dashboard.operation.watched import Watched
from dashboard.settings import ROOT, settings
from dashboard.warehouse import public_warehouse, warehouse
from dashboard.warehouse.named import UnknownQuery
from dashboard.warehouse.snapshot import snapshot
from tests.conftest import Opener

TOKEN = "a-token-of-sixteen-letters"  # noqa: S105
BOARD = ROOT / "deploy" / "server" / "grafana.json"
Sample = tuple[str, frozenset[tuple[str, str]]]


@pytest.fixture
def client() -> TestClient:
    app = Starlette(routes=list(server.ROUTES), middleware=[Middleware(Watched)])
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50_000))


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "metrics", "local")


def numbers(client: TestClient) -> dict[Sample, float]:
    text = client.get("/metrics").text
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {(sample.name, frozenset(sample.labels.items())): sample.value for sample in samples}


def of(found: dict[Sample, float], name: str, **labels: str) -> float:
    return found.get((name, frozenset(labels.items())), 0)


def test_closed_by_default(client: TestClient) -> None:
    assert settings().metrics == ""
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.usefixtures("local")
def test_open_to_this_machine_is_not_open_to_a_proxy_on_it(client: TestClient) -> None:
    assert client.get("/metrics").status_code == 200
    for header in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"):
        assert client.get("/metrics", headers={header: "127.0.0.1"}).status_code == 404
    assert client.get("/metrics", headers={"Host": "world.example.org"}).status_code == 404
    other = TestClient(client.app, base_url="http://127.0.0.1", client=("192.0.2.7", 50_000))
    assert other.get("/metrics").status_code == 404


def test_open_to_who_has_the_token(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "metrics", TOKEN)
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN[:-1]}"}).status_code == 404
    assert client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.usefixtures("local")
def test_pages_questions_and_requests_are_counted(client: TestClient, open_page: Opener) -> None:
    before = numbers(client)
    open_page("sectors", lang="en")
    warehouse().pinned().snapshot.memory._values.clear()
    warehouse().ask("market/sector_mix", market="JP")
    client.get("/figures/sectors")
    after = numbers(client)
    for name, labels in (
        ("pocket_page_seconds_count", {"page": "sectors"}),
        ("pocket_question_seconds_count", {"question": "market/sector_mix"}),
        ("pocket_requests_total", {"path": "/figures/…", "status": "404"}),
    ):
        assert of(after, name, **labels) == of(before, name, **labels) + 1, name
    process = client.get("/health").json()["process"]
    assert of(after, "pocket_serves", version=warehouse().version, process=process) == 1
    assert of(after, "pocket_ready") == 1


@pytest.mark.usefixtures("local")
def test_what_the_engine_does_not_answer_is_counted_and_no_slip_of_who_asks(client: TestClient, tmp_path: Path) -> None:
    before = of(numbers(client), "pocket_engine_errors_total")
    with pytest.raises(Exception, match="no_such"):
        warehouse().ask("market/sector_mix", no_such="JP")
    with pytest.raises(UnknownQuery):
        warehouse().ask("market/no_such")
    assert of(numbers(client), "pocket_engine_errors_total") == before
    facts = public_warehouse()
    file = shutil.copy(facts.file(facts.version), tmp_path)
    opened = snapshot(Path(file), facts.version)
    os.truncate(file, 0)
    with pytest.raises(duckdb.IOException):
        opened.ask("market/sector_mix", market="JP")
    assert of(numbers(client), "pocket_engine_errors_total") == before + 1


@pytest.mark.parametrize(
    ("path", "named", "page"),
    [
        ("/", "/", True),
        ("/overview", "/", True),
        ("/market", "/market", True),
        ("/cities", "/cities", True),
        ("/import", "/import", True),
        ("/figures.json", "/figures", False),
        ("/figures/market/typed%20by%20someone.csv", "/figures/…", False),
        ("/_stcore/upload_file/a-session/a-file", "/_stcore/upload_file", False),
        ("/_stcore/stream", "/_stcore/stream", False),
        ("/media/0123abcd.xlsx", "/media/…", False),
        ("/Müller GmbH", "other", False),
        ("/market/Müller", "other", False),
    ],
)
def test_addresses_are_named_without_what_people_type(path: str, named: str, page: bool) -> None:
    assert (place(path), is_page(path)) == (named, page)


@pytest.mark.usefixtures("local")
def test_the_board_asks_for_numbers_that_are_given(client: TestClient) -> None:
    client.get("/health")
    given = {family.name for family in text_string_to_metric_families(client.get("/metrics").text)}
    board = json.loads(Path(BOARD).read_text(encoding="utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel.get("targets", [])]
    names = {
        re.sub(r"_(bucket|count|sum|total)$", "", name) for text in asked for name in re.findall(r"pocket_\w+", text)
    }
    assert len(asked) >= 9 and names - given == set()
