"""What runs behind the stand: its profile and language, what went wrong, who may open the staff menu.

A stand is one screen, so this is one per process; a visitor's choices are not kept here.
"""

import hashlib
import hmac
import logging
import secrets
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from dashboard.settings import settings
from dashboard.stand.profiles import Profile, ProfileError, general, read_profiles
from dashboard.stand.start import start_at
from dashboard.warehouse import warehouse

logger = logging.getLogger(__name__)

WRONG = 3  # wrong PINs until the menu locks
LOCKED = 60.0  # seconds it stays locked
STAFF_KEY = "F2"  # calls for the staff menu, as `KeyboardEvent.key` has it
COST = {"n": 2**14, "r": 8, "p": 1}


@dataclass
class Gate:
    """The PIN's gate: three wrong ones close it for a minute, for every browser."""

    wrong: int = 0
    closed_until: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def seconds_closed(self) -> int:
        """How long it stays closed; 0 if it is open."""
        return max(0, round(self.closed_until - time.monotonic() + 0.49))

    def opens(self, pin: str) -> bool:
        """Whether this PIN opens the menu now."""
        with self._lock:
            if self.seconds_closed():
                return False
            if matches(pin, settings().staff_pin):
                self.wrong = 0
                return True
            self.wrong += 1
            logger.warning("a wrong PIN")
            if self.wrong >= WRONG:
                self.wrong, self.closed_until = 0, time.monotonic() + LOCKED
            return False


@dataclass
class Stand:
    """What staff can change, and what they are told."""

    profiles: dict[str, Profile]
    profile: str
    language: str
    dark: bool = False
    brightness: int = 100  # percent
    paused: bool = False
    ending: bool = False  # asked whether to end the show
    ended: bool = False
    jump: int = 0  # counts the steps staff made by hand, forward and back
    edition: int = 0  # counts what staff changed in what is shown
    seen: float = field(default_factory=time.monotonic)  # when a screen last said that it is alive
    started: float = field(default_factory=time.monotonic)
    start: str = ""  # the address of the step at which the first screen opens
    gate: Gate = field(default_factory=Gate)
    problems: deque[str] = field(default_factory=lambda: deque(maxlen=20))

    def shows(self) -> str:
        """What the scenes are made of: data, day, staff's choice. If it is another one, they are made anew."""
        return f"{warehouse().version} {settings().current_date()} {self.edition}"

    def choose(self, profile: str) -> None:
        """Show this profile, in its language."""
        self.profile, self.language = profile, self.profiles[profile].language

    def take_start(self) -> str:
        """Where the first screen opens; nothing for every other."""
        address, self.start = self.start, ""
        return address

    def reread(self) -> None:
        """Read the file of profiles again; a broken one changes nothing and is reported."""
        try:
            self.profiles = known_profiles()
        except ProfileError as error:
            self.report(str(error))
        if self.profile not in self.profiles:
            self.choose(next(iter(self.profiles)))

    def failed(self, what: str, error: Exception) -> None:
        """Keep what could not be shown, for staff and for the health answer."""
        problem = f"{what}{type(error).__name__}: {error}"
        warehouse().snapshot.failures.add(problem)
        self.report(problem)

    def report(self, problem: str) -> None:
        """Keep a problem for staff; the log has it in full."""
        logger.error("%s", problem)
        self.problems.append(f"{datetime.now():%H:%M:%S} {problem[:300]}")


def known_profiles() -> dict[str, Profile]:
    """The file of profiles, compared with the data; a general one where there is no file. Raises ProfileError."""
    house = warehouse()
    path = settings().profiles or settings().data / "stand.toml"
    languages = house.city.stand.languages
    if settings().profiles is None and not path.exists():
        return {"general": general([market for market in house.markets.values() if market.core], languages[0])}
    markets, themes = (house.vocabulary.texts[name, "name"] for name in ("markets", "themes"))
    return read_profiles(path, markets, themes, languages)


@lru_cache(maxsize=1)
def stand() -> Stand:
    """The stand of this process. Raises ProfileError for profiles that cannot be used, StartError for such a start."""
    profiles = known_profiles()
    if (first := settings().profile) not in profiles:
        raise ProfileError(f"no profile “{first}”; there are: {', '.join(profiles)}")
    start = settings().start and start_at(settings().start)
    return Stand(profiles, first, profiles[first].language, start=start)


def hashed(pin: str, salt: str = "") -> str:
    """`salt$hash` of a PIN (scrypt, RFC 7914), as it stands in the settings."""
    salt = salt or secrets.token_hex(8)
    return f"{salt}${hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **COST).hex()}"


def matches(pin: str, stored: str) -> bool:
    """Whether a PIN has this hash; never for an empty hash."""
    salt, separator, _ = stored.partition("$")
    try:
        return bool(separator) and hmac.compare_digest(hashed(pin, salt), stored)
    except ValueError:
        return False
