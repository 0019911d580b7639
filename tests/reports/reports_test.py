"""Checks a report of `jixiao check` by the rules of its format. Usage: reports_test.py FORMAT JIXIAO INPUT..."""
import collections
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

LEVELS = {"none", "note", "warning", "error"}


OUTCOMES = ("holds", "broken", "cannot_judge", "does_not_apply")


def report(jixiao, form, inputs, *options):
    run = subprocess.run([jixiao, "check", "--format", form, "--fail-on", "never", *options, *inputs],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    assert run.returncode in (0, 3), run.stderr.decode()
    return run.stdout.decode("utf-8")  # strictly: a report is never invalid UTF-8


def with_hostile_names(inputs):
    """The inputs, and a copy of a form under a name that markup and URIs have to escape."""
    folder = tempfile.mkdtemp()
    path = os.path.join(folder.encode(), '<a>&"\x01 b\xff%.txt'.encode("latin-1"))
    with open(path, "wb") as out:
        out.write("财政项目支出绩效目标申报表\n项目名称\t<&\x0b\x1b]]>\"\ufffe\n".encode())
    return [*inputs, path]


def check_message(message):
    assert message["text"] and isinstance(message["text"], str), message


def check_rules(rules):
    """SARIF 2.1.0, 3.49 and 3.19.23."""
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert set(rule) <= {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}, rule
        check_message(rule["shortDescription"])
        check_message(rule["fullDescription"])
        assert "\n" not in rule["fullDescription"]["text"], rule
        assert rule["defaultConfiguration"]["level"] in LEVELS


def check_region(region, source):
    """3.30; columns count characters, as the run says."""
    assert set(region) <= {"startLine", "startColumn", "endColumn", "snippet", "byteOffset", "byteLength"}, region
    for name in ("startLine", "startColumn", "endColumn"):
        assert region.get(name, 1) >= 1, region
    assert ("endColumn" not in region) or region["endColumn"] >= region["startColumn"], region
    if source is None:  # standard input, or a name that is no text
        return
    if "byteOffset" in region:
        assert 0 <= region["byteOffset"] <= region["byteOffset"] + region["byteLength"] <= len(source), region
    if "snippet" in region and source[:3] != b"\xef\xbb\xbf":
        line = line_of(source, region["startLine"])
        if line is not None:
            start = region["startColumn"] - 1
            assert line[start:region["endColumn"] - 1].startswith(region["snippet"]["text"]), region


def line_of(source, number):
    """A line of UTF-8 whose only line ends are LF; nothing for other sources, nor for UTF-8 that was encoded twice."""
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return None
    encoded_twice = not text.isascii() and not any(character >= "\u3000" for character in text)
    if encoded_twice or any(end in text for end in "\r\v\f\u2028\u2029"):
        return None
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else None


def check_result(result, rules, sources):
    """3.27"""
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in LEVELS
    check_message(result["message"])
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    assert uri.isascii() and urllib.parse.urlparse(uri).scheme in ("", "file"), uri
    if "region" in physical:
        check_region(physical["region"], sources[uri])
    for logical in location.get("logicalLocations", []):
        assert logical["fullyQualifiedName"].startswith("/")
    for fix in result.get("fixes", []):
        check_message(fix["description"])
        (change,) = fix["artifactChanges"]
        assert change["artifactLocation"]["uri"] == uri
        for replacement in change["replacements"]:
            check_region(replacement["deletedRegion"], sources[uri])


def read(uri):
    path = urllib.parse.unquote_to_bytes(uri.removeprefix("file://"))
    return open(path, "rb").read() if os.path.isfile(path) else None


def apply(source, fix):
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    begin, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
    return source[:begin] + replacement.get("insertedContent", {"text": ""})["text"].encode() + source[end:]


def values_of(document):
    """The fields of all forms, without what says how they were read."""
    def without(node):
        if isinstance(node, dict):
            return {key: without(value) for key, value in node.items() if key not in ("at", "repaired")}
        return [without(one) for one in node] if isinstance(node, list) else node
    return without(document["forms"])


def convert(jixiao, path):
    run = subprocess.run([jixiao, "convert", "-q", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return json.loads(run.stdout)


def check_fix(jixiao, result, source):
    """A fix changes no field, and the finding is gone."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt")
        open(before, "wb").write(source)
        open(after, "wb").write(apply(source, result["fixes"][0]))
        one, other = convert(jixiao, before), convert(jixiao, after)
    assert values_of(one) == values_of(other), result
    count = lambda document: sum(finding["code"] == result["ruleId"] for finding in document["diagnostics"])
    assert count(other) == count(one) - 1, result


def check_sarif(jixiao, inputs):
    text = report(jixiao, "sarif", with_hostile_names(inputs), "--reading")
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    check_rules(rules)
    sources = {artifact["location"]["uri"]: read(artifact["location"]["uri"]) for artifact in run["artifacts"]}
    assert len(sources) == len(run["artifacts"])
    fixes = 0
    for result in run["results"]:
        check_result(result, rules, sources)
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if "fixes" in result:
            check_fix(jixiao, result, sources[uri])
            fixes += 1
    assert run["invocations"][0]["executionSuccessful"] is False  # some inputs cannot be read
    if schema := os.environ.get("JIXIAO_SARIF_SCHEMA"):
        import jsonschema
        jsonschema.Draft4Validator(json.load(open(schema))).validate(log)
        print("valid against", schema)
    print(f"{len(run['results'])} results, {fixes} fixes applied, {len(sources)} artifacts")
    assert fixes > 0


def check_junit(jixiao, inputs):
    root = xml.etree.ElementTree.fromstring(report(jixiao, "junit", with_hostile_names(inputs)))
    assert root.tag == "testsuites"
    seen = collections.Counter()
    for suite in root:
        found = collections.Counter()
        for case in suite:
            assert case.get("name") and case.get("classname") == suite.get("name")
            assert len(case) <= 1
            found[case[0].tag if len(case) else "holds"] += 1
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(attribute)) == found[tag], suite.attrib
        assert int(suite.get("tests")) == sum(found.values())
        seen += found
    print(dict(seen))
    assert seen["holds"] and seen["failure"] and seen["error"] and seen["skipped"]


def check_counts(rule):
    counts = collections.Counter(judgement["outcome"] for judgement in rule["judgements"])
    for outcome in OUTCOMES:
        assert rule[outcome] == counts[outcome], rule
    for judgement in rule["judgements"]:
        assert (judgement["outcome"] in ("cannot_judge", "does_not_apply")) == ("reason" in judgement), judgement


def check_json(jixiao, inputs):
    log = json.loads(report(jixiao, "json", with_hostile_names(inputs)))
    sums = collections.Counter()
    for document in log["documents"]:
        for rule in document["rules"]:
            check_counts(rule)
            for outcome in OUTCOMES:
                sums[rule["code"], outcome] += rule[outcome]
        for diagnostic in document["diagnostics"]:
            assert ("certainty" in diagnostic) == diagnostic["code"].startswith("R"), diagnostic
            assert ("runner_up" in diagnostic) == (diagnostic.get("certainty") == "close_call"), diagnostic
    for rule in log["rules"]:
        for outcome in OUTCOMES:
            assert rule[outcome] == sums[rule["code"], outcome]
    assert log["summary"]["documents"] == len(log["documents"])
    print(log["summary"])


def check_jsonl(jixiao, inputs):
    inputs = with_hostile_names(inputs)
    lines = [json.loads(line) for line in report(jixiao, "jsonl", inputs).splitlines()]
    kinds = collections.Counter(line["type"] for line in lines)
    assert lines[-1]["type"] == "summary" and kinds["summary"] == 1
    whole = json.loads(report(jixiao, "json", inputs))
    assert kinds["diagnostic"] == sum(len(document["diagnostics"]) for document in whole["documents"])
    assert kinds["rule"] == sum(len(document["rules"]) for document in whole["documents"])
    assert report(jixiao, "jsonl", inputs, "-j", "1") == report(jixiao, "jsonl", inputs, "-j", "4")
    print(dict(kinds))


if __name__ == "__main__":
    {"sarif": check_sarif, "junit": check_junit, "json": check_json, "jsonl": check_jsonl}[sys.argv[1]](sys.argv[2], sys.argv[3:])
