#include "rules/rules.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<Rule, 5> all{{
    {"project_name_missing", check_project_name_missing},
    {"no_indicators", check_no_indicators},
    {"fund_total_mismatch", check_fund_total_mismatch},
    {"end_before_start", check_end_before_start},
    {"duplicate_indicator", check_duplicate_indicator},
}};

} // namespace

std::span<Rule const> rules() { return all; }

std::string form_path(std::size_t form_index) { return "/forms/" + std::to_string(form_index); }

void check_document(Document const& document, DiagnosticSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i)
    for (auto const& rule : rules())
      rule.check(document.forms[i], i, sink);
}

} // namespace jixiao
