"""A file that a command writes."""

import os
from pathlib import Path

from dashboard.commands import fail


def write(content: bytes, target: Path) -> None:
    """All or nothing: whoever reads the file meanwhile reads the one before."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    except OSError as error:
        raise fail(f"{target} cannot be written: {error.strerror}") from None
    finally:
        draft.unlink(missing_ok=True)
