"""A language with the words of the data being served."""

from dashboard.language import Language
from dashboard.warehouse import warehouse


def language(code: str) -> Language:
    """The language of that code. Raises KeyError for a code that is none of `dashboard.language.LANGUAGES`."""
    served = warehouse().snapshot
    return served.memory.get(("language", code), lambda: Language(code, served.vocabulary))
