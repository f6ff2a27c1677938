"""Puts an old case, a story that goes on with its warning, and forecasts that have been scored into the desk of HUIYING_HOME."""

from __future__ import annotations

import os
from datetime import timedelta


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
    import django

    django.setup()
    from huiying import clock
    from huiying.actions import case, forecast, warning
    from huiying.actions.actor import Actor
    from huiying.actions.case_words import index_cases
    from huiying.core.types import Level
    from huiying.store import models
    from tests.scene import Scene, Told, alarm, gather

    def actor(username: str) -> Actor:
        return Actor.staff(models.Member.objects.get(username=username))

    now = clock.now()
    past = Scene(now=now - timedelta(days=40))
    gather(
        past,
        Told("old:1", "s-old", title="学府街自来水发黄有异味", text="自来水发黄，水务局局长谷维桢介绍正在排查管网。"),
        Told("old:2", "s-old", "澜川融媒", kind="news", title="望澜镇自来水发黄，水务部门冲洗管网", text="供水管网冲洗后水质恢复。"),
        warnings=(alarm(past, "s-old"),),
    )
    raised = models.Warning.objects.get(raised_for__key="s-old")
    warning.acknowledge(actor("duty"), raised, now=past.tick())
    opened = case.open_case(actor("duty"), raised, title="望澜镇自来水发黄", now=past.tick())
    lead = models.Department.objects.get(name_zh="县水务局")
    case.assess(actor("lead"), opened, level="yellow", department=lead, now=past.tick())

    # five stories of last week, each with forecasts whose time has passed
    for number in range(5):
        scene = Scene(now=now - timedelta(days=6 - number))
        told = [Told(f"w{number}:{n}", f"s-week-{number}", "澜川论坛", title=f"第{number}件事的反映 {n}") for n in range(3)]
        gather(scene, *told, warnings=(alarm(scene, f"s-week-{number}"),))
        for _ in range(4):
            scene.tick(61)
            gather(scene, Told(f"w{number}:{scene.now:%d%H%M}", f"s-week-{number}", "望澜微声", title="又一条反映"))
            forecast.renew(scene.now)
    forecast.score(now - timedelta(minutes=1))

    scene = Scene(now=now - timedelta(hours=20))
    for number in range(6):
        scene.tick(170)
        gather(
            scene,
            Told(
                f"n:{number}",
                "s-now",
                ("澜川论坛", "望澜微声", "澜川融媒")[number % 3],
                title=f"望澜镇自来水又发黄了，水有异味 {number}",
                text="自来水发黄，学府街多个小区都这样。",
            ),
        )
    scene.tick(30)
    gather(
        scene,
        Told("n:last", "s-now", "澜川论坛", title="自来水发黄没人管", text="水务局电话打不通。"),
        warnings=(alarm(scene, "s-now", Level.ORANGE),),
    )
    scene.tick(30)
    gather(scene, Told("one:1", "s-one", title="城东路灯不亮"), warnings=(alarm(scene, "s-one"),))
    index_cases()


if __name__ == "__main__":
    main()
