"""A source that falls silent, a watch that surges: what the duty officer sees, in a real browser, in Chinese and in English."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually

pytestmark = pytest.mark.browser

SAID = {
    "zh": ("没有看到的", "平时约每", "远多于平常", "最近 14 天"),
    "en": ("What we did not see", "it usually speaks about every", "found far more than usual", "Last 14 days"),
}
# stands in for two weeks of a running desk; what is noticed of them, the worker finds by itself
PAST = """
import sys
import django
django.setup()
from datetime import datetime, timedelta
from huiying.store import models
now = datetime.fromisoformat(sys.argv[1])
models.Watch.objects.update(added_at=now - timedelta(days=14))
models.Source.objects.update(succeeded_at=now)
forum, paper = models.Source.objects.order_by("id")
watch = models.Watch.objects.get()

def say(source, at, number, matched):
    item = models.Item.objects.create(
        key=f"{source.pk}-{number}", source=source, kind=source.kind, url="", title=f"望澜镇自来水 {number}", text="", lang="zh",
        first_seen=at, fingerprint=str(number),
    )
    story = models.Story.objects.create(key=f"s{source.pk}-{number}", title=item.title, first_at=at, last_at=at, items=1, voices=20)
    models.Membership.objects.create(item=item, story=story, assigned=story, decision="new", score=0, threshold=0, strategy="s")
    if matched:
        models.Match.objects.create(item=item, watch=watch)

times = [(forum, now - timedelta(hours=hour), hour, False) for hour in range(30, 330)]
times += [(paper, now - timedelta(hours=hour), hour, True) for hour in range(2, 330)]
last = (now - timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
times += [(paper, last + timedelta(seconds=n), 1000 + n, True) for n in range(25)]
for row in sorted(times, key=lambda row: row[1]):
    say(*row)
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_silence_and_a_surge_are_seen(instance: Instance, feeds: Feeds, lang: str) -> None:
    instance.people()
    for name in ("forum", "paper"):
        feeds.entries[f"/{name}"] = []
        instance.run("source", "add", feeds.base + f"/{name}", "--name", name, "--kind", "post", "--every", "1", "--allow-private")
    instance.run("watch", "add", "自来水", "--name", "自来水水质")
    environment = instance.env | {"DJANGO_SETTINGS_MODULE": "huiying.settings"}
    subprocess.run([sys.executable, "-c", PAST, datetime.now(UTC).isoformat()], env=environment, check=True, timeout=60)
    instance.start()
    instance.wait_for_web()
    eventually(lambda: instance.query("SELECT count(*) FROM store_anomaly") == [(2,)], "a silence and a surge", patience=60)
    assert instance.query("SELECT kind, source_id, watch_id FROM store_anomaly ORDER BY kind") == [("silence", 1, None), ("surge", None, 1)]
    not_seen, usual, surged, drawn = SAID[lang]
    with chromium() as browser:
        for width in (1280, 390):
            lead = Person(browser, instance.url, lang, "lead", width=width)
            lead.go("/desk/")
            assert not_seen in lead.page.inner_text("#silences") and usual in lead.page.inner_text("#silences")
            assert surged in lead.page.inner_text("#surges")
            lead.look("silence-board")
            lead.page.click("#surges a")
            lead.page.wait_for_url("**/desk/watches/#watch-1")
            assert drawn in lead.text() and lead.page.locator("svg.volume rect.high").count() == 1
            lead.look("silence-watches")
            story = instance.query("SELECT key FROM store_story ORDER BY id DESC")[0][0]
            lead.go(f"/desk/stories/{story}/")
            lead.look("silence-story")
            assert lead.errors == []
