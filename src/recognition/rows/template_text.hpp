#pragma once

#include "recognition/pieces/pieces.hpp"
#include "recognition/rows/rows.hpp"

#include <span>
#include <string_view>

namespace jixiao::recognition {

/// The text in which most rows of a table end, the same in each, as its template has it: 未达指标值酌情扣分. A row that
/// has nothing but labels of groups and this text was never filled in.
class TemplateText {
public:
  TemplateText() = default;
  TemplateText(Page const& page, std::span<RecordSpan const> spans);

  bool is_all_of(Page const& page, RecordSpan const& span) const;

private:
  std::string_view text_; ///< empty when there is none
};

} // namespace jixiao::recognition
