"""What the provider says becomes a person, whatever shape it has."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dashboard.access.claims import person_of
from dashboard.access.person import VISITOR, NotAllowed, Person, Role
from dashboard.access.rules import Rules
from dashboard.speaking import language

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ROLES = {"World.Analyst": Role.ANALYST, "World.Editor": Role.EDITOR, "World.Admin": Role.ADMIN}
RULES = Rules("world", "https://id.example/.well-known/openid-configuration", roles=ROLES)


def claims(**over: Any) -> dict[str, Any]:
    """Of someone who signed in a quarter of an hour ago."""
    since = NOW - timedelta(minutes=15)
    told = {"is_logged_in": True, "aud": "world", "sub": "1", "name": "Mia Weber", "iat": since.timestamp()}
    told["exp"] = (since + timedelta(hours=1)).timestamp()
    return told | over


def test_the_highest_role_counts_and_no_claim_makes_a_viewer() -> None:
    for said, role in {
        ("World.Editor", "World.Analyst", "Other"): Role.EDITOR,
        ("World.Admin",): Role.ADMIN,
        ("Other",): Role.VIEWER,
        (): Role.VIEWER,
    }.items():
        found = person_of(claims(roles=list(said)), RULES, NOW)
        assert (found.name, found.role) == ("Mia Weber", role)
        assert found.sees_internal is (role > Role.VIEWER)
    assert person_of(claims(), RULES, NOW).role is Role.VIEWER


@pytest.mark.parametrize(
    "said", [None, 7, True, {"World.Admin": 1}, [["World.Admin"]], [None, 3], "world.admin", "World.Admin,Other", b"x"]
)
def test_a_claim_of_another_type_gives_no_role(said: Any) -> None:
    assert person_of(claims(roles=said), RULES, NOW).role is Role.VIEWER


def test_one_text_is_a_list_of_one_and_thousands_of_groups_are_read() -> None:
    assert person_of(claims(roles="World.Admin"), RULES, NOW).role is Role.ADMIN
    many = [*(f"group-{number}" for number in range(5000)), "World.Editor"]
    assert person_of(claims(roles=many), RULES, NOW).role is Role.EDITOR


def test_the_claim_may_be_a_path_or_a_name_with_points() -> None:
    within = Rules("world", "", claim="realm_access.roles", roles=ROLES)
    assert person_of(claims(realm_access={"roles": ["World.Editor"]}), within, NOW).role is Role.EDITOR
    assert person_of(claims(realm_access=["roles"]), within, NOW).role is Role.VIEWER
    named = Rules("world", "", claim="https://example.org/roles", roles=ROLES)
    assert person_of(claims(**{"https://example.org/roles": ["World.Admin"]}), named, NOW).role is Role.ADMIN


@pytest.mark.parametrize(
    "over",
    [
        {"aud": "other"},
        {"aud": "other", "azp": "world"},
        {"aud": ["other"]},
        {"aud": None},
        {"is_logged_in": False},
        {"is_logged_in": "yes"},
        {"exp": None},
        {"exp": "later"},
        {"exp": float("nan")},
        {"exp": 1e300},
        {"exp": True},
        {"iat": None},
        {"iat": (NOW + timedelta(hours=1)).timestamp()},
    ],
)
def test_whatever_is_amiss_makes_a_visitor(over: dict[str, Any]) -> None:
    assert person_of(claims(roles=["World.Admin"], **over), RULES, NOW) == VISITOR


def test_it_ends_with_the_token_or_before_as_the_rules_say() -> None:
    told = claims(roles=["World.Admin"])
    found = person_of(told, RULES, NOW)
    assert found.since == NOW - timedelta(minutes=15) and found.until == NOW + timedelta(minutes=45)
    assert person_of(told, RULES, NOW + timedelta(minutes=45)) == Person(ended=True)
    short = Rules("world", "", minutes=20, roles=ROLES)
    assert person_of(told, short, NOW).until == NOW + timedelta(minutes=5)
    assert person_of(told, short, NOW + timedelta(minutes=6)) == Person(ended=True)


def test_nobody_is_without_a_name_and_none_breaks_the_page() -> None:
    assert person_of(claims(name=None, email="mia@example.org"), RULES, NOW).name == "mia@example.org"
    assert person_of(claims(name=" ", sub="42"), RULES, NOW).name == "42"
    assert person_of(claims(name={}, sub=None), RULES, NOW).name == "?"
    assert person_of(claims(name="Mia\n\u202eWeber" + "x" * 200), RULES, NOW).name == ("MiaWeber" + "x" * 200)[:80]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@hypothesis_settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*claims(), "roles", "tokens"]), ANYTHING))
def test_nothing_that_is_said_breaks_it_or_gives_a_role(over: dict[str, Any]) -> None:
    assert person_of(claims() | over, RULES, NOW).role is Role.VIEWER


@pytest.mark.parametrize("code", ["de", "en"])
def test_who_may_not_is_told_why(code: str) -> None:
    lang = language(code)
    signed_in = NotAllowed(Role.EDITOR, Person("Mia", Role.ANALYST)).words(lang)
    assert "Mia" in signed_in and Role.EDITOR.words(lang) in signed_in and Role.ANALYST.words(lang) in signed_in
    assert Role.EDITOR.words(lang) in NotAllowed(Role.EDITOR, VISITOR).words(lang)
    ended = NotAllowed(Role.EDITOR, Person(ended=True)).words(lang)
    assert len({signed_in, ended, NotAllowed(Role.EDITOR, VISITOR).words(lang)}) == 3
