"""Days as machines read them."""


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """`2026`, `2026-02` or `2026-02-17`, as exact as is known (ISO 8601); empty where not even the year is."""
    if year is None:
        return ""
    return f"{year:04}" + (f"-{month:02}" + (f"-{day:02}" if day else "") if month else "")
