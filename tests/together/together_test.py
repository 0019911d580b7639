"""Forms over years with one fault a project: each is found, at its project, and nothing else, in every format.

usage: together_test.py JIXIAO PROJECTS
"""
import json
import os
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))


def check(jixiao, *options):
    run = subprocess.run([jixiao, "check", "--together", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    assert run.returncode in (0, 1), run.stderr.decode()
    return run.returncode, run.stdout.decode("utf-8")


def project_of(document, folder):
    return os.path.relpath(document, folder).split(os.sep)[0]


def check_faults(report, folder):
    found = {}
    for one in report["across"]:
        assert one["other"]["document"] and one["other"]["path"].startswith("/forms/0"), one
        assert one["message"] and one["remedy"] and one["basis"] and one["path"].startswith("/forms/0"), one
        found.setdefault(project_of(one["document"], folder), set()).add(one["code"])
    with open(folder + ".faults", encoding="utf-8") as faults:
        for line in faults:
            code, project, name = line.rstrip("\n").split("\t")
            assert found.get(project, set()) == ({code} if code != "-" else set()), (name, code, found.get(project))


def check_sarif(log):
    results = [one for one in log["runs"][0]["results"] if one["ruleId"].startswith("V7")]
    for one in results:
        assert log["runs"][0]["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        for place in (*one["locations"], *one["relatedLocations"]):
            assert place["physicalLocation"]["region"]["startLine"] >= 1, one
            assert place["logicalLocations"][0]["fullyQualifiedName"].startswith("/forms/0"), one
    return len(results)


def check_desk(jixiao, folder, count):
    workbook, page = os.path.join(folder, "..", "review.xlsx"), os.path.join(folder, "..", "review.html")
    check(jixiao, folder, "--lang", "zh", "--fail-on", "never", "-o", workbook)
    with zipfile.ZipFile(workbook) as package:
        assert "跨文档对比" in package.read("xl/workbook.xml").decode()
        assert package.read("xl/worksheets/sheet4.xml").decode().count("<row ") == count + 1
    check(jixiao, folder, "--lang", "zh", "--fail-on", "never", "-o", page)
    with open(page, encoding="utf-8") as text:
        assert text.read().count('id="across') == count + 1


def main():
    jixiao, projects = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "forms")
        subprocess.run([sys.executable, os.path.join(HERE, "make_forms.py"), folder, projects], check=True)
        _, text = check(jixiao, folder, "--format", "json")
        report = json.loads(text)
        check_faults(report, folder)
        assert check(jixiao, folder, "--format", "json", "-j1")[1] == text
        count = len(report["across"])
        assert check_sarif(json.loads(check(jixiao, folder, "--format", "sarif")[1])) == count
        _, lines = check(jixiao, folder, "--format", "jsonl")
        assert sum(json.loads(line)["type"] == "across" for line in lines.splitlines()) == count
        assert check(jixiao, folder, "--format", "junit")[1].count('name="V7') == count
        check_desk(jixiao, folder, count)
        # What is shown counts, and nothing else.
        assert check(jixiao, folder, "--only", "V7", "--fail-on", "warning")[0] == 1
        assert check(jixiao, folder, "--only", "V7", "--off", "V701-V715", "--fail-on", "note")[0] == 0
        baseline = os.path.join(place, "baseline.json")
        with open(baseline, "w", encoding="utf-8") as out:
            out.write(text)
        again = json.loads(check(jixiao, folder, "--only", "V7", "--baseline", baseline, "--format", "json")[1])
        assert again["across"] == [] and again["across_known"] == count


main()
