"""Every state of the facts: what it was, who changed it and why, how two of them differ, and the way back.

`version`  a version, and why there is no new one     `history`  all of them, to be read
`store`  how a new one is published, or an old one restored
`objects`  the contents of files, each once           `journal`  a line for each version
`lock`  one publishes at a time                       `candidate`  the folder as it would be, to be checked
`refused`  what the disk refuses, in words            `change`  what differs
`kept`  the versions of the settings' facts
`diff`, `rows`  the rows that differ                  `headlines`  what that did to the key figures
`waiting`  answers that take a while
"""

from dashboard.versions.kept import versions, versions_of
from dashboard.versions.store import Versions
from dashboard.versions.version import (
    Damaged,
    Faulty,
    FolderError,
    Held,
    Kind,
    NoVersion,
    Report,
    Step,
    Superseded,
    Version,
)

__all__ = [
    "Damaged",
    "Faulty",
    "FolderError",
    "Held",
    "Kind",
    "NoVersion",
    "Report",
    "Step",
    "Superseded",
    "Version",
    "Versions",
    "versions",
    "versions_of",
]
