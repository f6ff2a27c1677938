"""What happened while somebody was away, the most pressing first."""

from huiying.core.record import EVENTS
from huiying.core.review.since import BEGINNINGS, Group, Happened, group_of, grouped


def happened(*rows: tuple[str, str]) -> list[Happened]:
    return [Happened(number, f"2026-06-01T00:00:{number:02}.000000Z", type, subject) for number, (type, subject) in enumerate(rows, 1)]


def test_grouped_by_what_presses_and_by_what_it_is_about() -> None:
    parts = grouped(
        happened(
            ("case_opened", "case:1"),
            ("warning_raised", "warning:4"),
            ("log_written", "log:1"),
            ("timer_step", "case:1"),
            ("claim_added", "claim:2"),
            ("warning_raised", "warning:5"),
            ("warning_level_changed", "warning:4"),
            ("items_collected", "source:1"),
            ("timer_step", "case:1"),
            ("shift_added", "shift:7"),
            ("swap_asked", "shift:8"),
        )
    )
    assert [part.group for part in parts] == [Group.OVERDUE, Group.WARNINGS, Group.CASES, Group.DESK]
    assert [line.subject for line in parts[1].lines] == ["warning:4", "warning:5"]
    assert [line.subject for line in parts[3].lines] == ["rota", "log:1"]
    assert parts[0].lines[0].types == (("timer_step", 2),)
    assert parts[1].lines[0].types == (("warning_level_changed", 1), ("warning_raised", 1)), "the last of it first"


def test_a_group_is_bounded_and_says_what_it_leaves_out() -> None:
    (part,) = grouped(happened(*[("case_opened", f"case:{number}") for number in range(40)]), lines=30)
    assert len(part.lines) == 30 and part.more == 10 and part.lines[0].subject == "case:39"


def test_machine_events_of_every_minute_stand_in_no_group() -> None:
    assert group_of("items_collected") is None and group_of("notice_sent") is None and group_of("forecast_made") is None
    assert all(any(type.startswith(start) for type in EVENTS) for _, starts in BEGINNINGS for start in starts), (
        "a word that no event begins with"
    )
