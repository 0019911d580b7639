#pragma once

#include "diagnostics/shared_api.hpp"
#include "writers/json_buffer.hpp"

#include <jixiao/together.hpp>
#include <jixiao/writers.hpp>

#include <string>

/// Findings across documents in the formats of reports.
namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// A heading and the findings, each with both places.
std::string across_text(AcrossReview const& review, TextStyle const& style);

/// `form.txt:23:12` or `form.docx, table 2, row 5`, and the form behind it.
std::string across_place(AcrossPlace const& place, Language language);

/// One object: the members of a finding, and the other place as `other`.
void put_across(JsonBuffer& out, AcrossFinding const& finding, Language language);

/// A result of SARIF with the other place as a related location (§3.27.22).
void put_across_result(JsonBuffer& out, AcrossFinding const& finding, Language language);

} // namespace jixiao
