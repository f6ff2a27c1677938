"""What a member sets up for their own hands: kept addresses, and whether single keys do something.

Neither stands on the record. They decide nothing, nobody else sees them, and a record of what somebody likes to look at would be a record
of that person.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from huiying.actions.actor import Actor
from huiying.actions.recording import NotAllowed, act, member_of
from huiying.core.types import Refusal
from huiying.store.models import SavedView

MOST, LONGEST_NAME, LONGEST_ADDRESS = 50, 60, 500
_STEP = re.compile(r"(^|/)\.{1,2}(/|$)")


def read_name(name: str) -> str:
    """The name of a view: some words, no control characters."""
    said = " ".join(name.split())
    if not said or len(said) > LONGEST_NAME or not said.isprintable():
        raise Refusal("A view has a name of at most %(longest)d characters.", longest=LONGEST_NAME)
    return said


def read_address(address: str) -> str:
    """An address of the desk on this machine, path and question only. Anything that a browser could take elsewhere is refused."""
    parts = urlsplit(address)
    plain = address.isascii() and address.isprintable() and not set(address) & set('\\"<> ') and len(address) <= LONGEST_ADDRESS
    if not plain or parts.scheme or parts.netloc or not parts.path.startswith("/desk/") or "//" in parts.path or _STEP.search(parts.path):
        raise Refusal("Only pages of the desk can be kept; their address begins with /desk/.")
    return parts.path + (f"?{parts.query}" if parts.query else "")


@act("desk.view")
def keep_view(actor: Actor, *, name: str, address: str, now: datetime) -> SavedView:
    """Keep an address under a name; keeping another under the same name takes its place."""
    member, said, where = member_of(actor), read_name(name), read_address(address)
    found = SavedView.objects.filter(member=member, name=said).first()
    if found is None and SavedView.objects.filter(member=member).count() >= MOST:
        raise Refusal("You have %(most)d views; remove one first.", most=MOST)
    row = found or SavedView(member=member, name=said)
    row.address, row.at = where, now
    row.save()
    return row


@act("desk.view")
def rename_view(actor: Actor, view: SavedView, *, name: str, now: datetime) -> SavedView:
    """Another name for a kept address."""
    _own(actor, view)
    said = read_name(name)
    if SavedView.objects.filter(member=view.member, name=said).exclude(pk=view.pk).exists():
        raise Refusal('You have a view named "%(name)s" already.', name=said)
    view.name = said
    view.save(update_fields=["name"])
    return view


@act("desk.view")
def drop_view(actor: Actor, view: SavedView, *, now: datetime) -> None:
    """Forget a kept address."""
    _own(actor, view)
    view.delete()


@act("desk.view")
def set_keys(actor: Actor, *, on: bool, now: datetime) -> None:
    """Whether single keys do something on this member's pages."""
    member = member_of(actor)
    member.single_keys = on
    member.save(update_fields=["single_keys"])


def _own(actor: Actor, view: SavedView) -> None:
    if view.member_id != member_of(actor).pk:
        raise NotAllowed("This view is not yours.")
