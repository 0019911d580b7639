#!/usr/bin/python3
"""Writes the samples that are RTF files, or damaged and unusual containers of old office files; the same bytes on every
run.

Usage: tests/make_samples/old_office.py
"""
import pathlib
import struct

ROOT = pathlib.Path(__file__).resolve().parents[2]

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_file(streams):
    """An OLE2 container; streams have 4096 bytes or more, so that none is in short sectors."""
    sectors, chains, entries = [], [], []
    for name, data in streams.items():
        first = 2 + len(sectors)
        parts = [data[at:at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        sectors += parts
        chains += [first + i + 1 for i in range(len(parts) - 1)] + [END]
        entries.append((name, 2, first, len(data)))
    table = [TABLE, END] + chains
    assert len(table) <= 128 and len(entries) <= 3

    def entry(name, kind, first, size, right=FREE, child=FREE):
        text = name.encode("utf-16-le") + b"\0\0"
        return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, FREE, right, child) + bytes(36) +
                struct.pack("<IQ", first, size))

    directory = entry("Root Entry", 5, END, 0, child=1)
    for number, (name, kind, first, size) in enumerate(entries, 1):
        directory += entry(name, kind, first, size, right=number + 1 if number < len(entries) else FREE)
    header = (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(16) +
              struct.pack("<HHHHHHIIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, END, 0, END, 0, 0))
    header += struct.pack("<I", FREE) * ((512 - len(header)) // 4)
    return (header + b"".join(struct.pack("<I", place) for place in table).ljust(512, b"\xFF") +
            directory.ljust(512, b"\0") + b"".join(sectors))


def with_broken_chain(file, name, sectors):
    """The container with the chain of a stream ending after so many sectors. Its table has one sector."""
    table = (struct.unpack_from("<I", file, 76)[0] + 1) * 512
    entry = file.index(name.encode("utf-16-le"))
    place = struct.unpack_from("<I", file, entry + 116)[0]
    for _ in range(sectors - 1):
        place = struct.unpack_from("<I", file, table + 4 * place)[0]
    broken = bytearray(file)
    struct.pack_into("<I", broken, table + 4 * place, END)
    return bytes(broken)


def word_document(version, flags):
    return compound_file({"WordDocument": struct.pack("<HH6xH", 0xA5EC, version, flags).ljust(4096, b"\0")})


def escaped(text, raw=False):
    """As \\u, or as bytes of code page 936."""
    out = ""
    for c in text:
        if c == "\n":
            out += "\\line "
        elif ord(c) < 0x80:
            out += c
        elif raw:
            out += "".join(f"\\'{byte:02x}" for byte in c.encode("gbk"))
        else:
            out += f"\\u{ord(c) - (0x10000 if ord(c) > 0x7FFF else 0)}?"
    return out


def row(cells, raw=False):
    """Cells are (text, right edge) or (text, right edge, words before \\cellx); a text with a backslash is RTF."""
    out = "\\trowd\\trgaph108\\trleft0" + "".join("".join(cell[2:]) + f"\\cellx{cell[1]}" for cell in cells) + "\n"
    for text, *_ in cells:
        out += "\\pard\\intbl " + (text if "\\" in text else escaped(text, raw)) + "\\cell\n"
    return out + "\\row\n"


def even(*texts):
    return [(text, 9000 * (i + 1) // len(texts)) for i, text in enumerate(texts)]


def rich_text(title, rows, raw=False, before=""):
    return ("{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\n" + before +
            "\\pard\\plain\\f0 " + escaped(title, raw) + "\\par\n" + "".join(row(cells, raw) for cells in rows) +
            "\\pard\\par}").encode("ascii")


def form(target="\\u8805?60\\u25209?\\u27425?", satisfaction="≥90%"):
    """A small target table."""
    levels = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
    return [
        even("项目编码", "99012025P00A1B2C3D4E1", "项目名称", "良种补贴"),
        even("预算规模及资金用途", "预算数", "12.50", "其中：财政资金", "12.50", "其他资金", ""),
        [("", 9000 // 7, "\\clvmrg"), ("用于购买良种的补贴。", 9000)],
        even("绩效目标", "完成良种推广。"),
        even(*levels),
        even("产出指标", "数量指标", "推广良种面积", "推广良种的面积", target, "年度计划"),
        even("满意度指标", "服务对象满意度指标", "农户满意度", "受访农户中满意的比例", satisfaction, "往年调查"),
    ]


def samples():
    title = "3.良种补贴绩效目标表"
    struck = "{\\strike " + escaped("≥50亩") + "}" + escaped("≥60亩")
    hidden = escaped("≥90%") + "{\\v " + escaped("（待核）") + "}"
    yield "samples/rtf_with_struck_and_hidden_text/input.rtf", rich_text(title, form(struck, hidden))
    marked = escaped("≥60亩") + "{\\super *{\\footnote\\pard\\plain {\\super *}" + escaped("不含飞地。") + "}}"
    coloured = "{\\cf2\\chcbpat2 " + escaped("≥85%") + "}" + escaped("≥90%")
    colours = "{\\colortbl;\\red0\\green0\\blue0;\\red68\\green114\\blue196;}\n"
    yield ("samples/rtf_with_a_mark_of_its_own_at_a_footnote/input.rtf", rich_text(title, form(marked)))
    yield ("samples/rtf_with_text_in_the_colour_behind_it/input.rtf", rich_text(title, form(escaped("≥60亩"), coloured), before=colours))
    yield "samples/rtf_in_a_code_page/input.rtf", rich_text(title, form(escaped("≥60亩", True)), raw=True)
    yield "samples/rtf_nested_too_deep/input.rtf", rich_text(title, form(escaped("≥60亩")),
                                                            before="{" * 300 + "a" + "}" * 300 + "\n")
    broken = escaped("往年调查", True) + "\\'cf"
    rows = form(escaped("≥60亩"))
    rows[-1][-1] = (broken, 9000)
    yield "samples/rtf_with_half_a_character/input.rtf", rich_text(title, rows)
    entries = "".join("{\\*\\ffl " + escaped(unit) + "}" for unit in ("5亩", "6亩"))
    chosen = "{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2\\ffres1" + entries + "}}}{\\fldrslt }}"
    yield "samples/list_of_a_form_in_rtf/input.rtf", rich_text(title, form(escaped("≥") + chosen))
    workbook = (ROOT / "tests/carriers/target_table/libreoffice.xls").read_bytes()
    yield "samples/old_workbook_with_sectors_lost/input.xls", with_broken_chain(workbook, "Workbook", 10)
    document = (ROOT / "tests/carriers/target_table/libreoffice.doc").read_bytes()
    yield "samples/old_document_with_sectors_lost/input.doc", with_broken_chain(document, "WordDocument", 7)
    yield "tests/golden/unreadable/old_document_of_word_95/input.doc", word_document(0x68, 0)
    yield "tests/golden/unreadable/old_document_with_a_password/input.doc", word_document(0xC1, 0x0100)


for name, data in samples():
    path = ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
