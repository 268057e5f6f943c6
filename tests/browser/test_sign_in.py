"""One walk through signing in, below a prefix: the way in, who one is, internal facts, as the public sees it, out."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect

from dashboard.settings import settings
from tests.access.provider import Provider, file, providing
from tests.browser.conftest import Visit
from tests.serving import serving
from tools.browser import PROBES, free_port

pytestmark = pytest.mark.browser
PERSON, SWITCH = ".st-key-pw-person button", ".st-key-pw-seen label"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with providing() as found:
        yield found


@pytest.fixture(scope="module")
def address(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    rules = tmp_path_factory.mktemp("rules") / "sign-in.toml"
    rules.write_text(file(provider, f"http://127.0.0.1:{port}/world", again=60), encoding="utf-8")
    rules.chmod(0o600)
    settings().store.mkdir(exist_ok=True)
    more = {"POCKET_SIGN_IN": str(rules), "POCKET_PREFIX": "world"}
    with serving(settings().store, port=port, **more) as found:
        yield f"{found}/world"


@contextmanager
def visit(chromium: Browser, address: str, width: int, scheme: str = "light") -> Iterator[Visit]:
    """A tab, at an address of its own."""
    dark = "dark" if scheme == "dark" else "light"
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=dark, locale="en-GB")
    yield Visit(context.new_page(), address)
    context.close()


def signed_in(found: Visit, sub: str) -> None:
    """By the link, and the provider's form."""
    found.page.locator("a.pw-sign-in").first.click()
    found.page.locator("input[name=sub]").fill(sub)
    found.page.get_by_role("button", name="Authorize", exact=True).click()
    found.settle()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_in_and_out_again(chromium: Browser, address: str, provider: Provider, width: int, scheme: str) -> None:
    provider.user("mia", name="Mia Weber", roles=["analysts"])
    lacking: list[str] = []  # of our own server; the provider's page has no icon
    with visit(chromium, address, width, scheme) as found:
        found.page.on("response", lambda got: got.status >= 400 and lacking.append(got.url))
        page = found.open("/market?market=JP")
        page.picture(f"sign-in-{width}-{scheme}-out")
        expect(page.page.locator(".st-key-pw-seen")).to_have_count(0)
        signed_in(found, "mia")
        assert page.page.url == f"{address}/market?market=JP"  # back where they were
        expect(page.page.locator(".pw-seen")).to_contain_text("Internal facts are shown too")
        expect(page.page.locator("[data-ahead]")).to_have_count(0)
        found.assert_accessible()
        page.picture(f"sign-in-{width}-{scheme}-in")
        page.page.locator(SWITCH).click()
        expect(page.page.locator(".pw-seen")).to_contain_text("You see what everybody sees")
        found.settle()
        page.page.locator(SWITCH).click()
        expect(page.page.locator(".pw-seen")).to_contain_text("Internal facts are shown too")
        found.settle()
        page.page.locator(PERSON).focus()
        page.page.keyboard.press("Enter")
        expect(page.page.get_by_text("Mia Weber, analyst; signed in until")).to_be_visible()
        page.page.screenshot(path=f"artifacts/screenshots/sign-in-{width}-{scheme}-who.png")
        page.page.get_by_role("button", name="Sign out").click()
        page.page.get_by_role("button", name="End session").click()
        found.settle()
        expect(page.page.locator("a.pw-sign-in")).to_have_count(1)
        assert [error for error in found.errors if "Failed to load resource" not in error] == []
        assert not [url for url in lacking if url.startswith(address) and not url.endswith(PROBES)]


def test_who_cannot_be_signed_in_is_told(chromium: Browser, address: str, provider: Provider) -> None:
    provider.user("max", name="Max", roles=["analysts"])
    provider.forged = True
    with visit(chromium, address, 1440) as found:
        found.open("/sectors")
        signed_in(found, "max")
        expect(found.page.get_by_role("alert")).to_contain_text("You could not be signed in")
        expect(found.page.locator("a.pw-sign-in")).to_have_count(1)
    provider.forged = False
