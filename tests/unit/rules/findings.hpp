#pragma once

#include "rules/rules.hpp"

#include "grammars/indicator_value.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Small forms, and what the rules find of them.
namespace jixiao::test {

/// Everything that is found of a document, by the profile named.
inline std::vector<Diagnostic> all_findings(Document& document, std::string_view profile = "national-2021",
                                            std::vector<Diagnostic> const& of_reading = {},
                                            std::vector<LevelOverride> const& levels = {}) {
  std::vector<Profile const*> const profiles(document.forms.size(), find_profile(profile));
  DiagnosticSink sink;
  for (auto const& finding : of_reading)
    sink.emit(finding);
  check_document(document, {profiles, levels}, sink);
  return sink.take();
}

inline Document third(Form form) {
  Document document;
  document.forms.resize(3);
  document.forms.push_back(std::move(form));
  return document;
}

/// The paths below /forms/3 that the rule reports of a form which stands there.
inline std::vector<std::string> paths(Code code, Form const& form, std::string_view profile = "national-2021") {
  auto document = third(form);
  std::vector<std::string> out;
  for (auto const& finding : all_findings(document, profile))
    if (finding.code == code && finding.path.starts_with("/forms/3/"))
      out.push_back(finding.path.substr(9));
  return out;
}

inline bool breaks(Code code, Form const& form, std::string const& path, std::string_view profile = "national-2021") {
  return paths(code, form, profile) == std::vector{path};
}

inline bool satisfies(Code code, Form const& form, std::string_view profile = "national-2021") {
  return paths(code, form, profile).empty();
}

inline Outcome outcome(Code code, Form const& form) {
  auto document = third(form);
  all_findings(document);
  auto const found = std::ranges::find_if(document.judgements, [&](Judgement const& judgement) {
    return judgement.code == code && judgement.path == "/forms/3";
  });
  REQUIRE(found != document.judgements.end());
  CHECK((found->outcome == Outcome::cannot_judge || found->outcome == Outcome::does_not_apply) ==
        !found->reason.empty());
  return found->outcome;
}

inline Fund fund(std::string item, std::string_view number, std::string measure = "budget",
                 std::string scope = "year") {
  Fund fund;
  fund.scope = std::move(scope);
  fund.item = std::move(item);
  fund.measure = std::move(measure);
  fund.number = fund.yuan = parse_decimal(number);
  return fund;
}

inline Indicator indicator(std::string level2, std::string name, std::string_view target, std::string_view actual = "",
                           std::string_view weight = "", std::string_view score = "", Text remark = std::nullopt) {
  Indicator result;
  result.level2 = std::move(level2);
  result.level3 = std::move(name);
  if (!target.empty())
    result.target = grammars::read_indicator_value(target);
  if (!actual.empty())
    result.actual = grammars::read_indicator_value(actual);
  result.weight = parse_decimal(weight);
  result.score = parse_decimal(score);
  result.remark = std::move(remark);
  return result;
}

inline Form with_funds(std::vector<Fund> funds) {
  Form form;
  form.funds = std::move(funds);
  return form;
}

inline Form with_indicators(std::vector<Indicator> indicators) {
  Form form;
  form.indicators = std::move(indicators);
  return form;
}

inline Form row(std::string_view target, std::string_view actual, std::string_view weight, std::string_view score,
                Text remark = std::nullopt) {
  return with_indicators({indicator("数量指标", "疏浚沟渠", target, actual, weight, score, std::move(remark))});
}

inline Form with_dates(Text start, Text end) {
  Form form;
  form.start_date = std::move(start);
  form.end_date = std::move(end);
  return form;
}

} // namespace jixiao::test
