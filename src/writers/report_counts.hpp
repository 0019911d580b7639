#pragma once

#include "diagnostics/shared_api.hpp"

#include <jixiao/report.hpp>
#include <jixiao/review.hpp>
#include <jixiao/together.hpp>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

ReportCounts counts_of(Checked const& checked, Review const& review);
void add(ReportCounts& sum, ReportCounts const& more);
void add_severities(ReportCounts& sum, AcrossReview const& review);

/// What was found of the rule with this code; all zero when it was not run.
OutcomeCounts outcomes_of(ReportCounts const& counts, Code code);
bool was_run(OutcomeCounts const& outcomes);

/// Over all rules.
OutcomeCounts sum_of_outcomes(ReportCounts const& counts);

} // namespace jixiao
