#pragma once

#include "forms/form_labels.hpp"
#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// A label that is printed in a form.
struct PrintedLabel {
  std::string whole; ///< folded
  std::string text;  ///< folded, without number and brackets
  std::uint32_t piece = 0;
  LabelKind kind{};    ///< what it does there
  bool listed = false; ///< the vocabulary knows it
};

/// The labels of a draft in printed order, each text once for what it does. Groups (产出指标) are none.
std::vector<PrintedLabel> printed_labels(Draft const& draft);

} // namespace jixiao::recognition
