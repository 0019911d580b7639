"""An archive through Dask on a cluster of two processes, one of which is killed on the way, against `jixiao convert -o x.sqlite`.

Usage: cluster.py FILES  makes an archive of so many files and holds all rows of all tables against the database. JIXIAO_PROGRAM is
the program; the package for Python is that of PYTHONPATH. 20,000 files take some minutes.
"""
import decimal
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import dask
import distributed
import pandas

import jixiao
import jixiao.dask


def database_rows(database, table):
    """The rows of a table of the database, keyed by path as Dask's are."""
    columns = jixiao.partition.columns(table)
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


def kill_one_on_the_way(client, cluster, batches):
    """Kills a worker when a third of the batches is done."""
    def done():
        tasks = list(cluster.scheduler.tasks.items())
        return sum("read_frames" in str(key) and task.state in ("memory", "released") for key, task in tasks)

    workers = client.run(os.getpid)
    assert len(workers) == 2, workers
    while done() < max(1, batches // 3):
        time.sleep(0.02)
    os.kill(next(iter(workers.values())), signal.SIGKILL)


def read_with_a_loss(urls, batch_size):
    """All tables as DataFrames, from two workers that became one for a while."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster, \
            distributed.Client(cluster) as client:
        computed = client.compute(list(jixiao.dask.read_forms(urls, batch_size=batch_size)))
        kill_one_on_the_way(client, cluster, -(-len(urls) // batch_size))
        return dict(zip(jixiao.dask.Forms._fields, client.gather(computed)))


def differences(urls, batch_size, database):
    """A line for each table whose rows are others than the database's; and the number of rows compared."""
    tables, compared = read_with_a_loss(urls, batch_size), 0
    faults = [] if list(tables["documents"].path) == urls else ["documents are not in the order of the URLs"]
    for table, frame in tables.items():
        rows = comparable(frame.itertuples(index=False))
        compared += len(rows)
        if rows != comparable(database_rows(database, table)):
            faults.append(f"{table}: the rows are others")
    return faults, compared


def convert(inputs, database):
    listed = "".join(f"{path}\n" for path in inputs)
    subprocess.run([os.environ["JIXIAO_PROGRAM"], "convert", "-q", "--files-from", "-", "-o", database], input=listed, text=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "archive"))
    import make_archive

    with tempfile.TemporaryDirectory() as folder:
        archive = pathlib.Path(folder, "archive")
        make_archive.make_archive(archive, int(sys.argv[1]), seed=1)
        inputs = sorted(str(path) for path in archive.rglob("*") if path.is_file())
        begin = time.monotonic()
        convert(inputs, f"{folder}/x.sqlite")
        middle = time.monotonic()
        faults, rows = differences(inputs, max(1, min(200, len(inputs) // 20)), f"{folder}/x.sqlite")
        print(f"{len(inputs)} files, {rows} rows compared; jixiao {middle - begin:.0f} s, Dask {time.monotonic() - middle:.0f} s")
    print("\n".join(faults) or "the same rows")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
