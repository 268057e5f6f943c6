"""The page for questions of one's own: who may open it, what it shows, and that the server asks again."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

from dashboard.access import Person, Role
from dashboard.lab.answer import Problem
from dashboard.lab.lab import lab
from dashboard.readdress import meant
from dashboard.settings import ROOT, settings
from dashboard.staff import NAMES
from dashboard.staff.pages import STAFF
from tests.conftest import STORE
from tests.lab.hostile import CATALOGUE, FILES, NETWORK, SETTINGS, SMUGGLED
from tests.opened import Opened, Opener

PLACES = ("dashboard.access.session.person", "dashboard.staff.pages.person", "dashboard.screen.seen.person")


@pytest.fixture
def analyst(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever looks is one, who sees what the public sees."""
    monkeypatch.setattr(settings(), "staff", "local")
    for place in (*PLACES, "dashboard.screen.person.person", "dashboard.screen.page.person"):
        monkeypatch.setattr(place, lambda: Person("Mia", Role.ANALYST))
    yield
    lab().close()
    lab.cache_clear()


def test_each_page_for_staff_has_its_address() -> None:
    assert tuple(STAFF) == NAMES and all(meant(f"/{name}") is None for name in NAMES)
    assert meant("/SQL") == "./sql"


def test_a_visitor_is_told_why_not_and_sees_no_way_there(open_page: Opener) -> None:
    page = open_page("sql", lang="en")
    assert [one.value for one in page.test.warning] == ["This is for those who are signed in as analyst\\."]
    assert "Questions of your own" not in page.html and not page.test.button


def run(page: AppTest, text: str) -> Opened:
    """What the editor sends when its button is pressed."""
    [editor] = [one for one in page._tree if getattr(one, "key", None) == "query-editor"]
    states, told = page._tree.get_widget_states(), {"text": text, "at": 1}
    heard = json.dumps([{"event": "run", "value": told}])
    states.widgets.add(id=_make_trigger_id(editor.proto.id, "events"), json_trigger_value=heard)
    found = Opened(page._run(states))
    while any(getattr(one, "type", "") == "progress" for one in found.test._tree):  # looked at again and again
        found = Opened(found.test.run())
    return found


@pytest.mark.usefixtures("analyst")
def test_a_query_is_answered_with_what_it_was_made_of(open_page: Opener) -> None:
    page = open_page("sql", lang="en", query="select 1 + 1 as two")
    assert "Questions of your own" in page.html and not page.test.dataframe, "a link fills in, and runs nothing"
    found = run(page.test, "select market, count(*) as sites from company group by market order by sites desc limit 3")
    assert not found.test.session_state["query-run"].facts.public, "who may see internal facts asks them, too"
    assert found.test.dataframe[0].value.columns.tolist() == ["market", "sites"]
    assert any("**3 rows**" in one.value for one in found.test.markdown)
    assert any("company" in one.value for one in found.test.markdown)
    assert str(found.test.query_params["query"]).startswith("select market")


@pytest.mark.usefixtures("analyst")
def test_a_question_of_a_page_takes_the_values_that_it_leaves_open(open_page: Opener) -> None:
    test = open_page("sql", lang="en").test
    assert str(field(test, "query-relation").value) == "companies", "what matters comes first"
    test = field(test, "query-example").set_value("data/rechecks").run()
    test = field(test, "query-open-data/rechecks-recheck").set_value("staff").run()
    [button] = [one for one in test.button if one.key == "query-example-put"]
    found = Opened(button.click().run())
    put = found.test.session_state["query-text"]
    assert "where ageing.recheck = 'staff'::varchar" in put
    assert run(found.test, put).test.dataframe[0].value["about"].size


def field(test: AppTest, key: str) -> Any:
    [one] = [one for one in [*test.selectbox, *test.text_input] if one.key == key]
    return one


@pytest.mark.usefixtures("analyst")
def test_what_is_wrong_is_said_in_words(open_page: Opener) -> None:
    page = open_page("sql", lang="de")
    found = run(page.test, "drop table companies")
    assert any("SELECT" in one.value for one in found.test.error)
    found = run(found.test, "select nam from companies")
    assert any("name" in one.value for one in found.test.error)


@pytest.mark.usefixtures("analyst")
@pytest.mark.parametrize("kind", [FILES, NETWORK, SETTINGS, CATALOGUE, SMUGGLED])
def test_what_means_harm_is_refused_on_the_page(open_page: Opener, kind: list[str]) -> None:
    """Some of each kind that tests/lab asks the room itself: an error in words, no row, no path of the machine."""
    test = open_page("sql", lang="en").test
    for statement in kind[:: len(kind) // 3]:
        test = run(test, statement).test
        assert not test.exception and not test.dataframe and isinstance(test.session_state["query-run"].result, Problem)
        [told] = [one.value for one in test.error]
        assert told and str(ROOT) not in told and STORE not in told, told


@pytest.mark.usefixtures("analyst")
def test_an_answer_of_internal_facts_goes_where_the_public_s_are_looked_at(open_page: Opener) -> None:
    found = run(open_page("sql", lang="en").test, "select 1 as a")
    assert found.test.dataframe
    found.test.session_state["seen-as-public"] = True
    assert not Opened(found.test.run()).test.dataframe
    assert run(found.test, "select 1 as a").test.session_state["query-run"].facts.public
