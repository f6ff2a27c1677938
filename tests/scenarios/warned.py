"""Takes the invented county's fourteen days into the desk of HUIYING_HOME, as if they ended just now. Run as a module."""

from __future__ import annotations

import os
from datetime import timedelta


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
    import django

    django.setup()
    import msgspec

    from huiying import clock
    from huiying.actions import case, warning
    from huiying.actions.actor import OPERATOR, Actor
    from huiying.actions.source import add_source, set_source_active
    from huiying.actions.watch import add_watch
    from huiying.commands.demo import DAYS, START
    from huiying.demo.county import StreamItem, county, stream
    from huiying.store import models
    from huiying.worker.live import LivePipeline
    from tests.demo.test_cast import feed
    from tests.worker.arriving import arrive

    place = county()
    end = clock.now()
    shift = end - (START + timedelta(days=DAYS))
    present = START + shift
    sources = {}
    for path, name, kind, _form in place.sources:
        row = add_source(OPERATOR, name=name, url=f"https://{path}.example/feed", kind=kind, now=present)
        set_source_active(OPERATOR, row, active=False, now=present)
        sources[name] = row.pk
    for watch in place.watches:
        add_watch(OPERATOR, name=watch.name, query=watch.query, place=watch.place, topics=watch.topics, now=present)
    pipeline = LivePipeline()
    pipeline.load(present)
    coming = [msgspec.structs.replace(item, published_at=item.published_at + shift) for item in stream()]
    duty = Actor.staff(models.Member.objects.get(username="duty"))
    while present < end - timedelta(minutes=5):
        present = min(present + timedelta(hours=1), end - timedelta(minutes=5))
        fresh: dict[str, list[StreamItem]] = {}
        while coming and coming[0].published_at <= present:
            item = coming.pop(0)
            fresh.setdefault(item.source, []).append(item)
        for name, items in fresh.items():
            arrive(pipeline, models.Source.objects.get(pk=sources[name]), feed(items), present)
        for number, row in enumerate(
            models.Warning.objects.filter(state="raised", raised_at__lt=present - timedelta(hours=2)).order_by("id")
        ):
            if present > end - timedelta(days=2):
                break
            warning.acknowledge(duty, row, now=present)
            if (row.pk + number) % 3 == 0:
                case.open_case(duty, row, title="", now=present)
            elif (row.pk + number) % 3 == 1:
                warning.dismiss(duty, row, reason="已由主管部门处置，转日报跟踪。", now=present)
    pipeline.keep(present)


if __name__ == "__main__":
    main()
