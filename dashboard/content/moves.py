"""What happened at a company in words: the kind of step, moves between towns."""

from dashboard.language import Language


def step(kind: str, announced: bool, lang: Language) -> str:
    """`Expansion`, or `Expansion, announced`."""
    said = lang.label("milestones", "kind", kind)
    return lang.t("{kind}, announced", kind=said) if announced else said


def moved(origin: str | None, target: str | None, lang: Language) -> str:
    """`from Bonn`, or `within Köln`, of the towns' codes; empty where it is not known whence."""
    if origin is None:
        return ""
    town = lang.name("places", origin)
    return lang.t("within {town}", town=town) if origin == target else lang.t("from {town}", town=town)
