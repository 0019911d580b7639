"""Archives as Dask DataFrames, on a cluster of two processes one of which is lost. Run with the samples' folder as the only
argument."""
import importlib.util
import io
import os
import pathlib
import sys
import tempfile
import unittest
import zipfile

import dask
import dask.dataframe

import cluster
import jixiao.dask

SAMPLES = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 else ".").resolve()


class Local(unittest.TestCase):
    """Without a cluster: what partitions hold."""

    def setUp(self):
        dask.config.set(scheduler="synchronous")

    def test_archives_patterns_and_what_cannot_be_had(self):
        with tempfile.TemporaryDirectory() as folder:
            archive = os.path.join(folder, "forms.zip")
            with zipfile.ZipFile(archive, "w") as out:
                out.write(SAMPLES / "intact_form" / "input.txt", "2026/form.txt")
            urls = [f"{folder}/*.zip", f"zip://2026/form.txt::{archive}", "memory://nowhere/form.docx", "nowhere://form.docx"]
            forms = jixiao.dask.read_forms(urls, batch_size=2)
            documents, findings, funds = dask.compute(forms.documents, forms.diagnostics, forms.funds)
        self.assertEqual(list(documents.path), [f"{archive}/2026/form.txt", urls[1], *urls[2:]])
        self.assertEqual(list(documents.fate), ["converted", "converted", "failed", "failed"])
        self.assertEqual(list(findings[findings.code == "S110"].path), urls[2:])
        self.assertEqual(len(funds), 14)

    def test_meta_is_what_comes(self):
        forms = jixiao.dask.read_forms([str(SAMPLES / "intact_form" / "input.txt")], exact=True)
        for frame, computed in zip(forms, dask.compute(*forms)):
            self.assertEqual(dict(frame.dtypes), dict(computed.dtypes))
        self.assertEqual(str(forms.funds.compute().yuan[0]), "360000.00")

    def test_grammars_go_to_other_processes(self):
        grammars = jixiao.Grammars('form river {\n  family river\n  title "*河道"\n  pairs { "河名" -> project_name }\n}\n')
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "river.txt")
            pathlib.Path(path).write_text("河道\n河名\t清河\n年度目标\t保持水面清洁\n一级指标\t二级指标\t三级指标\t指标值\n"
                                          "产出指标\t数量指标\t保洁河道长度\t≥12公里\n", encoding="utf-8")
            kinds = jixiao.dask.read_forms([path], grammars=grammars).forms.compute(scheduler="processes", num_workers=1).kind
        self.assertEqual(list(kinds), ["river"])

    def test_parquet(self):
        forms = jixiao.dask.read_forms([str(SAMPLES / "intact_form" / "input.txt")])
        with tempfile.TemporaryDirectory() as folder:
            if not any(map(importlib.util.find_spec, ("pyarrow", "fastparquet"))):
                with self.assertRaisesRegex(jixiao.Error, "pip install pyarrow"):
                    forms.to_parquet(folder)
                self.assertEqual(os.listdir(folder), [])
                return
            forms.to_parquet(folder)
            for table, frame in zip(forms._fields, forms):
                again = dask.dataframe.read_parquet(f"{folder}/{table}").compute()
                self.assertEqual(again.astype(object).values.tolist(), frame.compute().astype(object).values.tolist(), table)

    def test_nothing(self):
        self.assertEqual(len(jixiao.dask.read_forms([]).documents.compute()), 0)


class Cluster(unittest.TestCase):
    def test_a_lost_worker_changes_no_row(self):
        inputs = sorted(str(path) for path in SAMPLES.glob("*/input.*"))
        with tempfile.TemporaryDirectory() as folder:
            database = os.path.join(folder, "x.sqlite")
            cluster.convert(inputs, database)
            faults, rows = cluster.differences(inputs, 20, database)
        self.assertEqual(faults, [])
        self.assertGreater(rows, 5000)


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(stream=io.TextIOWrapper(sys.stderr.buffer, "utf-8")))
