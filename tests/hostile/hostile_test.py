"""Gives `jixiao convert` bad input and looks at the code, the exit status, the memory and the time.

Usage: hostile_test.py JIXIAO CASE | --list
"""
import dataclasses
import io
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tarfile
import tempfile
import typing
import zipfile

import pdf_files

MEMORY = 1 << 30  # address space; the largest input has 200 MB
SECONDS = 20

DECLARATION = (
    "财政项目支出绩效目标申报表\n(2026年度)\n"
    "项目名称\t河道保洁\t项目类别\t一次性项目\n"
    "主管部门\t柳溪区水务局\t实施单位\t柳溪区河道管理所\n"
    "计划开始日期\t2026-01-01\t计划完成日期\t2026-12-31\n"
    "项目资金\n(元)\t项目资金总额\t300000.00\t年度资金申请总额\t300000.00\n"
)
HEADER = "绩效指标\t一级指标\t二级指标\t三级指标\t年度(/项目)指标值\n"
ROWS = "\t产出指标\t数量指标\t保洁河道条数\t≥12(条)\n\t\t质量指标\t水面清洁率\t≥95(%)\n"
FORM = (DECLARATION + HEADER + ROWS).encode()
GRIDDED = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t长度\t10\n"
NARROW = "绩效目标表\n项目名称\t河道保洁\n" + GRIDDED
TOTAL = "合计\t\t\t100\n"
NOISE = random.Random(1).randbytes(400_000)


@dataclasses.dataclass
class Case:
    code: str  # that one of the findings must have
    status: int
    make: typing.Callable[[pathlib.Path], pathlib.Path]  # makes the input in a folder


def file_of(content: typing.Callable[[], bytes], name="input.tsv"):
    def make(folder):
        path = folder / name
        path.write_bytes(content())
        return path

    return make


def folder_without_readable_files(folder):
    (folder / "pictures").mkdir()
    (folder / "pictures" / "nested").mkdir()
    return folder / "pictures"


def file_without_permission(folder):
    path = file_of(lambda: FORM)(folder)
    path.chmod(0)
    # root reads what nobody may read; a link that leads nowhere it cannot read either
    if os.access(path, os.R_OK):
        path.unlink()
        path.symlink_to(folder / "nowhere")
    return path

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "x">'
    + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    + ']><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">&e9;</w:wordDocument>'
)


def word_document(body: typing.Callable[[], str], extra=()):
    """A .docx with this body; `extra` are further entries, as names and contents."""

    def make(folder):
        path = folder / "input.docx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", f"<w:document><w:body>{body()}</w:body></w:document>")
            for name, content in extra:
                package.writestr(name, content)
        return path

    return make


def form_as_word_table():
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in line.split("\t")) + "</w:tr>"
        for line in FORM.decode().splitlines()
    )
    return f"<w:tbl>{rows}</w:tbl>"


def packed_tar(members, end=None):
    """A .tar.gz of names and contents, cut off at `end`."""

    def make(folder):
        path = folder / "input.tar.gz"
        with tarfile.open(path, "w:gz", compresslevel=1) as archive:
            for name, content in members():
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
        path.write_bytes(path.read_bytes()[:end])
        return path

    return make


def zip_in_zips(depth):
    """A form that lies so many ZIP files deep."""

    def content():
        inner, name = FORM, "form.tsv"
        for _ in range(depth):
            outer = io.BytesIO()
            with zipfile.ZipFile(outer, "w") as archive:
                archive.writestr(name, inner)
            inner, name = outer.getvalue(), "in.zip"
        return inner

    return file_of(content, "input.zip")


def names_glued_to_digits(header, lines, digits):
    """Indicators in which nothing parts names, targets and points."""

    def content():
        chance = random.Random(1)
        run = lambda: "".join(chance.choices("123456789", k=digits))
        rows = (f"名称{chr(0x4E00 + chance.randrange(3000))}道路{run()}\n" for _ in range(lines))
        return (header + "\n产出指标数量指标\n" + "".join(rows)).encode()

    return file_of(content, "input.txt")


GRID = (
    "<style>.grid{display:grid;grid-template-columns:repeat(100,1fr)}.cell{grid-column:span 100;grid-row:span 100}</style>"
    "<div class=grid>" + "<i class=cell>a</i>" * 5000 + "</div>"
).encode()


def pages_of_one_large_style_sheet():
    parts = ["Content-Type: text/css\n\n" + ".x{color:red}\n" * 70_000] + ["Content-Type: text/html\n\n<p>a</p>"] * 400
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    return (head + "".join(f"--b\n{part}\n" for part in parts) + "--b--\n").encode()


CASES = {
    "empty_file": Case("S101", 3, file_of(lambda: b"")),
    "png": Case("S102", 3, file_of(lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0" + bytes(4000))),
    "truncated_utf8": Case("S104", 0, file_of(lambda: (DECLARATION + HEADER + ROWS + "\t\t时效指标").encode()[:-1])),
    "utf16_without_bom": Case("S106", 0, file_of(lambda: FORM.decode().encode("utf-16-le"))),
    "line_of_200_mb": Case("S108", 3, file_of(lambda: b"x" * 200_000_000)),
    "row_of_a_million_cells": Case("G201", 0, file_of(lambda: FORM + b"x\t" * 1_000_000)),
    "table_without_header": Case("F303", 0, file_of(lambda: (DECLARATION + ROWS).encode())),
    "form_without_indicators": Case("F302", 0, file_of(lambda: (DECLARATION + HEADER).encode())),
    "folder_without_readable_files": Case("S111", 3, folder_without_readable_files),
    "package_of_spaces": Case("S117", 3, word_document(lambda: " " * 100_000_000)),
    "package_of_too_many_entries": Case(
        "S118", 3, word_document(form_as_word_table, [(f"word/{i}", "") for i in range(11_000)])),
    "package_with_a_name_that_leads_out": Case("S121", 0, word_document(form_as_word_table, [("../../secret", "x")])),
    "package_cut_off": Case("S113", 3, file_of(lambda: b"PK\3\4" + bytes(22) + b"\5\0\0\0word/" + bytes(1000))),
    "nesting_of_many_elements": Case("S119", 0, word_document(lambda: form_as_word_table() + "<w:p>" * 400_000)),
    "billion_laughs": Case("S120", 3, file_of(lambda: LAUGHS.encode(), "input.xml")),
    "span_of_four_billion_columns": Case("G201", 0, word_document(
        lambda: form_as_word_table().replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr>'))),
    "archive_of_spaces": Case("S126", 3, packed_tar(lambda: ((f"{i}.tsv", b" " * 2_000_000) for i in range(200)))),
    "archive_cut_off": Case("S125", 3, packed_tar(lambda: [("form.tsv", FORM), ("noise.tsv", NOISE)], 200_000)),
    "archive_in_too_many_archives": Case("S102", 3, zip_in_zips(6)),
    "header_of_thousands_of_columns": Case("F301", 0, file_of(lambda: (
        "一级指标\t二级指标\t三级指标" + "\t指标值\t分值" * 1500 + "\n"
        + ("产出指标\t数量指标\t长度" + "\t7" * 3000 + "\n") * 5).encode())),
    "rows_of_thousands_of_numbers_behind_the_total": Case(
        "F304", 0, file_of(lambda: (NARROW + TOTAL + ("1\t" * 4000 + "\n") * 20).encode())),
    "totals_by_the_thousand_above_a_group": Case(
        "F304", 0, file_of(lambda: (NARROW + TOTAL * 40_000 + "效益指标\t社会效益指标\t受益人数\t10\n").encode())),
    "lines_by_the_thousand_across_a_table": Case("F304", 0, file_of(
        lambda: (GRIDDED + "甲乙丙丁\t\t\t\n" * 20_000 + "\t\t受益人数\t10人\n").encode())),
    "titles_by_the_thousand": Case(
        "F301", 0, file_of(lambda: ("绩效目标表\n项目名称：河道保洁\n" + "绩效目标表\n" * 40_000).encode(), "input.txt")),
    "labels_of_a_turned_table_without_groups": Case(
        "F312", 0, file_of(lambda: ("绩效目标表\n项目名称\t河道保洁\n" + "三级指标\t甲\t乙\n" * 60_000).encode())),
    "sources_of_money_by_the_thousand_on_lines": Case("F302", 0, file_of(
        lambda: ("绩效目标表\n项目名称\n河道保洁\n" + "财政拨款\n" * 60_000 + "12\n" * 60_000).encode(), "input.txt")),
    "rows_broken_by_the_thousand": Case("R411", 0, file_of(
        lambda: (NARROW + "产出指标\t数量指标\t长\n度\t≥3\n" * 20_000).encode())),
    "forms_of_cut_cells_by_the_thousand": Case("R417", 0, file_of(lambda: (
        "绩效目标表\n项目名\t称\t青\t溪河步道\n一级指标\t二级指标\t三\t级指标\t指标值\n"
        "产出指标\t数量指标\t灯具\t数量\t≥3\n" * 6_000).encode())),
    "lines_below_one_goal_by_the_thousand": Case("R411", 0, file_of(
        lambda: ("项目支出绩效目标表\n项目名称\t河道保洁\n主管部门\t水务局\n年度目标\t清理河道\n" + "\t和岸坡\n" * 40_000 +
                 "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t长度\t≥3\n").encode())),
    "brackets_that_nobody_closes": Case(
        "F301", 0, file_of(lambda: ("【" * 130_000 + "\n【产出指标-数量指标】 指标1：长度（≥77米）\n").encode(), "input.txt")),
    "runs_of_digits_below_many_columns": Case("R425", 0, names_glued_to_digits(
        "一级指标二级指标三级指标" + "目标值实际完成值分值得分" * 8, 200, 90)),
    "points_that_add_up_in_too_many_ways": Case("R425", 0, names_glued_to_digits(
        "一级指标二级指标三级指标指标值分值", 8000, 4)),
    "grid_of_cells_over_a_hundred_rows": Case("F301", 0, file_of(lambda: GRID, "input.html")),
    "third_of_thousands_of_children": Case("F301", 0, file_of(
        lambda: b"<style>p:nth-child(3){color:red}</style>" + b"<p>a</p>" * 60_000, "input.html")),
    "pages_of_one_large_style_sheet": Case("S116", 0, file_of(pages_of_one_large_style_sheet, "input.mht")),
    "amounts_by_the_thousand": Case("F311", 0, file_of(
        lambda: (NARROW + "甲乙\t丙丁\n").encode().replace(
            "一级指标".encode(), ("年度资金总额\t5\n财政拨款\t5\n" * 1500 + "一级指标").encode(), 1))),
    "unreadable_file": Case("S110", 3, file_without_permission),
} | {f"pdf.{make.__name__}": Case(code, status, file_of(make, "input.pdf"))
     for make, (code, status) in pdf_files.FILES.items()}


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def codes_of(run):
    """The codes of the documents, and of what stands on standard error for an input that became none."""
    try:
        documents = json.loads(run.stdout) if run.stdout else []
    except json.JSONDecodeError:
        return {"standard output is no JSON"}
    documents = documents if isinstance(documents, list) else [documents]
    return {finding["code"] for document in documents for finding in document["diagnostics"]}


def faults_of(jixiao, case, folder):
    good = file_of(lambda: FORM, "good.tsv")(folder)
    bad = case.make(folder)
    for inputs in ([bad], [bad, good]):
        run = subprocess.run([jixiao, "convert", *inputs], capture_output=True, timeout=SECONDS, preexec_fn=limit,
                             stdin=subprocess.DEVNULL)
        if run.returncode != case.status:
            yield f"exit status {run.returncode}, expected {case.status}"
        if case.code not in codes_of(run) and case.code.encode() not in run.stderr:
            yield f"no {case.code}: {sorted(codes_of(run))}, {run.stderr[-500:]!r}"
        if good in inputs and b"good.tsv" not in run.stdout:
            yield "the good input beside it was not converted"


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(CASES))
        return 0
    jixiao, name = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        faults = list(faults_of(jixiao, CASES[name], pathlib.Path(folder)))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
