"""Moves between towns in words."""

from dashboard.language import Language


def moved(origin: str | None, target: str | None, lang: Language) -> str:
    """`from Bonn`, or `within Köln`, of the towns' codes; empty where it is not known whence."""
    if origin is None:
        return ""
    town = lang.name("places", origin)
    return lang.t("within {town}", town=town) if origin == target else lang.t("from {town}", town=town)
