"""A line in a frame, as SVG: calm, readable in print, with words for who cannot see it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 76, 44, 56, 60
INK, FAINT, PAPER, LINE = "#26323b", "#d5dade", "#ffffff", "#1f5f8b"
FONT = 'font-family=\'system-ui, -apple-system, "Noto Sans", "Noto Sans CJK SC", sans-serif\''


def nice_step(highest: float, steps: int) -> float:
    """A round distance of about `steps` marks up to `highest`: 1, 2 or 5 times a power of ten."""
    rough = highest / steps
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough * (1 - 1e-9))


def marks(highest: float, steps: int) -> list[float]:
    """Round numbers from 0 to at least `highest`."""
    step = nice_step(highest, steps)
    return [step * number for number in range(math.ceil(highest / step - 1e-9) + 1)]


def draw(points: Sequence[tuple[float, float]], *, title: str, description: str, across: str, up: str) -> str:
    """The picture of one line, both axes from 0, the last value written out."""
    columns, rows = marks(max(x for x, _ in points), 5), marks(max(y for _, y in points) * 1.1, 5)

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + x / columns[-1] * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - y / rows[-1] * (HEIGHT - TOP - BOTTOM),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"'
        f' aria-labelledby="title description" {FONT}>',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        _text(LEFT, 30, title, size=16, anchor="start"),
    ]
    for value in rows:
        x, y = place(0, value)
        parts += [_rule(x, y, WIDTH - RIGHT, y), _text(x - 8, y + 4, f"{value:,.10g}", anchor="end")]
    for value in columns:
        x, y = place(value, 0)
        parts += [f'<path d="M{x:.1f} {y:.1f}v5" stroke="{INK}"/>', _text(x, y + 20, f"{value:,.10g}")]
    middle = TOP + (HEIGHT - TOP - BOTTOM) / 2
    x, y = place(*points[-1])
    path = "L".join("{:.1f} {:.1f}".format(*place(*point)) for point in points)
    dots = "".join('<circle cx="{:.1f}" cy="{:.1f}" r="2.5"/>'.format(*place(*point)) for point in points)
    parts += [
        f'<path d="M{LEFT} {HEIGHT - BOTTOM}H{WIDTH - RIGHT}" stroke="{INK}"/>',
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, across),
        f'<g transform="rotate(-90 20 {middle:.0f})">{_text(20, middle, up)}</g>',
        f'<path d="M{path}" fill="none" stroke="{LINE}" stroke-width="2" stroke-linejoin="round"/>',
        f'<g fill="{LINE}">{dots}</g>',
        _text(x, y - 10, f"{points[-1][1]:,.0f}", anchor="end", colour=LINE),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _text(x: float, y: float, words: str, *, size: int = 13, anchor: str = "middle", colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def _rule(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{FAINT}"/>'
