"""What people mean by a word where a code is expected: links are written by hand, from memory, in either language."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

NEAR = 3  # codes that are said to be near
LONGEST = 200  # letters of a word that are looked at
MOST = 50  # words of a link: one who writes more than that by hand is no reader
ALIKE = 0.7  # of two words' letters, in their order
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})  # nothing to take an accent off
NUMBER = re.compile(r"\d{1,9}|\d{1,3}(?:[.,' \u202f]\d{3}){1,2}")

Called = Mapping[str, Sequence[str]]  # code -> its names


@dataclass(frozen=True)
class Unclear:
    """A word that stands for no code, with those that are near; or for several, which it `may_be`."""

    word: str
    near: tuple[str, ...] = ()
    may_be: tuple[str, ...] = ()


def understood(
    asked: Sequence[str], codes: Mapping[str, str], names: Callable[[], Called], *, several: bool
) -> tuple[list[str], list[Unclear]]:
    """The codes that are meant, each once, and what stays unclear; `names` are only looked up where a word is no code.

    Where `several` can be chosen, a text that means nothing as a whole may be a list with commas.
    """
    if all(word in codes for word in asked):
        return list(dict.fromkeys(asked)), []
    called = names()
    words = dict.fromkeys(islice(_words(asked, called, several), MOST))
    return parted([meant(word, called) for word in words])


def _words(asked: Sequence[str], called: Called, several: bool) -> Iterator[str]:
    for text in asked:
        if several and "," in text and isinstance(meant(text, called), Unclear):
            yield from (word.strip() for word in text.split(","))
        else:
            yield text


def parted(words: Sequence[str | Unclear]) -> tuple[list[str], list[Unclear]]:
    """What is known, each once, and what is not."""
    known = dict.fromkeys(word for word in words if isinstance(word, str))
    return list(known), [word for word in words if isinstance(word, Unclear)]


def whole_number(text: str) -> str | Unclear:
    """A number's digits, without marks for thousands (`1.000`, `1,000`)."""
    return str(int(re.sub(r"\D", "", text))) if NUMBER.fullmatch(text) else Unclear(text)


def meant(word: str, called: Called) -> str | Unclear:
    """The code that a word is or spells, else the one whose name it spells."""
    if word in called:
        return word
    wished = folded(word[:LONGEST])
    ways: tuple[Callable[[str], bool], ...] = (
        lambda code: word.casefold() == code.casefold(),
        lambda code: bool(wished) and wished == folded(code),
        lambda code: bool(wished) and wished in map(folded, called[code]),
    )
    for is_meant in ways:
        if same := tuple(filter(is_meant, called)):
            return same[0] if len(same) == 1 else Unclear(word, may_be=same)
    return Unclear(word, near=_near(wished, called))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A text's letters and digits alone, whatever their case, accents and width: Köln, KOELN and `koeln` are one."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return re.sub("([aou])e", r"\1", "".join(letter for letter in plain if letter.isalnum()))


def _near(wished: str, called: Called) -> tuple[str, ...]:
    """The codes that a word is a part of, by themselves or by a name, then those spelled much alike."""
    if len(wished) < 3 or wished.isdigit():
        return ()
    spelled = {folded(name): code for code, names in called.items() for name in (code, *names)}
    holding = [code for name, code in spelled.items() if wished in name]
    alike = [spelled[name] for name in get_close_matches(wished, spelled, NEAR, ALIKE)]
    return tuple(dict.fromkeys((*alike, *holding)))[:NEAR]
