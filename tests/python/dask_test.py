"""Archives as Dask DataFrames, on a cluster of two processes one of which is lost. Run with the samples' folder as the only
argument."""
import io
import os
import pathlib
import sys
import tempfile
import unittest
import zipfile

import dask

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
