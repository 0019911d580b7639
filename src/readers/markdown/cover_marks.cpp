#include "readers/markdown/cover_marks.hpp"

#include "recognition/labels/labels.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao {
namespace {

constexpr std::string_view below = "^", behind = "<", below_doubled = "^^";

/// ≥ alone in its cell, or 符号 above such.
bool is_of_signs(std::string_view text) {
  constexpr std::array<std::string_view, 11> signs{"≥", "≤", "≧", "≦", ">=", "<=", ">", "=", "＞", "＜", "＝"};
  constexpr std::size_t longest = 24; // bytes of a label of such a column
  if (std::ranges::find(signs, text) != signs.end())
    return true;
  auto const& labels = recognition::builtin_label_finder();
  return !text.empty() && text.size() <= longest && labels.find(text).is(recognition::Role::column, "comparator");
}

} // namespace

void CoverMarks::look_at(std::span<Piece const> row) {
  signs_.resize(std::max(signs_.size(), row.size()));
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto const text = row[i].text;
    both_ = both_ || text == below || (i > 0 && text == behind && row[i - 1].text == behind);
    if (!signs_[i] && is_of_signs(text))
      signs_[i] = true;
  }
}

void CoverMarks::clear(std::span<Piece> row) const {
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto& text = row[i].text;
    bool const is_sign = i < signs_.size() && signs_[i];
    if (text == below_doubled || (both_ && (text == below || (text == behind && !is_sign))))
      text = {};
  }
}

} // namespace jixiao
