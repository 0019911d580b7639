#pragma once

#include <jixiao/batch.hpp>

#include <string>

namespace jixiao::cli {

/// A line for each finding of a document that is an error: `form.txt:8:37: error[V502]: the total is …`.
std::string error_lines(BatchDocument const& read);

/// `form.txt: 12 forms, 101 indicators, 3 warnings (jixiao check form.txt shows them)`.
std::string document_line(BatchDocument const& read);

/// `120 inputs: 97 converted, 20 with findings, 2 refused, 1 failed; 60 of them unchanged`.
std::string totals_line(BatchCounts const& counts);

} // namespace jixiao::cli
