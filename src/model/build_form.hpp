#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "forms/raw_form.hpp"
#include "repairs/read_matrix.hpp"
#include "repairs/record.hpp"

#include <jixiao/document.hpp>

#include <cstdint>
#include <functional>
#include <vector>

namespace jixiao {

struct BuildContext {
  Page const& page;
  ClaimMap& claims;
  DiagnosticSink& sink;
  std::function<Location(std::uint32_t row, std::int64_t cell)> locate;
  std::function<std::uint32_t(std::uint32_t cell)> row_of; ///< of a cell of the reading
  std::string_view source;                                 ///< the decoded text that cells have their places in
};

/// What repair made of a form's tables.
struct RepairedTables {
  std::vector<Record> records;
  std::vector<MatrixValue> amounts;
};

/// Interprets the cells of a raw form: texts are cleaned, dates, amounts and parties read by their grammars. What a
/// grammar does not accept is reported and its field stays empty.
Form build_form(BuildContext const& context, RawForm const& raw, RepairedTables const& tables,
                std::uint32_t form_index);

} // namespace jixiao
