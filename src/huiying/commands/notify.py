"""`huiying notify`: how staff are told of warnings when they are not at the desk."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext, override

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_hours
from huiying.actions.notice_channel import add_chat, add_mailbox, set_channel_active
from huiying.commands.department import department_named
from huiying.core.types import Refusal
from huiying.publish.notify.send import Message, NotSent, send
from huiying.store.models import Member, NoticeChannel
from huiying.web import told


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("notify", help="how staff are told of warnings").add_subparsers(dest="act", metavar="ACT", required=True)
    mail = group.add_parser("mail", help="put a member's mailbox on the register")
    mail.add_argument("username")
    mail.add_argument("address")
    mail.set_defaults(run=run_mail)
    chat = group.add_parser("chat", help="put a chat group of staff on the register")
    chat.add_argument("name")
    chat.add_argument("--setting", required=True, help="the environment variable that holds its address: HUIYING_NOTIFY_ and a word")
    chat.add_argument("--role", default="", help="the role whose members read it, such as duty")
    chat.add_argument("--department", default="", help="or the department that reads it, by its Chinese name")
    chat.set_defaults(run=run_chat)
    for parser in (mail, chat):
        parser.add_argument("--lang", default="zh-hans", help="zh-hans or en")
    listing = group.add_parser("list", help="every channel and how it fares")
    listing.set_defaults(run=run_list)
    test = group.add_parser("test", help="send a test notification now")
    test.add_argument("name")
    test.set_defaults(run=run_test)
    for act, active in (("pause", False), ("resume", True)):
        change = group.add_parser(act, help=f"{act} a channel; it stays on the register")
        change.add_argument("name")
        change.set_defaults(run=run_set, active=active)
    hours = group.add_parser("hours", help="quiet hours for blue and yellow, and the times of the digest of blue")
    hours.add_argument("--quiet", default="", metavar="FROM-UNTIL", help="like 22:00-07:00; left out: none")
    hours.add_argument("--digest", default="", metavar="TIMES", help="like 09:00,16:00; left out: none")
    hours.set_defaults(run=run_hours)


def run_mail(arguments: argparse.Namespace) -> None:
    """Add a mailbox."""
    member = Member.objects.filter(username=arguments.username).first()
    if member is None:
        raise Refusal("There is no account named %(name)s.", name=arguments.username)
    _said(add_mailbox(OPERATOR, member=member, address=arguments.address, lang=arguments.lang, now=clock.now()))


def run_chat(arguments: argparse.Namespace) -> None:
    """Add a chat group."""
    department = department_named(arguments.department)
    values = {"name": arguments.name, "setting": arguments.setting, "role": arguments.role, "lang": arguments.lang}
    _said(add_chat(OPERATOR, department=department, now=clock.now(), **values))


def _said(row: NoticeChannel) -> None:
    print(gettext("%(name)s is on the register of notifications.") % {"name": row.name})


def run_list(_arguments: argparse.Namespace) -> None:
    """One line a channel."""
    for one in told.channels():
        state = gettext("active") if one.row.active else gettext("paused")
        print(f"{one.row.name}\t{one.kind}\t{one.who}\t{one.row.address}\t{state}\t{one.trouble}")


def _named(name: str) -> NoticeChannel:
    row = NoticeChannel.objects.filter(name=name).first()
    if row is None:
        raise Refusal("There is no notification channel named %(name)s.", name=name)
    return row


def run_test(arguments: argparse.Namespace) -> int:
    """Send one, and say whether it was taken."""
    row = _named(arguments.name)
    with override(row.lang):
        message = Message(gettext("Test of the duty desk"), gettext("This is a test. Notifications of warnings arrive here."))
    try:
        send(row, message)
    except NotSent as failed:
        print(gettext("Not sent: %(why)s") % {"why": told.trouble(failed.why)})
        return 1
    print(gettext("Sent. Look whether it arrived."))
    return 0


def run_set(arguments: argparse.Namespace) -> None:
    """Pause or resume."""
    set_channel_active(OPERATOR, _named(arguments.name), active=arguments.active, now=clock.now())


def run_hours(arguments: argparse.Namespace) -> None:
    """Set the hours."""
    begin, _, end = arguments.quiet.partition("-")
    set_hours(OPERATOR, quiet_from=begin, quiet_until=end, digest_at=arguments.digest.split(","), now=clock.now())
