"""In which language a text is, so that a viewer reads it aloud and draws its letters as they are written there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.core import get_global
from babel.languages import get_official_languages

EAST_ASIAN = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\u1100-\u11ff\uf900-\ufaff\uff00-\uffef]+)")
KANA, HANGUL = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")
FONTS = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}  # by which the deck's readers read these


def tag(code: str) -> str:
    """A language as files name it: `de` is `de-DE`, where most of its readers live."""
    likely = get_global("likely_subtags").get(code, code).split("_")
    return f"{likely[0]}-{likely[-1]}"


@dataclass(frozen=True)
class Tongue:
    """The language of a deck (its code), and of the market it is about (its code; empty: of none)."""

    code: str
    market: str = ""

    @property
    def tag(self) -> str:
        """Of texts in Latin letters."""
        return tag(self.code)

    def pieces(self, text: str) -> Iterator[tuple[str, str, str]]:
        """The text in pieces of one script: (piece, its language, the font of an East Asian one)."""
        code = self._east_asian(text)
        for piece in filter(None, EAST_ASIAN.split(text)):
            foreign = EAST_ASIAN.fullmatch(piece)
            yield (piece, tag(code), FONTS[code]) if foreign else (piece, self.tag, "")

    def _east_asian(self, text: str) -> str:
        """By the letters that only one language has, else by the market's language."""
        if KANA.search(text):
            return "ja"
        if HANGUL.search(text):
            return "ko"
        spoken = get_official_languages(self.market, de_facto=True) if self.market else ()
        return next((code for code in FONTS if any(one.split("_")[0] == code for one in spoken)), "zh")
