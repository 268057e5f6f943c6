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
        ("sectors", "theme", "Life Sciences", "life-sciences"),
        ("companies", "town", "Cologne", ["Köln"]),
        ("market", "market", "Südkorea", "KR"),
    ],
)
def test_what_is_meant_is_shown(page: str, key: str, asked: str, meant: str | list[str]) -> None:
    found = opened(page, **{key: asked})
    assert not found.notices
    state = found.test.session_state
    assert meant in [state[name] for name in (key.lower(), f"{key}s") if name in state]


@pytest.mark.parametrize(
    ("page", "key", "asked", "told"),
    [
        ("companies", "town", ["koeln", "Neuss"], {"town": ["Köln", "Neuss"]}),
        ("compare", "market", ["Japan, Indien"], {"markets": ["JP", "IN"]}),
        ("sectors", "theme", ["lifesciences"], {"theme": ["life-sciences"]}),
        ("market", "market", ["Nowhere"], {"market": ["Nowhere"]}),
    ],
)
def test_the_address_says_codes_where_it_was_understood(
    page: str, key: str, asked: list[str], told: dict[str, list[str]]
) -> None:
    found = opened(page, **{key: asked}).test.query_params
    assert {name: [value] if isinstance(value, str) else value for name, value in found.items()} == told


def test_a_notice_names_parameter_word_what_is_shown_and_what_is_near() -> None:
    [notice] = opened("companies", lang="en", market="Jpan").notices
    assert notice.replace("\\", "") == "Source market: “market=Jpan” is not known here. Shown is: all. Similar: Japan."
    [notice] = opened("market", market="x" * 5000).notices
    assert len(notice) < 150, "cut before it is repeated"
    [notice] = opened("market", market="<b>[x](y)</b>").notices
    assert "\\[x\\]\\(y\\)" in notice and "\\<b\\>" in notice, "nothing in an address is Markdown"


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
