"""What every page knows: the body's name, who is signed in, and the desk's clock and zone."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from huiying import clock
from huiying.store.models import Desk
from huiying.web.views.theme import theme_of


def desk(request: HttpRequest) -> dict[str, object]:
    """Context of every template."""
    row = Desk.objects.first()
    chinese = (get_language() or "").startswith("zh")
    return {
        "body_name": (row.name_zh if chinese else row.name_en) if row else "",
        "member": request.user if getattr(request, "user", None) and request.user.is_authenticated else None,
        "theme": theme_of(request),
        "demo": settings.DEMO,
        "now": clock.now(),
        "zone": ZoneInfo(row.zone if row else "UTC"),
    }
