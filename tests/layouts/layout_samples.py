"""The samples of layouts.table, and what renders them in carriers.

A sample is a list of parts: a paragraph (str), or a table: rows of cells. A cell is a text, LEFT or ABOVE: covered by the
cell at its left or above it.
"""
import html
import io
import zipfile

LEFT, ABOVE = "<", "^"
ENTRY_TIME = (2026, 1, 1, 0, 0, 0)

# What an invented indicator has under a header; the first word that stands in the header decides. Targets are parted where
# a column for the comparator or the unit stands beside them.
RECORDS = [
    {"level1": "产出指标", "level2": "数量指标", "name": "完成任务数量", "sign": "≥", "number": "120", "unit": "件", "done": "126", "weight": "30"},
    {"level1": "产出指标", "level2": "质量指标", "name": "验收通过率", "sign": "≥", "number": "95", "unit": "%", "done": "97", "weight": "20"},
    {"level1": "效益指标", "level2": "社会效益指标", "name": "惠及居民人次", "sign": "≥", "number": "3000", "unit": "人次", "done": "2700", "weight": "30"},
    {"level1": "满意度指标", "level2": "服务对象满意度指标", "name": "服务对象满意度", "sign": "≥", "number": "90", "unit": "%", "done": "93", "weight": "10"},
]
SCORES = {"惠及居民人次": "27"}
REASON = {"惠及居民人次": "场馆检修停用一个月，下年错峰检修。"}


def value_under(header, record, headers):
    """The text of a record's cell below a header."""
    split = any(word in other for other in headers for word in ("指标性质", "度量单位", "计量单位")) or "单位" in headers
    has_sign = "指标性质" in headers
    if header.startswith("一级"):
        return record["level1"]
    if header.startswith("二级"):
        return record["level2"]
    if header in ("三级指标", "指标名称", "指标内容"):
        return record["name"]
    if header in ("指标性质",):
        return record["sign"]
    if header in ("度量单位", "计量单位", "单位"):
        return record["unit"]
    if "得分系数" in header:
        return "90" if record["name"] in SCORES else "100"
    if "得分" in header:
        return SCORES.get(record["name"], record["weight"])
    if "分值" in header or "权重" in header:
        return record["weight"]
    if "原因" in header:
        return REASON.get(record["name"], "")
    if "完成" in header or "实际" in header:
        return record["done"] if split else record["done"] + record["unit"]
    if header == "绩效标准":
        return "计划标准"
    if any(word in header for word in ("描述", "解释", "说明")):
        return record["name"] + "统计口径"
    if "依据" in header:
        return "年度计划"
    if "核心" in header:
        return "否"
    if "备注" in header:
        return ""
    return ("" if has_sign else record["sign"]) + record["number"] + ("" if split else record["unit"])


def indicators(line):
    """The rows that `@ SIDE | HEADER | ...` stands for."""
    side, *headers = (cell.strip() for cell in line[1:].split("|"))
    rows = [headers]
    above = {}
    for record in RECORDS:
        row = []
        for header in headers:
            text = LEFT if header == LEFT else value_under(header, record, headers)
            if header.startswith(("一级", "二级")):
                text, above[header] = (ABOVE if above.get(header) == text else text), text
            row.append(text)
        rows.append(row)
    return [[side if number == 0 else ABOVE] + row for number, row in enumerate(rows)] if side else rows


def read_samples(path):
    """[(layout, what is special, parts)] of a file like layouts.table."""
    samples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            layout, _, special = line[3:].partition(":")
            parts = []
            samples.append((layout.strip(), special.strip(), parts))
        elif line.startswith("#") or not line.strip():
            continue
        elif line.startswith("@"):
            table_of(parts).extend(indicators(line))
        elif "|" in line:
            table_of(parts).append([cell.strip() for cell in line.split("|")])
        else:
            parts.append(line.strip())
    for _, _, parts in samples:
        for table in parts:
            if isinstance(table, list):
                width = max(map(len, table))
                for row in table:
                    row.extend([LEFT] * (width - len(row)))
    return samples


def table_of(parts):
    if not parts or isinstance(parts[-1], str):
        parts.append([])
    return parts[-1]


def spans(table):
    """(row, column, text, columns, rows) of the cells that cover others or stand alone."""
    for y, row in enumerate(table):
        for x, text in enumerate(row):
            if text in (LEFT, ABOVE):
                continue
            width = 1
            while x + width < len(row) and row[x + width] == LEFT:
                width += 1
            height = 1
            while y + height < len(table) and table[y + height][x] == ABOVE:
                height += 1
                covered = table[y + height - 1][x + 1:x + width]
                assert all(cell in (LEFT, ABOVE) for cell in covered), f"{text} covers no rectangle"
            yield y, x, text, width, height


def shown(text):
    return "" if text in (LEFT, ABOVE) else text


def to_tsv(parts):
    lines = []
    for part in parts:
        lines += [part] if isinstance(part, str) else ["\t".join(map(shown, row)) for row in part]
    return ("\n".join(lines) + "\n").encode()


def to_markdown(parts):
    lines = []
    for part in parts:
        if isinstance(part, str):
            lines += [part, ""]
            continue
        rows = ["| " + " | ".join(map(shown, row)) + " |" for row in part]
        lines += [rows[0], "|" + " --- |" * len(part[0]), *rows[1:], ""]
    return "\n".join(lines).encode()


def to_html(parts):
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<p>{html.escape(part)}</p>")
            continue
        rows = [[] for _ in part]
        for y, x, text, width, height in spans(part):
            attributes = (f' colspan="{width}"' if width > 1 else "") + (f' rowspan="{height}"' if height > 1 else "")
            rows[y].append(f"<td{attributes}>{html.escape(text)}</td>")
        body.append("<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>")
    return ('<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>' + "\n".join(body) + "</body></html>").encode()


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, ENTRY_TIME), content)
    return out.getvalue()


def relations(*targets):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="r{i}" Type="{kind}{name}" Target="{target}"/>' for i, (name, target) in enumerate(targets))
            + "</Relationships>")


def content_types(*overrides):
    kind = "application/vnd.openxmlformats-officedocument."
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="{name}" ContentType="{kind}{what}+xml"/>' for name, what in overrides) + "</Types>")


def to_docx(parts):
    def paragraph(text):
        return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'

    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(paragraph(part))
            continue
        cells = {(y, x): (text, width, height) for y, x, text, width, height in spans(part)}
        table = "<w:tblGrid>" + "<w:gridCol/>" * len(part[0]) + "</w:tblGrid>"
        for y, row in enumerate(part):
            table += "<w:tr>"
            x = 0
            while x < len(row):
                top = y
                while part[top][x] == ABOVE:
                    top -= 1
                text, width, height = cells[top, x]
                merge = "" if height == 1 else "<w:vMerge/>" if top < y else '<w:vMerge w:val="restart"/>'
                span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
                table += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraph(text if top == y else '')}</w:tc>"
                x += width
            table += "</w:tr>"
        body.append(f"<w:tbl>{table}</w:tbl>")
    document = ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                + "".join(body) + "</w:body></w:document>")
    return package({
        "[Content_Types].xml": content_types(("/word/document.xml", "wordprocessingml.document.main")),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document,
    })


def to_xlsx(parts):
    def letters(column):
        return (letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)

    rows, merged, first = [], [], 0
    width = max(len(part[0]) for part in parts if isinstance(part, list))
    for part in parts:
        table = [[part] + [LEFT] * (width - 1)] if isinstance(part, str) else part
        cells = [[] for _ in table]
        for y, x, text, columns, height in spans(table):
            at = f"{letters(x)}{first + y + 1}"
            cells[y].append(f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{html.escape(text)}</t></is></c>')
            if columns > 1 or height > 1:
                merged.append(f'<mergeCell ref="{at}:{letters(x + columns - 1)}{first + y + height}"/>')
        rows += [f'<row r="{first + y + 1}">{"".join(row)}</row>' for y, row in enumerate(cells)]
        first += len(table)
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    merges = f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>' if merged else ""
    return package({
        "[Content_Types].xml": content_types(("/xl/workbook.xml", "spreadsheetml.sheet.main"), ("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet {main}><sheetData>{"".join(rows)}</sheetData>{merges}</worksheet>',
    })


def rows_of(parts):
    for part in parts:
        for row in [[part]] if isinstance(part, str) else part:
            yield [shown(cell) for cell in row]


def to_rows_without_blanks(parts):
    return "".join("\t".join(filter(None, row)) + "\n" for row in rows_of(parts)).encode()


def to_lines(parts):
    return "".join(cell + "\n" for row in rows_of(parts) for cell in row if cell).encode()


def to_bars(parts):
    return "".join(" | ".join(row) + "\n" for row in rows_of(parts)).encode()


CARRIERS = {"tsv": to_tsv, "md": to_markdown, "html": to_html, "docx": to_docx, "xlsx": to_xlsx}
# What these leave of a table does not always tell its layout; its family it does.
DAMAGED = {"dropped.tsv": to_rows_without_blanks, "lines.txt": to_lines, "bars.txt": to_bars}
