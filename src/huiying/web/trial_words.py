"""What a trial found, in words: why an address cannot be read and what to do, what there is to doubt, what was masked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from huiying.web import words
from huiying.web.words import N

ADVICE: dict[str, str] = {
    "bad_url": N("Check the address for mistyped letters."),
    "dns": N("Check the name for mistyped letters, and whether this machine can reach the internet."),
    "connect": N("The site may be down, or let nobody in from here. Open it in a browser on this machine, and try again later."),
    "tls": N("Its certificate is wrong or has run out. Tell the site; connections are never made without checking it."),
    "robots": N("The site asks programs not to read this. That is obeyed. Ask its publisher for a feed, or for leave in its robots.txt."),
    "private_address": N(
        "If it is on this machine or in your own network, the operator adds it with: huiying source add ADDRESS --allow-private. "
        "The exception stands on the record."
    ),
    "deadline": N("The site answers too slowly. Try again later."),
    "too_large": N("Enter the address of a feed or of a smaller page."),
    "redirects": N("The site sends every visitor round in a circle. Enter the address that a browser shows in the end."),
    "encoding": N("The site is set up wrongly. Tell its publisher."),
    "protocol": N("This may be no web server. Check the address and its port."),
    "no_list": N("Look for a page named news, notices or announcements on the site, or for its RSS sign."),
    "no_dates": N("Look for the page on which the site lists its news."),
}
NOT_FOUND = N("There is nothing at this address. Open the site in a browser and copy the address of its news page.")
LOCKED = N("The site lets nobody in without signing in, or shuts programs out. What is not public is not read.")
BROKEN = N("The site has a fault of its own. Try again later.")
OTHER = N("Look for the site's RSS or feed link, or for the page that lists its news, and enter that address.")

DOUBTS: dict[str, str] = {
    "future": N(
        "Some dates lie in the future. They are not believed: such items count from when they are first seen. Check the time zone."
    ),
    "undated": N("Most items have no date that can be read. They count from when they are first seen."),
    "few": N("There are very few items. Check that this is the right address."),
    "old": N("The newest item is more than two months old. The source may be given up."),
}
MASKED: dict[str, str] = {
    "phone": N("telephone numbers"),
    "id": N("identity numbers"),
    "plate": N("number plates"),
    "card": N("bank cards"),
    "email": N("e-mail addresses"),
    "account": N("social accounts"),
    "address": N("home addresses"),
    "name": N("private names"),
}
OTHERS: dict[str, str] = {"feed": N("Feed"), "sitemap": N("Sitemap")}


def advice(reason: str, status: int | None) -> str:
    """What somebody can do about an address that could not be read."""
    if reason == "http_status" and status is not None:
        return _(NOT_FOUND if status in (404, 410) else LOCKED if status in (401, 403, 407, 451) else BROKEN)
    return _(ADVICE.get(reason, OTHER))


def doubts(names: Sequence[str]) -> list[str]:
    """Warnings in words."""
    return [_(DOUBTS[name]) for name in names if name in DOUBTS]


def masked(counts: Mapping[str, int]) -> str:
    """What was masked, as a list in words."""
    return _(", ").join(f"{words.word(MASKED, kind)} × {count}" for kind, count in sorted(counts.items()))


def other(adapter: str) -> str:
    """What another address seems to give."""
    return words.word(OTHERS, adapter)
