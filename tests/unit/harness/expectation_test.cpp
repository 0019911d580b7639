#include <jixiao/expectation.hpp>
#include <jixiao/writers.hpp>

#include "tests/unit/writers/sample_document.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

Expectation states(std::string document) { return {std::move(document), {}}; }
Expectation finds(std::string lines) { return {{}, std::move(lines)}; }

/// The differences, a word each: "/forms/0/title", "missing R404", …
std::string differences(Expectation const& expected, Document const& actual = test::full_document()) {
  std::string out;
  for (auto const& one : compare(expected, actual)) {
    constexpr std::string_view kinds[] = {"value ", "missing ", "surplus ", "no_json ", "no_line "};
    out.append(out.empty() ? "" : "; ").append(kinds[static_cast<std::size_t>(one.kind)]).append(one.where);
  }
  return out;
}

bool same(Expectation const& expected) { return differences(expected).empty(); }

} // namespace

TEST_CASE("nothing stated, nothing differs") {
  CHECK(same({}));
  CHECK(same(states("{}")));
}

TEST_CASE("only the members stated are compared") {
  CHECK(same(states(R"({"title": "汇总表"})")));
  CHECK(differences(states(R"({"title": "汇总", "source": {"name": "x"}})")) == "value /title; value /source/name");
  CHECK(differences(states(R"({"titel": 1})")) == "value /titel");
  CHECK(same(states(R"({"forms": [{"grade": null}]})")));
  CHECK(differences(states(R"({"forms": [{"project_name": null}]})")) == "value /forms/0/project_name");
}

TEST_CASE("an array states all its elements, an object with indices only those") {
  CHECK(differences(states(R"({"forms": []})")) == "value /forms/0");
  CHECK(differences(states(R"({"forms": [{}, {}]})")) == "value /forms/1");
  CHECK(same(states(R"({"forms": {"0": {"kind": "declaration"}}})")));
  CHECK(differences(states(R"({"forms": {"1": {}}})")) == "value /forms/1");
  CHECK(same(states(R"({"forms": {"$count": 1, "0": {"indicators": {"$count": 2}}}})")));
  CHECK(differences(states(R"({"forms": {"$count": 2}})")) == "value /forms/$count");
}

TEST_CASE("numbers are equal by value; below $exact by their digits, and every member counts") {
  CHECK(same(states(R"({"forms": [{"funds": {"0": {"yuan": 80000}}}]})")));
  CHECK(differences(states(R"({"forms": [{"funds": {"0": {"yuan": 80001}}}]})")) == "value /forms/0/funds/0/yuan");
  CHECK(differences(states(R"({"forms": [{"funds": {"0": {"$exact": true, "yuan": 80000}}}]})")) ==
        "value /forms/0/funds/0/yuan; value /forms/0/funds/0/scope; value /forms/0/funds/0/item; "
        "value /forms/0/funds/0/measure; value /forms/0/funds/0/number");
  CHECK(differences(states(R"({"forms": [{"fiscal_year": "2026"}]})")) == "value /forms/0/fiscal_year");
}

TEST_CASE("a whole document states itself") {
  std::string json;
  write_json(json, test::full_document());
  CHECK(same(states(json)));
  json.insert(1, "\"$exact\": true,");
  CHECK(same(states(json)));
}

TEST_CASE("what is no JSON is one difference") {
  CHECK(differences(states("{\"a\":\n x}")) == "no_json 2:2");
  CHECK(differences(states("")) == "no_json 1:1");
}

TEST_CASE("findings answer lines by code and path, in any order") {
  CHECK(same(finds("S101 -\nF305 /forms/0/start_date\n")));
  CHECK(same(finds("# why\n\n  not_understood   /forms/0/start_date  \r\nempty_input -")));
  CHECK(differences(finds("")) == "surplus /forms/0/start_date; surplus -");
  CHECK(differences(finds("S101 -\nF305 /forms/0/end_date\n")) ==
        "missing /forms/0/end_date; surplus /forms/0/start_date");
  CHECK(differences(finds("S101 -\nS101 -\nF305 /forms/0/start_date\n")) == "missing -");
}

TEST_CASE("severity and place are compared where they are stated, messages never") {
  CHECK(same(finds("error S101 empty_input - -:- whatever\nwarning F305 /forms/0/start_date 3:2 is wrong")));
  CHECK(differences(finds("note S101 -\nF305 /forms/0/start_date 3:3")) ==
        "missing -; missing /forms/0/start_date; surplus /forms/0/start_date; surplus -");
}

TEST_CASE("a line with a place has the first choice") {
  auto document = test::full_document();
  document.diagnostics = {test::finding_at(1, 1, 0, 1, "/forms/0"), test::finding_at(2, 2, 3, 4, "/forms/0")};
  CHECK(differences(finds("F305 /forms/0\nF305 /forms/0 1:1"), document).empty());
}

TEST_CASE("lines that are none are said, with their number") {
  CHECK(differences(finds("S101 -\nF305 /forms/0/start_date\nF999 /forms\nR401\nwarning\nR401 forms")) ==
        "no_line 3; no_line 4; no_line 5; no_line 6");
}

TEST_CASE("updating keeps what is stated, with the values of now") {
  auto const stated = states(R"({"title": "x", "forms": {"$count": 9, "0": {"fiscal_year": 1, "gone": 2}, "7": {}}})");
  auto const now = updated(stated, test::full_document());
  CHECK(*now.document == "{\n  \"title\": \"汇总表\",\n  \"forms\": {\n    \"$count\": 1,\n    \"0\": {\n"
                         "      \"fiscal_year\": 2026\n    }\n  }\n}\n");
  CHECK_FALSE(now.diagnostics);
  CHECK(same(now));
}

TEST_CASE("updating what is as expected changes nothing, not even its layout") {
  auto const stated = states("{ \"title\" : \"汇总表\" }");
  CHECK(updated(stated, test::full_document()).document == stated.document);
}

TEST_CASE("what cannot be read, and what is missing, is written anew") {
  std::string whole;
  write_json(whole, test::full_document());
  whole += '\n';
  CHECK(updated(states("{"), test::full_document()).document == whole);
  CHECK(updated(states(R"({"schema": "jixiao/0"})"), test::full_document()).document == whole);
  auto const from_nothing = updated({}, test::full_document());
  CHECK(from_nothing.document == whole);
  CHECK(from_nothing.diagnostics->starts_with("warning F305 not_understood /forms/0/start_date 3:2 "));
  CHECK(same(from_nothing));
}

TEST_CASE("lines are rewritten in the form they had, below their comments") {
  CHECK(updated(finds("# why\nS101 /x\n"), test::full_document()).diagnostics ==
        "# why\nF305 /forms/0/start_date\nS101 -\n");
  CHECK(updated(finds("error S101 /x\n"), test::full_document())
            .diagnostics->starts_with("warning F305 not_understood "));
}

TEST_CASE("updating below $exact gives the digits") {
  auto const stated = states(R"({"forms": [{"funds": {"0": {"$exact": true, "yuan": 80000}}}]})");
  CHECK(same(updated(stated, test::full_document())));
}

TEST_CASE("twenty thousand findings of one kind are compared in no time") {
  Document document;
  std::string lines;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    document.diagnostics.push_back(test::finding_at(i + 1, 1, 0, 1, "/forms/0"));
    lines += "F305 /forms/0\n";
  }
  CHECK(differences(finds(lines), document).empty());
}
