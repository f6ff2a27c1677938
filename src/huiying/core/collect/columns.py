"""Which columns of a table may be read, and as what: a list of what is allowed, never of what is not."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import msgspec

from huiying.core.collect.adapter import About
from huiying.core.collect.own_id import own_id
from huiying.core.collect.table import Table
from huiying.core.types import RawItem, Refusal

ROLES: dict[str, str] = {
    "id": "Number of the ticket (kept as a digest)",
    "title": "Title",
    "text": "Text",
    "time": "Time",
    "category": "Category",
    "district": "District",
    "url": "Address of the page",
}
"""What a column may be read as; a column without one of these is not read at all."""

# Whose name, where they live and how they are reached: a column that is called so cannot be read, whatever it holds.
_PERSONAL = re.compile(
    r"姓名|名字|称呼|(?:来电|来访|来信|投诉|举报|反映|诉求|申请|求助|咨询|联系|当事|报案|受理|经办|承办|办理|处理|回访|接线|登记|"
    r"签收|审核)人(?!数|次|群)|坐席|座席|话务员|工号|性别|年龄|出生|生日|电话|手机|号码(?<!单号码)(?<!编号码)|联系方式|主叫|被叫|"
    r"来电号|身份证|证件|护照|车牌|住址|地址|门牌|户籍|籍贯|邮箱|邮件|微信|\bqq\b|昵称|用户名?|账号|帐号|作者|发布者|博主|头像|经度|"
    r"纬度|坐标|"
    r"\A[ _-]?name\Z|\b(?:full|first|last|sur|nick|user|caller|contact|customer|author)[ _-]?name\b|caller|author|user(?:[ _-]?id)?\b|"
    r"phone|mobile|"
    r"\btel\b|telephone|e-?mail|\baddress\b|\bid[ _-]?(?:card|no|number)\b|identity|passport|plate|licen[cs]e|gender|\bsex\b|"
    r"\bage\b|birth|wechat|account|avatar|profile|agent|operator|latitude|longitude|\blat\b|\blon(?:g)?\b|\blng\b|\bgps\b",
    re.I,
)
_TICKET = (
    r"(?:工单|诉求|事件|案件|受理|来电|信件|登记|流水)?(?:编号|单号|工单号码?|流水号)\Z|"
    r"\b(?:ticket|case|request|service_request)[ _-]?(?:id|no|number)\b|\Aid\Z"
)
_WHEN = (
    r"(?:来电|受理|登记|创建|诉求|提交|发布|发生|上报|发帖|反映)(?:时间|日期)\Z|\A(?:时间|日期)\Z|"
    r"(?:created|requested|published|observed|reported)[ _-]?(?:at|on|date|time|datetime)|\A(?:date|time|datetime)\Z"
)
_TEXT = (
    r"(?:诉求|反映|来电|工单|事件|问题|投诉|主要)?(?:内容|描述|详情|正文)\Z|"
    r"\A(?:text|content|description|body|message|details?)\Z"
)
_GUESSES = tuple(
    (role, re.compile(pattern, re.I))
    for role, pattern in (
        ("id", _TICKET),
        ("time", _WHEN),
        ("title", r"标题|主题\Z|\A(?:title|subject|summary)\Z"),
        ("text", _TEXT),
        ("category", r"分类|类别|类型|事项\Z|\A(?:category|type|service(?:[ _-]?name)?|topic)\Z"),
        ("district", r"区域|辖区|所属(?:区|镇|街道|地区|乡镇)|乡镇|街道\Z|区县|\A(?:district|area|ward|region|town)\Z"),
        ("url", r"链接|网址\Z|\A(?:url|link)\Z"),
    )
)


class Refused(msgspec.Struct, frozen=True):
    """A row that could not be taken, and why. `column` is empty where it is not about one."""

    row: int
    column: str
    why: Refusal


class Taken(msgspec.Struct, frozen=True):
    """The items of a table and what was refused, in the order of its rows; `rows` are those of the items."""

    items: tuple[RawItem, ...]
    rows: tuple[int, ...]
    refused: tuple[Refused, ...]


def is_personal(name: str) -> bool:
    """Whether a column is called as one that holds something of a person."""
    return _PERSONAL.search(name.replace("_", " ")) is not None or _PERSONAL.search(name) is not None


def guess(names: tuple[str, ...]) -> dict[str, str]:
    """What the columns seem to be by their names: column → role, each role once, none for a column that holds something of a person."""
    found: dict[str, str] = {}
    for role, pattern in _GUESSES:
        for name in names:
            if name not in found and not is_personal(name) and pattern.search(name):
                found[name] = role
                break
    return found


def settled(given: Mapping[str, str], names: tuple[str, ...] | None = None) -> dict[str, str]:
    """A mapping of columns to roles that can be used. Raises Refusal, naming the column; `names` are those of the file."""
    mapping = {name: role for name, role in given.items() if role}
    for name, role in mapping.items():
        if role not in ROLES:
            raise Refusal(
                "The column %(column)s cannot be read as %(role)s; choose one of: %(roles)s.",
                column=name,
                role=role,
                roles=", ".join(ROLES),
            )
        if is_personal(name):
            raise Refusal("The column %(column)s holds something of a person and is never read.", column=name)
        if names is not None and name not in names:
            raise Refusal("There is no column %(column)s in this file. It has: %(columns)s.", column=name, columns=", ".join(names))
    for role in ROLES:
        chosen = [name for name, other in mapping.items() if other == role]
        if len(chosen) > 1:
            raise Refusal("Two columns are to be read as %(role)s: %(columns)s. Choose one.", role=role, columns=", ".join(chosen))
    if not {"text", "title"} & set(mapping.values()):
        raise Refusal("Choose which column holds the text.")
    return mapping


def take(table: Table, mapping: Mapping[str, str], about: About) -> Taken:
    """The rows as items, with nothing but what the mapping names. Ticket numbers become digests; a formula stays the text that it is."""
    mapping = settled(mapping, table.columns)
    place = {role: table.columns.index(name) for name, role in mapping.items()}
    column = {role: name for name, role in mapping.items()}
    items: list[RawItem] = []
    rows: list[int] = []
    refused: list[Refused] = []
    for number, row in table.rows:
        cell = {role: row[at] for role, at in place.items()}
        if "id" in cell and not cell["id"]:
            refused.append(Refused(number, column["id"], Refusal("The column %(column)s is empty.", column=column["id"])))
            continue
        if not (cell.get("text") or cell.get("title")):
            name = column.get("text") or column["title"]
            refused.append(Refused(number, name, Refusal("The column %(column)s is empty.", column=name)))
            continue
        items.append(_item(cell, about))
        rows.append(number)
    return Taken(tuple(items), tuple(rows), tuple(refused))


def _item(cell: Mapping[str, str], about: About) -> RawItem:
    kind_of = " · ".join(part for part in (cell.get("district", ""), cell.get("category", "")) if part)
    text = "\n".join(part for part in (kind_of, cell.get("text", "")) if part)
    number = cell.get("id", "")
    said = [cell.get(role, "") for role in ("time", "title", "text", "district", "category", "url")]
    return RawItem(
        source=about.name,
        native_id=own_id(about.salt, number) if number else own_id(about.salt, *said),
        kind=about.kind,
        url=cell.get("url", ""),
        title=html.escape(cell.get("title", ""), quote=False),
        text=html.escape(text, quote=False),
        published_raw=cell.get("time", ""),
    )
