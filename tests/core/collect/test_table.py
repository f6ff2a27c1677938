"""Tables from files: what they are written in, how large they may be, and which columns may be read."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import workbooks

from huiying.core.clean.columns import check, personal_columns, undated
from huiying.core.collect import table as module
from huiying.core.collect.adapter import About
from huiying.core.collect.columns import guess, is_personal, settled, take
from huiying.core.collect.table import Table, read_table
from huiying.core.types import Kind, Refusal

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
HEADS = ["工单编号", "来电时间", "来电人", "联系电话", "诉求地址", "所属街道", "诉求类别", "诉求内容", "备注"]
ROWS = [
    ["GD001", "2026-05-30 09:05", "王小明", "15400007731", "学府街12号", "望澜镇", "供水", "自来水发黄，请尽快处理", ""],
    ["GD002", "2026年5月30日 10:20", "李四", "0101234567", "北街3号", "城关镇", "路灯", "路灯不亮，出行不便", "=1+1"],
]
ABOUT = About(name="热线", url="file:x", now=NOW, kind=Kind.HOTLINE, zone="Asia/Shanghai", salt=b"s")


def csv_bytes(charset: str = "utf-8", sign: str = ",", above: str = "") -> bytes:
    return (above + "\n".join(sign.join(row) for row in [HEADS, *ROWS]) + "\n").encode(charset)


def xlsx_bytes(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "big5hkscs"])
@pytest.mark.parametrize("sign", [",", "\t", ";"], ids=["comma", "tab", "semicolon"])
def test_a_table_is_read_in_whatever_it_was_written(charset: str, sign: str) -> None:
    if charset == "big5hkscs":
        body = sign.join(["編號", "內容", "時間"]) + "\n" + sign.join(["1", "自來水發黃，請儘快處理，謝謝", "2026-05-30"]) + "\n"
        assert read_table(body.encode(charset)).rows[0][1][1] == "自來水發黃，請儘快處理，謝謝"
        return
    table = read_table(csv_bytes(charset, sign))
    assert table.columns == tuple(HEADS) and [list(row) for _, row in table.rows] == ROWS and table.rows[0][0] == 2
    assert table.delimiter == sign


def test_quotes_titles_above_and_empty_lines() -> None:
    table = read_table('热线日报,,\n\n编号,内容\n1,"a,b\n第二行"\n\n2,c\n'.encode())
    assert table.columns == ("编号", "内容") and [row for _, row in table.rows] == [("1", "a,b\n第二行"), ("2", "c")]
    assert read_table(b"a,a,\n1,2,3\n").columns == ("a", "a (2)")


def test_a_workbook_gives_its_first_sheet_as_text() -> None:
    when = datetime(2026, 5, 30, 9, 5)  # noqa: DTZ001 - a workbook knows no zone
    rows: list[list[object]] = [["id", "text", "time", "n"], [7.0, '=HYPERLINK("http://x")', when, 1.5], [8, "b", None, True]]
    table = read_table(xlsx_bytes(rows))
    assert table.form == "xlsx" and table.rows[0] == (2, ("7", "", "2026-05-30 09:05:00", "1.5"))
    assert table.rows[1][1][:2] == ("8", "b")


def test_json_lines_have_the_columns_of_all_rows() -> None:
    table = read_table('{"id":1,"text":"停水"}\n{"id":2,"time":"2026-05-30","author":{"name":"x"}}\n'.encode())
    assert table.columns == ("id", "text", "time", "author") and table.rows[1][1] == ("2", "", "2026-05-30", "")
    with pytest.raises(Refusal, match="Row 2"):
        read_table(b'{"a":1}\n{broken\n')


def test_what_is_no_table_is_said_to_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (module.MOST_INFLATED + 1))
    entity = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes([["a", "b"], [1, 2]]))) as good, zipfile.ZipFile(entity, "w") as packed:
        for part in good.infolist():
            body = good.read(part)
            if part.filename.endswith("sheet1.xml"):
                body = body.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet', 1)
            packed.writestr(part.filename, body)
    for wrong, said in (
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0rest", "xls"),
        (b"%PDF-1.4", "no table"),
        (b"PK\x03\x04broken", "cannot be opened"),
        (bomb.getvalue(), "unpacks to more than 100 MB, most of it in xl/worksheets/sheet1.xml"),
        (entity.getvalue(), "cannot be opened"),
        (b"only,heads\n", "no row"),
        (b"\x00\x01\x02,\x03" * 50, "table|signs"),
    ):
        with pytest.raises(Refusal, match=said):
            read_table(wrong)
    for bound, said in (("MOST_SIGNS", "million signs of text"), ("MOST_CELLS", "more than 8 cells"), ("MOST_ROWS", "more than 8 rows")):
        with monkeypatch.context() as patched:
            patched.setattr(module, bound, 8)
            for body in (b"a,b\n" + b"1,2\n" * 9, b'{"a": 1, "b": 2}\n' * 9):
                if bound != "MOST_SIGNS" or body.startswith(b"a"):
                    with pytest.raises(Refusal, match=said):
                        read_table(body)


def test_lines_end_as_each_system_ends_them_and_a_cell_may_hold_lines() -> None:
    for end in ("\n", "\r\n", "\r"):
        table = read_table(end.join(("编号,内容", f'1,"第一行{end}第二行"', "2,\u2028c\x0bd", "")).encode())
        assert [row for _, row in table.rows] == [("1", f"第一行{end}第二行"), ("2", "\u2028c\x0bd".strip())], repr(end)
        assert [number for number, _ in table.rows] == [3, 4]


def test_the_text_that_a_cell_holds_itself_is_read_whole_and_without_its_reading_aids() -> None:
    runs = '<r><t>望澜</t></r><r><rPr><b/></rPr><t>停水</t></r><rPh sb="0" eb="2"><t>ten sui</t></rPh>'
    cells = (f"<is>{runs}</is>", "<is><t>停电</t></is>", "<is/>", "")
    row = "".join(f'<c r="{column}7" t="inlineStr">{held}</c>' for column, held in zip("ABCD", cells, strict=True))
    head = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in "abcd")
    far = '<row r="9"><c r="B9"><v>8</v></c><c r="XFD9"><v>9</v></c></row><row r="1048576"/>'
    assert read_table(workbooks.with_sheet(lambda _: workbooks.of_rows(f'<row r="7">{row}</row>{far}', head))).rows == (
        (7, ("望澜停水", "停电", "", "")),
        (9, ("", "8", "", "")),
    )


def test_columns_that_are_empty_at_the_end_of_a_row_are_there() -> None:
    table = read_table(xlsx_bytes([["a", "b", "c"], [1, None, None], [None, 2, None], [None, None, 3]]))
    assert [row for _, row in table.rows] == [("1", "", ""), ("", "2", ""), ("", "", "3")]


PERSONAL = [
    "来电人",
    "联系电话",
    "caller name",
    "Phone",
    "身份证号",
    "诉求地址",
    "手机号码",
    "name",
    "E-Mail",
    "user_id",
    "lat",
    "主叫号码",
]
OTHERS = ["工单编号", "诉求内容", "来电时间", "service_name", "service_request_id", "标题", "所属街道", "投诉人数", "工单号码"]


@pytest.mark.parametrize("name", PERSONAL)
def test_columns_of_persons_are_known_by_name(name: str) -> None:
    assert is_personal(name)
    with pytest.raises(Refusal, match="never read"):
        settled({name: "text"})


@pytest.mark.parametrize("name", OTHERS)
def test_others_are_not(name: str) -> None:
    assert not is_personal(name)


def test_columns_are_guessed_and_only_those_are_read() -> None:
    table = read_table(csv_bytes())
    mapping = guess(table.columns)
    assert mapping == {"工单编号": "id", "来电时间": "time", "诉求内容": "text", "诉求类别": "category", "所属街道": "district"}
    taken = take(table, mapping, ABOUT)
    assert [item.text for item in taken.items] == ["望澜镇 · 供水\n自来水发黄，请尽快处理", "城关镇 · 路灯\n路灯不亮，出行不便"]
    said = str(taken.items)
    assert not [cell for row in ROWS for cell in (row[0], row[2], row[3], row[4]) if cell in said]
    assert take(table, mapping, ABOUT).items == taken.items and take(table, {"备注": "text"}, ABOUT).items[0].text == "=1+1"
    assert [one.row for one in take(table, {"备注": "text"}, ABOUT).refused] == [2]


def test_a_column_that_cannot_be_what_it_was_chosen_as_is_named_with_its_row() -> None:
    table = read_table(csv_bytes())
    wrong = {
        r"Row 2: the column 诉求内容 holds “自来水发黄，请尽快处理”, which is no time": {"诉求内容": "time", "诉求类别": "text"},
        r"诉求类别 holds “供水”, which is no text.*诉求内容": {"诉求类别": "text"},
        r"no web address": {"诉求内容": "text", "工单编号": "url"},
        r"no column 内容": {"内容": "text"},
        r"which column holds the text": {"工单编号": "id"},
        r"Two columns": {"诉求内容": "text", "备注": "text"},
        r"cannot be read as author": {"诉求内容": "author"},
    }
    for said, mapping in wrong.items():
        with pytest.raises(Refusal, match=said):
            check(table, settled(mapping, table.columns), zone=ZONE, now=NOW)
    same = Table("csv", ("x", "t"), tuple((n, ("同", f"内容{n}")) for n in range(2, 9)))
    with pytest.raises(Refusal, match="stands in rows 2 and 3"):
        check(same, {"x": "id", "t": "text"}, zone=ZONE, now=NOW)
    numbers = Table("csv", ("x", "t"), tuple((n, (f"1540000773{n}", "文")) for n in range(2, 9)))
    assert personal_columns(numbers) == {"x"}
    with pytest.raises(Refusal, match="numbers of persons"):
        check(numbers, {"x": "id", "t": "text"}, zone=ZONE, now=NOW)


def test_rows_without_a_time_that_can_be_read_are_refused_one_by_one() -> None:
    table = Table("csv", ("t", "时间"), ((2, ("停水", "2026-05-30")), (3, ("停电", "尽快")), (4, ("停气", "2030-01-01")), (5, ("无", ""))))
    mapping = {"t": "text", "时间": "time"}
    taken = undated(table, mapping, take(table, mapping, ABOUT), zone=ZONE, now=NOW)
    assert [one.row for one in taken.refused] == [3, 4] and taken.rows == (2, 5)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_whatever_is_brought_is_read_or_refused(body: bytes) -> None:
    try:
        table = read_table(body)
    except Refusal:
        return
    assert all(len(row) == len(table.columns) for _, row in table.rows)
    personal_columns(table)
    guess(table.columns)
