"""What may be chosen next: the addresses that a page offers give the figures that it then shows, and nothing else."""

import gzip
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.app_pages import IN_ORDER, PAGES
from dashboard.content.view import view
from dashboard.screen.ahead import ahead, state
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.web.routes import routes
from tests.opened import opened

CHOICES = (
    ("market", "market", "KR", {"market": "JP"}),
    ("overview", "map", "companies", {}),
    ("compare", "mode", "index", {}),
    ("compare", "markets", ("JP", "CN", "FR"), {"markets": ["JP", "CN"]}),
    ("region", "show", "density", {}),
    ("sectors", "theme", "photonics", {}),
    ("sectors", "measure", "share", {"theme": "photonics"}),
)


def offered(page: str, asked: dict[str, list[str]], lang: str = "en") -> dict[str, Any]:
    """What the page tells the browser."""
    told: dict[str, Any] = json.loads(ahead(view(PAGES[page], asked, language(lang))))
    return told


def address(told: dict[str, Any], key: str, codes: list[str]) -> str:
    """As `ahead.js` makes it."""
    chosen = told["chosen"] | {key: codes}
    pairs = [(name, code) for name, values in chosen.items() for code in values]
    return f"{told['address']}?{urlencode([*pairs, ('lang', told['lang'])])}"


def first(page: str, key: str, *, at: int = 1) -> str:
    code: str = offered(page, {})["fields"][key]["codes"][at]
    return code


@pytest.mark.parametrize(("page", "key", "code", "asked"), CHOICES, ids=[f"{one[0]}-{one[1]}" for one in CHOICES])
def test_it_is_what_the_page_then_shows(
    client: TestClient, page: str, key: str, code: str | tuple[str, ...], asked: dict[str, Any]
) -> None:
    lists = {name: [value] if isinstance(value, str) else value for name, value in asked.items()}
    told = offered(page, lists)
    if isinstance(code, str) and code not in told["fields"][key]["codes"]:
        code = first(page, key)
    codes = [code] if isinstance(code, str) else list(code)
    answer = client.get(address(told, key, codes))
    assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
    early = answer.json()
    shown = opened(page, lang="en", **(told["chosen"] | {key: codes})).figures
    assert len(early) >= 1 and early.keys() == shown.keys()
    for name, figure in early.items():
        assert figure == {part: shown[name][part] for part in figure}, name


def test_a_page_offers_what_is_pressed_there_and_says_all_that_is_chosen() -> None:
    told = offered("market", {"market": ["KR"]})
    assert told["chosen"]["market"] == ["KR"] and told["fields"]["market"]["codes"][:2] == ["JP", "US"]
    assert told["address"] == f"/ahead/{state()}/market.json"
    assert not {"page", "company"} & {*told["chosen"], *told["fields"]}
    for page in IN_ORDER:
        for key, field in offered(page.name, {})["fields"].items():
            assert field["codes"] and (field["many"] or field["most"] == 1), key


@pytest.mark.parametrize("part", range(2))
def test_other_data_or_another_day_have_no_answer(client: TestClient, part: int) -> None:
    good = address(offered("market", {}), "market", ["CN"])
    parts = state().split("/")
    assert client.get(good).status_code == 200
    bad = client.get(good.replace(parts[part], "2020-01-01"))
    assert bad.status_code == 204 and bad.content == b"" and bad.headers["cache-control"] == "no-store"


def test_nothing_else_has_an_answer(client: TestClient) -> None:
    told = offered("market", {})
    assert client.get(address(told, "market", ["XX"])).status_code == 204
    assert client.get(address(told, "nothing", ["1"])).status_code == 204
    assert client.get(f"/ahead/{state()}/settings.json?lang=en").status_code == 404
    assert client.get(f"/ahead/{state()}/market.json?market=CN").status_code == 204, "in no language"
    assert client.post(address(told, "market", ["CN"])).status_code == 405


def test_only_public_facts(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    good = address(offered("market", {}), "market", ["CN"])
    monkeypatch.setattr(warehouse(), "public", False)
    assert client.get(good).status_code == 403
    assert ahead(view(PAGES["market"], {}, language("en"))) == ""


def test_it_comes_small_to_whoever_can_read_it(client: TestClient) -> None:
    good = address(offered("market", {}), "market", ["CN"])
    packed, plain = (client.get(good, headers={"Accept-Encoding": how}) for how in ("gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.content == plain.content and len(gzip.compress(plain.content)) < len(plain.content) / 4
    assert int(packed.headers["content-length"]) < len(plain.content) / 4


def test_it_is_bounded_apart_from_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "requests_per_minute", 2)
    monkeypatch.setattr("dashboard.web.routes.OFTEN", 1)
    client = TestClient(Starlette(routes=list(routes())))
    good = address(offered("market", {}), "market", ["CN"])
    assert [client.get(good).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get("/figures/market/market-sectors.json").status_code == 200
