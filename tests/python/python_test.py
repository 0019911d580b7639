"""The package for Python. Run with the samples' folder as the only argument."""
import decimal
import io
import os
import pathlib
import pickle
import re
import subprocess
import sys
import tempfile
import threading
import unittest

import jixiao
import pandas

SAMPLES = pathlib.Path(sys.argv.pop())
INTACT = SAMPLES / "intact_form" / "input.txt"
NOT_ADDING_UP = SAMPLES / "fund_parts_do_not_add_up" / "input.txt"


def sample_with(code):
    """The document of a sample that has a finding of this code."""
    for path in sorted(SAMPLES.glob("*/input.txt")):
        document = jixiao.convert(path)
        if any(finding.code == code and finding.path for finding in document.findings):
            return document
    raise AssertionError(code)


class Converting(unittest.TestCase):
    def test_a_path_and_bytes_give_the_same_forms(self):
        self.assertEqual(jixiao.convert(INTACT).forms, jixiao.convert(INTACT.read_bytes(), name="form.txt").forms)
        self.assertEqual(jixiao.convert(str(INTACT)).source.path, str(INTACT))
        self.assertIsNone(jixiao.convert(INTACT.read_bytes()).source.path)

    def test_the_json_is_that_of_the_command_line(self):
        expected = (INTACT.parent / "expected.json").read_text(encoding="utf-8").rstrip("\n")
        self.assertEqual(jixiao.convert(INTACT.read_bytes(), name="input.txt").to_json(), expected)

    def test_json_is_read_back(self):
        document = jixiao.convert(INTACT)
        self.assertEqual(jixiao.Document.from_json(document.to_json()), document)
        with self.assertRaisesRegex(jixiao.Error, "jixiao/1"):
            jixiao.Document.from_json("{}")

    def test_a_file_that_is_not_there_is_a_finding(self):
        document = jixiao.convert("/nowhere/form.docx")
        self.assertEqual(document.fate, "failed")
        self.assertEqual([finding.code for finding in document.findings], ["S110"])
        self.assertFalse(jixiao.check("/nowhere/form.docx").passed)

    def test_options(self):
        with self.assertRaisesRegex(jixiao.Error, "papyrus"):
            jixiao.convert(INTACT, reader="papyrus")
        with self.assertRaises(jixiao.Error):
            jixiao.convert(INTACT, least="perhaps")
        self.assertEqual(jixiao.convert(INTACT, limit_bytes=10).forms, [])
        self.assertIsNone(jixiao.convert(INTACT, keep_grid=False).grid)

    def test_grammars(self):
        grammars = jixiao.Grammars('form mine {\n  family mine\n  title "*河道"\n  pairs { "河名" -> project_name }\n}\n')
        text = ("河道\n河名\t清河\n年度目标\t保持水面清洁\n一级指标\t二级指标\t三级指标\t指标值\n"
                "产出指标\t数量指标\t保洁河道长度\t≥12公里\n").encode()
        self.assertEqual(jixiao.convert(text, grammars=grammars).forms[0].project_name, "清河")
        again = pickle.loads(pickle.dumps(grammars))
        self.assertEqual(jixiao.convert(text, grammars=again).forms[0].project_name, "清河")
        self.assertEqual(repr(again), "<Grammars grammar.form>")
        with self.assertRaisesRegex(jixiao.Error, "bad.form:1:"):
            jixiao.Grammars("form {", "bad.form")

    def test_explain(self):
        self.assertIn("S110", jixiao.explain("S110"))
        with self.assertRaises(jixiao.Error):
            jixiao.explain("X999")

    def test_from_many_threads(self):
        expected = jixiao.convert(INTACT)
        seen = []
        threads = [threading.Thread(target=lambda: seen.append(jixiao.convert(INTACT))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(seen, [expected] * 8)

    def test_the_interpreter_is_free_meanwhile(self):
        with tempfile.TemporaryDirectory() as folder:
            pipe = os.path.join(folder, "form.txt")
            os.mkfifo(pipe)
            seen = []
            thread = threading.Thread(target=lambda: seen.append(jixiao.convert(pipe)))
            thread.start()
            # The library waits for this thread, which needs the interpreter.
            with open(pipe, "wb") as file:
                file.write(INTACT.read_bytes())
            thread.join()
        self.assertEqual(seen[0].forms, jixiao.convert(INTACT).forms)


class Objects(unittest.TestCase):
    def setUp(self):
        self.form = jixiao.convert(INTACT).forms[0]

    def test_fields(self):
        self.assertEqual(self.form.fiscal_year, 2026)
        self.assertEqual(self.form.supervising_department, jixiao.Party(None, "青石县水务局"))
        self.assertIsNone(self.form.project_code)
        self.assertEqual(self.form.goals.annual, "全年检修供水管网，保障十二个行政村稳定供水。")
        self.assertEqual(self.form.at.line, 1)

    def test_numbers_keep_their_digits(self):
        fund = self.form.fund("year.total.budget")
        self.assertEqual(str(fund.yuan), "360000.00")
        self.assertIsInstance(fund.yuan, decimal.Decimal)
        self.assertIsNone(self.form.fund("year.total.score"))

    def test_indicators(self):
        self.assertEqual([one.level3 for one in self.form.indicators_of("数量指标")], ["检修供水管网长度"])
        target = self.form.indicators[0].target
        self.assertEqual((target.op, str(target.number), target.unit), ("<=", "1200.00", "元/公里"))

    def test_repr(self):
        self.assertEqual(repr(self.form), "<Form 2026 农村供水管网维护经费: declaration, 5 indicators, 7 amounts>")
        self.assertIn("V502", repr(jixiao.convert(NOT_ADDING_UP).findings))
        self.assertRegex(repr(jixiao.convert(NOT_ADDING_UP)), r"<Document input.txt: 1 form, 1 error")
        for indicator in self.form.indicators:
            repr(indicator)
        self.assertEqual(repr(jixiao.check(NOT_ADDING_UP)), "<Review of input.txt: 1 error, 4 other findings>")

    def test_findings_of_a_form(self):
        form = jixiao.convert(NOT_ADDING_UP).forms[0]
        self.assertIn("V502", [finding.code for finding in form.findings])

    def test_pickle(self):
        document = jixiao.convert(INTACT)
        again = pickle.loads(pickle.dumps(document))
        self.assertEqual(again, document)
        self.assertEqual(again.grid, document.grid)


class Html(unittest.TestCase):
    def test_a_form_is_its_grid(self):
        html = jixiao.convert(INTACT).forms[0]._repr_html_()
        self.assertEqual(html.count("<tr>"), 17)
        self.assertIn("≥300.00(公里)", html)
        self.assertIn('title="/forms/0/project_name"', html)
        self.assertNotIn(jixiao._html.COLOURS["error"], html)

    def test_what_was_repaired_is_coloured(self):
        document = sample_with("R402")
        finding = next(one for one in document.findings if one.code == "R402" and one.path)
        form = document.forms[int(finding.path.split("/")[2])]
        self.assertRegex(form._repr_html_(), f'background:{jixiao._html.COLOURS["note"]}"[^>]*R402')

    def test_what_is_wrong_is_coloured(self):
        html = jixiao.convert(NOT_ADDING_UP).forms[0]._repr_html_()
        self.assertRegex(html, f'background:{jixiao._html.COLOURS["error"]}"[^>]*V502')

    def test_without_a_grid_fields_are_shown(self):
        html = jixiao.convert(INTACT, keep_grid=False).forms[0]._repr_html_()
        self.assertIn("≥300.00(公里)", html)
        self.assertIn("year.total.budget", html)

    def test_texts_are_escaped(self):
        document = jixiao.convert((
            "项目支出绩效目标表\n项目名称\t<script>x</script>\n年度目标\t甲\n一级指标\t二级指标\t三级指标\t指标值\n"
            "产出指标\t数量指标\t保洁河道长度\t≥12公里\n").encode(), name="<b>.txt")
        for html in (document._repr_html_(), document.forms[0]._repr_html_()):
            self.assertNotIn("<script>", html)
            self.assertNotIn("<b>.txt", html)


class Tables(unittest.TestCase):
    def test_all_tables_have_their_columns(self):
        frames = jixiao.convert(INTACT).to_pandas()
        self.assertEqual(list(frames), ["documents", "sections", "forms", "funds", "goals", "indicators", "parts", "extras",
                                        "fields", "diagnostics"])
        self.assertEqual([len(frames[name]) for name in ("documents", "forms", "funds", "indicators")], [1, 1, 7, 5])
        self.assertEqual(str(frames["forms"].dtypes["fiscal_year"]), "Int64")
        self.assertEqual(str(frames["sections"].dtypes["heading"]), "string")

    def test_decimals(self):
        document = jixiao.convert(INTACT)
        self.assertEqual(document.to_pandas("funds").query("scope == 'year' and item == 'total'").yuan.sum(), 360000.0)
        exact = document.to_pandas("funds", exact=True).yuan
        self.assertEqual(str(exact[0]), "360000.00")

    def test_of_several_documents(self):
        frame = jixiao.to_pandas([jixiao.convert(INTACT), jixiao.convert(NOT_ADDING_UP)], "indicators")
        self.assertEqual(sorted(frame.document.unique()), [0, 1])
        self.assertIsInstance(frame, pandas.DataFrame)
        with self.assertRaisesRegex(jixiao.Error, "papyrus"):
            jixiao.to_pandas([], "papyrus")


class Checking(unittest.TestCase):
    def test_findings_and_reports(self):
        review = jixiao.check(NOT_ADDING_UP, language="zh")
        self.assertFalse(review.passed)
        self.assertEqual([one.code for one in review.findings if one.severity == "error"], ["V502"])
        self.assertIn("公共厕所改造", str(review))
        self.assertIn('"2.1.0"', review.report("sarif"))
        self.assertTrue(jixiao.check(INTACT).passed)
        with self.assertRaises(jixiao.Error):
            review.report("papyrus")

    def test_the_report_is_that_of_the_command_line(self):
        program = os.environ["JIXIAO_PROGRAM"]
        run = subprocess.run([program, "check", "--format", "json", NOT_ADDING_UP], stdout=subprocess.PIPE, text=True)
        self.assertEqual(jixiao.check(NOT_ADDING_UP).report("json"), run.stdout)
        self.assertEqual(jixiao.check(NOT_ADDING_UP.read_bytes(), name=str(NOT_ADDING_UP)).report("json"), run.stdout)


class Many(unittest.TestCase):
    def folders(self):
        return sorted(path for path in SAMPLES.iterdir() if path.is_dir())[:20]

    def test_in_order_whatever_the_workers(self):
        one = list(jixiao.convert_many(self.folders(), workers=1))
        two = list(jixiao.convert_many(self.folders(), workers=2))
        self.assertEqual(one, two)
        paths = [document.source.path for document in one]
        self.assertEqual(paths, sorted(paths))

    def test_archives_are_read_in_place(self):
        import zipfile
        with tempfile.TemporaryDirectory() as folder:
            archive = os.path.join(folder, "forms.zip")
            with zipfile.ZipFile(archive, "w") as out:
                out.write(INTACT, "2026/form.txt")
            documents = list(jixiao.convert_many([archive, "/nowhere/x.docx"]))
        self.assertEqual([one.source.path for one in documents], [archive + "/2026/form.txt", "/nowhere/x.docx"])
        self.assertEqual([one.fate for one in documents], ["converted", "failed"])

    def test_progress_and_an_early_end(self):
        seen = []
        documents = jixiao.convert_many(self.folders(), progress=lambda done, path: seen.append(done))
        next(documents)
        next(documents)
        documents.close()
        self.assertEqual(seen, [1, 2])

    def test_what_cannot_be_done_is_raised(self):
        with self.assertRaises(jixiao.Error):
            list(jixiao.convert_many([INTACT], reader="papyrus"))
        with self.assertRaises(TypeError):
            list(jixiao.convert_many(str(INTACT)))

    def test_isolated(self):
        documents = list(jixiao.convert_many([INTACT, NOT_ADDING_UP], workers=2, isolated=True))
        self.assertEqual([len(one.forms) for one in documents], [1, 1])


class Package(unittest.TestCase):
    def test_the_version_is_that_of_the_library(self):
        project = pathlib.Path(jixiao.__file__).parents[1] / "pyproject.toml"
        if project.exists():
            self.assertIn(f'version = "{jixiao.version()}"', project.read_text(encoding="utf-8"))
        self.assertEqual(jixiao.__version__, jixiao.version())

    def test_structs_are_those_of_the_header(self):
        header = pathlib.Path(os.environ["JIXIAO_HEADER"]).read_text(encoding="utf-8")
        header = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
        for name, struct in (("options", jixiao._abi.Options), ("batch", jixiao._abi.Batch), ("result", jixiao._abi.Result)):
            body = re.search(rf"typedef struct jixiao_{name} {{(.*?)}} jixiao_{name};", header, re.DOTALL)[1]
            members = [re.search(r"\(\*(\w+)\)|(\w+)$", line.strip()) for line in body.split(";") if line.strip()]
            self.assertEqual([member[1] or member[2] for member in members],
                             [field[0].rstrip("_") for field in struct._fields_])


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(stream=io.TextIOWrapper(sys.stderr.buffer, "utf-8")))
