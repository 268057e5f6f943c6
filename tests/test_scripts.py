"""Our scripts lie under addresses that change with them; what Streamlit sends at each click is a few lines."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard import scripts
from dashboard.compressed import FOREVER, Compressed
from dashboard.routes import FILES
from dashboard.settings import PACKAGE
from tests.opened import opened, opened_stand

OWN = sorted(path for path in PACKAGE.glob("*/*.js"))
LINES = 1_500  # letters of a script that is sent with each figure


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=FILES, middleware=[Middleware(Compressed)]))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_a_script_is_given_whole_and_for_ever(client: TestClient, path: object) -> None:
    name = path.stem  # type: ignore[attr-defined]
    answer = client.get(f"/{scripts.address(name)}")
    assert answer.text == scripts.text(name)
    others = re.findall(r'"\./([\w-]+)\.js"', answer.text)
    assert {f"{scripts.FOLDER}/{file}.js" for file in others} == {scripts.address(file[:-13]) for file in others}
    plain = re.sub(r'("\./\w+)-[0-9a-f]{12}\.js"', r'\1.js"', answer.text)
    assert plain == path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert answer.headers["cache-control"] == FOREVER and answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")


def test_each_has_an_address_of_its_own_and_no_other_is_answered(client: TestClient) -> None:
    assert len({scripts.address(path.stem) for path in OWN}) == len(OWN) > 5
    for wrong in ("figure", "figure-000000000000", "..%2Fsettings"):
        assert client.get(f"/{scripts.FOLDER}/{wrong}.js").status_code == 404


@pytest.mark.parametrize("stand", [False, True])
def test_no_page_sends_a_whole_script(stand: bool) -> None:
    page = opened_stand() if stand else opened("market", market="JP")
    protos = [one.proto for one in page.test._tree if getattr(one, "type", "") == "bidi_component"]
    assert len(protos) > (0 if stand else 4)
    assert all(0 < len(proto.js_content) < LINES and proto.js_content.startswith("const ADDRESS") for proto in protos)
