"""A visitor's search: an on-screen keyboard, topics as buttons beside it, and what is found."""

from collections.abc import Iterator

from dashboard.content.kept import remembered
from dashboard.language import Language
from dashboard.questions import stand as questions
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.companies import button, in_part
from dashboard.stand.steps import bar, flag
from dashboard.stand.way import FIELDS, LONGEST, Part, Visit, offered
from dashboard.stand.words import spoken

KEYS = ("1234567890", "qwertyuiopü", "asdfghjklöä", "zxcvbnmß&-")
GERMAN = str.maketrans("yz", "zy")  # where the keys lie on a German keyboard
NAMED, COMPANIES = 3, 6  # countries and fields, and companies, that are shown at once
ALL = 20  # of each that staff are shown


def search(visit: Visit, lang: Language) -> str:
    """The search with what it finds."""
    term = visit.now.value
    found = Part(kind="found", code=term)
    rows = in_part(found, COMPANIES) if term.strip() else ()
    named = [_named(pick, lang) for pick in meant(term, lang)] if term.strip() else []
    more = rows[0].companies - len(rows) if rows else 0
    return render(
        "stand/search",
        lang=lang.code,
        bar=bar(lang, search=False),
        title=lang.t("Search"),
        hint=lang.t("Company, country, sector or topic"),
        term=term,
        longest=LONGEST,
        keys=[row.translate(GERMAN) if lang.code == "de" else row for row in KEYS],
        clear=lang.t("Clear"),
        delete=lang.t("Delete"),
        space=lang.t("Space"),
        named=named[:NAMED],
        rows=[button(row, lang, origin=True) for row in rows],
        more=lang.n("and {count} more site", "and {count} more sites", more) if more else "",
        all=found.address,
        nothing="" if rows or named else _nothing(term, lang),
        topics=_topics(lang),
        touch=lang.t("Or touch a topic"),
        source=facts.list_line(lang),
    )


def found(term: str, lang: Language) -> list[dict[str, str]]:
    """All that a term finds, as one list of buttons: countries and fields, then companies."""
    if not term.strip():
        return []
    named = [{"text": "", "market": "", **_named(pick, lang)} for pick in meant(term, lang)[:ALL]]
    return [*named, *(button(row, lang, origin=True) for row in in_part(Part(kind="found", code=term), ALL))]


def _nothing(term: str, lang: Language) -> str:
    """What is said where nothing is found, and before anything is sought."""
    if not term.strip():
        return lang.t("Type a name: companies from abroad in {city} and its region.", city=lang.city)
    return lang.t("Nothing here is called “{term}”. Try another spelling or a topic.", term=term)


def _topics(lang: Language) -> list[dict[str, str]]:
    """The themes, and the topics that companies here work on."""
    themes = [{"pick": f"theme:{code}", "name": name} for code, name in lang.names("themes").items()]
    rows = questions.topics(company="")
    return themes + [{"pick": f"topic:{row.topic_id}", "name": lang.name("topics", row.topic_id)} for row in rows]


def meant(term: str, lang: Language) -> list[str]:
    """The steps of the countries and fields whose name a term means, in whatever language of the stand."""
    known = spellings(lang)
    found = questions.meant(names=[name for name, _ in known], term=term)
    return list(dict.fromkeys(known[row.place - 1][1] for row in found))


def _named(pick: str, lang: Language) -> dict[str, str]:
    """A country's or a field's button."""
    kind, _, code = pick.partition(":")
    name = lang.name("markets" if kind == "market" else FIELDS[kind], code)
    return {"pick": pick, "name": name, "flag": flag(code) if kind == "market" else ""}


@remembered
def spellings(lang: Language) -> list[tuple[str, str]]:
    """What each country and field is called, in the visitor's language first, and the step that it stands for."""
    return [pair for each in (lang, *spoken()) for pair in _called(each)]


def _called(lang: Language) -> Iterator[tuple[str, str]]:
    for market in offered():
        yield lang.name("markets", market), f"market:{market}"
    for kind, names in FIELDS.items():
        for code, name in lang.names(names).items():
            yield name, f"{kind}:{code}"
