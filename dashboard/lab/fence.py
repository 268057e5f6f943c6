"""What the machine itself keeps from the process that runs a query, whatever the database would let it do.

Each fence is put up where the machine allows it; `pocket doctor` tells which ones stand.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dashboard.lab.limits import SPILL, Limits

if sys.platform != "win32":
    import resource

FENCES = ("user", "network", "folder", "files", "privileges", "bounds")
NOBODY = 65534
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # of unshare(2)
NO_NEW_PRIVILEGES = 38  # of prctl(2)
CAPABILITIES = 0x20080522  # the version of capset(2)
CREATE_RULES, ADD_RULE, RESTRICT = 444, 445, 446  # Landlock's system calls, the same on every kind of processor
BESIDES = 256  # megabytes for threads, and for what the database makes without counting it
BENEATH = 1  # the kind of rule: what lies in a folder
FILES, TRUNCATE, TCP, OTHERS = (1 << 13) - 1, 1 << 14, 3, 3  # what its versions 1, 3, 4 and 6 can keep away
READ_FILE = 4
READ, WRITE = READ_FILE | 8, 2 | READ_FILE | 8 | 16 | 32 | 128 | 256  # folders, too; also write, make and remove files
COUNTED = ("/proc/self/cgroup", "/sys/fs/cgroup")  # how much memory there is: the database looks where it sees them


def raise_fences(folder: str, limits: Limits) -> dict[str, bool]:
    """Put up whatever the machine allows, around this folder, which becomes the working one; which of them stand."""
    os.chdir(folder)
    if sys.platform != "linux":
        return dict.fromkeys(FENCES, False)
    is_root, used = os.geteuid() == 0, _address_space()
    _go_first()
    return {
        "network": _stands(lambda: _call("unshare", NEW_NETWORK if is_root else NEW_USER | NEW_NETWORK)),
        "folder": _stands(lambda: os.chroot(".")),
        "user": is_root and _stands(_become_nobody),
        "privileges": _stands(_give_up_privileges),
        "files": _stands(_keep_to_folder),
        "bounds": _stands(lambda: _bound(limits, used)),
    }


def forbid_processes() -> None:
    """No other process or thread from now on; the database has started its own."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _stands(put_up: Callable[[], object]) -> bool:
    try:
        put_up()
    except (OSError, ValueError, AttributeError):
        return False
    return True


def _call(name: str, *arguments: object) -> int:
    """A function of the C library; raises OSError where it fails."""
    answer: int = getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments)
    if answer < 0:
        raise OSError(ctypes.get_errno(), name)
    return answer


def _address_space() -> int:
    """In bytes, as it is before the query."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _go_first() -> None:
    """Where the machine runs out of memory, this process is the one to be ended."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _become_nobody() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def _give_up_privileges() -> None:
    """Those that a user space of its own brought, and all that a program with more of them could bring."""
    _call("prctl", NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _call("capset", (ctypes.c_uint32 * 2)(CAPABILITIES, 0), (ctypes.c_uint32 * 6)())


def _keep_to_folder() -> None:
    """Files: this folder only, to write only in its `spill`; no TCP, and no signal to other processes, where the
    machine's Landlock knows these."""
    version = _call("syscall", CREATE_RULES, None, 0, 1)
    truncate = TRUNCATE if version >= 3 else 0
    kept = [FILES | truncate, *([TCP] if version >= 4 else []), *([OTHERS] if version >= 6 else [])]
    rules = _call("syscall", CREATE_RULES, (ctypes.c_uint64 * len(kept))(*kept), 8 * len(kept), 0)
    counted = [(path, READ_FILE) for path in COUNTED if Path(path).exists()]
    for path, allowed in ((".", READ), (SPILL, WRITE | truncate), *counted):
        opened = os.open(path, os.O_PATH)
        rule = allowed.to_bytes(8, sys.byteorder) + opened.to_bytes(4, sys.byteorder)
        _call("syscall", ADD_RULE, rules, BENEATH, rule, 0)
        os.close(opened)
    _call("syscall", RESTRICT, rules, 0)
    os.close(rules)


def _bound(limits: Limits, used: int) -> None:
    """What the kernel counts: address space beyond what was there, time of the processor, the size of a file."""
    space = used + (2 * limits.memory_mb + BESIDES) * 10**6  # the database's own bound comes first, if it can
    seconds = int(limits.seconds * limits.threads) + 5
    for what, most in (
        (resource.RLIMIT_AS, space),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, limits.spill_mb * 10**6),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most + 2))  # at the first it is told why, at the second it is ended
