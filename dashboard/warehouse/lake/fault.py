"""Why a lake cannot be read or written, in words, and what to do."""

from dashboard.values import Said
from dashboard.warehouse.build_error import BuildError


class LakeFault(BuildError):
    """The lake itself; the last good version stays."""

    where = "(lake)"
    mend = Said("Let POCKET_LAKE name a folder or an object store that the dashboard may read.")
    code = 3


class LakeEmpty(LakeFault):
    """Nothing was published there yet."""

    mend = Said("Run `pocket publish`.")


class HalfWritten(LakeFault):
    """A version that is pointed to is not whole."""

    mend = Said("Run `pocket publish` again: it writes a whole version beside this one.")


class LakeFull(LakeFault):
    """No room, or no right to write."""

    mend = Said("Make room there, or let whoever publishes write there, and run `pocket publish` again.")


class Overtaken(LakeFault):
    """Somebody else published meanwhile."""

    mend = Said("Look at what is published, and run `pocket publish` again if yours is newer.")
