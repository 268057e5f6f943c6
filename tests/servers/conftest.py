"""One farm for all: two servers on facts of their own behind nginx, where staff signs in, and readers in Chromium."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser

from tests.access.provider import Provider, file, providing
from tests.browser.conftest import Visit
from tests.conftest import copy_of_data
from tests.serving import stocked
from tools.farm import Farm, farming

SOON = 60_000  # milliseconds, on a machine that does other things too


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    with providing() as found:
        yield found


@pytest.fixture(scope="session")
def farm(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    folder = tmp_path_factory.mktemp("farm")
    (folder / "store").mkdir()
    stocked(folder / "store")
    environment = {
        "POCKET_DATA": str(copy_of_data(folder / "data")),
        "POCKET_SIGN_IN": str(folder / "sign-in.toml"),
        "POCKET_RELOAD_SECONDS": "0.5",
        "POCKET_DRAIN_SECONDS": "3",
        "POCKET_LOG": "json",
        "POCKET_METRICS": "local",
    }
    ready = Farm(folder, environment)
    (folder / "sign-in.toml").write_text(file(provider, ready.address, again=0), encoding="utf-8")
    (folder / "sign-in.toml").chmod(0o600)
    with farming(folder, ready) as found:
        yield found


class Reader(Visit):
    """One visitor's tab, who may also go to the provider."""

    def __init__(self, browser: Browser, farm: Farm, server: str = "") -> None:
        context = browser.new_context(locale="en-GB", ignore_https_errors=True)
        if server:
            cookie = {"name": "pw_node", "value": server, "domain": "localhost", "path": "/welt/", "secure": True}
            context.add_cookies([cookie])  # type: ignore[list-item]
        super().__init__(context.new_page(), farm.address)

    @property
    def node(self) -> str:
        """Which server the cookie names."""
        return next((one["value"] for one in self.page.context.cookies() if one["name"] == "pw_node"), "")


@contextmanager
def readers(browser: Browser, farm: Farm, *servers: str) -> Iterator[list[Reader]]:
    """One for each of these servers; an empty name: whichever nginx chooses."""
    with ExitStack() as stack:
        found = [Reader(browser, farm, server) for server in servers]
        for one in found:
            stack.callback(one.page.context.close)
        yield found
