"""Links as people write them by hand."""

import pytest

from tests.opened import opened


@pytest.mark.parametrize(
    ("page", "key", "asked", "meant"),
    [
        ("market", "market", "in", "IN"),
        ("market", "Market", "IN", "IN"),
        ("compare", "markets", "JP,CN", ["JP", "CN"]),
        ("compare", "market", "jp, cn", ["JP", "CN"]),
        ("companies", "market", "JP,in", ["JP", "IN"]),
        ("sectors", "theme", "GreenTech", "greentech"),
    ],
)
def test_what_is_meant_is_shown(page: str, key: str, asked: str, meant: str | list[str]) -> None:
    found = opened(page, **{key: asked})
    assert not found.notices
    state = found.test.session_state
    assert meant in [state[name] for name in (key.lower(), f"{key}s") if name in state]


@pytest.mark.parametrize("said", ["EN", "en-GB", "en"])
def test_a_language_in_capitals_or_with_a_country(said: str) -> None:
    found = opened(lang=said)
    assert "The world in pocket format" in found.html
    assert not found.notices


def test_what_nobody_knows_is_said() -> None:
    found = opened("market", market="zz", lang="xx")
    assert any("zz" in notice for notice in found.notices) and any("nicht" in notice for notice in found.notices)


def test_a_page_that_is_not_there_is_said_in_the_reader_s_language() -> None:
    assert opened(unknown="nowhere").notices == ["Es gibt keine Seite „nowhere“; dies ist die erste."]
