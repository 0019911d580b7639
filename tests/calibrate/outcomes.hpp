#pragma once

#include "tests/calibrate/cases.hpp"

#include <jixiao/document.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace jixiao::calibrate {

/// What became of a field of a form whose contents are known.
struct Outcome {
  std::string path; ///< empty: the document has no such field
  std::string expected, read;
  bool noted = false; ///< a finding is about the field, its row or its amount
  std::optional<Certainty> certainty;

  bool right() const { return expected == read; }
  bool silent() const { return !right() && !noted; }
};

/// Converts the text of a case.
Document read(Case const& one);

/// Calls `visit` for each field of the form, and for what was read into fields that are empty in it.
void for_each_outcome(FormTruth const& truth, Document const& document,
                      std::function<void(Outcome const&)> const& visit);

/// The same for the forms of a document, in their order. Fields that no form has printed are asked, too, and so are
/// forms beyond them.
void for_each_outcome(std::span<FormTruth const> truths, Document const& document,
                      std::function<void(Outcome const&)> const& visit);

} // namespace jixiao::calibrate
