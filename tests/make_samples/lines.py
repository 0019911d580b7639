#!/usr/bin/env python3
"""Writes the samples of text carriers that print a table line by line, with the programs that print so.

usage: tests/make_samples/lines.py      needs w3m, antiword, catdoc and soffice (LibreOffice Writer)
"""
import pathlib
import subprocess
import tempfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"

TABLE = """
<p>3.河湖巡查绩效目标表</p>
<p>310207白杨县水务局</p>
<p>单位：万元</p>
<table border="1">
<tr><td>项目编码<td colspan="2">99012025P00C3D4E5F6A<td>项目名称<td colspan="2">河湖巡查</tr>
<tr><td rowspan="2">资金支出计划（%）<td>3月底<td colspan="2">6月底<td>10月底<td>12月底</tr>
<tr><td>20%<td colspan="2">45%<td>70%<td>100%</tr>
<tr><td>绩效目标<td colspan="5">1.每周巡查县域内全部骨干河道，发现问题当日上报，并跟踪到整改完成；<br>2.汛期加密巡查。</tr>
<tr><td>一级指标<td>二级指标<td>三级指标<td>绩效指标描述<td>指标值<td>指标值确定依据</tr>
<tr><td rowspan="3">产出指标<td rowspan="2">数量指标<td>巡查河道长度<td>每周巡查的骨干河道长度<td>≥86.5公里<td>年度计划</tr>
<tr><td>巡查次数<td>全年巡查次数<td>≥52次<td>年度计划</tr>
<tr><td>时效指标<td>问题上报时限<td>发现问题到上报的时间<td>≤1天<td>巡查办法</tr>
<tr><td>满意度指标<td>服务对象满意度指标<td>沿河居民满意度<td>受访居民中满意的比例<td>≥92%<td>往年调查</tr>
</table>
"""

PAGE = "<html><head><meta charset='utf-8'></head><body>" + TABLE + "</body></html>"


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout.decode()


def write(sample, text):
    folder = SAMPLES / sample
    folder.mkdir(exist_ok=True)
    (folder / "input.txt").write_text(text, encoding="utf-8")


def w3m(columns):
    return run("w3m", "-dump", "-cols", str(columns), "-I", "UTF-8", "-O", "UTF-8", "-T", "text/html",
               input=PAGE.encode())


def libreoffice(folder, target):
    (pathlib.Path(folder) / "page.html").write_text(PAGE, encoding="utf-8")
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)",
        "--convert-to", target, "--outdir", folder, f"{folder}/page.html")


def antiword(columns):
    with tempfile.TemporaryDirectory() as folder:
        libreoffice(folder, "doc:MS Word 97")
        return run("antiword", "-m", "UTF-8.txt", "-w", str(columns), f"{folder}/page.doc")


def catdoc():
    with tempfile.TemporaryDirectory() as folder:
        libreoffice(folder, "doc:MS Word 97")
        return run("catdoc", "-d", "utf-8", f"{folder}/page.doc")


def libreoffice_text():
    with tempfile.TemporaryDirectory() as folder:
        libreoffice(folder, "txt:Text")
        return (pathlib.Path(folder) / "page.txt").read_text(encoding="utf-8")


write("table_drawn_with_box_characters", w3m(80))
write("table_drawn_with_upright_bars_only", antiword(76))
write("word97_table_marks_in_wrapped_lines", catdoc())
write("one_cell_a_line_without_rows", libreoffice_text())
