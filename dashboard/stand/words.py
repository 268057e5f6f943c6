"""The languages of the stand: the city's data say which."""

from markupsafe import Markup, escape

from dashboard.language import Language
from dashboard.speaking import language
from dashboard.values import Text
from dashboard.warehouse import warehouse


def spoken() -> list[Language]:
    """The languages that visitors can choose, in their order."""
    return [language(code) for code in warehouse().city.stand.languages]


def marked(text: Text, lang: Language, most: int = 0) -> Markup:
    """A text of the facts, for HTML, at `most` so many letters of it: what exists only in English says so."""
    words = shortened(lang.text(text), most)
    if not words or lang.speaks(text):
        return escape(words)
    return Markup('<span lang="en">{}</span> <abbr class="only" title="English" lang="en">EN</abbr>').format(words)


def shortened(words: str, most: int) -> str:
    """Whole words of a text, `most` letters at most; all of it where `most` is 0."""
    if not most or len(words) <= most:
        return words
    return (words[:most].rpartition(" ")[0] or words[:most]).rstrip(",;:. ") + " …"
