"""However a name is spelled, the search finds the same companies, and no fewer than the letters themselves."""

import re

import pytest

from dashboard.warehouse import Warehouse
from tests.companies.test_search import ids, plain
from tests.conftest import Rows

Facts = dict[str, Rows]
SPELLINGS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "ß": "ss"}


def names(row: dict[str, str]) -> str:
    return " ".join(filter(None, (row[column] for column in ("name", "former_names", "parent"))))


@pytest.mark.parametrize(
    ("term", "same"),
    [
        ("Düsseldorf", "Duesseldorf"),
        ("Düsseldorf", "Dusseldorf"),
        ("Straße", "Strasse"),
        ("Straße", "STRASSE"),
        ("Søstrene", "Soestrene"),
        ("Søstrene", "Sostrene"),
        ("Köln", "Koeln"),
        ("Łódź", "Lodz"),
        ("Æ", "ae"),
        ("mitsubishi", "ＭＩＴＳＵＢＩＳＨＩ"),
        ("finance", "ﬁnance"),
        ("mitsubishi", "mitsu\N{ZERO WIDTH SPACE}bi\N{SOFT HYPHEN}shi"),
        ("mitsubishi electric", "mitsubishi\N{NO-BREAK SPACE}electric"),
        ("mitsubishi electric", "\N{IDEOGRAPHIC SPACE}mitsubishi\N{IDEOGRAPHIC SPACE}electric\N{NO-BREAK SPACE}"),
    ],
)
def test_spellings_of_one_word_find_the_same(served: Warehouse, term: str, same: str) -> None:
    assert ids(served, term) == ids(served, same)


def test_every_name_is_found_in_every_spelling_of_its_letters(served: Warehouse, facts: Facts) -> None:
    special = [row for row in facts["companies"] if set(names(row).lower()) & set(SPELLINGS)]
    assert len(special) > 5
    for row in special:
        name = next(row[c] for c in ("name", "former_names", "parent") if set(row[c].lower()) & set(SPELLINGS))
        spelled = "".join(SPELLINGS.get(letter, letter) for letter in name.lower())
        assert row["company_id"] in ids(served, spelled), spelled


def test_what_stands_in_a_name_as_typed_is_found(served: Warehouse, facts: Facts) -> None:
    """Also where the term begins or ends within what is folded, as `el` in Israel."""
    texts = {row["company_id"]: plain(names(row)) for row in facts["companies"]}
    starts = [(text, at) for text in texts.values() for at in pair_places(text)]
    parts = {text[max(at + shift, 0) : at + shift + 4].strip() for text, at in starts for shift in (-3, 0, 1)}
    assert len(parts) > 10
    for part in sorted(parts):
        assert {company for company, text in texts.items() if part in text} <= ids(served, part), part


def pair_places(text: str) -> list[int]:
    return [found.start() for found in re.finditer("[aou]e", text)]


def test_a_term_that_ends_in_a_pair_finds_no_single_vowel(served: Warehouse, facts: Facts) -> None:
    """`blue` is no spelling of `blu`: what is found has the letters, or the umlaut."""
    texts = {row["company_id"]: names(row).lower() for row in facts["companies"]}
    assert (
        ids(served, "blue") == {company for company, text in texts.items() if "blue" in text or "blü" in text} != set()
    )
