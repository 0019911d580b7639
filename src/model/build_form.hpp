#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "forms/raw_form.hpp"
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
};

/// Interprets the cells of a raw form: texts are cleaned, dates, amounts and parties read by their grammars. What a
/// grammar does not accept is reported and its field stays empty.
Form build_form(BuildContext const& context, RawForm const& raw, std::vector<Record> const& records, std::uint32_t form_index);

} // namespace jixiao
