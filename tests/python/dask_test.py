"""Archives as Dask DataFrames, on a cluster of two processes one of which is lost. Run with the samples' folder as the only
argument."""
import decimal
import io
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

import dask
import distributed
import pandas

import jixiao
import jixiao.dask

SAMPLES = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 else ".").resolve()


def database_rows(database, table):
    """The rows of a table of `jixiao convert -o x.sqlite`, keyed by path as Dask's are."""
    columns = jixiao._partition.columns(table)
    names = ", ".join("documents.path" if name == "path" else f'"{table}"."{name}"' for name in columns)
    join = "" if table == "documents" else f'JOIN documents ON documents.document = "{table}".document'
    with sqlite3.connect(database) as connection:
        return connection.execute(f'SELECT {names} FROM "{table}" {join}').fetchall()


def comparable(rows):
    return sorted((tuple(map(plain, row)) for row in rows), key=repr)


def plain(value):
    if value is None or value is pandas.NA or value != value:
        return None
    return float(value) if isinstance(value, (decimal.Decimal, float, int)) else value


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
            subprocess.run([os.environ["JIXIAO_PROGRAM"], "convert", "-q", *inputs, "-o", database], check=True)
            with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster, \
                    distributed.Client(cluster) as client:
                forms = client.persist(list(jixiao.dask.read_forms(inputs, batch_size=20)))
                distributed.wait(forms)
                workers = client.run(os.getpid)
                os.kill(next(iter(workers.values())), signal.SIGKILL)
                tables = client.gather(client.compute(forms))
                self.assertEqual(len(workers), 2)
            for table, frame in zip(jixiao.dask.Forms._fields, tables):
                self.assertEqual(comparable(frame.itertuples(index=False)), comparable(database_rows(database, table)), table)
            self.assertEqual(list(tables[0].path), inputs)


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(stream=io.TextIOWrapper(sys.stderr.buffer, "utf-8")))
