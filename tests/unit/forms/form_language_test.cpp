#include "forms/builtin_forms.hpp"
#include "forms/form_language_inheritance.hpp"
#include "forms/form_parser.hpp"

#include "form_dump.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace jixiao;

namespace {

struct CorpusCase {
  std::string title, input, result;
};

std::string read_file(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Cases are `=== title`, input, `---`, result.
std::vector<CorpusCase> read_corpus(std::string const& path) {
  std::vector<CorpusCase> cases;
  std::string CorpusCase::*part = nullptr;
  auto const text = read_file(path);
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    auto const line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      part = &CorpusCase::input;
    } else if (line == "---") {
      part = &CorpusCase::result;
    } else if (part) {
      cases.back().*part += line + "\n";
    }
  }
  return cases;
}

std::string without_blank_ends(std::string_view text) {
  auto const first = text.find_first_not_of('\n');
  return first == std::string_view::npos ? ""
                                         : std::string(text.substr(first, text.find_last_not_of('\n') + 1 - first));
}

/// The texts between "```language" and "```" in a Markdown file.
std::vector<std::string> fenced_blocks(std::string const& markdown, std::string const& language) {
  std::vector<std::string> blocks;
  auto const opening = "```" + language + "\n";
  for (auto at = markdown.find(opening); at != std::string::npos; at = markdown.find(opening, at)) {
    at += opening.size();
    blocks.push_back(markdown.substr(at, markdown.find("```", at) - at));
  }
  return blocks;
}

std::string result_of(std::string_view input) {
  auto const parsed = parse_forms(input, "county.form");
  std::string result;
  for (auto const& error : parsed.errors)
    result += error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + ": " + error.what +
              "\n" + error.excerpt + "\n";
  for (auto const& form : parsed.forms)
    result += test::FormDump::of(form);
  return without_blank_ends(result);
}

std::string form_with(std::string_view statements) {
  return "form x { family declaration title \"表\" " + std::string(statements) + " }";
}

bool ok(std::string_view statements) { return parse_forms(form_with(statements), "x.form").errors.empty(); }

std::string first_error(std::string_view text) {
  auto const parsed = parse_forms(text, "x.form");
  CHECK(parsed.forms.empty());
  return parsed.errors.empty() ? "" : parsed.errors.front().what;
}

} // namespace

TEST_CASE("the corpus of the form language") {
  auto const cases = read_corpus(JIXIAO_TEST_DIR "/unit/forms/form_language.corpus.txt");
  CHECK(cases.size() > 30);
  for (auto const& one : cases) {
    CAPTURE(one.title);
    CHECK(result_of(without_blank_ends(one.input)) == without_blank_ends(one.result));
  }
}

TEST_CASE("every built-in form file is read") {
  std::size_t count = 0;
  for (auto const& file : std::filesystem::directory_iterator(JIXIAO_SOURCE_DIR "/grammars/forms")) {
    CAPTURE(file.path());
    auto const parsed = parse_forms(read_file(file.path()), file.path().string(), builtin_forms());
    CHECK(parsed.errors.empty());
    CHECK_FALSE(parsed.forms.empty());
    for (auto const& form : parsed.forms) {
      CHECK(form.source.starts_with("form " + form.name));
      CHECK(form.source.ends_with("}"));
    }
    count += parsed.forms.size();
  }
  CHECK(count == builtin_forms().size());
}

TEST_CASE("every built-in layout tells its place or who gave it out, its years, and where it is published") {
  for (auto const& form : builtin_forms()) {
    CAPTURE(form.name);
    if (form.is_base)
      continue;
    auto const whole = form_language::with_bases(form, builtin_forms(), {});
    CHECK(whole.first_year);
    CHECK_FALSE(form.note.empty());
  }
}

TEST_CASE("the documentation's form is one, its errors are real output, and it names every field") {
  auto const page = read_file(JIXIAO_SOURCE_DIR "/docs/form-language.md");
  auto const forms = fenced_blocks(page, "form");
  CHECK(forms.size() == 2);
  for (auto const& form : forms)
    CHECK(parse_forms(form, "docs", builtin_forms()).errors.empty());

  auto const corpus = read_file(JIXIAO_TEST_DIR "/unit/forms/form_language.corpus.txt");
  auto const errors = fenced_blocks(page, "text");
  CHECK(errors.size() == 5);
  for (auto const& error : errors)
    CHECK_MESSAGE(corpus.find(error) != std::string::npos, error);

#define JIXIAO_FIELD(id, name, kind)                                                                                   \
  if (FieldId::id != FieldId::funds)                                                                                   \
    CHECK_MESSAGE(page.find("`" name "`") != std::string::npos, name);
#include "model/fields.def"
#undef JIXIAO_FIELD
}

TEST_CASE("the documentation and the header show one grammar") {
  auto const blocks = fenced_blocks(read_file(JIXIAO_SOURCE_DIR "/docs/form-language.md"), "ebnf");
  REQUIRE(blocks.size() == 1);
  auto const without_space = [](std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '/'; });
    return text;
  };
  auto const header = read_file(JIXIAO_SOURCE_DIR "/src/forms/form_language_grammar.hpp");
  CHECK(without_space(header).find(without_space(blocks[0])) != std::string::npos);
}

TEST_CASE("labels keep the line they stand in") {
  auto const parsed = parse_forms("\n" + form_with("pairs {\n\n \"项目\" -> project_name\n}"), "x.form");
  REQUIRE(parsed.forms.size() == 1);
  CHECK(parsed.forms[0].pairs[0].panels[0][0].line == 4);
}

TEST_CASE("a byte order mark and line ends of DOS are no matter") {
  CHECK(parse_forms("\uFEFF" + form_with("years\r\n2024\r\n"), "x.form").errors.empty());
}

TEST_CASE("years") {
  CHECK(ok("years 2024"));
  CHECK(ok("years 2024.."));
  CHECK(ok("years 2024..2024"));
  CHECK(ok("years 1990..2100"));
  CHECK_FALSE(ok("years 1989"));
  CHECK_FALSE(ok("years 2024..2101"));
  CHECK_FALSE(ok("years 99999999999999999999"));
  CHECK_FALSE(ok("years 2025..2024"));
  CHECK_FALSE(ok("years ..2024"));
}

TEST_CASE("what is no form file is one error, not a fault") {
  CHECK(first_error("") == "expected a form");
  CHECK(first_error("# nothing\n") == "expected a form");
  CHECK(first_error("\xFF\xFE") == "the text is no UTF-8 from here on");
  CHECK(first_error("form x { title \"\xE8\xA1") == "the text is no UTF-8 from here on");
  CHECK(first_error(std::string((1 << 20) + 1, ' ')) == "the file has more than 1048576 bytes");
  CHECK(first_error(std::string(100, '{')) == "expected a form");
  CHECK(first_error(std::string("form x { title \"a\0b\" }", 22)) == "expected a closing quote");
}

TEST_CASE("errors are bounded in number, excerpts in length") {
  std::string text;
  for (int i = 0; i < 50; ++i)
    text += "form x {}\n";
  CHECK(parse_forms(text, "x.form").errors.size() == 20);

  auto const parsed = parse_forms(form_with("title \"" + std::string(500'000, 'x') + "\" oops"), "x.form");
  REQUIRE(parsed.errors.size() == 1);
  CHECK(parsed.errors[0].column > 500'000);
  CHECK(parsed.errors[0].excerpt.size() < 1000);
}

TEST_CASE("forms are bounded in number") {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += "form x" + std::to_string(i) + " { family declaration title \"表\" }\n";
  CHECK(parse_forms(text, "x.form").forms.size() == 200);
  CHECK(first_error(text + "form more {}") == "a file has at most 200 forms");
}
