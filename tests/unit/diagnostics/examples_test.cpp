// The examples of the pages on rows of indicators are read: those that are said to show the code do, the others do not.
#include <jixiao/convert.hpp>
#include <jixiao/diagnostic.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace jixiao;

namespace {

struct Example {
  bool shows = false;
  std::string rows; ///< cells parted by tabs
};

constexpr std::string_view above = "项目支出绩效目标表\t\t\t\n（2026年度）\n项目名称\t街道绿化养护\t\t\n"
                                   "主管部门\t临江区园林局\t\t\n年度目标\t完成全年养护。\t\t\n"
                                   "一级指标\t二级指标\t三级指标\t指标值\n"
                                   "产出指标\t数量指标\t养护绿地面积\t≥12(万平方米)\n\t质量指标\t绿地完好率\t≥95(%)\n";
constexpr std::string_view below = "效益指标\t社会效益指标\t绿化投诉数\t≤20(件)\n"
                                   "满意度指标\t服务对象满意度指标\t附近居民满意度\t≥90(%)\n";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// `a │ b    ` with its cells trimmed.
std::string row_of(std::string_view line) {
  constexpr std::string_view bar = "│";
  std::string out;
  for (bool last = false; !last;) {
    auto const at = line.find(bar);
    last = at == line.npos;
    auto const cell = line.substr(0, at);
    if (auto const first = cell.find_first_not_of(' '); first != cell.npos)
      out.append(cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
    out.push_back(last ? '\n' : '\t');
    line.remove_prefix(last ? line.size() : at + bar.size());
  }
  return out;
}

std::vector<Example> examples_of(std::string_view page) {
  constexpr std::string_view heading = "## For example\n", shows = "shows it", satisfies = "satisfies it";
  auto text = page.substr(page.find(heading) + heading.size());
  text = text.substr(0, text.find("\n## "));
  std::vector<Example> out;
  for (auto line : lines_of(text)) {
    auto const at = std::min(line.find(shows), line.find(satisfies));
    if (at != line.npos)
      out.push_back({line.substr(at).starts_with(shows), {}});
    if (line = line.substr(0, at); !out.empty() && line.size() > 4)
      out.back().rows += row_of(line.substr(4));
  }
  return out;
}

bool shows(Code code, Example const& example) {
  auto const document = convert({"form.txt", std::string(above) + example.rows + std::string(below)});
  return std::ranges::find(document.diagnostics, code, &Diagnostic::code) != document.diagnostics.end();
}

} // namespace

TEST_CASE("examples of rows of indicators are as the page says") {
  for (auto const& entry : catalogue()) {
    // One takes other forms of the document as well.
    if (entry.id < "R401" || entry.id > "R416" || entry.code == Code::label_overruled)
      continue;
    CAPTURE(entry.id);
    auto const examples = examples_of(explanation(entry.code));
    CHECK(examples.size() >= 2);
    for (auto const& example : examples) {
      CAPTURE(example.rows);
      CHECK(shows(entry.code, example) == example.shows);
    }
  }
}
