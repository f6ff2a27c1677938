"""Who acts. Always an argument, never guessed."""

from __future__ import annotations

from dataclasses import dataclass

from huiying.core import roles
from huiying.core.types import ActorKind
from huiying.store.models import Member


@dataclass(frozen=True)
class Actor:
    """A member of staff, the public, or a system actor that the record shows as such."""

    kind: ActorKind
    name: str
    member: Member | None = None

    @classmethod
    def staff(cls, member: Member) -> Actor:
        return cls(ActorKind.STAFF, member.username, member)

    def may(self, permission: str) -> bool:
        """The operator at the command line configures; every desk act needs a member."""
        if self.kind is ActorKind.OPERATOR:
            return permission in {
                *("source.manage", "watch.manage", "user.manage", "receiver.manage", "warning.silence"),
                *("calendar.manage", "duty.manage", "item.erase"),
            }
        if self.kind is ActorKind.PUBLIC:
            return permission in roles.PUBLIC
        return self.member is not None and self.member.may(permission)


OPERATOR = Actor(ActorKind.OPERATOR, "operator")
COLLECTOR = Actor(ActorKind.COLLECTOR, "collector")
DETECTOR = Actor(ActorKind.DETECTOR, "detector")
PUBLIC = Actor(ActorKind.PUBLIC, "public")
TIMER = Actor(ActorKind.TIMER, "timer")
