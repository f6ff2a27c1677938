"""Draws docs/images/machine-NAME.svg from the transition tables: `make docs`. The tests fail where a picture is out of date."""

from __future__ import annotations

from html import escape

from huiying.core.case.machine import SYSTEM, Machine, Transition

WIDE, HIGH, GAP, TOP, LEFT = 210, 34, 22, 66, 20
LANE = 13
INK, SOFT, LINE, DONE = "#1f2933", "#52606d", "#7b8794", "#e4efe7"
BACK = "#8a4b08"
KEY = "✎ needs a reason · ⚇ needs a second person · ◔ the system by itself · shaded: may rest here"


def order(machine: Machine) -> list[str]:
    """The states as the table tells them: where a thing begins, then each as it is first left, those that nothing leaves last."""
    sources = [machine.initial, *(row.source for row in machine.transitions if row.source not in machine.terminal)]
    return list(dict.fromkeys([*sources, *(row.target for row in machine.transitions)]))


def marks(row: Transition) -> str:
    """What an act needs besides its permission: ✎ a reason, ⚇ a second person; ◔ is the system's own."""
    return "".join(sign for sign, wanted in (("✎", row.needs_reason), ("⚇", row.second_person), ("◔", row.permission == SYSTEM)) if wanted)


def drawn(name: str, machine: Machine) -> str:
    """One picture: the states in a column, acts that lead on at its right and back at its left, and every act in words.

    Only whole numbers and the order of the table, so that the same table gives the same bytes.
    """
    states = order(machine)
    leads = [(r.source, r.target) for r in machine.transitions if r.source != r.target]
    pairs = list(dict.fromkeys(leads))
    tops, y = {}, TOP
    for state in states:
        tops[state] = y
        y += HIGH + GAP
    backs = [(s, t) for s, t in pairs if states.index(t) < states.index(s)]
    fronts = [(s, t) for s, t in pairs if states.index(t) > states.index(s)]
    left = LEFT + LANE * (len(backs) + 1)
    right = left + WIDE
    table = right + LANE * (len(fronts) + 2)
    rows = machine.transitions
    width, height = table + 470, max(y, TOP + 18 * len(rows)) + 30
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-labelledby="t" font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="t">{escape(name)}: {len(states)} states, {len(machine.transitions)} acts</title>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="26" font-size="17" font-weight="600" fill="{INK}">{escape(name)}</text>',
        f'<text x="{LEFT}" y="46" fill="{SOFT}">{KEY}</text>',
    ]
    for lanes, side, colour in ((fronts, 1, LINE), (backs, -1, BACK)):
        for number, (source, target) in enumerate(lanes, 1):
            edge = right if side > 0 else left
            lane = edge + side * LANE * number
            start, end = tops[source] + HIGH // 2 + 5 * side, tops[target] + HIGH // 2 - 5 * side
            out.append(f'<path d="M{edge} {start}H{lane}V{end}H{edge + side * 7}" fill="none" stroke="{colour}" stroke-width="1.3"/>')
            tip = edge + side
            out.append(f'<path d="M{tip} {end}l{side * 8} -4v8z" fill="{colour}"/>')
    for state in states:
        fill, weight = (DONE if state in machine.terminal else "#f5f7fa"), ("2" if state == machine.initial else "1")
        box = f'x="{left}" y="{tops[state]}" width="{WIDE}" height="{HIGH}" rx="6"'
        out.append(f'<rect {box} fill="{fill}" stroke="{INK}" stroke-width="{weight}"/>')
        out.append(f'<text x="{left + WIDE // 2}" y="{tops[state] + 22}" text-anchor="middle" fill="{INK}">{escape(state)}</text>')
    for number, row in enumerate(rows):
        sign = marks(row)
        text = f"{row.source} — {row.act}{' ' + sign if sign else ''} {'↺' if row.source == row.target else '→ ' + row.target}"
        colour = BACK if (row.source, row.target) in backs else INK
        out.append(f'<text x="{table}" y="{TOP + 14 + 18 * number}" fill="{colour}">{escape(text)}</text>')
    return "\n".join([*out, "</svg>", ""])


def pictures() -> dict[str, str]:
    """File name and content of every picture."""
    from huiying.core.case.workflow import MACHINES

    return {f"machine-{name}.svg": drawn(name.replace("_", " "), machine) for name, machine in MACHINES.items()}
