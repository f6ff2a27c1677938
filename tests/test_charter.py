"""The six rules, where a test of the whole can hold them. Canaries have a file of their own in scenarios/."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

SOURCE = Path(__file__).parents[1] / "src" / "huiying"

PERSON = re.compile(
    r"author|byline|handle|avatar|nick|screen_name|profile|persona|poster|uploader|follower|account_id|user_id|speaker|writer|sketch",
    re.IGNORECASE,
)
# words of features that this product does not have; Chinese and English
NEVER = re.compile(
    "删帖|删除帖子|屏蔽账号|举报该|水军|控评|删评|封禁账号|take ?down|remove (the|this) post|report (the|this) (post|user) to|"
    "sockpuppet|shadow ?ban|astroturf",
    re.IGNORECASE,
)


def test_no_table_has_a_place_for_an_author() -> None:
    found = [
        f"{model._meta.db_table}.{field.name}"
        for model in apps.get_app_config("store").get_models()
        for field in model._meta.get_fields()
        if PERSON.search(field.name)
    ]
    assert found == []


@pytest.mark.django_db
def test_no_column_of_the_database_has_one_either() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'")
        found = [f"{table}.{column}" for table, column in cursor.fetchall() if PERSON.search(column)]
    assert found == []


def test_no_core_type_has_one() -> None:
    from huiying.core import types
    from huiying.core.collect.reading import Reading

    for kind in (types.RawItem, types.Item, types.Assignment, types.Warning, types.Match, Reading):
        assert not [name for name in kind.__struct_fields__ if PERSON.search(name)]


def test_nothing_offers_to_make_criticism_disappear() -> None:
    found = []
    for path in [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.po"), *SOURCE.rglob("*.py"), *SOURCE.rglob("*.js")]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if NEVER.search(line):
                found.append(f"{path.relative_to(SOURCE)}:{number}")
    assert found == []


def test_no_address_or_operation_offers_it() -> None:
    import sys

    sys.path.insert(0, str(SOURCE.parents[1] / "docs"))
    import tables

    for address, _ in tables.routes():
        assert not re.search(r"remove|takedown|hide|block|report-post|persona", address), address
    for _, address, _ in tables.operations():
        assert not re.search(r"remove|takedown|hide|block|report-post|persona", address), address


def test_reporting_to_superiors_is_open_to_every_role_in_every_state() -> None:
    from huiying.core.case.workflow import CASE, advance
    from huiying.core.roles import GRANTS

    assert all("case.report_up" in granted for granted in GRANTS.values())
    assert all(advance("case", state, "report_up") == state for state in CASE.states)


def test_an_administrator_can_do_nothing_in_a_case() -> None:
    from huiying.core.roles import GRANTS, Role

    allowed = {
        "desk.view",
        "case.report_up",
        "account.own",
        "source.manage",
        "watch.manage",
        "rule.manage",
        "playbook.manage",
        "user.manage",
        "receiver.manage",
        "record.view",
        "calendar.manage",
    }
    assert GRANTS[Role.ADMIN] <= allowed


def test_what_tells_staff_is_no_public_voice() -> None:
    """The services behind a notification are mail and group chats; none of them publishes, and one file alone holds the list."""
    from huiying.publish.notify.send import CHATS, MAIL

    public = re.compile(r"twitter|mastodon|bluesky|reddit|misskey|facebook|instagram|threads|weibo|line|viber|tgram|sns|sms|nostr")
    assert not [name for name in CHATS | MAIL if public.search(name)]


def test_a_hub_can_be_told_nothing_but_which_feed_we_want() -> None:
    """The second way out of the house says five things of the standard, all from the register; nothing passes a text to it."""
    import inspect

    from huiying.publish import subscribe

    assert list(inspect.signature(subscribe.asking).parameters) == ["source", "base", "lease"]
    assert set(subscribe.Asking.__dataclass_fields__) == {"hub", "fields"}
    text = inspect.getsource(subscribe)
    assert sorted(set(re.findall(r'"(hub\.\w+)":', text))) == ["hub.callback", "hub.lease_seconds", "hub.mode", "hub.secret", "hub.topic"]
    users = [path for path in SOURCE.rglob("*.py") if re.search(r"import .*\bAsking\b|Asking\(", path.read_text(encoding="utf-8"))]
    assert {path.relative_to(SOURCE).as_posix() for path in users} == {"publish/subscribe.py", "worker/hubs.py"}
    assert "Asking(" not in (SOURCE / "worker/hubs.py").read_text(encoding="utf-8")


def test_a_receiver_is_told_that_something_happened_and_never_what_was_written() -> None:
    """The third way out of the house: five facts of an entry to an address of the register, made in one place."""
    import inspect

    from huiying.publish import webhook

    assert list(inspect.signature(webhook.telling).parameters) == ["receiver", "entry", "now"]
    text = inspect.getsource(webhook.telling)
    assert sorted(set(re.findall(r"entry\.(\w+)", text))) == ["actor_kind", "at", "hash", "id", "subject", "type"]
    makers = [path for path in SOURCE.rglob("*.py") if "Telling(" in path.read_text(encoding="utf-8")]
    assert {path.relative_to(SOURCE).as_posix() for path in makers} == {"publish/webhook.py"}


def test_the_identity_provider_is_told_nothing_but_which_sign_in_is_meant() -> None:
    """The fourth way out of the house: the fields of the standard to the host of the issuer, from the pages of signing in alone."""
    import inspect

    from huiying.publish import identity

    assert list(inspect.signature(identity.described).parameters) == ["provider"]
    assert list(inspect.signature(identity.redeemed).parameters) == ["provider", "at", "code", "verifier", "back"]
    text = inspect.getsource(identity)
    sent = {"grant_type", "code", "redirect_uri", "code_verifier", "client_id", "client_secret"}
    assert set(re.findall(r'"([a-z_]+)": ', text)) == sent
    assert text.count(".post(") == 1 and text.count("allow_redirects=False") == text.count(".post(") + text.count("session.get(") == 3
    users = [path for path in SOURCE.rglob("*.py") if "huiying.publish.identity" in path.read_text(encoding="utf-8")]
    assert {path.relative_to(SOURCE).as_posix() for path in users} == {"web/views/identity.py"}


def test_what_counts_voices_is_in_no_snapshot_and_in_no_table() -> None:
    """A name goes through the door and into memory: only the intake, or its child, may open the door, and only a number comes out."""
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"import .*\b(Door|Voices)\b", path.read_text(encoding="utf-8"))
    }
    assert users == {"worker/live.py", "worker/nursery.py"}
    from huiying.store.models import Story

    assert Story._meta.get_field("voices").get_internal_type() == "PositiveIntegerField"


def test_the_number_of_voices_is_stored_rounded_and_not_below_five() -> None:
    from huiying.core.detect.crowd import rounded

    assert {rounded(count) for count in range(5)} == {0}
    assert len({rounded(count) for count in range(5, 1000)}) < 20
