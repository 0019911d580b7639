#include "redact/min_certainty.hpp"

#include "diagnostics/certainty.hpp"
#include "model/members.hpp"
#include "review/certainties.hpp"

#include <algorithm>
#include <string>

namespace jixiao {

namespace {

/// As a person reads it, and as phrases.def has it.
std::string words_of(Certainty certainty) {
  std::string out(to_string(certainty));
  std::ranges::replace(out, '_', ' ');
  return out;
}

class Withholding {
public:
  Withholding(Certainty least, Document& document, DiagnosticSink& sink)
      : least_(least), document_(document), sink_(sink), rated_(sink.kept().begin(), sink.kept().end()) {
    rate_repairs(rated_);
  }

  void run() {
    FieldCertainties const certainties(document_, rated_);
    certainties_ = &certainties;
    for (std::size_t i = 0; i < document_.forms.size(); ++i) {
      auto& form = document_.forms[i];
      auto const path = "/forms/" + std::to_string(i);
      for_each_field(form, [&](std::string_view name, auto& field) { look(path, name, field, form.at); });
      for (std::size_t k = 0; k < form.funds.size(); ++k)
        look_at_fund(path + "/funds/" + std::to_string(k), form.funds[k]);
      for (std::size_t k = 0; k < form.indicators.size(); ++k) {
        auto& row = form.indicators[k];
        auto const row_path = path + "/indicators/" + std::to_string(k);
        for_each_field(row, [&](std::string_view name, auto& field) { look(row_path, name, field, row.at); });
      }
    }
  }

private:
  template <class Field> void look(std::string const& node, std::string_view name, Field& field, Location const& at) {
    auto path = node + '/' + std::string(name);
    std::ranges::replace(path, '.', '/');
    auto const certainty = certainties_->of(path);
    if (!certainty || *certainty <= least_ || is_empty(field))
      return;
    field = {};
    report(name, *certainty, at, std::move(path));
  }

  void look_at_fund(std::string path, Fund& fund) {
    auto const certainty = certainties_->of(path);
    if (!certainty || *certainty <= least_ || !fund.number)
      return;
    fund.number = fund.yuan = {};
    report("funds." + fund.measure, *certainty, fund.at, std::move(path));
  }

  void report(std::string_view field, Certainty certainty, Location const& at, std::string path) {
    sink_.emit(Code::field_withheld,
               {{"field", field}, {"certainty", words_of(certainty)}, {"least", words_of(least_)}}, at,
               std::move(path));
  }

  Certainty least_;
  Document& document_;
  DiagnosticSink& sink_;
  std::vector<Diagnostic> rated_;
  FieldCertainties const* certainties_ = nullptr;
};

} // namespace

void withhold_below(Certainty least, Document& document, DiagnosticSink& sink) {
  Withholding(least, document, sink).run();
}

} // namespace jixiao
