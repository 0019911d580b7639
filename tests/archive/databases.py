"""What a database of documents holds, and whether it is whole."""
import contextlib
import sqlite3


def connect(path):
    return contextlib.closing(sqlite3.connect(path))


def names_of_tables(database):
    return [name for name, in database.execute(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")]


def key_of(database, table):
    """The columns of its primary key, in order; without one, all columns."""
    columns = database.execute(f'pragma table_info("{table}")').fetchall()
    key = [name for _, name, _, _, _, place in sorted(columns, key=lambda column: column[5]) if place]
    return ", ".join(f'"{name}"' for name in key or [column[1] for column in columns])


def rows_of(database, table):
    return database.execute(f'select * from "{table}" order by {key_of(database, table)}')


def dump(path):
    """All rows by table, in the order of primary keys."""
    with connect(path) as database:
        return {table: rows_of(database, table).fetchall() for table in names_of_tables(database)}


def differences(path, other):
    """The first row in which two databases differ, table by table."""
    with connect(path) as one, connect(other) as two:
        tables, others = names_of_tables(one), names_of_tables(two)
        if tables != others:
            yield f"{path} has the tables {tables}, {other} has {others}"
        for table in sorted(set(tables) & set(others)):
            rows, other_rows = rows_of(one, table), rows_of(two, table)
            while True:
                row, other_row = rows.fetchone(), other_rows.fetchone()
                if row != other_row:
                    yield f"{table}: {row} in {path}, {other_row} in {other}"
                if row != other_row or row is None:
                    break


PARTS = ("forms", "indicators")


def faults(path):
    """What is wrong with a database, whenever one looks at it: its pages, its references, documents that lack a part."""
    with connect(path) as database:
        broken = [text for text, in database.execute("pragma integrity_check") if text != "ok"]
        if broken:
            yield f"{path} is not intact: {broken[:3]}"
        dangling = database.execute("pragma foreign_key_check").fetchall()
        if dangling:
            yield f"{path} has {len(dangling)} rows that refer to nothing: {dangling[:3]}"
        for part in PARTS if "documents" in names_of_tables(database) else ():
            torn = database.execute(
                f"select document, {part}, (select count(*) from {part} where {part}.document = documents.document) as rows "
                f"from documents where {part} <> rows").fetchall()
            if torn:
                yield f"{len(torn)} documents are not whole: document, {part} it has, rows there are: {torn[:3]}"


def count_documents(path):
    with connect(path) as database:
        return database.execute("select count(*) from documents").fetchone()[0] if names_of_tables(database) else 0
