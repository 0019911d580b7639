"""Checks a folder of tables against its datapackage.json: files, headers, types, keys. Prints a line for each fault."""
import csv
import hashlib
import json
import pathlib
import re
import sys

PATTERNS = {"string": r"(?s).*", "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?"}


def keys(rows, names):
    return [tuple(row[name] for name in names) for row in rows]


def main():
    folder = pathlib.Path(sys.argv[1])
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    tables = {}
    for resource in resources:
        name, data = resource["name"], (folder / resource["path"]).read_bytes()
        if resource["bytes"] != len(data) or resource["hash"] != "sha256:" + hashlib.sha256(data).hexdigest():
            print(name, "has other bytes")
        header, *lines = csv.reader(data.decode("utf-8").splitlines(keepends=True))
        fields = resource["schema"]["fields"]
        if header != [field["name"] for field in fields]:
            print(name, "has another header")
        tables[name] = [dict(zip(header, line, strict=True)) for line in lines]
        for field in fields:
            for row in tables[name]:
                value = row[field["name"]]
                needed = field.get("constraints", {}).get("required", False)
                if not value and needed or value and not re.fullmatch(PATTERNS[field["type"]], value):
                    print(name, field["name"], "cannot be", repr(value))
    for resource in resources:
        rows, schema = tables[resource["name"]], resource["schema"]
        primary = keys(rows, schema["primaryKey"])
        if len(set(primary)) < len(primary):
            print(resource["name"], "has a key twice")
        for foreign in schema.get("foreignKeys", []):
            other = foreign["reference"]
            if not set(keys(rows, foreign["fields"])) <= set(keys(tables[other["resource"]], other["fields"])):
                print(resource["name"], "refers to no row of", other["resource"])
    print(", ".join(f"{len(rows)} {name}" for name, rows in tables.items()))


main()
