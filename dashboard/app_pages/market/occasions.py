"""Occasions to get in touch with who is here: anniversaries, expansions under way, and long silence."""

from dashboard.app_pages.market.choice import Subject
from dashboard.content.kept import remembered
from dashboard.content.occasions import lists, section
from dashboard.content.parts import Section
from dashboard.language import Language
from dashboard.questions import shared


@remembered
def occasions(subject: Subject, lang: Language) -> Section:
    """The three lists; of a market without any occasion they are missing."""
    rows = shared.occasions(markets=[subject.market], theme="", today=subject.today)
    if not rows:
        return Section("occasions", missing=lang.t("occasions to get in touch"))
    return section(lists(rows, lang, of_one=True), lang)
