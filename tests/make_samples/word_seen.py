#!/usr/bin/python3
"""Writes the Word documents of samples/ in which the eye sees other than what the paragraphs hold: struck and hidden text, prompts,
notes, graphics, page headers, fonts of signs, documents in documents. The same bytes on every run; see word.py.

Usage: tests/make_samples/word_seen.py     writes to samples/, and to tests/golden/unreadable/ what cannot be read
"""
import old_office
from word import (DECLARATION, GOAL, INDICATORS, NAMESPACES, OFFICE, TITLE, YEAR, Cell, cell_xml, document_xml, form, heading_xml,
                  package, paragraph, row_xml, run, table_xml, write)


def part_xml(root, content):
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def style_xml(kind, name, properties):
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{properties}</w:style>'


def changed(contents, styles="", properties="", others=()):
    """The form with other paragraphs in some of its cells: {text: paragraphs}."""
    def as_xml(cell):
        return cell_xml(cell, contents.get(cell.text))

    rows = [row_xml(cells, as_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    table = table_xml(rows).replace("<w:tblPr/>", f"<w:tblPr>{properties}</w:tblPr>")
    if styles:
        others = [*others, ("styles", "styles.xml", part_xml("styles", styles))]
    return package(heading_xml() + table, others=others)


def struck_text_in_word():
    styles = (style_xml("character", "作废", "<w:rPr><w:strike/></w:rPr>") +
              style_xml("paragraph", "旧值", "<w:rPr><w:dstrike/></w:rPr>"))
    return changed({
        "≥6.00(座)": paragraph(run("≥5.00(座)", "<w:strike/>") + run("≥6.00(座)")),
        "≥95.00(%)": paragraph(run("≥85", '<w:rStyle w:val="作废"/>') + run(".00(%)", '<w:rStyle w:val="作废"/>') + run("≥95.00(%)")),
        "梅坞区水库管理所": paragraph("梅坞区水库管理站", '<w:pStyle w:val="旧值"/>') + paragraph("梅坞区水库管理所"),
    }, styles)


def text_that_nobody_sees_in_word():
    styles = (style_xml("character", "说明", "<w:rPr><w:vanish/></w:rPr>") +
              style_xml("paragraph", "说明段", '<w:basedOn w:val="底"/>') + style_xml("paragraph", "底", "<w:rPr><w:vanish/></w:rPr>"))

    def as_xml(cell):
        return cell_xml(cell, {
            "水库安全监测经费": paragraph("水库安全监测经费") + paragraph("与批复一致", '<w:pStyle w:val="说明段"/>'),
            "≥6.00(座)": paragraph(run("≥6.00(座)") + run("填座数", '<w:rStyle w:val="说明"/>')),
            "≥90.00(%)": paragraph(run("≥90.00(%)") + run("去年88", '<w:color w:val="FFFFFF"/>')),
        }.get(cell.text))

    rows = [row_xml(cells, as_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    hidden = row_xml([None, None, Cell("时效指标"), Cell("监测完成时限"), Cell("12月底前", across=2)], properties="<w:hidden/>")
    rows.insert(-1, hidden)
    return package(heading_xml() + table_xml(rows), others=[("styles", "styles.xml", part_xml("styles", styles))])


def text_in_the_colour_of_its_cell_in_word():
    shading = '<w:shd w:val="clear" w:color="auto" w:fill="4472C4"/>'

    def as_xml(cell):
        if cell.text == "≥6.00(座)":
            return cell_xml(cell, paragraph(run("≥8.00(座)", '<w:color w:val="4472C4"/>') + run("≥6.00(座)")), shading)
        if cell.text == "≥95.00(%)":
            return cell_xml(cell, paragraph(run("≥95.00(%)", '<w:color w:val="FFFFFF"/>')), shading)
        if cell.text == "≥90.00(%)":
            return cell_xml(cell, paragraph(run("去年88", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>') + run("≥90.00(%)")))
        return cell_xml(cell)

    rows = [row_xml(cells, as_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    return package(heading_xml() + table_xml(rows))


def cells_that_go_on_a_hidden_row_in_word():
    """The row of the first indicator is hidden, and with it the label that the next rows share."""
    rows, hidden = [], False
    for cells in form("水库安全监测经费", GOAL, INDICATORS):
        is_first = any(cell is not None and cell.text == "≥6.00(座)" for cell in cells)
        rows.append(row_xml(cells, properties="<w:hidden/>" if is_first and not hidden else ""))
        hidden |= is_first
    return package(heading_xml() + table_xml(rows))


def fields_that_show_nothing_in_word():
    def field(code, result):
        return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + f"<w:r><w:instrText> {code} </w:instrText></w:r>" +
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(result) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return changed({
        "≥6.00(座)": paragraph(field('ASK zuo "多少座？"', "八座") + run("≥6.00(座)")),
        "≥95.00(%)": paragraph(field('SET lv "85"', "85") + run("≥95.00(%)")),
        "≥90.00(%)": paragraph(run("≥90.00(%)") + field('XE "满意度"', "")),
        "梅坞区水库管理所": paragraph(field("MERGEFIELD 单位", "«单位»")),
    })


def prompts_left_in_content_controls():
    def prompt(text):
        return ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                run(text, '<w:rStyle w:val="PlaceholderText"/>') + "</w:sdtContent></w:sdt>")
    return changed({"特定目标类": paragraph(prompt("选择一项。")), "≥95.00(%)": paragraph(prompt("单击或点击此处输入文字。"))})


def notes_to_cells_in_word():
    def mark(kind, number):
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("其中新增自动监测两座。")}</w:footnote>'
    ends = f'<w:endnote w:id="2">{paragraph("按抽样问卷统计。")}</w:endnote>'
    comments = f'<w:comment w:id="0" w:author="A">{paragraph("请与上年衔接。")}</w:comment>'
    return changed({
        "≥6.00(座)": paragraph(run("≥6.00(座)") + mark("footnote", 2)),
        "≥90.00(%)": paragraph(run("≥90.00(%)") + mark("endnote", 2)),
        GOAL: paragraph(run(GOAL) + mark("comment", 0)),
    }, others=[("footnotes", "footnotes.xml", part_xml("footnotes", notes)),
               ("endnotes", "endnotes.xml", part_xml("endnotes", ends)),
               ("comments", "comments.xml", part_xml("comments", comments))])


def graphics_in_cells_of_word():
    picture = '<w:r><w:pict><v:shape style="width:90pt;height:20pt"><v:imagedata/></v:shape></w:pict></w:r>'
    equation = ('<w:r><w:object><v:shape style="width:12pt;height:12pt"><v:imagedata/></v:shape>'
                '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Equation.3"/></w:object></w:r>')
    return changed({GOAL: paragraph(picture), "≥95.00(%)": paragraph(equation + run("95.00(%)"))})


def heading_drawn_as_word_art():
    def art(text):
        return paragraph(f'<w:r><w:pict><v:shape style="width:400pt;height:30pt"><v:textpath string="{text}"/></v:shape></w:pict></w:r>')
    rows = [row_xml(cells) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    return package(art(TITLE) + art(YEAR) + table_xml(rows))


def heading_in_the_page_header():
    page = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("1") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    rows = [row_xml(cells) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    section = ('<w:sectPr><w:headerReference xmlns:r="%s" w:type="default" r:id="rId1"/>'
               '<w:footerReference xmlns:r="%s" w:type="default" r:id="rId2"/></w:sectPr>' % (OFFICE, OFFICE))
    main = document_xml(table_xml(rows)).replace("<w:sectPr/>", section)
    return package("", main_xml=main, others=[
        ("header", "header1.xml", part_xml("hdr", heading_xml())),
        ("footer", "footer1.xml", part_xml("ftr", paragraph(run("第") + page + run("页"))))])


def fonts_of_signs_by_style_in_word():
    fonts = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>'
    styles = (style_xml("character", "方框", fonts.format("Wingdings 2")) + style_xml("character", "数学", fonts.format("Symbol")) +
              style_xml("character", "勾", fonts.format("Wingdings")))
    return changed({
        "经常性项目": paragraph(run("R", '<w:rStyle w:val="方框"/>') + run("经常性项目") + run("£", '<w:rStyle w:val="方框"/>') + run("一次性项目")),
        "≥95.00(%)": paragraph(run("\uF0B3", '<w:rStyle w:val="数学"/>') + run("95.00(%)")),
        "≥90.00(%)": paragraph(run("³", '<w:rStyle w:val="数学"/>') + run("90.00(%)")),
        "特定目标类": paragraph(run(":", '<w:rStyle w:val="勾"/>') + run("特定目标类")),
    }, styles)


def signs_made_by_fields_in_word():
    def field(code):
        return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + f"<w:r><w:instrText>{code}</w:instrText></w:r>" +
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return changed({
        "经常性项目": paragraph(field(r"EQ \o\ac(□,√)") + run("经常性项目") + field(r"EQ \o\ac(□, )") + run("")),
        "≥95.00(%)": paragraph(field(r'SYMBOL 179 \f "Symbol"') + run("95.00(%)")),
        GOAL: paragraph(field(r"EQ \o\ac(○,1)") + run("完成六座水库的安全监测；") + field(r"EQ \o\ac(○,2)") + run("及时处置险情。")),
    })


def text_turned_round_in_word():
    return changed({"≥6.00(座)": paragraph('<w:bdo w:val="rtl">' + run("(座)00.6≤") + "</w:bdo>"),
                    "≥95.00(%)": paragraph(run("≥") + '<w:bdo w:val="rtl">' + run("00.59") + "</w:bdo>" + run("(%)"))})


def numbers_and_boxes_that_nobody_sees_in_word():
    level = ('<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
             "<w:rPr><w:vanish/></w:rPr></w:lvl></w:abstractNum>"
             '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    box = ('<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:anchor>'
           '<wp:docPr id="3" name="旧值" hidden="1"/><w:txbxContent>' + paragraph("≥5.00(座)") + "</w:txbxContent></wp:anchor></w:drawing></w:r>")
    return changed({"≥95.00(%)": paragraph("≥95.00(%)", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
                    "≥6.00(座)": paragraph(run("≥6.00(座)") + box)},
                   others=[("numbering", "numbering.xml", part_xml("numbering", level))])


def ink_and_dates_of_the_day_in_word():
    ink = f'<w:r><w:contentPart xmlns:r="{OFFICE}" r:id="rId9"/></w:r>'
    return changed({"≥6.00(座)": paragraph(ink), "≥95.00(%)": paragraph("<w:r><w:yearLong/></w:r>" + run("年≥95.00(%)"))})


def web_archive_inside_a_word_document():
    cells = form("水库安全监测经费", GOAL, INDICATORS)
    table = "".join("<tr>" + "".join(
        f'<td colspan="{c.across}" rowspan="{c.down}">{c.text}</td>' for c in row if c is not None) + "</tr>" for row in cells)
    page = f"<html><body><p>{TITLE}</p><p>{YEAR}</p><table border=1>{table}</table></body></html>"
    quoted = "".join(f"={byte:02X}" for byte in page.encode())
    lines = "=\r\n".join(quoted[i:i + 72] for i in range(0, len(quoted), 72))
    archive = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"teil\"\r\n\r\n--teil\r\n"
               "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
               lines + "\r\n--teil--\r\n")
    chunk = f'<w:altChunk xmlns:r="{OFFICE}" r:id="rId1"/>'
    return package(chunk, others=[("aFChunk", "chunk.mht", archive)])


def rtf_inside_a_word_document():
    """Its title stands in the Word document."""
    chunk = f'<w:altChunk xmlns:r="{OFFICE}" r:id="rId1"/>'
    text = old_office.rich_text("", old_office.form())
    return package(paragraph("3.良种补贴绩效目标表") + chunk, others=[("aFChunk", "chunk.rtf", text)])


def old_document_inside_a_word_document():
    chunk = f'<w:altChunk xmlns:r="{OFFICE}" r:id="rId1"/>'
    return package(heading_xml() + chunk, others=[("aFChunk", "chunk.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")])


def table_inside_a_goal():
    inner = ("<w:tbl><w:tblPr/><w:tr>" + cell_xml(Cell("今年")) + cell_xml(Cell("监测六座")) + "</w:tr><w:tr>" +
             cell_xml(Cell("明年")) + cell_xml(Cell("监测九座")) + "</w:tr></w:tbl>")
    return changed({GOAL: paragraph("分年任务如下：") + inner + paragraph("")})


SAMPLES = [struck_text_in_word, text_that_nobody_sees_in_word, prompts_left_in_content_controls, notes_to_cells_in_word,
           graphics_in_cells_of_word, heading_drawn_as_word_art, heading_in_the_page_header, fonts_of_signs_by_style_in_word,
           text_in_the_colour_of_its_cell_in_word, cells_that_go_on_a_hidden_row_in_word,
           text_turned_round_in_word, numbers_and_boxes_that_nobody_sees_in_word, ink_and_dates_of_the_day_in_word,
           fields_that_show_nothing_in_word, signs_made_by_fields_in_word, web_archive_inside_a_word_document, rtf_inside_a_word_document,
           table_inside_a_goal]

if __name__ == "__main__":
    write(SAMPLES, [old_document_inside_a_word_document])
