"""Signing in with a real provider at a real server: what makes somebody staff, what does not, and when it ends."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from dashboard.settings import settings
from tests.access.line import Line, line
from tests.access.provider import Claims, Provider, file, providing
from tests.serving import serving
from tools.browser import free_port

pytestmark = pytest.mark.slow
INTERNAL = b"Internal facts are shown too"
ENDED = b"Your sign-in has ended"


class Visitor:
    """A browser's cookies, and what it does with them."""

    def __init__(self, address: str, provider: Provider) -> None:
        self.address, self.provider = address, provider
        self.web = httpx.Client(base_url=address, headers={"Accept": "text/html"})
        self.web.get("/_stcore/health")  # Streamlit's token against requests of other websites

    def away(self, back: str = "") -> str:
        """The provider's address for this visitor."""
        answer = self.web.get(f"/sign-in?{urlencode({'back': back})}")
        while answer.headers["location"].startswith(("/", self.address)):
            answer = self.web.get(answer.headers["location"])
        return answer.headers["location"]

    def sign_in(self, sub: str = "mia", back: str = "") -> str:
        """Where they end up, seen from the server's root."""
        return self.back(self.provider.consent(self.away(back), sub))

    def back(self, url: str) -> str:
        """The same from the provider's answer on."""
        return self.web.get(url).headers["location"]

    @property
    def identity(self) -> list[str]:
        """The names of the cookies that say who they are."""
        return [cookie.name for cookie in self.web.cookies.jar if cookie.name.startswith("_streamlit_user")]

    @contextmanager
    def session(self) -> Iterator[Line]:
        """A page that is open."""
        with line(self.address, {cookie.name: cookie.value or "" for cookie in self.web.cookies.jar}) as found:
            yield found

    def sees(self, page: str = "sectors") -> bytes:
        """What a page sends that is opened now."""
        with self.session() as session:
            return session.open(page, lang="en")


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with providing() as found:
        yield found


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rules") / "sign-in.toml"


@pytest.fixture(scope="module")
def address(provider: Provider, rules: Path) -> Iterator[str]:
    port = free_port()
    rules.write_text(file(provider, f"http://127.0.0.1:{port}"), encoding="utf-8")
    rules.chmod(0o600)
    settings().store.mkdir(exist_ok=True)
    with serving(settings().store, port=port, POCKET_SIGN_IN=str(rules)) as found:
        yield found


@pytest.fixture
def visitor(address: str, provider: Provider) -> Iterator[Visitor]:
    provider.user("mia", name="Mia Weber", roles=["analysts"])
    found = Visitor(address, provider)
    yield found
    found.web.close()
    provider.change, provider.forged, provider.down = dict, False, False


def test_who_signs_in_is_back_where_they_were_with_their_role(visitor: Visitor, provider: Provider) -> None:
    assert INTERNAL not in visitor.sees() and b'href="/sign-in?back=sectors%3Flang%3Den"' in visitor.sees()
    assert visitor.sign_in(back="market?market=JP") == "/market?market=JP"
    sent = visitor.sees()
    assert INTERNAL in sent and b"Mia Weber, analyst" in sent and b"/sign-in?" not in sent
    provider.user("mia", name="Mia Weber", roles=["others"])
    visitor.sign_in()
    sent = visitor.sees()
    assert INTERNAL not in sent and b"Mia Weber, viewer" in sent


@pytest.mark.parametrize(
    "back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "a/b", "x\ny", "?a#b"]
)
def test_the_way_back_leads_nowhere_else(visitor: Visitor, back: str) -> None:
    assert visitor.sign_in(back=back) == "/"


def other(**over: Any) -> Callable[[Claims], Claims]:
    return lambda claims: claims | over


def past(seconds: float) -> Callable[[Claims], Claims]:
    return lambda claims: claims | {"iat": int(time.time() - seconds - 60), "exp": int(time.time() - seconds)}


@pytest.mark.parametrize(
    "change",
    [
        other(aud=["another"]),
        other(iss="http://localhost:1"),
        other(nonce="of another sign-in"),
        other(azp="another"),
        lambda claims: {key: value for key, value in claims.items() if key != "nonce"},
        lambda claims: {key: value for key, value in claims.items() if key != "exp"},
        past(1000),
    ],
    ids=["audience", "issuer", "nonce", "party", "no nonce", "endless", "expired"],
)
def test_a_token_that_is_not_for_us_and_now_signs_nobody_in(
    visitor: Visitor, provider: Provider, change: Callable[[Claims], Claims]
) -> None:
    provider.change = change
    assert visitor.sign_in(back="sectors?lang=en") == "/sectors?lang=en&sign-in=failed"
    assert visitor.identity == []
    with visitor.session() as session:
        sent = session.open("sectors", **{"lang": "en", "sign-in": "failed"})
    assert INTERNAL not in sent and b"You could not be signed in" in sent


def test_a_forged_signature_signs_nobody_in(visitor: Visitor, provider: Provider) -> None:
    provider.forged = True
    assert visitor.sign_in() == "/?sign-in=failed" and visitor.identity == []


@pytest.mark.parametrize("change", [other(aud=["another"], azp="world"), past(30)], ids=["audience", "just expired"])
def test_what_the_library_lets_pass_has_no_role(
    visitor: Visitor, provider: Provider, change: Callable[[Claims], Claims]
) -> None:
    provider.change = change
    visitor.sign_in()
    assert visitor.identity and INTERNAL not in visitor.sees()


def test_an_answer_counts_once_and_only_for_who_asked(visitor: Visitor, provider: Provider, address: str) -> None:
    url = provider.consent(visitor.away(), "mia")
    stranger = Visitor(address, provider)
    assert stranger.back(url) == "/?sign-in=failed" and stranger.identity == []
    code = parse_qs(urlsplit(url).query)["code"][0]
    assert stranger.back(f"/oauth2callback?code={code}&state=guessed") == "/?sign-in=failed"
    assert visitor.back(url) == "/" and visitor.identity
    visitor.web.cookies.delete("_streamlit_user")
    assert visitor.back(url) == "/?sign-in=failed" and "_streamlit_user" not in visitor.identity
    assert visitor.back("/oauth2callback?error=access_denied") == "/?sign-in=failed"


def test_a_cookie_that_is_made_up_is_nobody(visitor: Visitor) -> None:
    visitor.sign_in()
    kept = visitor.web.cookies["_streamlit_user"]
    for made_up in (kept[:-4] + "AAAA", f"x{kept}", "chunks-3", ""):
        visitor.web.cookies.delete("_streamlit_user")
        visitor.web.cookies.set("_streamlit_user", made_up, domain="127.0.0.1", path="/")
        assert INTERNAL not in visitor.sees()


def test_it_ends_while_a_page_is_open_when_the_token_does(visitor: Visitor, provider: Provider) -> None:
    provider.change = lambda claims: claims | {"exp": int(time.time()) + 3}
    visitor.sign_in()
    with visitor.session() as session:
        assert INTERNAL in session.open("sectors", lang="en")
        time.sleep(3.2)
        sent = session.open("sectors", lang="en")
    assert INTERNAL not in sent and ENDED in sent and b"/sign-in?" in sent


def test_a_role_taken_away_at_the_provider_is_lost_and_none_is_won(visitor: Visitor, provider: Provider) -> None:
    visitor.sign_in()
    with visitor.session() as session:
        assert INTERNAL in session.open("sectors", lang="en")
        provider.user("mia", name="Mia Weber", roles=["editors"])
        time.sleep(1.1)
        assert b"Mia Weber, analyst" in session.open("sectors", lang="en")  # more only by signing in again
        provider.down = True
        time.sleep(1.1)
        assert INTERNAL in session.open("sectors", lang="en")  # who cannot be asked takes nothing away
        provider.down = False
        provider.user("mia", name="Mia Weber", roles=[])
        time.sleep(1.1)
        assert INTERNAL not in session.open("sectors", lang="en")
        provider.user("mia", name="Mia Weber", roles=["analysts"])
        time.sleep(1.1)
        assert INTERNAL in session.open("sectors", lang="en")
        provider.end("mia")
        time.sleep(1.1)
        assert ENDED in session.open("sectors", lang="en")


def test_a_role_taken_out_of_the_file_is_lost_at_once(visitor: Visitor, rules: Path) -> None:
    visitor.sign_in()
    before = rules.read_text(encoding="utf-8")
    with visitor.session() as session:
        assert INTERNAL in session.open("sectors", lang="en")
        rules.write_text(before.replace("analysts", "heads"), encoding="utf-8")
        assert INTERNAL not in session.open("sectors", lang="en")
        rules.write_text(before, encoding="utf-8")
        assert INTERNAL in session.open("sectors", lang="en")


def test_a_part_of_a_page_has_the_whole_page_run_where_a_role_is_lost(visitor: Visitor, rules: Path) -> None:
    visitor.sign_in()
    before = rules.read_text(encoding="utf-8")
    with visitor.session() as session:
        assert INTERNAL in session.open("region", lang="en")
        assert b"pw-language" not in session.part()
        rules.write_text(before.replace("analysts", "heads"), encoding="utf-8")
        sent = session.part()
        rules.write_text(before, encoding="utf-8")
    assert b"pw-language" in sent and b"Mia Weber, viewer" in sent and INTERNAL not in sent


def test_who_signs_out_is_out_on_every_page_and_a_copied_cookie_is_worth_nothing(visitor: Visitor) -> None:
    visitor.sign_in()
    copied = {cookie.name: cookie.value or "" for cookie in visitor.web.cookies.jar}
    with visitor.session() as one, visitor.session() as another, line(visitor.address, copied) as copy:
        for session in (one, another, copy):
            assert INTERNAL in session.open("sectors", lang="en")
        assert b"auth/logout" in one.press("sign-out")
        assert INTERNAL not in one.open("sectors", lang="en")
        assert INTERNAL not in another.open("sectors", lang="en")
        assert INTERNAL not in copy.open("sectors", lang="en")
    with line(visitor.address, copied) as copy:
        assert INTERNAL not in copy.open("sectors", lang="en")
    left = visitor.web.get("/auth/logout").headers["location"]
    assert left.startswith(f"{visitor.provider.address}/oauth2/end_session?") and visitor.identity == []
    assert visitor.back("/oauth2callback") == "/"  # where the provider leads then


def test_who_is_in_thousands_of_groups_is_told_and_can_go_on(visitor: Visitor, provider: Provider) -> None:
    provider.user("mia", name="Mia Weber", roles=["analysts", *(f"group-{number}" for number in range(150))])
    assert visitor.sign_in() == "/" and INTERNAL in visitor.sees()
    provider.user("mia", name="Mia Weber", roles=["analysts", *(f"group-{number}" for number in range(5000))])
    visitor.web.cookies.clear()
    assert visitor.sign_in() == "/?sign-in=large"
    assert visitor.identity == [] and visitor.web.get("/health").status_code == 200
