"""Why an engine does not answer, in words, and what to do."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.values import Said
from dashboard.warehouse.build_error import BuildError

AGAIN = 30  # seconds after which an engine that was away may be back


class EngineFault(BuildError):
    """The engine did not answer; what was known before stays."""

    where, mend = "(engine)", Said("Look into the engine's log.")
    passes = False  # whether another session may do better


class WrongAddress(EngineFault):
    """The setting names no engine."""

    mend = Said(
        "Write POCKET_ENGINE_URL as sc://host:port, with ;token=… behind a slash where the engine wants one; = "
        "within a token is %3D."
    )


class Missing(EngineFault):
    """What speaks with an engine is not installed."""

    mend = Said("Install it: pip install 'pocket-world[spark]'.")


class Unreachable(EngineFault):
    """Nobody answers at the address."""

    mend = Said("Start the engine, or let POCKET_ENGINE_URL name the one that runs.")
    passes = True


class Lost(Unreachable):
    """It answered before, and does not any more; or it has forgotten the session."""


class NoSparkConnect(EngineFault):
    """Something else answers at the address, or an engine that is too old."""

    mend = Said("Let POCKET_ENGINE_URL name a Spark Connect server of Spark 4 or newer, or Sail.")


class NotAllowed(EngineFault):
    """The engine knows who asks, and refuses."""

    mend = Said("Let POCKET_ENGINE_URL carry a token that may open sessions and read the lake.")


class TableMissing(EngineFault):
    """What was published is not to be found on the engine."""

    mend = Said(
        "Let the engine read the folder of POCKET_LAKE (under POCKET_ENGINE_LAKE, if it is called otherwise there); "
        "`pocket publish` writes it anew."
    )
    passes = True


class TooSlow(EngineFault):
    """It was asked for longer than the settings allow, and told to leave it."""

    mend = Said("Choose less, or try again later; POCKET_ENGINE_SECONDS says how long a question may take.")


class Refused(EngineFault):
    """The engine cannot do what the statement asks."""


@dataclass(frozen=True)
class Away:
    """That the engine cannot be asked, why not, and since when."""

    fault: EngineFault
    since: datetime
