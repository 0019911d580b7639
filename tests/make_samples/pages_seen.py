#!/usr/bin/python3
"""Writes the web pages and web archives of samples/ in which the eye sees other than what the text holds, and their kind in other
carriers of Word. The same bytes on every run.

Usage: tests/make_samples/pages_seen.py     writes to samples/
"""
import base64
import pathlib
import quopri

from word import GOAL, INDICATORS, NAMESPACES, TITLE, YEAR, cell_xml, form, heading_xml, paragraph, row_xml, run, table_xml


def page(contents, style="", after=""):
    """The form as a page, with other markup in some of its cells: {text: markup}."""
    rows = ""
    for row in form("水库安全监测经费", GOAL, INDICATORS):
        rows += "<tr>" + "".join(
            f'<td colspan="{c.across}" rowspan="{c.down}">{contents.get(c.text, c.text)}</td>' for c in row if c is not None
        ) + contents.get(row[-1].text + " row", "") + "</tr>\n"
    return (f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><style>{style}</style></head><body>\n'
            f"<p>{TITLE}</p>\n<p>{YEAR}</p>\n<table border=1>\n{rows}</table>\n{after}</body></html>\n")


def struck_text_in_a_page():
    return page({
        "≥6.00(座)": "<s>≥5.00(座)</s>≥6.00(座)",
        "≥95.00(%)": '<span style="text-decoration:line-through">≥85.00(%)</span>≥95.00(%)',
        "梅坞区水库管理所": '<span class="zuofei">梅坞区水库管理站</span>梅坞区水库管理所',
        "≥90.00(%)": "<del>≥80.00(%)</del><ins>≥90.00(%)</ins>",
    }, ".zuofei { text-decoration: line-through; color: red }")


def text_that_nobody_sees_in_a_page():
    return page({
        "水库安全监测经费": '水库安全监测经费<p class="tip">与批复一致</p>',
        "≥6.00(座)": "≥6.00(座)<span hidden>填座数</span>",
        "≥95.00(%)": '≥95.00(%)<span style="display:none">填百分比</span>',
        "≥90.00(%)": '≥90.00(%)<font color="#FFFFFF">去年88</font>',
        "=100.00(%) row": '</tr><tr style="display:none"><td>时效指标</td><td>监测完成时限</td><td colspan=2>12月底前</td>',
    }, "td p.tip { visibility: hidden }")


def fonts_of_signs_in_a_page():
    return page({
        "经常性项目": '<font face="Wingdings 2">R</font>经常性项目<font face="Wingdings 2">&pound;</font>一次性项目',
        "≥95.00(%)": "<span style=\"font-family:Symbol\">&#179;</span>95.00(%)",
        "≥90.00(%)": '<span class="fh">&#61619;</span>90.00(%)',
    }, ".fh { font-family: Symbol, serif }")


def reading_aids_and_notes_in_a_page():
    return page({
        "水库安全监测经费": "<ruby>水库<rp>(</rp><rt>shuǐkù</rt><rp>)</rp></ruby>安全监测经费",
        "≥6.00(座)": '≥6.00(座)<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
    }, after='<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> 其中新增自动监测两座。</p></div>\n')


def pictures_in_cells_of_a_page():
    return page({
        "≥95.00(%)": '<img src="gongshi/ge.gif" alt="≥">95.00(%)',
        "≥90.00(%)": '<img src="gongshi/ge.gif" alt="image003.gif">90.00(%)',
        GOAL: '<img src="mubiao.png">',
    })


def web_archive_called_doc():
    body = base64.encodebytes(page({}).encode()).decode()
    return ("MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"----=_Teil_01\"\n\n"
            "This is a web archive.\n\n------=_Teil_01\nContent-Location: file:///C:/biao.htm\nContent-Transfer-Encoding: base64\n"
            f"Content-Type: text/html; charset=\"utf-8\"\n\n{body}\n------=_Teil_01\nContent-Location: file:///C:/biao.files/header.gif\n"
            "Content-Transfer-Encoding: base64\nContent-Type: image/gif\n\nR0lGODlhAQABAAAAACw=\n\n------=_Teil_01--\n")


def struck_table_in_markdown():
    inner = page({"≥6.00(座)": "<s>≥5.00(座)</s>≥6.00(座)", "≥95.00(%)": '<span hidden>提示</span>≥95.00(%)'})
    table = inner[inner.index("<table"):inner.index("</table>") + len("</table>")]
    return f"# {TITLE}\n\n{YEAR}\n\n{table}\n"


def seen_in_word(contents):
    return [row_xml(cells, lambda cell: cell_xml(cell, contents.get(cell.text)))
            for cells in form("水库安全监测经费", GOAL, INDICATORS)]


def struck_and_hidden_in_a_flat_package():
    contents = {
        "≥6.00(座)": paragraph(run("≥5.00(座)", "<w:strike/>") + run("≥6.00(座)")),
        "≥90.00(%)": paragraph(run("≥90.00(%)") + run("填百分比", '<w:rStyle w:val="yc"/>')),
    }
    relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"

    def part(name, content):
        return f'<pkg:part pkg:name="{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'

    def relations(kind, target):
        return f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{relationship}{kind}" Target="{target}"/></Relationships>'
    styles = '<w:style w:type="character" w:styleId="yc"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
            '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">' +
            part("/_rels/.rels", relations("officeDocument", "word/document.xml")) +
            part("/word/_rels/document.xml.rels", relations("styles", "styles.xml")) +
            part("/word/document.xml", f"<w:document {NAMESPACES}><w:body>{heading_xml()}{table_xml(seen_in_word(contents))}</w:body></w:document>") +
            part("/word/styles.xml", f"<w:styles {NAMESPACES}>{styles}</w:styles>") + "</pkg:package>\n")


def struck_and_hidden_in_word_2003_xml():
    contents = {
        "≥6.00(座)": paragraph(run("≥5.00(座)", "<w:strike/>") + run("≥6.00(座)")),
        "≥90.00(%)": paragraph(run("≥90.00(%)") + run("填百分比", '<w:rStyle w:val="yc"/>')),
        "≥95.00(%)": paragraph(run("≥95.00(%)") + f'<w:r><w:footnote>{paragraph("按月统计。")}</w:footnote></w:r>'),
    }
    table = table_xml(seen_in_word(contents)).replace("w:vMerge", "w:vmerge")
    styles = '<w:styles><w:style w:type="character" w:styleId="yc"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
            '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">' + styles +
            f"<w:body>{heading_xml()}{table}</w:body></w:wordDocument>\n")


def text_in_the_colour_behind_it_in_a_page():
    return page({
        "≥6.00(座)": '<span style="color:#ffc;background:#ffffcc">≥8.00(座)</span>≥6.00(座)',
        "≥95.00(%)": '<span class="tab">≥95.00(%)</span>',
        "≥90.00(%)": '<span class="mark"><b style="color:rgb(68, 114, 196)">去年88</b></span>≥90.00(%)',
    }, ".tab { background: navy url(t.png) no-repeat; color: #000080 } .mark { background-color: #4472C4 }")


def boxes():
    """Rows of the form as lists of texts, without what is merged."""
    return [[cell.text for cell in row if cell is not None and cell.text]
            for row in form("水库安全监测经费", GOAL, INDICATORS)]


def rows_of_flexible_boxes():
    rows = "".join('<div class="hang">' + "".join(f'<div class="ge">{text}</div>' for text in texts) + "</div>\n"
                   for texts in boxes()[:3])
    records = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "监测水库座数", "≥6.00(座)"],
               ["产出指标", "质量指标", "监测数据完整率", "≥95.00(%)"],
               ["满意度指标", "服务对象满意度指标", "下游村民满意度", "≥90.00(%)"]]
    rows += "".join('<div class="hang">' + "".join(f"<span>{text}</span>" for text in texts) + "</div>\n" for texts in records)
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8"><style>.hang { display: flex } .ge { flex: 1 }</style></head><body>\n'
            f'<h3>{TITLE}</h3>\n<p>{YEAR}</p>\n<div class="biao">\n{rows}</div>\n</body></html>\n')


def grid_of_elements():
    cells = [("一级指标", 1), ("二级指标", 1), ("三级指标", 1), ("指标值", 1), ("产出指标", 2), ("数量指标", 1), ("监测水库座数", 1),
             ("≥6.00(座)", 1), ("质量指标", 1), ("监测数据完整率", 1), ("≥95.00(%)", 1), ("满意度指标", 1),
             ("服务对象满意度指标", 1), ("下游村民满意度", 1), ("≥90.00(%)", 1)]
    inner = '<div>项目名称</div><div style="grid-column: 2 / -1">水库安全监测经费</div>\n'.replace("2 / -1", "span 3")
    inner += "".join(f'<div style="grid-row: span {down}">{text}</div>\n' if down > 1 else f"<div>{text}</div>\n" for text, down in cells)
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8"><style>.biao { display: grid; grid-template-columns: 8em repeat(3, 1fr) }'
            f'</style></head><body>\n<h3>{TITLE}</h3>\n<p>{YEAR}</p>\n<div class="biao">\n{inner}</div>\n</body></html>\n')


def variables_of_style_sheets():
    return page({
        "≥6.00(座)": '<i class="tip">填座数</i>≥6.00(座)',
        "≥95.00(%)": '<span style="color: var(--paper, red)">≥85.00(%)</span>≥95.00(%)',
    }, ":root { --mode: none; --paper: var(--base); --base: #fff } .tip { display: var(--mode) }")


def attributes_and_places_in_selectors():
    return page({
        "≥6.00(座)": '<em data-role="hint">填座数</em>≥6.00(座)',
        "≥95.00(%)": "<i>≥85.00(%)</i><i>≥95.00(%)</i>",
        "≥90.00(%)": "<q>≥80.00(%)</q><q>≥88.00(%)</q><q>≥90.00(%)</q>",
    }, '[data-role="hint"] { display: none } td i:first-child { text-decoration: line-through } '
       "q { quotes: none } td q:nth-child(2), td > q:first-child { display: none }")


def archive_with_its_style_sheet():
    inner = page({"≥6.00(座)": '<span class="yc">填座数</span><span class="zf">≥5.00(座)</span>≥6.00(座)'}).replace(
        "<style></style>", '<link rel="stylesheet" href="cid:css@jixiao">')
    return ("MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=teil\n\n"
            f"--teil\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{inner}\n"
            "--teil\nContent-Type: text/css\nContent-ID: <css@jixiao>\n\n.yc { display: none }\n.zf { text-decoration: line-through }\n\n--teil--\n")


def controls_signs_and_a_table_inside_a_cell_of_a_page():
    """What a page can have in a cell besides text."""
    return page({
        "经常性项目": '<input type="checkbox" checked>经常性项目 <input type="checkbox">一次性项目',
        "≥6.00(座)": '<font face="Symbol">&#179;</font>6.00(座)<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
        "≥95.00(%)": '<span class="ge"></span>95.00(%)',
        "≥90.00(%)": '<img src="ge.gif" alt="≥">90.00(%)',
        GOAL: f"{GOAL}<table border=1><tr><td>一季度</td><td>两座</td></tr><tr><td>二季度</td><td>四座</td></tr></table>",
    }, '.ge::before { content: "≥" }',
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> 其中新增自动监测两座。</p></div>\n')


def controls_signs_and_a_table_inside_a_cell_of_an_archive():
    inner = quopri.encodestring(controls_signs_and_a_table_inside_a_cell_of_a_page().encode()).decode()
    return ("MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=teil\n\n"
            f"--teil\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{inner}\n--teil--\n")


def seen_in_markdown(contents, before="", after=""):
    rows = [[cell.text if cell else "" for cell in row] for row in form("水库安全监测经费", GOAL, INDICATORS)]
    width = max(map(len, rows))
    lines = ["| " + " | ".join([contents.get(text, text) for text in row] + [""] * (width - len(row))) + " |" for row in rows]
    return f"# {TITLE}\n\n{YEAR}\n\n{before}" + "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) + "\n" + after


def links_named_below_in_markdown():
    return seen_in_markdown({
        "梅坞区水库管理所": "[梅坞区水库管理所][Dept]",
        "≥90.00(%)": "[≥90.00(%)][]",
        "≥95.00(%)": "![][ge]95.00(%)",
    }, after="\n[dept]: https://example.org/sks \"水库管理所\"\n[≥90.00(%)]: #note\n[ge]: ge.png\n\n[注]: 本表一式两份。\n")


def struck_and_hidden_inline_in_markdown():
    return seen_in_markdown({
        "≥6.00(座)": "<del>≥5.00(座)</del>≥6.00(座)^[其中新增自动监测两座。]",
        "≥95.00(%)": '<span style="display: none">填百分比</span>≥95.00(%)',
        "≥90.00(%)": "==≥90.00(%)==",
        GOAL: GOAL + "<s>二期另报。</s>",
    })


SAMPLES = {controls_signs_and_a_table_inside_a_cell_of_a_page: "html", controls_signs_and_a_table_inside_a_cell_of_an_archive: "mht",
           text_in_the_colour_behind_it_in_a_page: "html", rows_of_flexible_boxes: "html", grid_of_elements: "html",
           variables_of_style_sheets: "html", attributes_and_places_in_selectors: "html", archive_with_its_style_sheet: "mht",
           links_named_below_in_markdown: "md", struck_and_hidden_inline_in_markdown: "md",
           struck_text_in_a_page: "html", text_that_nobody_sees_in_a_page: "html", fonts_of_signs_in_a_page: "html",
           reading_aids_and_notes_in_a_page: "html", pictures_in_cells_of_a_page: "html", web_archive_called_doc: "doc",
           struck_table_in_markdown: "md", struck_and_hidden_in_a_flat_package: "xml", struck_and_hidden_in_word_2003_xml: "xml"}


def main():
    root = pathlib.Path(__file__).resolve().parents[2] / "samples"
    for make, ending in SAMPLES.items():
        (root / make.__name__).mkdir(parents=True, exist_ok=True)
        (root / make.__name__ / f"input.{ending}").write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
