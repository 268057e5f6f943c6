"""The languages of the stand: the city's data say which."""

from markupsafe import Markup, escape

from dashboard.language import Language
from dashboard.speaking import language
from dashboard.values import Text
from dashboard.warehouse import warehouse


def spoken() -> list[Language]:
    """The languages that visitors can choose, in their order."""
    return [language(code) for code in warehouse().city.stand.languages]


def marked(text: Text, lang: Language) -> Markup:
    """A text of the facts, for HTML: what exists only in English says so."""
    words = lang.text(text)
    if not words or lang.speaks(text):
        return escape(words)
    return Markup('<span lang="en">{}</span> <abbr class="only" title="English" lang="en">EN</abbr>').format(words)
