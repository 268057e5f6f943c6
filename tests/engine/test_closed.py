"""Internal facts that the engine cannot read, or not yet: staff reads the public ones and why, and then sees all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import routes
from dashboard.access import Role
from dashboard.keeping import Keeper
from dashboard.warehouse import current
from dashboard.warehouse.lake.lake import Lake
from tests.cities.together import process
from tests.conftest import Opener
from tests.engine.conftest import copied
from tests.engine.remote import Remote
from tests.staff.conftest import Signed, signed  # noqa: F401 (a fixture)

CLOSED = "what is internal cannot be opened"


@pytest.fixture
def whole(lake: Lake, engine: Remote, tmp_path: Path) -> Iterator[Path]:
    """The folder of internal facts, which the engine finds elsewhere than we do, where they are not there; a process of
    that lake on which staff works."""
    ours, theirs = (copied(lake, tmp_path / name) for name in ("ours", "theirs"))
    folder = Path(theirs.place.url) / lake.newest().folder / "whole"
    folder.rename(folder.with_name("closed"))
    chosen = {"LAKE": ours.place.url, "ENGINE_LAKE": theirs.place.url, "ENGINE_URL": engine.url}
    with process(ENGINE="spark", STAFF="local", **chosen):
        yield folder


def test_staff_reads_the_public_facts_until_the_others_can_be_opened(
    whole: Path,
    open_page: Opener,
    signed: Signed,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    signed(Role.ANALYST)
    keeper = Keeper()
    for lang, said in (("en", "public facts only"), ("de", "nur öffentliche Angaben")):
        keeper._due = 0.0
        keeper._look()
        page = open_page(lang=lang)
        [warning] = [one.value for one in page.test.warning]
        assert said in warning and "POCKET\\_LAKE" in warning
        assert "pw-tag pw-intern" not in page.html and page.figures
    assert routes.state()["status"] == "ok", "nothing that is served has failed"
    assert [one.levelname for one in caplog.records if one.getMessage().startswith(CLOSED)] == ["ERROR"]
    shutil.move(whole.with_name("closed"), whole)
    assert open_page(lang="en").test.warning, "each attempt takes a session, so there is a pause before the next"
    monkeypatch.setattr(current, "AGAIN", 0.0)
    page = open_page(lang="en")
    assert "Internal facts are shown too" in page.html and not page.test.warning
    assert "can be opened again" in caplog.text and routes.state()["status"] == "ok"
