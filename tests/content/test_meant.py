"""Words in links: codes and names in any spelling are understood, what is not is said with what is near."""

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.choice import fields, read
from dashboard.content.meant import MOST, Unclear, folded, meant, understood
from dashboard.content.page import AnyPage
from dashboard.language import COMPLETE
from dashboard.speaking import language

CALLED = {"KP": ["North Korea", "Nordkorea"], "KR": ["South Korea", "Südkorea"], "-name": ["Name"], "name": ["Name"]}


@pytest.mark.parametrize(
    ("page", "key", "asked", "code"),
    [
        ("sectors", "theme", "lifesciences", "life-sciences"),
        ("sectors", "theme", "Life Sciences", "life-sciences"),
        ("companies", "town", "Cologne", "Köln"),
        ("companies", "town", "Köln", "Köln"),
        ("companies", "town", "koeln", "Köln"),
        ("companies", "town", "DUESSELDORF", "Düsseldorf"),
        ("market", "market", "Japan", "JP"),
        ("market", "market", "südkorea", "KR"),
        ("market", "market", "south-korea", "KR"),
        ("companies", "sector", "Energie & Umwelt", "energy-environment"),
        ("companies", "sector", "Energy & environment", "energy-environment"),
        ("companies", "topic", "Photovoltaik", "photovoltaics"),
        ("companies", "topics", "photovoltaics", "photovoltaics"),
        ("companies", "role", "Vertrieb", "sales"),
        ("region", "from", "Cologne", "Köln"),
    ],
)
@pytest.mark.parametrize("lang", COMPLETE)
def test_a_name_in_either_language_is_its_code(page: str, key: str, asked: str, code: str, lang: str) -> None:
    kind = PAGES[page].choice
    reading = read(kind, {key: [asked]}, language(lang))
    name = next(name for name, field in fields(kind) if key in field.keys)
    assert reading.codes[name] == [code] and not reading.unclear


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_name_that_is_one_codes_alone_is_understood(page: AnyPage) -> None:
    """Asked in one language with the words of the other."""
    german, english = language("de"), language("en")
    start = read(page.choice, {}, german)
    for name, field in fields(start.choice):
        options = dict(field.options(vars(start.choice), german)) if field.options else {}
        spelled = [folded(word) for word in (*options, *options.values())]
        for code, word in list(options.items())[:30]:
            if folded(word) and spelled.count(folded(word)) == 1:
                settled = field.settle([word], vars(start.choice), english)
                assert settled[0] == [code], (name, word)


def test_a_list_with_commas_and_a_name_with_one_are_told_apart() -> None:
    reading = read(PAGES["compare"].choice, {"market": ["Japan, china,Südkorea"]}, language("en"))
    assert reading.codes["markets"] == ["JP", "CN", "KR"]
    called = {"a": ["Trade, retail"], "b": ["Trade"]}
    assert meant("trade, retail", called) == "a"


def test_what_can_mean_several_is_not_guessed() -> None:
    twice = {"a": ["Halle"], "b": ["Halle"]}
    assert meant("halle", twice) == Unclear("halle", may_be=("a", "b"))
    assert meant("-NAME", CALLED) == "-name", "as it stands but for case"


@pytest.mark.parametrize(
    ("word", "near"), [("korea", {"KP", "KR"}), ("Sudkorae", {"KR"}), ("xyz", set()), ("1066", set()), ("??", set())]
)
def test_what_is_near_is_named(word: str, near: set[str]) -> None:
    found = meant(word, CALLED)
    assert isinstance(found, Unclear) and set(found.near) >= near and (near or not found.near)


def test_nothing_to_choose_is_no_wrong_word() -> None:
    reading = read(PAGES["companies"].choice, {"staff_unknown": ["yes"]}, language("en"))
    assert not reading.unclear and reading.choice.staff_unknown is False


@pytest.mark.parametrize(
    ("asked", "number"), [("120", 120), ("1.200", 1200), ("1,200", 1200), ("1 200", 1200), ("0", 0), ("00012", 12)]
)
def test_numbers_are_read_with_either_mark_for_thousands(asked: str, number: int) -> None:
    reading = read(PAGES["companies"].choice, {"staff_from": [asked]}, language("de"))
    assert reading.choice.staff_from == number and not reading.unclear


@pytest.mark.parametrize("asked", ["1.5", "1,20", "-3", "many", "1e9", "9999999999", "１２０x"])
def test_what_is_no_number_is_said(asked: str) -> None:
    reading = read(PAGES["companies"].choice, {"staff_from": [asked]}, language("de"))
    assert reading.choice.staff_from is None and reading.unclear == {"staff_from": [Unclear(asked)]}


def test_a_link_with_thousands_of_words_is_read_no_further_than_a_reader_writes() -> None:
    """Otherwise one address would keep the server busy for seconds."""
    called = {code: [f"name of {code}"] for code in ("AA", "BB")}
    asked = [",".join(f"zz{number}" for number in range(10_000)), "AA"]
    known, unclear = understood(asked, {}, lambda: called, several=True)
    assert not known and len(unclear) == MOST
    assert understood(["AA"] * 5 + ["bb,aa"], {}, lambda: called, several=True) == (["AA", "BB"], [])


def test_a_switch_is_asked_for_in_words_and_says_how_it_stands() -> None:
    asked = {"staff_from": ["10"], "staff_unknown": ["ja"]}
    assert read(PAGES["companies"].choice, asked, language("en")).choice.staff_unknown
    wrong = read(PAGES["companies"].choice, asked | {"staff_unknown": ["maybe"]}, language("en"))
    assert not wrong.choice.staff_unknown and wrong.unclear["staff_unknown"][0].word == "maybe"
    offered = dict(fields(PAGES["companies"].choice))["staff_unknown"].options
    assert offered and offered(vars(wrong.choice), language("de")) == {"no": "nein", "yes": "ja"}
