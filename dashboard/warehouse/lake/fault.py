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


class NoLake(LakeEmpty):
    """Nothing is there at all: its name may have a slip."""

    mend = Said("Correct POCKET_LAKE; where the lake is only to be, `pocket publish` makes it.")


class KeyInAddress(LakeFault):
    """The address holds what nobody may read; no message repeats it."""

    mend = Said("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead, here and where the engine runs.")


class NoFolder(LakeFault):
    """Not even the folder is there in which a lake is to be made: its name is likely to have a slip."""

    mend = Said("Correct the name of the lake, or make that folder first.")


class HalfWritten(LakeFault):
    """A version that is pointed to is not whole."""

    mend = Said("Run `pocket publish` again: it writes a whole version beside this one.")


class TooNew(HalfWritten):
    """A version that is pointed to has a form of which we know nothing yet."""

    mend = Said("Update Pocket World here; until then the last version that it can read stays.")


class LakeFull(LakeFault):
    """No room, or no right to write."""

    mend = Said("Make room there, or let whoever publishes write there, and run `pocket publish` again.")


class Overtaken(LakeFault):
    """Somebody else published meanwhile."""

    mend = Said("Look at what is published, and run `pocket publish` again if yours is newer.")


class NoBucket(LakeFault):
    """The object store has nothing of this name."""

    mend = Said("Make the bucket, or let POCKET_LAKE name one that is there.")


class KeyRefused(LakeFault):
    """The object store does not let us in."""

    mend = Said("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to a key that may read and write there.")


class StoreAway(LakeFault):
    """The object store does not answer."""

    mend = Said("Look at the network, and at AWS_ENDPOINT_URL if the object store is not Amazon's.")


NO_BUCKET = ("NO_SUCH_BUCKET", "Bucket '")  # as Arrow says it; before the others, of which it may quote one
REFUSED = ("ACCESS_KEY_ID", "SIGNATURE", "ACCESS_DENIED", "TOKEN", "HTTP response code 403")
AWAY = ("NETWORK_CONNECTION", "curlCode", "REQUEST_TIMEOUT", "SERVICE_UNAVAILABLE")


def of_object_store(told: str, lake: str) -> LakeFault | None:
    """What an object store meant by this; None if it says something else."""
    if any(sign in told for sign in NO_BUCKET):
        return NoBucket(Said("there is no bucket for {lake}", lake=lake))
    if any(sign in told for sign in REFUSED):
        return KeyRefused(Said("the object store of {lake} refuses our key", lake=lake))
    if any(sign in told for sign in AWAY):
        return StoreAway(Said("the object store of {lake} does not answer", lake=lake))
    return None
