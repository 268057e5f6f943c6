"""Where in a query something stands."""


def place(run: str, before: int, position: int) -> tuple[int | None, int | None]:
    """Line and column, from 1, of a position in bytes of what is run, whose first `before` bytes are not the reader's
    own; none for what does not stand in the query."""
    letters, at = run.encode()[before:], position - before
    if not 0 <= at <= len(letters):
        return None, None
    lines = letters[:at].decode(errors="ignore").split("\n")
    return len(lines), len(lines[-1]) + 1
