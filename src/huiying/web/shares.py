"""A share in words: counts first, then what they may mean."""

from __future__ import annotations

from django.utils.translation import gettext as _

from huiying.core.review.interval import Share


def said_share(found: Share) -> str:
    """ "7 of 9 (likely 45 to 94 %)"; nothing is known of none."""
    if not found.of:
        return _("nothing known yet")
    values = {"count": found.count, "of": found.of, "low": round(100 * found.low), "high": round(100 * found.high)}
    return _("%(count)d of %(of)d (likely %(low)d to %(high)d %%)") % values
