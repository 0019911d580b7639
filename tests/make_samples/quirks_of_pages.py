#!/usr/bin/python3
"""Writes the pages and Markdown texts of samples/ that other programs are known to read wrong: what users of them reported, rebuilt
around a form of our own. The same bytes on every run.

Usage: tests/make_samples/quirks_of_pages.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import sys

from pages_seen import page, seen_in_markdown
from seen import Samples
from word import GOAL, TITLE, YEAR

T6, T95, T90 = "≥6.00(座)", "≥95.00(%)", "≥90.00(%)"
HIDDEN, GENERATED = "hidden text", "text that a style sheet prints"
SAME = "characters that look the same, or like nothing"


def out_of_sight(samples):
    contents = {
        T6: '<span style="font-size: 1px">填座数</span>≥6.00(座)',
        T95: '<span style="color: rgba(0, 0, 0, 0)">填百分比</span>≥95.00(%)<dialog>单击修改</dialog>',
        T90: '<span style="transform: scale(0)">去年88</span>≥90.00(%)',
    }
    samples.text("letters_without_size_or_colour_in_a_page", "html", page(contents), HIDDEN,
                 "Hints in letters of one pixel, without opacity, or scaled to nothing, and a dialog that nobody opened: none of them is seen.")
    contents = {T6: '<i class="hint">填座数</i>≥6.00(座)', T95: '<i class="tip">填百分比</i>≥95.00(%)'}
    samples.text("choices_and_layers_in_style_sheets", "html",
                 page(contents, "@layer base { td :is(.hint, .tip) { display: none } }"), HIDDEN,
                 "A style sheet of our days: the rule that hides two hints stands in a layer, and names them in one choice.")
    text = page({}).replace('<tr><td colspan="1" rowspan="1">质量指标', '<tr style="visibility: collapse"><td colspan="1" rowspan="1">质量指标')
    samples.text("row_that_collapses_within_a_merged_cell_of_a_page", "html", text, HIDDEN,
                 "A row is folded away that the merged cell beside it counts: what follows must not move to the right.")


def cut_to_nothing(samples):
    contents = {
        T6: '<span class="old">≥5</span>≥6.00(座)',
        T95: '<span style="-webkit-text-fill-color: transparent">上年90</span>≥95.00(%)',
        T90: '<span style="max-height: 0; overflow: hidden; display: block">待核</span>≥90.00(%)',
        "梅坞区水库管理所": '<span style="color: hsl(0, 0%, 100%)">旧所</span>梅坞区水库管理所<b style="color: #FEFEFE">（合并前）</b>',
    }
    samples.text("boxes_cut_to_nothing_and_near_white_in_a_page", "html", page(contents, "@supports (display: grid) { .old:not(.kept) { display: none } }"),
                 HIDDEN, "Texts in boxes without a height that show nothing beyond their edges, in letters without a fill, in a white that a hue says, and in\n"
                 "one that no eye tells from it. A rule takes one out that is none of a class.")
    contents = {T95: "<svg width=80><text>≥95.00(%)</text></svg>",
                "经常性项目": "<svg><title>勾选框</title><path d='M0 0'/></svg>经常性项目"}
    samples.text("values_drawn_in_words_in_a_page", "html", page(contents), "pictures in cells",
                 "A target is drawn by a script as words of SVG: it is read. A drawing without words is a picture, and that is said; its parts close\nthemselves, and the text behind it is the cell's.")
    sheet = page({})
    hidden = page({GOAL: "旧目标", T6: "≥5.00(座)"}).replace(
        "<head>", "<head><!--[if gte mso 9]><xml><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></xml><![endif]-->")
    parts = "".join(f"--teil\nContent-Location: sheet00{i}.htm\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
                    for i, text in ((1, sheet), (2, hidden)))
    samples.text("archive_of_a_workbook_with_a_hidden_sheet", "mht",
                 f'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=teil\n\n{parts}--teil--\n', HIDDEN,
                 "Excel saved a workbook as a web archive. A sheet that is hidden in it stands in the archive like the others, with a word in its head.")


def looked_around(samples):
    contents = {
        T6: '<i class="tip">填座数</i>≥6.00(座)',
        T95: "<em><b></b>填百分比</em>≥95.00(%)<details><summary></summary>上年90</details>",
        T90: '<b class="old"></b><i>去年88</i>≥90.00(%)',
        "梅坞区水库管理所": '梅坞区水库管理所<u class="a former name">旧所</u>',
    }
    rules = "td { color: black; & .tip { display: none } } em:has(b) { display: none } .old + i { display: none } u[class~=former] { opacity: 0 }"
    samples.text("selectors_that_look_around", "html", page(contents, rules), HIDDEN,
                 "Rules hide texts by what stands before them, by what is in them, by one of their classes, and in rules inside of rules. What stands in\n"
                 "details that nobody opened is not seen either.")
    text = page({T6: '<bdo dir="rtl">(座)00.6≤</bdo>', T95: '≥<span class="t">00.59</span>(%)', T90: "\u202e(%)00.09≤"},
                ".t { direction: rtl; unicode-bidi: bidi-override }")
    samples.text("text_turned_round_in_a_page", "html", text, SAME,
                 "An element, a rule and a mark turn the order of characters round, digits and Chinese included. What is seen is the other way round\n"
                 "than what is stored, and brackets and comparators are drawn as in a mirror.")
    parts = '<div style="display: flex; flex-direction: row-reverse"><span>(座)</span><span>≥6.00</span></div>'
    order = '<div style="display: flex"><b style="order: 2">(%)</b><b>≥95.00</b></div>'
    samples.text("parts_in_another_order_in_a_page", "html", page({T6: parts, T95: order}), "tables that style sheets make",
                 "Flexible boxes show their parts in another order than the page has them in: backwards, and by numbers.")


def shown_otherwise(samples):
    text = page({T6: '<span data-v="≥6.00(座)" class="v"></span>'}, ".v::before { content: attr(data-v) }")
    samples.text("values_in_attributes_of_a_page", "html", text.replace(f">{T95}<", f' x:str="{T95}"><'), GENERATED,
                 "What is printed stands in attributes: a rule prints that of an element, and Excel keeps a text in another.")
    text = page({"经常性项目": '<i class="fa fa-check-square-o"></i>经常性项目 <i class="fa fa-square-o"></i>一次性项目'})
    samples.text("icons_for_boxes_in_a_page", "html", text, "check boxes",
                 "Boxes and ticks are signs of a font of icons that is not in the page. Which box is ticked is seen by the eye only; that is said.")
    text = page({
        T6: "<math><mfrac><mn>6</mn><mn>6</mn></mfrac></math>",
        T95: "≥95.00(<math><msup><mi>m</mi><mn>2</mn></msup></math>)",
        T90: '≥90.00(m<span style="vertical-align: super">3</span>)',
    })
    samples.text("fractions_and_powers_in_a_page", "html", text, GENERATED,
                 "A fraction of MathML is 6/6 and no 66, and what MathML or a style raises is a power.")
    text = page({
        T6: "≥6.00(座)<sup>[1]</sup>",
        GOAL: f'<span title="{GOAL}">{GOAL[:8]}…</span>',
    }, after="<p>[1] 其中新增自动监测两座。</p>\n")
    samples.text("marks_and_titles_beside_texts_of_a_page", "html", text, "notes beside a value",
                 "A raised number in brackets marks a note though it is no link. A text too long for its cell ends with dots; the whole is its title.")


def containers(samples):
    text = page({})
    samples.text("page_cut_off_inside_a_cell", "html", text[:text.index(T95) + len("≥95")], "files cut off",
                 "A download broke off in the middle of a target. What is left of it looks like a target, too; that the file ends there is said.")
    text = page({}).replace("<!DOCTYPE html>\n<html>", '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">')
    text = text.replace("<style></style>", "<title/><style/>").replace(T6, f"<a id=\"a\"/><s/>{T6}")
    samples.text("page_whose_elements_close_themselves", "html", text, "containers off the standard",
                 "Programs that extract text write XHTML with empty elements that close themselves. Read as HTML, the title would hold the whole\npage, and the crossed-out nothing all that follows.")


def markdown(samples):
    text = f"""# 项目支出绩效目标表（2026年度）

- 项目名称：预算评审服务
- 主管部门：宁岗县财政局
- 年度资金总额：36.5万元

## 年度目标

完成五十二个项目的预算评审。
"""
    samples.text("headings_and_lists_in_markdown", "md", text, "texts without a table",
                 "A form of headings and list items, without any table and any tag: it is no web page.")
    text = "".join(("> " + line).rstrip() + "\n" for line in seen_in_markdown({}).splitlines())
    samples.text("markdown_inside_a_block_quote", "md", text, "texts without a table",
                 "A table that was quoted in a mail: each line begins with the mark of a quote, which is no cell.")
    contents = {
        T6: '[≥5.00(座)]{.deletion author="甲" date="2026-01-02T10:00:00Z"}[≥6.00(座)]{.insertion author="甲" date="2026-01-02T10:00:00Z"}',
        T95: "{--≥90--}{++≥95++}.00(%)",
        T90: "{~~≥85~>≥90~~}.00(%){>>按上年结果<<}",
        "梅坞区水库管理所": "梅坞区水库管理所%%待核对%%",
        GOAL: "![[goal.png]]",
    }
    samples.text("edits_and_comments_in_markdown", "md", seen_in_markdown(contents), "struck text; hidden text; notes beside a value; pictures in cells",
                 "Converters and note books write tracked changes, comments and pictures with marks of their own. What was deleted is no value, a comment\n"
                 "is beside one, and a picture is not read.")
    old = seen_in_markdown({T6: "≥5.00(座)"}).split("\n", 4)[4]
    samples.text("table_inside_a_comment_of_markdown", "md", seen_in_markdown({}, before=f"<!-- 上年：\n{old}-->\n\n"), HIDDEN,
                 "The table of last year stands above the one of this year, in a comment over several lines: no page shows it.")
    samples.text("boxes_within_a_line_of_markdown", "md", seen_in_markdown({"经常性项目": "[x]经常性项目 [ ]一次性项目"}), "check boxes",
                 "Two boxes stand within one line, without blanks behind their brackets.")
    text = "---\ntitle: " + TITLE + "\ntags: [预算, 绩效]\n---\n\n" + seen_in_markdown(
        {"经常性项目": "- [x] 经常性项目<br>- [ ] 一次性项目"}).replace(f"# {TITLE}\n\n", "")
    samples.text("boxes_and_front_matter_in_markdown", "md", text, "check boxes",
                 "Boxes of a task list stand in a cell. The title stands in the front matter, whose other lines nobody sees.")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (out_of_sight, cut_to_nothing, looked_around, shown_otherwise, containers, markdown):
        write(samples)


if __name__ == "__main__":
    main()
