"""Why a warehouse file could not be made: by what was to be built, or by the folder it was to be written to."""

import errno
import os
import shutil
from pathlib import Path

from dashboard.values import Said

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the disk, the user's share of it, the largest file allowed


class BuildError(RuntimeError):
    """The database refused a row or a view; the message says which."""

    where, mend = "(data folder)", Said("Run `pocket check`.")
    code = 1  # with which `pocket build` ends


class StoreError(BuildError):
    """The folder of the warehouse files cannot be written, most often because it is full."""

    where = "(store)"
    mend = Said("Make room there, or let POCKET_STORE name a folder that has room and can be written.")
    code = 3


class TemporaryError(StoreError):
    """The folder for temporary files is full."""

    where, mend = "(temporary files)", Said("Make room there, or let TMPDIR name a folder that has room.")


def build_error(error: Exception, store: Path) -> BuildError:
    """Whether it was the store that failed, or what was to be built."""
    told = str(error)
    if is_full(error):
        return StoreError(no_room(store))
    return StoreError(told) if str(store) in told else BuildError(told)


def is_full(error: Exception) -> bool:
    """Whether there was no room for what was to be written."""
    return any(os.strerror(code) in str(error) for code in FULL)


def no_room(folder: Path) -> Said:
    """Where there is none, and how much is left."""
    left = round(shutil.disk_usage(folder).free / 1e6)
    return Said("no room left in {folder} ({left} MB free)", folder=str(folder), left=left)
