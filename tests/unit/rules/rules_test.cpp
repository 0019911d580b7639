#include "rules/rules.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace jixiao;

namespace {

using Check = void (*)(Form const&, std::size_t, DiagnosticSink&);

std::vector<Diagnostic> found(Check check, Form const& form) {
  DiagnosticSink sink;
  check(form, 3, sink);
  return sink.take();
}

bool breaks(Check check, Form const& form, Code code, std::string_view path) {
  auto const findings = found(check, form);
  return findings.size() == 1 && findings[0].code == code && findings[0].path == path;
}

bool satisfies(Check check, Form const& form) { return found(check, form).empty(); }

Fund fund(std::string item, std::string_view number, std::string scope = "year", std::string measure = "budget") {
  auto const value = parse_decimal(number);
  return {std::move(scope), std::move(item), std::move(measure), value, value};
}

Indicator indicator(std::string level2, std::string name, std::string target) {
  Indicator result;
  result.level2 = std::move(level2);
  result.level3 = std::move(name);
  result.target = Value{};
  result.target->text = std::move(target);
  return result;
}

Form with_funds(std::vector<Fund> funds) {
  Form form;
  form.funds = std::move(funds);
  return form;
}

Form with_dates(Text start, Text end) {
  Form form;
  form.start_date = std::move(start);
  form.end_date = std::move(end);
  return form;
}

Form with_indicators(std::vector<Indicator> indicators) {
  Form form;
  form.indicators = std::move(indicators);
  return form;
}

} // namespace

TEST_CASE("every rule stands in the list once, under the name of a code") {
  std::set<std::string_view> names;
  for (auto const& rule : rules()) {
    CHECK(find_code(rule.name).has_value());
    CHECK(names.insert(rule.name).second);
  }
}

TEST_CASE("project_name_missing") {
  Form form;
  CHECK(breaks(check_project_name_missing, form, Code::project_name_missing, "/forms/3/project_name"));
  form.project_name = "湿地监测";
  CHECK(satisfies(check_project_name_missing, form));
}

TEST_CASE("no_indicators") {
  CHECK(breaks(check_no_indicators, Form{}, Code::no_indicators, "/forms/3/indicators"));
  CHECK(satisfies(check_no_indicators, with_indicators({Indicator{}})));
}

TEST_CASE("fund_total_mismatch") {
  auto const off = [](Form const& form) {
    return breaks(check_fund_total_mismatch, form, Code::fund_total_mismatch, "/forms/3/funds");
  };
  auto const fine = [](Form const& form) { return satisfies(check_fund_total_mismatch, form); };
  CHECK(off(with_funds({fund("total", "100.00"), fund("fiscal", "80.00"), fund("other", "10.00")})));
  CHECK(off(with_funds({fund("total", "100.00"), fund("fiscal", "80.00"), fund("other", "30.00")})));
  CHECK(fine(with_funds({fund("total", "100.00"), fund("fiscal", "80.00"), fund("other", "20.00")})));
  CHECK(fine(with_funds({fund("total", "100.00"), fund("fiscal", "100.00")})));

  SUBCASE("within the last printed digit") {
    CHECK(fine(with_funds({fund("total", "100.01"), fund("fiscal", "100.00")})));
    CHECK(off(with_funds({fund("total", "100.02"), fund("fiscal", "100.00")})));
  }
  SUBCASE("scopes and measures are not mixed") {
    CHECK(fine(with_funds({fund("total", "300.00", "project"), fund("fiscal", "100.00")})));
    CHECK(fine(
        with_funds({fund("total", "300.00", "year", "executed"), fund("fiscal", "100.00", "year", "revised_budget")})));
    CHECK(found(check_fund_total_mismatch, with_funds({fund("total", "3", "project"), fund("other", "1", "project"),
                                                       fund("total", "9"), fund("fiscal", "5")}))
              .size() == 2);
  }
  SUBCASE("what is missing is no finding") {
    CHECK(fine(Form{}));
    CHECK(fine(with_funds({fund("total", "100.00")})));
    CHECK(fine(with_funds({fund("fiscal", "100.00")})));
    CHECK(fine(with_funds({fund("total", ""), fund("fiscal", "100.00")})));
  }
}

TEST_CASE("end_before_start") {
  auto const broken = [](Text start, Text end) {
    return breaks(check_end_before_start, with_dates(std::move(start), std::move(end)), Code::end_before_start,
                  "/forms/3/end_date");
  };
  auto const fine = [](Text start, Text end) {
    return satisfies(check_end_before_start, with_dates(std::move(start), std::move(end)));
  };
  CHECK(broken("2026-12-31", "2026-01-01"));
  CHECK(broken("2026-01-02", "2026-01-01"));
  CHECK(broken("2026-05-01", "2026-04"));
  CHECK(fine("2026-01-01", "2026-12-31"));
  CHECK(fine("2026-01-01", "2026-01-01"));
  CHECK(fine("2026-05-31", "2026-05"));
  CHECK(fine(std::nullopt, "2026-01-01"));
  CHECK(fine("2026-01-01", std::nullopt));
  CHECK(fine(std::nullopt, std::nullopt));
}

TEST_CASE("duplicate_indicator") {
  auto const row = indicator("质量指标", "样品验收合格率", "≥95%");
  CHECK(breaks(check_duplicate_indicator, with_indicators({row, row}), Code::duplicate_indicator,
               "/forms/3/indicators/1"));
  CHECK(found(check_duplicate_indicator, with_indicators({row, row, row})).size() == 2);
  CHECK(satisfies(check_duplicate_indicator, with_indicators({})));
  CHECK(satisfies(check_duplicate_indicator, with_indicators({row})));
  CHECK(satisfies(check_duplicate_indicator, with_indicators({row, indicator("质量指标", "样品验收合格率", "≥96%")})));
  CHECK(satisfies(check_duplicate_indicator, with_indicators({row, indicator("数量指标", "样品验收合格率", "≥95%")})));
  CHECK(satisfies(check_duplicate_indicator, with_indicators({row, indicator("质量指标", "样品合格率", "≥95%")})));
  auto nameless = row;
  nameless.level3.reset();
  CHECK(satisfies(check_duplicate_indicator, with_indicators({nameless, nameless})));
  auto without_target = row;
  without_target.target.reset();
  CHECK(satisfies(check_duplicate_indicator, with_indicators({without_target, without_target})));
}

TEST_CASE("all forms of a document are checked") {
  Document document;
  document.forms.resize(2);
  DiagnosticSink sink;
  check_document(document, sink);
  CHECK(sink.size() == 4); // no name and no indicators, twice
}
