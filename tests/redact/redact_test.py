"""Names of persons and telephone numbers leave no trace in any output with --redact contacts.

usage: redact_test.py JIXIAO
"""
import io
import os
import subprocess
import sys
import tempfile
import zipfile

NAMES = ("王朝晖", "欧阳静", "李 建", "孙晓岚", "赵立群")
NUMBERS = ("13900001234", "0312-5556677", "8765432", "400-820-1234", "137 0000 4321")

FORM = """填报单位：石桥湾区城市管理局  填报人：孙晓岚  联系电话：13900001234  填报日期：2025年3月1日
2025年度项目支出绩效自评表
项目名称	公共自行车运维							
主管部门	石桥湾区城市管理局			实施单位	石桥湾区城市管理局			
项目负责人	王朝晖			联系电话	0312-5556677			
项目资金（万元）			年初预算数	全年预算数	全年执行数	分值	执行率	得分
	年度资金总额		60.00	58.00	55.10	10	95.00%	9.5
	其中：当年财政拨款		60.00	58.00	55.10	—	95.00%	—
	上年结转资金		0.00	0.00	0.00	—		—
	其他资金					—		—
年度总体目标	预期目标				实际完成情况			
	保障公共自行车正常运行，由王朝晖牵头。				公共自行车全年正常运行。			
绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
	产出指标	数量指标	运维车辆数	≥900(辆)	905辆	50	50	
	满意度指标	服务对象满意度指标	骑行市民满意度	≥90%	88%	40	40	王朝晖已约谈运维公司，热线400-820-1234。
总分						100	98.5	
单位负责人（签字）：欧阳静    经办人：李 建    电话：8765432
如有疑问请拨打137 0000 4321，赵立群（联系人：赵立群）。
"""


def page_of(form):
    rows = "".join("<tr>%s</tr>" % "".join("<td>%s</td>" % cell for cell in line.split("\t")) if "\t" in line else "</table><p>%s</p><table>" % line
                   for line in form.splitlines())
    return "<!DOCTYPE html><meta charset=utf-8><body><table>%s</table></body>" % rows


def document_of(form):
    """The least Word document with the form's paragraphs and rows."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraph = lambda text: "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>" % text
    body, rows = "", ""
    for line in form.splitlines() + [""]:
        if "\t" in line:
            rows += "<w:tr>%s</w:tr>" % "".join("<w:tc>%s</w:tc>" % paragraph(cell) for cell in line.split("\t"))
            continue
        body, rows = body + ("<w:tbl>%s</w:tbl>" % rows if rows else "") + paragraph(line), ""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.'
                         'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        package.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://'
                         'schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml", '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (word, body))
    return out.getvalue()


def contents_of(path):
    """All bytes of a file, a folder's files, and what packages hold."""
    if os.path.isdir(path):
        return b"\n".join(contents_of(os.path.join(path, name)) for name in sorted(os.listdir(path)))
    with open(path, "rb") as file:
        data = file.read()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b"\n".join(package.read(name) for name in package.namelist())
    return data


def traces_in(data):
    text = "".join(data.decode("utf-8", "replace").split())
    return [secret for secret in (*NAMES, *NUMBERS) if secret.replace(" ", "") in text]


def outputs(jixiao, source, folder, *options):
    """What each command and format says of a file, by its name."""
    def run(*command):
        done = subprocess.run([jixiao, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        assert done.returncode in (0, 1), (command, done.stderr.decode())
        return done.stdout + done.stderr
    yield "inspect", run("inspect", source, *options)
    for form in ("json", "jsonl"):
        yield form, run("convert", source, "--to", form, *options)
    for name in ("out/", "out.xlsx", "out.sqlite"):
        target = os.path.join(folder, name)
        said = run("convert", source, "-o", target, *options)
        yield name, said + contents_of(target)
    for form in ("text", "json", "jsonl", "sarif", "junit"):
        for language in ("zh", "en"):
            yield "check " + form, run("check", source, "--reading", "--together", "--format", form, "--lang", language, *options)
    for name in ("review.xlsx", "review.html"):
        target = os.path.join(folder, name)
        said = run("check", source, "--reading", "-o", target, *options)
        yield name, said + contents_of(target)


def main():
    jixiao = sys.argv[1]
    carriers = {"form.txt": FORM.encode(), "gb.txt": FORM.encode("gb18030"), "form.html": page_of(FORM).encode(), "form.docx": document_of(FORM)}
    for name, data in carriers.items():
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, name)
            with open(source, "wb") as out:
                out.write(data)
            for what, said in outputs(jixiao, source, folder, "--redact", "contacts"):
                assert not traces_in(said), (name, what, traces_in(said))
                assert "公共自行车" in said.decode("utf-8", "replace"), (name, what)
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, name)
            with open(source, "wb") as out:
                out.write(data)
            # Without the option they are there: the test would see them.
            plain = dict(outputs(jixiao, source, folder))
            assert len(traces_in(plain["json"])) == len(NAMES) + len(NUMBERS), (name, traces_in(plain["json"]))
            assert traces_in(plain["review.html"]) and traces_in(plain["inspect"]), name


main()
