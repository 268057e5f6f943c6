"""What both servers say to a browser on every answer: no foreign script, no script written into a page, no frame."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping

import pytest

from dashboard import library
from dashboard.headers import FRONT_PAGE, hashes
from dashboard.stand.lock import PAGE
from tests.serving import serving

PATHS = ("/", "/market?market=JP", "/health", f"/{library.address()}", "/_stcore/health", "/static/no-such-file.js")
FRONT_PAGES = {"dashboard": FRONT_PAGE, "stand": PAGE}
Served = tuple[str, str]


@pytest.fixture(scope="module", params=FRONT_PAGES)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Which server it is, and its address."""
    with serving(tmp_path_factory.mktemp("headers"), POCKET_MODE=request.param) as address:
        yield request.param, address


def answer(address: str, path: str) -> tuple[Mapping[str, str], str]:
    """Headers and text of an answer, whatever its status."""
    try:
        with urllib.request.urlopen(address + path, timeout=10) as found:
            return found.headers, found.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.headers, ""


def policy(headers: Mapping[str, str]) -> dict[str, set[str]]:
    """The content security policy: the sources of each directive."""
    directives = [part.split() for part in headers["content-security-policy"].split(";")]
    return {name: set(sources) for name, *sources in directives}


@pytest.mark.parametrize("path", PATHS)
def test_only_scripts_of_this_server_run(served: Served, path: str) -> None:
    name, address = served
    allowed = policy(answer(address, path)[0])
    written_in = set(hashes(FRONT_PAGES[name]).split())
    assert written_in, "else nothing in Streamlit's page would need a hash"
    assert allowed["script-src"] == {"'self'", "blob:", *written_in}
    assert allowed["default-src"] == {"'self'"} and allowed["connect-src"] == {"'self'"}
    for directive in ("object-src", "base-uri", "form-action", "frame-src", "frame-ancestors"):
        assert allowed[directive] == {"'none'"}, directive
    assert "'unsafe-eval'" not in set().union(*allowed.values())


@pytest.mark.parametrize("path", PATHS)
def test_the_other_headers_are_there(served: Served, path: str) -> None:
    headers, _ = answer(served[1], path)
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_each_script_in_the_page_is_one_of_the_hashed(served: Served) -> None:
    name, address = served
    headers, text = answer(address, "/")
    found = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert len(found) == {"dashboard": 1, "stand": 2}[name]
    assert set(hashes(text).split()) <= policy(headers)["script-src"]
