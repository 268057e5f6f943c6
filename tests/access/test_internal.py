"""Nothing internal in any byte that anybody but staff is sent; staff sees it, and the mark beside it."""

import json
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.page import FIRST_PAGE
from tests.access.line import Line, ask, line, unpacked
from tests.access.marked import MARK, WORDS, marked
from tests.serving import serving

pytestmark = pytest.mark.slow
OPEN = {"POCKET_REQUESTS_PER_MINUTE": "0", "POCKET_EMBED_FROM": "*", "POCKET_STAFF": "local"}
PROXY = {"X_Forwarded_For": "203.0.113.7"}  # who comes by a proxy is nobody's staff
BROWSER = {"Accept": "text/html", "Accept_Encoding": "gzip, br"}
PLAIN = tuple((page, {}) for page in PAGES)
ASKED = (  # which may say again what they are asked, and no more
    ("market", {"market": "JP"}),
    ("companies", {"company": MARK}),
    ("companies", {"q": MARK}),
    ("companies", {"theme": MARK}),
    ("sectors", {"theme": MARK}),
)
LEAVE = ("company", "q", "theme")


def holds(content: bytes, asked: object = ()) -> bool:
    """Whether it is in it, however it is packed; of what was asked for only the texts count."""
    sought = [word.lower().encode() for word in WORDS.values()] if asked else [MARK.encode()]
    return any(word in part.lower() for part in unpacked(content) for word in sought)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return marked(tmp_path_factory.mktemp("marked"))


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    with serving(data.parent, POCKET_DATA=str(data), **OPEN) as found:
        yield found


def stamps(sent: Iterable[bytes]) -> set[str]:
    """Of the charts in it."""
    return {stamp.decode() for one in sent for stamp in re.findall(rb'"stamp": ?"([0-9a-f]{32})"', one)}


def opened(session: Line, page: str, asked: dict[str, str], lang: str = "en") -> bytes:
    return session.open("" if page == FIRST_PAGE else page, lang=lang, **asked)


@pytest.fixture(scope="module")
def staff(address: str) -> Iterator[dict[str, bytes]]:
    """What staff is sent of each view; they come first, so that whatever is kept or registered is there."""
    with line(address) as session:
        yield {f"{page}?{asked}": opened(session, page, asked) for page, asked in (*PLAIN, *ASKED)}


def test_staff_sees_internal_rows_and_the_mark(staff: dict[str, bytes]) -> None:
    for page, asked in (("companies", {}), ("market", {"market": "JP"}), ("relations", {}), ("overview", {})):
        assert holds(staff[f"{page}?{asked}"], asked), page
    for view, sent in staff.items():
        assert b"Internal facts are shown too" in sent, view
        assert b"data-ahead" not in sent, view  # no browser asks an address for what is shown here


def test_each_internal_row_says_that_it_is(staff: dict[str, bytes]) -> None:
    """In the list, on the card, among the latest and the news, on the calendar."""
    for view, before in {
        "companies?{}": "</button>",
        f"companies?{{'company': '{MARK}'}}": "",
        "overview?{}": "</a>",
        "market?{'market': 'JP'}": "</b>",
        "relations?{}": "</b>",
    }.items():
        tagged = rf"ZZINTERN fact{before} <span class=\\?\"pw-tag pw-intern\\?\">internal<"
        assert re.search(tagged.encode(), staff[view]), view
    assert b"ZZINTERN fact (internal)" in staff["relations?{}"]  # among those of a desk that everybody sees


def test_nobody_else_is_sent_it_on_a_page(address: str, staff: dict[str, bytes]) -> None:
    assert staff
    with line(address, **PROXY) as session:
        for page, asked in (*PLAIN, *ASKED):
            sent = opened(session, page, asked)
            assert not holds(sent, asked.keys() & LEAVE), (page, asked)
            assert b"Internal facts" not in sent
        assert not any(holds(opened(session, page, {}, "de")) for page in PAGES)


def test_no_address_gives_what_staff_has_just_seen(address: str, staff: dict[str, bytes]) -> None:
    paths = [f"/{page}?{query}" for page in PAGES for query in ("lang=en", "lang=de")]
    paths += ["/figures.json?lang=en", "/calendar.ics?lang=en", "/health", f"/companies?company={MARK}"]
    with line(address, **PROXY) as session:
        public = stamps(opened(session, page, asked) for page, asked in (*PLAIN, *ASKED))
    others = stamps(staff.values()) - public
    assert others
    for stamp in others:
        assert ask(address, f"/still/{stamp}.svg?width=760")[0] == 204
    assert ask(address, f"/still/{public.pop()}.svg?width=760")[0] == 200
    for page in json.loads(ask(address, "/figures.json?lang=en")[2])["pages"]:
        paths += [f"/{page['formats']['zip']}"] * (page["page"] == "companies")
        paths += [f"/{one['formats']['json']}" for one in page["figures"]]
    assert len(paths) > 80
    for path in paths:
        status, _, content = ask(address, path, **BROWSER if "." not in path else {})
        assert status in (200, 204, 302, 307), (status, path)
        assert not holds(content, MARK in path), path


def test_a_part_of_a_page_that_runs_by_itself_reads_what_the_page_does(address: str) -> None:
    with line(address) as session, line(address, **PROXY) as other:
        for one, sees in ((session, True), (other, False)):
            assert holds(opened(one, "region", {})) is sees
            assert holds(one.part()) is sees


def test_a_briefing_that_staff_orders_holds_public_facts(address: str) -> None:
    with line(address) as session:
        assert holds(opened(session, "market", {"market": "JP"}), {"market": "JP"})
        assert b"It holds public facts only." in session.press("briefing-open")
        sent, ends = session.press("briefing-make"), time.monotonic() + 120
        while not (saved := re.search(rb"/media/[\w.-]+", sent)):
            assert time.monotonic() < ends
            time.sleep(0.5)
            sent = session.part()
        status, _, content = ask(address, saved[0].decode())
    assert status == 200 and len(content) > 20_000 and not holds(content)


def test_the_stand_never_has_them(data: Path, address: str, tmp_path: Path) -> None:
    assert address
    for kept in (*data.parent.glob("*-public.duckdb"), *data.parent.glob("current-public-*")):
        shutil.copy(kept, tmp_path)  # it need not build it once more
    with serving(tmp_path, POCKET_DATA=str(data), POCKET_MODE="stand", **OPEN) as stand, line(stand) as session:
        assert not holds(session.open())
    assert not list(tmp_path.glob("*internal*"))


def test_what_staff_chooses_to_see_as_the_public_is_what_the_public_sees(address: str) -> None:
    with line(address) as session:
        assert holds(opened(session, "companies", {}))
        assert not holds(session.toggle("seen-as-public@switch", True))
        assert not holds(opened(session, "market", {"market": "JP"}))  # kept on other pages
        assert b"You see what everybody sees" in opened(session, "companies", {})
        opened(session, "companies", {})
        assert holds(session.toggle("seen-as-public@switch", False))
