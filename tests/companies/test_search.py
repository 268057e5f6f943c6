"""What a search term finds among the companies, recomputed in plain Python."""

import random
import re
from functools import cache

import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.whole import plain

Facts = dict[str, Rows]
NAMES = ("name", "former_names", "parent")
NOTES = ("note_en", "note_de", "topic_names")


@cache
def distance(one: str, other: str) -> int:
    """Fewest letters added, left out, changed or exchanged with their neighbour (Damerau-Levenshtein)."""
    if not one or not other:
        return len(one) + len(other)
    if one[-1] == other[-1]:
        return distance(one[:-1], other[:-1])
    found = 1 + min(distance(one[:-1], other), distance(one, other[:-1]), distance(one[:-1], other[:-1]))
    if one[-2:] == other[-2:][::-1] and len(one) > 1:
        found = min(found, 1 + distance(one[:-2], other[:-2]))
    return found


def words(text: str) -> set[str]:
    return set(re.split("[^a-z0-9]+", plain(text))) - {""}


def similar(asked: str, word: str) -> bool:
    allowed = len(asked) // 4
    return abs(len(asked) - len(word)) <= allowed and distance(asked, word) <= allowed


def topics_of(row: dict[str, str], facts: Facts) -> dict[str, str]:
    codes = row["topics"].split("; ")
    return {
        "topic_names": " ".join(f"{t['name_en']} {t['name_de']}" for t in facts["topics"] if t["topic_id"] in codes)
    }


def meant(facts: Facts, term: str) -> set[str]:
    """Companies named so; if none is, described so; if none is either, with a similar word for each of the term's."""
    wanted = plain(term.strip())
    for columns in (NAMES, NOTES):
        rows = [row | topics_of(row, facts) for row in facts["companies"]]
        texts = {row["company_id"]: plain(" ".join(row[c] for c in columns if row[c])) for row in rows}
        if found := {company for company, text in texts.items() if wanted in text}:
            return found
    spoken = {row["company_id"]: words(" ".join(row[c] for c in NAMES)) for row in facts["companies"]}
    alike = {asked: {w for own in spoken.values() for w in own if similar(asked, w)} for asked in words(wanted)}
    return {company for company, own in spoken.items() if alike and all(own & alike[asked] for asked in alike)}


def mistyped(facts: Facts, count: int) -> list[str]:
    """Names with one letter to a third of the letters mistyped, some with a word of another name."""
    chance = random.Random(3)
    every = [name for row in facts["companies"] if len(name := plain(row["name"])) >= 5]
    found = []
    for number in range(count):
        letters = list(chance.choice(every))
        for place in chance.sample(range(len(letters)), chance.randint(1, len(letters) // 3)):
            letters[place] = chance.choice(["", "x", letters[place] + "q", letters[place - 1]])
        found.append("".join(letters) + f" {chance.choice(every).split()[0]}" * (number % 5 == 0))
    return found


def test_search_finds_what_is_similar_and_nothing_else(served: Warehouse, facts: Facts) -> None:
    terms = mistyped(facts, 60)
    expected = {term: meant(facts, term) for term in terms}
    assert 15 < sum(map(bool, expected.values())) < 45, "some find something, some nothing"
    assert {term: ids(served, term) for term in terms} == expected


@pytest.mark.parametrize("letters", [8, 9, 10, 11])
def test_more_than_a_quarter_of_the_letters_changed_is_another_word(
    served: Warehouse, facts: Facts, letters: int
) -> None:
    named = [
        row for row in facts["companies"] if len(row["name"]) == letters and words(row["name"]) == {plain(row["name"])}
    ]
    assert named
    for row in named:
        for changed in (letters // 4, letters // 4 + 1):
            term = "q" * changed + plain(row["name"])[changed:]
            assert (row["company_id"] in ids(served, term)) == (changed == letters // 4), term


def ids(served: Warehouse, term: str) -> set[str]:
    return set(served.ask("companies/search", term=term, present_only=False)["company_id"])


def test_search_finds_names_former_names_and_parents_whatever_the_case_and_accents(
    served: Warehouse, facts: Facts
) -> None:
    for column in ("name", "former_names", "parent"):
        known = [row for row in facts["companies"] if len(row[column]) > 3][::15]
        assert known
        for row in known:
            assert row["company_id"] in ids(served, f"  {plain(row[column]).upper()} ")


def test_search_forgives_a_letter_too_few_or_changed(served: Warehouse, facts: Facts) -> None:
    long_names = [r for r in facts["companies"] if len(plain(r["name"])) >= 8 and plain(r["name"]).isalpha()]
    assert len(long_names) > 5
    for row in long_names:
        name = plain(row["name"])
        assert row["company_id"] in ids(served, name[:3] + name[4:]), "a letter missing"
        assert row["company_id"] in ids(served, name[:3] + name[4] + name[3] + name[5:]), "two letters exchanged"


def test_a_word_of_no_name_is_looked_for_in_the_descriptions(served: Warehouse, facts: Facts) -> None:
    named = {
        r["company_id"]
        for r in facts["companies"]
        for k in ("name", "former_names", "parent")
        if "solar" in plain(r[k])
    }
    told = {r["company_id"] for r in facts["companies"] if "solar" in plain(r["note_en"] + " " + r["note_de"])}
    assert not named and ids(served, "Solar") == told != set()


@pytest.mark.parametrize("words", ["Wasserstoff", "hydrogen", "Medizintechnik"])
def test_a_topic_finds_its_companies(served: Warehouse, facts: Facts, words: str) -> None:
    (code,) = (
        row["topic_id"] for row in facts["topics"] if words.lower() in (row["name_en"].lower(), row["name_de"].lower())
    )
    of_topic = {row["company_id"] for row in facts["companies"] if code in row["topics"].split("; ")}
    assert of_topic and of_topic <= ids(served, words)


def test_search_for_nonsense_finds_nothing(served: Warehouse) -> None:
    assert not ids(served, "qqqqxxxxzzzz")
    assert not ids(served, "%_' or 1=1 --")
