"""A real server on data with internal rows: compression, HEAD, ten at once, a prefix, nothing that is not public."""

import gzip
import http.client
import io
import json
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dashboard import scripts
from dashboard.app_pages import PAGES
from dashboard.warehouse import FromFolder
from dashboard.warehouse.new_city import Place, new_city
from tests.access.marked import MARK, marked
from tests.serving import serving

HIDDEN = MARK.upper()  # in every text of the internal rows
OPEN = {"POCKET_REQUESTS_PER_MINUTE": "0", "POCKET_EMBED_FROM": "*"}
MARKETS = ("JP", "CN", "IN", "KR", "US", "GB", "FR", "NL", "SE", "CH")
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("internal")
    data = marked(folder)
    whole = FromFolder(data, folder / "whole", public=False)
    assert not whole.run(f"select * from companies where company_id = '{MARK}'").empty  # noqa: S608 (they are there)
    with serving(folder, POCKET_DATA=str(data), **OPEN) as address:
        yield address


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Status, headers and body as they come over the line."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    told = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    line.close()
    return told


def test_texts_are_compressed_for_those_who_take_it(address: str) -> None:
    for path in ("/figures/companies/companies.json?lang=en", "/figures/companies/companies.csv", "/figures.json"):
        _, plain, content = ask(address, path)
        _, packed, small = ask(address, path, accept_encoding="gzip")
        assert packed["content-encoding"] == "gzip" and "content-encoding" not in plain
        assert gzip.decompress(small) == content and len(small) < len(content) / 3
        assert packed["etag"] == plain["etag"] and "Accept-Encoding" in packed["vary"]
        status, _, nothing = ask(address, path, accept_encoding="gzip", if_none_match=packed["etag"])
        assert (status, nothing) == (304, b"")
    assert "content-encoding" not in ask(address, "/figures/companies/by-market.png", accept_encoding="gzip")[1]


def test_a_head_says_what_would_come(address: str) -> None:
    path = "/figures/market/market-sectors.svg?market=JP&lang=en"
    status, told, content = ask(address, path)
    again, headed, nothing = ask(address, path, "HEAD")
    assert (status, again, nothing) == (200, 200, b"") and len(content) > 1000
    for name in ("content-type", "content-length", "etag", "content-disposition"):
        assert headed[name] == told[name]
    assert ask(address, path, "POST")[0] == 405
    assert ask(address, "/figures/nope.zip", "HEAD")[0] == 404


def test_figures_are_never_framed_and_carry_the_other_headers(address: str) -> None:
    for path in ("/figures", "/figures/market.zip", "/figures/nope", "/market", f"/{scripts.address('embed')}"):
        _, told, _ = ask(address, path)
        assert told["x-frame-options"] == "DENY" and "frame-ancestors 'none'" in told["content-security-policy"]
        assert told["x-content-type-options"] == "nosniff"
    _, framed, _ = ask(address, "/embed/market/market-sectors")
    assert framed["content-security-policy"].endswith("frame-ancestors *") and "x-frame-options" not in framed
    assert framed["x-content-type-options"] == "nosniff" and framed["referrer-policy"] == "no-referrer"
    assert "script-src 'self' blob:;" in framed["content-security-policy"]


def test_ten_at_once_are_each_answered_right(address: str) -> None:
    def title(market: str) -> tuple[str, str, str]:
        _, _, drawn = ask(address, f"/figures/market/market-sectors.svg?market={market}&lang=en")
        _, _, told = ask(address, f"/figures/market/market-sectors.json?market={market}&lang=en")
        record = json.loads(told)
        return record["view"].split(" · ")[0], record["title"].split(":")[0], drawn.decode()

    with ThreadPoolExecutor(10) as pool:
        asked = list(pool.map(title, MARKETS))
        assert ask(address, "/health")[0] == 200
    assert len({name for name, _, _ in asked}) == len(MARKETS)
    for name, about, drawn in asked:
        assert name == about and f"{name}: " in drawn


@pytest.mark.parametrize(("lang", "endings"), [("de", ("xlsx", "zip")), ("en", ())])
def test_no_address_tells_what_is_internal(address: str, lang: str, endings: tuple[str, ...]) -> None:
    """Each figure as JSON and in a frame, each page as a workbook and a package (in one language: the rows of both are
    the same), the list."""
    _, _, listed = ask(address, f"/figures.json?lang={lang}")
    paths = [f"/figures.json?lang={lang}"]
    for page in json.loads(listed)["pages"]:
        for ending in endings:
            with zipfile.ZipFile(io.BytesIO(ask(address, f"/{page['formats'][ending]}")[2])) as file:
                assert not [name for name in file.namelist() if HIDDEN.encode() in file.read(name)]
        paths += [f"/{one['formats']['json']}" for one in page["figures"]]
        paths += [f"/{one['embed']}" for one in page["figures"]]
    paths += [
        f"/figures/companies/companies.json?q={MARK}&lang={lang}",
        f"/figures/companies/companies.csv?company={MARK}",
    ]
    assert len(paths) > 140
    for path in paths:
        status, _, content = ask(address, path)
        assert status in (200, 400, 404) and HIDDEN.encode() not in content, path


def test_below_a_prefix_all_links_hold(tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_PREFIX="world", **OPEN) as address:
        _, _, listed = ask(address, "/world/figures.json")
        told = json.loads(listed)
        assert told["root"] == f"{address}/world/"
        one = told["pages"][1]["figures"][1]
        status, _, record = ask(address, f"/world/{one['formats']['json']}")
        assert status == 200 and json.loads(record)["address"].startswith(f"{address}/world/figures/market/")
        page = ask(address, "/world/embed/market/market-sectors?market=JP&lang=de")[2].decode()
        assert f'src="../../{scripts.address("embed")}"' in page and 'href="../../market?market=JP' in page
        assert ask(address, f"/world/{scripts.address('embed')}")[0] == 200
        status, _, page_of_all = ask(address, "/world/figures", accept="text/html")
        assert status == 200 and b'href="./figures/market.zip?' in page_of_all
        assert ask(address, "/world/figures/nope", accept="text/html")[2].count(b'href="../figures?') == 1


def test_a_city_without_facts_has_a_list_and_says_that_there_is_nothing(tmp_path: Path) -> None:
    new_city(tmp_path / "lyon", Place("Lyon", "FR", 45.76, 4.84))
    with serving(tmp_path, POCKET_DATA=str(tmp_path / "lyon"), **OPEN) as address:
        assert ask(address, "/figures", accept="text/html")[0] == 200
        told = json.loads(ask(address, "/figures.json?lang=en")[2])
        assert [page["page"] for page in told["pages"]] == list(PAGES)
        for page in told["pages"]:
            for one in page["figures"]:
                assert ask(address, f"/{one['formats']['json']}")[0] == 200
                assert ask(address, f"/{one['embed']}")[0] == 200
        status, _, refused = ask(address, "/figures/market/market-sectors.json", accept="application/json")
        assert status == 404 and json.loads(refused)["detail"]
        assert ask(address, "/figures/overview.xlsx")[0] == 200


def test_all_pages_are_in_the_list(address: str) -> None:
    assert [page["page"] for page in json.loads(ask(address, "/figures")[2])["pages"]] == list(PAGES)
