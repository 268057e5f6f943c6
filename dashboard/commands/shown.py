"""What a command is about: the view of a page."""

from collections.abc import Mapping, Sequence

from dashboard.content.choice import fields
from dashboard.content.page import AnyPage
from dashboard.content.view import View, view
from dashboard.speaking import language


class Unknown(LookupError):
    """Something else was asked for than there is; says what there is."""


def view_of(page: AnyPage, pairs: Sequence[str], lang: str) -> View:
    """The page as pairs of `key=value` choose. Raises Unknown for what they name in vain."""
    asked = _asked(pairs)
    known = [key for _, field in fields(page.choice) for key in field.keys]
    if unknown := [key for key in asked if key not in known]:
        raise Unknown(f"{page.name} knows no {', '.join(unknown)}; it knows {', '.join(known)}")
    shown = view(page, asked, language(lang))
    for name, unclear in shown.reading.unclear.items():
        field = dict(fields(page.choice))[name]
        options = field.options(vars(shown.reading.choice), shown.lang) if field.options else {}
        said = ", ".join(one.word for one in unclear)
        raise Unknown(f"{field.key}: {said} means nothing here; it can be {', '.join(options) or 'a whole number'}")
    return shown


def _asked(pairs: Sequence[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign:
            raise Unknown(f"--param {pair}: write it as key=value")
        found.setdefault(key, []).append(value)
    return found
