#include "diagnostics/phrases.hpp"

#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;
using namespace jixiao;

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Two words of letters, one behind the other: English, rather than a name or a unit.
bool is_english(std::string_view text) {
  for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1))
    if (at >= 2 && is_lower(text[at - 1]) && is_lower(text[at - 2]) && at + 2 < text.size() && is_lower(text[at + 1]) &&
        is_lower(text[at + 2]))
      return true;
  return false;
}

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every finding of every sample.
std::vector<Diagnostic> all_findings() {
  std::vector<Diagnostic> out;
  for (auto const& top : {fs::path(JIXIAO_SAMPLES_DIR), fs::path(JIXIAO_TEST_DIR) / "golden/unreadable"})
    for (auto const& entry : fs::recursive_directory_iterator(top))
      if (entry.path().stem() == "input") {
        auto document = convert({entry.path().filename().string(), read_file(entry.path())});
        std::ranges::move(document.diagnostics, std::back_inserter(out));
      }
  return out;
}

} // namespace

TEST_CASE("a phrase is found whole") {
  CHECK(in_chinese("left") == "左");
  CHECK(in_chinese("leftmost") == "leftmost");
  CHECK(in_chinese("") == "");
  CHECK(in_chinese("产出指标") == "产出指标");
}

TEST_CASE("a slot is any text, the same in both languages") {
  CHECK(in_chinese("convert it with: iconv -f BIG5") == "请用以下命令转换：iconv -f BIG5");
  CHECK(in_chinese("2 labels (预期目标, 绩效指标)") == "2 个已知标签（预期目标, 绩效指标）");
  CHECK(in_chinese("is no well-formed XML from byte 12 on; read up to there") ==
        "自第 12 字节起不是格式良好的 XML；已读到此处");
}

TEST_CASE("reasons of readers are each said in Chinese") {
  CHECK(in_chinese("tsv: text without a tab, html: no <html> and no table in tags") ==
        "tsv：文本中没有制表符；html：没有 <html>，也没有用标签写的表格");
  CHECK(in_chinese("html: words with boxes, from a PDF, tsv: text with tabs") ==
        "html：由 PDF 得到的带方框坐标的词；tsv：带制表符的文本");
  CHECK(in_chinese("new: reason of tomorrow") == "new：reason of tomorrow");
}

TEST_CASE("no phrase stands twice, and none hides behind one before it") {
  std::set<std::string_view> seen;
  for (auto const& phrase : phrases()) {
    CAPTURE(phrase.english);
    CHECK(seen.insert(phrase.english).second);
    if (phrase.english.find("{}") == phrase.english.npos)
      CHECK(in_chinese(phrase.english) == phrase.chinese);
  }
}

TEST_CASE("every field of the model has a phrase") {
  for (std::string_view const field : {
#define JIXIAO_FIELD(id, name, kind) name,
#include "model/fields.def"
#undef JIXIAO_FIELD
       }) {
    CAPTURE(field);
    CHECK(in_chinese(field) != field);
  }
}

TEST_CASE("no finding of a sample says anything in English in its Chinese message: add it to phrases.def") {
  for (auto const& finding : all_findings())
    for (auto const& argument : finding.arguments)
      if (!is_quotation(argument.name)) {
        CAPTURE(info(finding.code).id);
        CAPTURE(argument.name);
        CAPTURE(argument.value);
        CHECK_FALSE(is_english(in_chinese(argument.value)));
      }
}
