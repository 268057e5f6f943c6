"""The parameters of an address: what a screen would only remark on, or leave out, is an error for a machine."""

import re
from collections.abc import Iterator, Mapping, Sequence

from starlette.requests import Request

from dashboard.content.choice import LONGEST, Field, fields
from dashboard.content.meant import Unclear
from dashboard.content.page import AnyPage
from dashboard.content.view import View
from dashboard.language import COMPLETE, Language
from dashboard.web.refusal import Refusal

QUERY = 2_000  # letters of an address after its question mark
REPEATED = 40  # letters of a word that is not understood
UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
TYPED = {"number": "0 … 999999999"}  # what may stand where nothing is offered; else any text

Asked = Mapping[str, Sequence[str]]


def parameters(request: Request, page: AnyPage, also: Asked, lang: Language) -> dict[str, list[str]]:
    """Key -> values. Raises Refusal for what the page has no use for; `also`: what there is besides -> its values, as
    which they are given back."""
    if len(request.url.query) > QUERY:
        raise Refusal(414, lang.t("The address is too long: at most {count} letters.", count=lang.number(QUERY)))
    found: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        found.setdefault(key.lower(), []).append(value)
    own = {"lang": COMPLETE, **also}
    spelled = {key for _, field in fields(page.choice) for key in field.keys}
    if strange := [key[:REPEATED] for key in found if key not in {*spelled, *own}]:
        known = [field.key for _, field in fields(page.choice)]
        message = lang.t("There is no parameter “{name}” here.", name=strange[0])
        raise Refusal(400, message, {"parameters": [*known, *own]})
    for key, words in own.items():
        said = found.get(key, [])
        meant = [main_tag(value) if key == "lang" else value.lower() for value in said]
        if wrong := [value for value, word in zip(said, meant, strict=True) if word not in words]:
            raise Refusal(400, _unknown(key, wrong[0], lang), {key: words})
        found |= {key: meant} if meant else {}
    return found


def main_tag(wish: str) -> str:
    """The language of a tag, without its script or country: `de` of `de-AT`."""
    return wish.strip().lower().partition("-")[0]


def check(view: View, asked: Asked) -> None:
    """Raise Refusal for what is asked of a page in vain."""
    lang, faults, allowed = view.lang, list[str](), dict[str, list[str]]()
    for name, field in fields(view.page.choice):
        said = [_said(field, unclear, lang) for unclear in view.reading.unclear.get(name, [])]
        said += _beyond(field, view.reading.codes[name], field.asked_in(asked), lang)
        if said:
            faults += said
            allowed[field.key] = list(offered(field, view))
    if faults:
        raise Refusal(400, " ".join(faults), allowed)


def offered(field: Field, view: View) -> Mapping[str, str]:
    """What may be asked for: value -> words."""
    if field.options is None:
        return {TYPED.get(field.look.kind, "…"): field.label(view.lang)}
    return field.options(vars(view.reading.choice), view.lang)


def _beyond(field: Field, codes: Sequence[str], asked: Sequence[str], lang: Language) -> Iterator[str]:
    """What would be cut off without a word: more than can be chosen at once, more than can be typed."""
    words = {word for text in asked for word in (text.split(",") if field.is_many else [text])}
    if field.most and len(words) > field.most <= len(codes):
        most = field.most
        yield lang.n(
            "“{name}” takes {count} value at most.", "“{name}” takes {count} values at most.", most, name=field.key
        )
    if field.options is None and any(len(text) > LONGEST for text in asked):
        yield lang.t("“{name}” is too long: at most {count} letters.", name=field.key, count=LONGEST)
    if any(UNSHOWN.search(text) for text in asked):
        yield lang.t("“{name}” holds signs that cannot be shown.", name=field.key)


def _said(field: Field, unclear: Unclear, lang: Language) -> str:
    """What is not understood, and what may be meant."""
    if unclear.may_be:
        address, several = f"{field.key}={unclear.word[:REPEATED]}", lang.join(unclear.may_be)
        return lang.t("“{address}” can mean {several}.", address=address, several=several)
    said = _unknown(field.key, unclear.word, lang)
    near = lang.t("Similar: {near}.", near=lang.join(unclear.near)) if unclear.near else ""
    return f"{said} {near}".strip()


def _unknown(key: str, word: str, lang: Language) -> str:
    return lang.t("“{address}” is not known here.", address=f"{key}={UNSHOWN.sub('', word[:REPEATED])}")
