#pragma once

#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// So that a failed comparison shows both sides.
template <class T> struct doctest::StringMaker<std::vector<T>> {
  static doctest::String convert(std::vector<T> const& list) {
    doctest::String text;
    for (auto const& item : list)
      text += doctest::String("\n    ") + doctest::toString(item);
    return text;
  }
};

/// Inputs and results as lines, for tests of recognition and repair.
namespace jixiao::test {

/// Tab-separated text from lines with ` | ` between the cells, so that empty cells can be seen.
///
///     rows("项目名称 | 河道保洁\n | 一级指标")
inline std::string rows(std::string_view lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] != '|') {
      text += lines[i];
      continue;
    }
    while (!text.empty() && text.back() == ' ')
      text.pop_back();
    text += '\t';
    while (i + 1 < lines.size() && lines[i + 1] == ' ')
      ++i;
  }
  return text;
}

inline GrammarSet grammars(std::string_view forms) {
  GrammarSet set;
  for (auto const& error : set.add(forms, "test.form"))
    FAIL(error.file << ":" << error.line << ": " << error.what);
  return set;
}

inline Document read(std::string_view lines, GrammarSet const& set = GrammarSet::builtin()) {
  auto const text = rows(lines);
  Options options;
  options.grammars = &set;
  options.from = "tsv";
  return convert({"test.txt", text}, options);
}

/// `产出指标 > 数量指标 > 更换路灯 = ≥3盏`; a dash for what is empty.
inline std::string show(Indicator const& indicator) {
  auto const text = [](Text const& value) { return value.value_or("-"); };
  return text(indicator.level1) + " > " + text(indicator.level2) + " > " + text(indicator.level3) + " = " +
         (indicator.target ? indicator.target->text : "-");
}

inline std::vector<std::string> indicators(Document const& document, std::size_t form = 0) {
  REQUIRE(document.forms.size() > form);
  std::vector<std::string> lines;
  for (auto const& indicator : document.forms[form].indicators)
    lines.push_back(show(indicator));
  return lines;
}

/// `row_shifted /forms/0/indicators/2`, in the order of the source: what reading found, not what the rules say of it.
inline std::vector<std::string> findings(Document const& document) {
  std::vector<std::string> lines;
  for (auto const& diagnostic : document.diagnostics)
    if (!is_rule(diagnostic.code) || diagnostic.code == Code::no_indicators)
      lines.push_back(std::string(info(diagnostic.code).name) + (diagnostic.path.empty() ? "" : " " + diagnostic.path));
  return lines;
}

inline bool reports(Document const& document, std::string_view finding) {
  auto const all = findings(document);
  return std::find(all.begin(), all.end(), finding) != all.end();
}

/// `year.total.budget 100.00`, and ` 元 1000000` behind it where the amount is known exactly.
inline std::vector<std::string> funds(Form const& form) {
  std::vector<std::string> lines;
  for (auto const& fund : form.funds) {
    auto line = fund.scope + "." + fund.item + "." + fund.measure + " " + (fund.number ? to_string(*fund.number) : "-");
    if (fund.yuan)
      line += " 元 " + to_string(*fund.yuan);
    lines.push_back(std::move(line));
  }
  return lines;
}

using Lines = std::vector<std::string>;

} // namespace jixiao::test
