#include "writers/report_counts.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

void add(OutcomeCounts& sum, OutcomeCounts const& more) {
  sum.holds += more.holds;
  sum.broken += more.broken;
  sum.cannot_judge += more.cannot_judge;
  sum.does_not_apply += more.does_not_apply;
}

} // namespace

ReportCounts counts_of(Checked const& checked, Review const& review) {
  auto const& document = checked.document;
  ReportCounts out;
  out.documents = 1;
  out.unreadable = checked.unreadable ? 1 : 0;
  out.forms = document.forms.size();
  for (auto const& form : document.forms)
    out.indicators += form.indicators.size();
  std::ranges::copy(review.severities, out.severities);
  if (!document.judgements.empty())
    out.codes.resize(catalogue().size());
  for (auto const& judgement : document.judgements) {
    if (!review.asks_for(judgement.code))
      continue;
    auto& of_rule = out.codes[static_cast<std::size_t>(judgement.code)];
    ++std::array{&of_rule.holds, &of_rule.broken, &of_rule.cannot_judge,
                 &of_rule.does_not_apply}[static_cast<std::size_t>(judgement.outcome)][0];
  }
  return out;
}

void add(ReportCounts& sum, ReportCounts const& more) {
  sum.documents += more.documents;
  sum.unreadable += more.unreadable;
  sum.forms += more.forms;
  sum.indicators += more.indicators;
  for (std::size_t i = 0; i < std::size(sum.severities); ++i)
    sum.severities[i] += more.severities[i];
  if (sum.codes.size() < more.codes.size())
    sum.codes.resize(more.codes.size());
  for (std::size_t i = 0; i < more.codes.size(); ++i)
    add(sum.codes[i], more.codes[i]);
}

void add_severities(ReportCounts& sum, AcrossReview const& review) {
  for (std::size_t i = 0; i < std::size(sum.severities); ++i)
    sum.severities[i] += review.severities[i];
}

OutcomeCounts outcomes_of(ReportCounts const& counts, Code code) {
  auto const index = static_cast<std::size_t>(code);
  return index < counts.codes.size() ? counts.codes[index] : OutcomeCounts{};
}

bool was_run(OutcomeCounts const& outcomes) {
  return outcomes.holds + outcomes.broken + outcomes.cannot_judge + outcomes.does_not_apply > 0;
}

OutcomeCounts sum_of_outcomes(ReportCounts const& counts) {
  OutcomeCounts out;
  for (auto const& of_rule : counts.codes)
    add(out, of_rule);
  return out;
}

} // namespace jixiao
