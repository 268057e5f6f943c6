"""A chapter as it is read: every part of its sections, in order, as pieces."""

from collections.abc import Iterator

from dashboard.briefing import tables  # noqa: F401 (says how tables are read)
from dashboard.briefing.brief import Chapter
from dashboard.briefing.piece import Piece
from dashboard.briefing.pieces import pieces
from dashboard.content.parts import flat
from dashboard.language import Language


def read(chapter: Chapter, lang: Language) -> Iterator[Piece]:
    """Its pieces."""
    for section in chapter.sections:
        for part in flat(section.parts):
            yield from pieces(part, section, lang)
