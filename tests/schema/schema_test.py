"""Holds the documents of many inputs against the schema that `jixiao schema` prints.

usage: schema_test.py JIXIAO INPUT...
Of JSON Schema draft 2020-12 the words are known that the schema uses; where Python's jsonschema is there, it has a look, too.
"""
import json
import subprocess
import sys

TYPES = {"object": dict, "array": list, "string": str, "null": type(None)}
WORDS = {"$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "properties", "required", "additionalProperties", "items", "anyOf"}


def is_of(value, name):
    if name in ("integer", "number"):
        return isinstance(value, (int,) if name == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def problems(value, schema, defs, path):
    assert set(schema) <= WORDS, set(schema) - WORDS
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        yield from problems(value, defs[name], defs, path)
    if "anyOf" in schema and all(list(problems(value, one, defs, path)) for one in schema["anyOf"]):
        yield path, "is none of the shapes"
    types = schema.get("type", [])
    if types and not any(is_of(value, name) for name in ([types] if isinstance(types, str) else types)):
        yield path, "is no %s: %r" % (types, value)
        return
    if "enum" in schema and value not in schema["enum"] or "const" in schema and value != schema["const"]:
        yield path, "is %r" % value
    if isinstance(value, list):
        for i, one in enumerate(value):
            yield from problems(one, schema.get("items", {}), defs, "%s/%d" % (path, i))
    if isinstance(value, dict):
        known, more = schema.get("properties", {}), schema.get("additionalProperties", {})
        for name in schema.get("required", []):
            if name not in value:
                yield path, "lacks %s" % name
        for name, one in value.items():
            if name in known:
                yield from problems(one, known[name], defs, path + "/" + name)
            elif more is False:
                yield path, "has %s" % name
            else:
                yield from problems(one, more, defs, path + "/" + name)


def main():
    jixiao, inputs = sys.argv[1], sys.argv[2:]
    schema = json.loads(subprocess.run([jixiao, "schema"], stdout=subprocess.PIPE, check=True).stdout)
    defs, count = schema["$defs"], 0
    try:
        from jsonschema import Draft202012Validator
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
    except ImportError:
        validator = None
    lines = subprocess.run([jixiao, "convert", "-q", "--to", "jsonl", *inputs], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    for line in lines.decode("utf-8").splitlines():
        document = json.loads(line)
        found = list(problems(document, schema, defs, ""))
        assert not found, (document["source"]["name"], found[:5])
        if validator:
            validator.validate(document)
        count += 1
    assert count > 100, count


main()
