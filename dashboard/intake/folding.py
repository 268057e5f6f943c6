"""Words as they are compared: whatever their case, accents, umlauts, width and punctuation."""

import re
import unicodedata
from functools import lru_cache

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "å": "aa"})
WORD = re.compile(r"[^\W_]+")
LINKS = {"und", "and", "et", "of", "the", "der", "die", "das"}


def folded(text: str, *, spelled: bool = True) -> str:
    """The text's words; `ü` as `ue`, or, if not `spelled`, as `u`."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if spelled:
        plain = plain.translate(UMLAUTS)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    words = WORD.findall(bare)
    return " ".join([word for word in words if word not in LINKS] or words)


@lru_cache(maxsize=50_000)
def spellings(text: str) -> frozenset[str]:
    """Both ways to write it without umlauts."""
    return frozenset({folded(text), folded(text, spelled=False)} - {""})
