"""Roles, and a person who has one. Who knows no more than this can be told who acts."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from dashboard.language import Language


class Role(IntEnum):
    """What someone may do; each may all that those before it may."""

    VIEWER = 0
    ANALYST = 1
    EDITOR = 2
    ADMIN = 3

    def words(self, lang: Language) -> str:
        """What it is called."""
        return {
            Role.VIEWER: lang.t("viewer"),
            Role.ANALYST: lang.t("analyst"),
            Role.EDITOR: lang.t("editor"),
            Role.ADMIN: lang.t("administrator"),
        }[self]


@dataclass(frozen=True)
class Person:
    """Someone with a role `since` and `until` a time (None: not known, no end). Without a name: whoever looks at the
    page; `ended`: was signed in, and is no more."""

    name: str = ""
    role: Role = Role.VIEWER
    since: datetime | None = None
    until: datetime | None = None
    ended: bool = False

    @property
    def sees_internal(self) -> bool:
        """Whether internal facts may be shown."""
        return self.role >= Role.ANALYST


VISITOR = Person()


class NotAllowed(Exception):
    """Someone may not do what needs this role."""

    def __init__(self, needs: Role, person: Person) -> None:
        super().__init__(f"{person.name or 'whoever is not signed in'} is {person.role.name}, not {needs.name}")
        self.needs, self.person = needs, person

    def words(self, lang: Language) -> str:
        """Why, and what helps."""
        if self.person.ended:
            return lang.t("Your sign-in has ended. Sign in again to go on.")
        if not self.person.name:
            return lang.t("This is for those who are signed in as {role}.", role=self.needs.words(lang))
        return lang.t(
            "This needs the role “{needs}”; you are signed in as {name} with the role “{role}”. Whoever looks after "
            "the sign-in can change that.",
            needs=self.needs.words(lang),
            name=self.person.name,
            role=self.person.role.words(lang),
        )
