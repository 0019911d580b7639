#include "diagnostics/template.hpp"

#include <jixiao/check.hpp>
#include <jixiao/diagnostic.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;
using namespace jixiao;

namespace {

std::set<std::string_view> fields_of(std::string_view text) {
  std::set<std::string_view> out;
  for (auto field = next_field(text, 0); !field.name.empty(); field = next_field(text, field.end))
    out.insert(field.name);
  return out;
}

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// All code of src/, joined.
std::string const& all_code() {
  static std::string const code = [] {
    std::string out;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(JIXIAO_SOURCE_DIR) / "src"))
      if (auto const ending = entry.path().extension(); ending == ".cpp" || ending == ".hpp")
        out += read_file(entry.path());
    return out;
  }();
  return code;
}

/// A rule reports its own code (rules.def), and no other.
bool is_emitted(CodeInfo const& entry) {
  if (is_rule(entry.code))
    return true;
  auto const wanted = "Code::" + std::string(entry.name);
  for (auto at = all_code().find(wanted); at != std::string::npos; at = all_code().find(wanted, at + 1)) {
    auto const next = all_code()[at + wanted.size()];
    if (next != '_' && std::isalnum(static_cast<unsigned char>(next)) == 0)
      return true;
  }
  return false;
}

bool has_heading(std::string_view text, std::string_view heading) {
  return text.find("\n\n## " + std::string(heading) + "\n\n") != text.npos;
}

} // namespace

TEST_CASE("a code is found at its own place") {
  for (auto const& entry : catalogue())
    CHECK(info(entry.code).id == entry.id);
}

TEST_CASE("ids and names are found in any case, and are of one code each") {
  std::set<std::string_view> known;
  for (auto const& entry : catalogue()) {
    CHECK(find_code(entry.id) == entry.code);
    CHECK(find_code(entry.name) == entry.code);
    CHECK(known.insert(entry.id).second);
    CHECK(known.insert(entry.name).second);
  }
  CHECK(find_code("s101") == Code::empty_input);
  CHECK(find_code("Empty_Input") == Code::empty_input);
  CHECK_FALSE(find_code(""));
  CHECK_FALSE(find_code("S10"));
  CHECK_FALSE(find_code("S1010"));
}

TEST_CASE("an id is a stage letter and a number of three digits") {
  for (auto const& entry : catalogue()) {
    CAPTURE(entry.id);
    CHECK(entry.id.size() == 4);
    CHECK(std::string_view("SGFRVPW").find(entry.id[0]) != std::string_view::npos);
    CHECK(std::ranges::all_of(entry.id.substr(1), [](char c) { return c >= '0' && c <= '9'; }));
  }
}

TEST_CASE("severities are written and read") {
  for (auto const severity : {Severity::note, Severity::warning, Severity::error})
    CHECK(parse_severity(to_string(severity)) == severity);
  CHECK(to_string(Severity::warning) == "warning");
  CHECK_FALSE(parse_severity("fatal"));
}

TEST_CASE("every code is explained: meaning, an input that shows it and one that satisfies it, what to do") {
  for (auto const& entry : catalogue()) {
    auto const text = explanation(entry.code);
    CAPTURE(entry.id);
    CHECK(text.starts_with("# " + std::string(entry.id) + ' ' + std::string(entry.name) + "\n\n"));
    CHECK(has_heading(text, "For example"));
    CHECK(has_heading(text, "What to do"));
    CHECK((text.find("shows it") != text.npos || text.find("show it") != text.npos));
    CHECK((text.find("satisfies it") != text.npos || text.find("satisfy it") != text.npos));
  }
}

TEST_CASE("every explanation is of a code") {
  for (auto const& entry : fs::directory_iterator(fs::path(JIXIAO_SOURCE_DIR) / "src/diagnostics/explain")) {
    CAPTURE(entry.path().filename().string());
    CHECK(find_code(entry.path().stem().string()));
  }
}

TEST_CASE("both languages say the same fields") {
  for (auto const& entry : catalogue()) {
    CAPTURE(entry.id);
    CHECK(fields_of(entry.english) == fields_of(entry.chinese));
  }
}

TEST_CASE("every code is emitted somewhere in src/") {
  for (auto const& entry : catalogue()) {
    CAPTURE(entry.name);
    CHECK(is_emitted(entry));
  }
}

TEST_CASE("docs/diagnostics.md is the catalogue; UPDATE_GOLDEN=1 rewrites it") {
  std::string table =
      "# Diagnostics\n\nGenerated from `include/jixiao/codes.def`. `jixiao explain CODE` tells the whole story of "
      "one.\nIds are a stage letter and a number: S source, G grid, F form, R repair, V validation, P profile, W "
      "writing.\n\n"
      "| Code | Name | Severity | Message | 信息 |\n|---|---|---|---|---|\n";
  for (auto const& entry : catalogue())
    table.append("| [")
        .append(entry.id)
        .append("](../src/diagnostics/explain/")
        .append(entry.id)
        .append(".md) | `")
        .append(entry.name)
        .append("` | ")
        .append(to_string(entry.severity))
        .append(" | ")
        .append(entry.english)
        .append(" | ")
        .append(entry.chinese)
        .append(" |\n");
  auto const path = fs::path(JIXIAO_SOURCE_DIR) / "docs/diagnostics.md";
  if (auto const* update = std::getenv("UPDATE_GOLDEN"); update && std::string_view(update) == "1")
    std::ofstream(path, std::ios::binary) << table;
  CHECK(read_file(path) == table);
}
