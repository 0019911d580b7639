#!/usr/bin/python3
"""Writes the web pages and web archives of samples/ in which the eye sees other than what the text holds, and their kind in other
carriers of Word. The same bytes on every run.

Usage: tests/make_samples/pages_seen.py     writes to samples/
"""
import base64
import pathlib

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


SAMPLES = {struck_text_in_a_page: "html", text_that_nobody_sees_in_a_page: "html", fonts_of_signs_in_a_page: "html",
           reading_aids_and_notes_in_a_page: "html", pictures_in_cells_of_a_page: "html", web_archive_called_doc: "doc",
           struck_table_in_markdown: "md", struck_and_hidden_in_a_flat_package: "xml", struck_and_hidden_in_word_2003_xml: "xml"}


def main():
    root = pathlib.Path(__file__).resolve().parents[2] / "samples"
    for make, ending in SAMPLES.items():
        (root / make.__name__).mkdir(parents=True, exist_ok=True)
        (root / make.__name__ / f"input.{ending}").write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
