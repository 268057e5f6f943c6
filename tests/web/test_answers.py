"""How addresses answer: unchanged, refused with what there is, without waiting for files."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.language import COMPLETE
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.web.answer import WAITING, Tag, _response
from dashboard.workshop.jobs import JOBS
from dashboard.workshop.order import Failed, Full, NotMade, Order, Reason
from dashboard.workshop.shop import Workshop, workshop
from dashboard.workshop.words import told
from tests.conftest import Rows
from tests.workshop.jobs import JOBS as TEST_JOBS
from tests.workshop.shops import until

SECTORS = "/figures/market/market-sectors.json?market=JP&lang=en"
THEMES = ("", "&theme=connectivity", "&theme=greentech", "&theme=life-sciences")


def test_what_has_not_changed_is_not_sent_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get(SECTORS)
    tag = first.headers["etag"]
    assert tag.startswith('W/"') and first.headers["cache-control"] == "no-cache"
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = client.get(SECTORS, headers={"If-None-Match": known})
        assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == tag
    assert client.get(SECTORS, headers={"If-None-Match": '"other"'}).status_code == 200
    others = [SECTORS.replace(*pair) for pair in (("lang=en", "lang=de"), ("JP", "CN"), (".json", ".csv"))]
    assert len({client.get(other).headers["etag"] for other in [SECTORS, *others]}) == 4
    monkeypatch.setattr(settings(), "today", date(2031, 1, 1))
    assert client.get(SECTORS).headers["etag"] != tag


def test_other_data_is_another_answer(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get(SECTORS).headers["etag"]
    monkeypatch.setattr(type(warehouse()), "version", "another")
    assert client.get(SECTORS, headers={"If-None-Match": tag}).status_code == 200


def test_the_language_is_the_browser_s_unless_the_address_says_it(client: TestClient) -> None:
    path = "/figures/market/market-sectors.json?market=JP"
    for wish, lang in (("fr, en;q=0.8", "en"), ("de-AT", "de"), ("fr", settings().lang)):
        answer = client.get(path, headers={"Accept-Language": wish})
        assert answer.json()["lang"] == lang and "Accept-Language" in answer.headers["vary"]
    assert client.get(f"{path}&lang=de", headers={"Accept-Language": "en"}).json()["lang"] == "de"


@pytest.mark.parametrize(
    ("path", "what", "known"),
    [
        ("/figures/nope/x.json", "pages", "market"),
        ("/figures/nope.xlsx", "pages", "market"),
        ("/figures/market/nope.json", "figures", "market-sectors"),
        ("/figures/market/market-sectors.exe", "endings", "svg"),
        ("/figures/market/market-news.svg", "endings", "csv"),
        ("/figures/market.svg", "endings", "zip"),
        ("/figures/market", "figures", "market-sectors"),
        ("/figures/", "pages", "talent"),
        ("/figures/a/b/c.json", "pages", "talent"),
        ("/embed", "pages", "talent"),
        ("/embed/market", "figures", "market-sectors"),
        ("/embed/market/nope", "figures", "market-sectors"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(client: TestClient, path: str, what: str, known: str) -> None:
    refused = client.get(path, headers={"Accept": "application/json"})
    assert refused.status_code == 404 and refused.headers["content-type"] == "application/problem+json"
    assert known in refused.json()["allowed"][what] and refused.json()["status"] == 404
    text = client.get(path, headers={"Accept": "*/*"})
    assert text.headers["content-type"].startswith("text/plain") and known in text.text
    page = client.get(path, headers={"Accept": "text/html", "Accept-Language": "de"})
    assert page.status_code == 404 and '<html lang="de"' in page.text and known in page.text


@pytest.mark.parametrize(
    ("query", "status", "key", "known"),
    [
        ("foo=1", 400, "parameters", "staff_from"),
        ("market=QQ", 400, "market", "JP"),
        ("market=Japn", 400, "market", "JP"),
        ("staff_from=many", 400, "staff_from", "0 … 999999999"),
        ("staff_from=1&staff_from=2", 400, "staff_from", "0 … 999999999"),
        ("sort=name&sort=market", 400, "sort", "name"),
        ("lang=xx", 400, "lang", "de"),
        ("lang=de&lang=xx", 400, "lang", "de"),
        ("q=%00", 400, "q", "…"),
        ("q=a%1B%5B31m", 400, "q", "…"),
        (f"q={'a' * 81}", 400, "q", "…"),
        (f"q={'a' * 2001}", 414, "", ""),
        ("&".join(f"market=Q{n}" for n in range(170)), 400, "market", "JP"),
        ("scheme=dark", 400, "parameters", "lang"),
    ],
)
def test_what_means_nothing_is_an_error(client: TestClient, query: str, status: int, key: str, known: str) -> None:
    refused = client.get(f"/figures/companies/companies.json?{query}", headers={"Accept": "application/json"})
    assert refused.status_code == status, refused.text
    if key:
        assert known in refused.json()["allowed"][key]


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pictures_are_for_light_or_dark_paper(client: TestClient, ending: str) -> None:
    path = f"/figures/market/market-sectors.{ending}?market=JP&lang=en"
    light, asked, dark = (client.get(f"{path}{more}") for more in ("", "&scheme=light", "&scheme=dark"))
    assert light.content == asked.content != dark.content and dark.status_code == 200
    assert client.get(f"{path}&scheme=pink").status_code == 400


def test_lang_and_scheme_are_read_in_any_case_and_nothing_else_gets_into_a_page(client: TestClient) -> None:
    frame = "/embed/market/market-sectors?market=JP"
    for more in ("scheme=dark", "SCHEME=dark", "Scheme=DARK"):
        assert '<html lang="en" style="color-scheme: dark">' in client.get(f"{frame}&LANG=EN-gb&{more}").text
    for evil in ("light-;background:red", "dark-1", "light dark", "", "light;"):
        for path in (frame, "/figures/market/market-sectors.svg?market=JP"):
            assert client.get(path, params={"market": "JP", "scheme": evil}).status_code == 400
    drawn = "/figures/market/market-sectors.svg?market=JP&lang=de"
    assert client.get(f"{drawn}&SCHEME=Dark").content == client.get(f"{drawn}&scheme=dark").content
    assert client.get(SECTORS.replace("lang", "LANG"), headers={"Accept-Language": "de"}).json()["lang"] == "en"


def test_more_than_can_be_chosen_is_not_cut_without_a_word(client: TestClient) -> None:
    many = ",".join(list(warehouse().markets)[:9])
    assert "6" in client.get(f"/figures/compare/compared.json?markets={many}&lang=en").text
    assert client.get(f"/figures/compare/compared.json?markets={many}").status_code == 400
    assert client.get("/figures/compare/compared.json?markets=JP,CN").status_code == 200


@pytest.mark.parametrize(
    "query", ["%FF%FE=1", "=&&&", "market", "market=%ED%A0%80", "market=JP;lang=de", "q='or 1=1--"]
)
def test_nothing_hostile_is_more_than_refused(client: TestClient, query: str) -> None:
    for path in ("/figures/companies/companies.json", "/embed/companies/companies"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code in (200, 400, 404), (query, answer.text)
        assert "Traceback" not in answer.text and "<script>" not in answer.text


def test_what_was_asked_is_never_part_of_a_page(client: TestClient) -> None:
    evil = "<script>alert(1)</script>"
    for path in ("/figures/market/market-sectors.json", "/embed/market/market-sectors", "/figures/companies/x.csv"):
        answer = client.get(path, params={"market": evil}, headers={"Accept": "text/html"})
        assert answer.status_code in (400, 404) and evil not in answer.text
    answer = client.get("/embed/companies/companies", params={"q": evil})
    assert answer.status_code in (200, 404) and evil not in answer.text


def test_a_list_and_a_table_are_read_as_on_the_page(client: TestClient, facts: dict[str, Rows]) -> None:
    listed = client.get("/embed/companies/companies?market=JP&lang=de").text
    total = sum(row["market"] == "JP" for row in facts["companies"])
    assert f"25 von {total} Zeilen" in listed and listed.count("<tr>") == 26
    assert "Kürzel" not in listed and "<script" not in listed
    scorecard = client.get("/embed/compare/compare-scorecard?markets=JP&markets=CN&lang=de").text
    newest = max(
        (
            row
            for row in facts["indicators"]
            if (row["indicator_id"], row["market"]) == ("companies-state-agency", "JP")
        ),
        key=lambda row: int(row["year"]),
    )
    assert f"({newest['year']})</td>" in scorecard and 'class="num"' in scorecard


def test_what_a_page_says_instead_of_a_figure_is_said_here_too(client: TestClient) -> None:
    for path in ("/figures/companies/by-market.svg", "/figures/companies/nope.json"):
        refused = client.get(f"{path}?q=qqqqqqqq&lang=en")
        assert refused.status_code == 404 and "No company of our list fits this choice" in refused.text


def test_a_table_whose_columns_are_what_is_chosen_is_not_there_without_lines(client: TestClient) -> None:
    assert client.get("/figures/compare/compare-scorecard.csv?markets=IN&lang=en").status_code == 404
    told = client.get("/figures/talent/talent-students-1.json?markets=US&lang=en").json()
    assert not told["data"] and told["subtitle"] == "Nothing is on record for this choice."


@pytest.mark.parametrize("key", ["companies", "by-market"])
def test_where_nothing_is_left_a_table_keeps_its_columns(client: TestClient, key: str) -> None:
    """For a spreadsheet that asks each night: only what is nowhere on a page is not found."""
    path, query = f"/figures/companies/{key}", "?q=qqqqqqqq&lang=en"
    full, told = client.get(f"{path}.json?lang=en").json(), client.get(f"{path}.json{query}").json()
    assert full["data"] and not told["data"] and told["columns"] == full["columns"]
    assert "No company of our list fits this choice" in told["subtitle"]
    head, below = client.get(f"{path}.csv{query}").text.lstrip("\ufeff").splitlines()[:2]
    assert head == ",".join(column["title"] for column in full["columns"]) and not below
    assert client.get(f"{path}.xlsx{query}").status_code == 200
    frame = client.get(f"/embed/companies/{key}{query}")
    assert frame.status_code == 200 and "No company of our list fits this choice" in frame.text
    assert "Nothing is on record for this choice." in frame.text


def test_every_page_is_listed_where_nothing_is_at_an_address(client: TestClient) -> None:
    assert client.get("/figures/nope.zip", headers={"Accept": "application/json"}).json()["allowed"]["pages"] == list(
        PAGES
    )


def test_what_is_quick_does_not_wait_for_files(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Of as many pages' workbooks as threads wait for, while the workshop is at something long."""
    shop = Workshop({**JOBS, **TEST_JOBS}, megabytes=10, seconds=600)
    monkeypatch.setattr("dashboard.web.files.workshop", lambda: shop)
    monkeypatch.setattr("dashboard.web.files.WAIT", 300)
    shop.order(Order("gated", {"gate": str(tmp_path / "gate")}, warehouse().version))
    books = [f"/figures/sectors.xlsx?lang={lang}{more}" for lang in COMPLETE for more in THEMES]
    books = books[: WAITING._max_workers]
    assert len(books) == WAITING._max_workers
    with ThreadPoolExecutor(len(books)) as readers:
        asked = [readers.submit(client.get, path) for path in books]
        until(lambda: len(shop._book.open()) == 1 + WAITING._max_workers)
        for quick in (SECTORS, SECTORS.replace("json", "svg"), "/embed/market/market-sectors", "/figures/nope.zip"):
            assert client.get(quick).status_code in (200, 404)
        assert not any(one.done() for one in asked)
        (tmp_path / "gate").touch()
        assert {one.result().status_code for one in asked} == {200}
    shop.close()


def test_a_workshop_that_has_too_much_to_do_says_when_to_come_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_: object) -> None:
        raise Full

    def is_slow(*_: object) -> None:
        raise NotMade(Failed("limit"))

    for busy, word in ((is_full, "Many files"), (is_slow, "too long")):
        monkeypatch.setattr(workshop(), "result", busy)
        for path in ("market.zip", "market/market-sectors.png"):
            refused = client.get(f"/figures/{path}?market=JP&lang=en")
            assert refused.status_code == 503 and int(refused.headers["retry-after"]) > 0 and word in refused.text
        assert client.get(SECTORS).status_code == 200  # what is quick does not wait


@pytest.mark.parametrize(
    ("reason", "words", "status"),
    [
        ("fault", "", 500),
        ("refused", "No such master.", 400),
        ("size", "", 400),
        ("ended", "", 503),
        ("version", "", 503),
    ],
)
def test_why_a_file_is_not_made_is_said_with_its_status(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, reason: Reason, words: str, status: int
) -> None:
    failed = Failed(reason, words)

    def is_not_made(*_: object) -> None:
        raise NotMade(failed)

    monkeypatch.setattr(workshop(), "result", is_not_made)
    refused = client.get("/figures/market.zip?market=JP&lang=en")
    assert refused.status_code == status and told(failed, language("en")) in refused.text
    assert ("retry-after" in refused.headers) == (status == 503)


def test_a_file_is_made_again_where_the_data_were_renewed_meanwhile(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, tried = workshop().result, []

    def renewed(order: Order, wait: float) -> Made:
        tried.append(order)
        return make(Order(order.make, order.arguments, "0" * 16) if len(tried) == 1 else order, wait)

    monkeypatch.setattr(workshop(), "result", renewed)
    assert client.get("/figures/sectors.xlsx?lang=en").status_code == 200 and len(tried) == 2


def test_names_of_files_get_into_a_header_and_nowhere_else() -> None:
    """A market's code may be any text."""
    lang = language("en")
    found = view(PAGES["market"], {"market": ["JP"]}, lang)
    codes = found.reading.codes
    for code, name in (("日本", "日本"), ("../../a", "a"), ('x"\r\n/\\y', "x-y"), ("..", "")):
        reading = replace(found.reading, codes={**codes, "market": [code]})
        file = replace(found, reading=reading).file("q")
        assert file == "_".join(filter(None, ["pocket-world", name, "market", "q", f"{found.date}_en"]))
        told = _response(Made(f"{file}.csv", "text/csv", b""), Tag("")).headers["content-disposition"]
        assert told.isascii() and told.startswith('attachment; filename="pocket-world_')
        rest = told.partition("filename*=UTF-8''")[2]
        assert unquote(rest) == ("" if file.isascii() else f"{file}.csv")
