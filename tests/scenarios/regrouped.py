"""Puts stories, as the pipeline might have grouped them, and two proposals about them into the desk of HUIYING_HOME. Run as a module."""

from __future__ import annotations

import os
from datetime import timedelta


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
    import django

    django.setup()
    from huiying import clock
    from huiying.actions.proposal import propose
    from huiying.core.types import Contribution
    from tests.scene import Scene, Told, gather, suggestion

    def part(name: str, weight: float, detail: str = "", value: float = 1.0, baseline: float = 0.0) -> Contribution:
        return Contribution(name=name, value=value, baseline=baseline, weight=weight, detail=detail)

    strong = (
        part("place_agrees", 1.4, "学府街"),
        part("shared_term", 0.9, "自来水发黄"),
        part("event_agrees", 0.8, "水质"),
        part("title_alike", 0.5, value=0.72),
        part("number_differs", -0.4, "3 / 5"),
        part("idle", -0.2, value=5.5),
    )
    english = (
        part("concept_agrees", 1.2, "自来水 = tap water"),
        part("name_transliterated", 0.9, "望澜 = Wanglan"),
        part("language", -0.3),
    )
    copied = (part("shared_passages", 0.78, "bbs:1", 47.0, 60.0),)
    away = (part("event_agrees", 0.7, "停电"), part("place_differs", -1.1, "云溪镇"), part("busy", 0.2))
    scene = Scene(now=clock.now() - timedelta(hours=3))
    gather(
        scene,
        Told("bbs:1", "s-water", "澜川论坛", title="学府街自来水发黄", text="学府街一带的自来水从昨晚开始发黄，有股怪味。"),
        Told(
            "news:2",
            "s-water",
            "澜川融媒",
            kind="news",
            title="望澜镇部分区域自来水发黄，水务部门排查",
            score=4.1,
            reasons=strong,
            runner_up="s-other",
        ),
        Told("city:3", "s-water", "岑州在线", kind="news", title="学府街自来水发黄", copy_of="bbs:1", reasons=copied),
        Told("hot:4", "s-water", "同城热榜", kind="hotlist", title="学府街自来水发黄", score=2.4, reasons=strong[:3]),
        Told(
            "en:5",
            "s-water",
            "Cenzhou Daily",
            kind="news",
            lang="en",
            title="Yellow tap water in Wanglan",
            text="Residents complain.",
            score=1.3,
            reasons=english,
        ),
        Told("bbs:6", "s-other", "澜川论坛", title="望澜镇水质异常，多名居民反映", score=0.2, reasons=strong[4:], runner_up="s-water"),
        Told("town:7", "s-other", "望澜微声", title="望澜镇水质问题有人管吗", score=2.0, reasons=strong[1:3]),
        Told("bbs:8", "s-power", "澜川论坛", title="城东停电一上午", text="城东老街停电。"),
        Told("town:9", "s-power", "望澜微声", title="云溪镇也停电了", text="云溪镇从早上停电。", score=0.8, reasons=away),
        Told("city:10", "s-power", "岑州在线", kind="news", title="云溪镇停电", copy_of="town:9", reasons=copied),
        Told("bbs:11", "s-third", "澜川论坛", title="云溪镇电表跳闸", text="跳闸好几次。", score=0.1, reasons=away, perhaps="s-power"),
    )
    propose(
        [
            suggestion("merge", "s-water", "s-other", ("bbs:6", "town:7")),
            suggestion("split", "s-power", "s-yunxi", ("town:9",), score=2.2),
            suggestion("merge", "s-power", "s-water", ("bbs:8",), score=0.6),
        ],
        now=scene.tick(),
    )


if __name__ == "__main__":
    main()
