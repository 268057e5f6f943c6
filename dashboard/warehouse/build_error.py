"""Why a warehouse file could not be made: by what was to be built, or by the folder it was to be written to."""

import errno
import os
import shutil
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the disk, the user's share of it, the largest file allowed


class BuildError(RuntimeError):
    """The database refused a row or a view; the message says which."""

    where, mend = "(data folder)", "Run `pocket check`."
    code = 1  # with which `pocket build` ends


class StoreError(BuildError):
    """The folder of the warehouse files cannot be written, most often because it is full."""

    where, mend = "(store)", "Make room there, or let POCKET_STORE name a folder that has room and can be written."
    code = 3


def build_error(error: Exception, store: Path) -> BuildError:
    """Whether it was the store that failed, or what was to be built."""
    told = str(error)
    if any(os.strerror(code) in told for code in FULL):
        return StoreError(f"no room left in {store} ({shutil.disk_usage(store).free / 1e6:.0f} MB free)")
    return StoreError(told) if str(store) in told else BuildError(told)
