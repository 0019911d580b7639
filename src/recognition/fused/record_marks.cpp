#include "recognition/fused/record_marks.hpp"

#include "recognition/fused/values.hpp"
#include "recognition/fused/words.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::array mark_words = {"指标"sv, "任务"sv};

std::size_t colon_length(std::string_view text) {
  return text.starts_with(':') ? 1 : text.starts_with("："sv) ? "："sv.size() : 0;
}

struct NumberedMark {
  std::size_t length = 0; ///< bytes; 0: there is none
  int number = 0;
  bool colon = false; ///< one stands behind the number
};

/// 指标2 at the start of a text behind 指标1: of the digits only as many as the number has. Before a colon it may be
/// any.
NumberedMark numbered_mark_at(std::string_view text, int last) {
  auto const word = std::ranges::find_if(mark_words, [&](std::string_view w) { return text.starts_with(w); });
  if (word == mark_words.end())
    return {};
  auto const digits = text.substr(word->size());
  if (!digits.empty() && digits[0] >= '1' && digits[0] <= '9' && colon_length(digits.substr(1)) > 0)
    return {word->size() + 1 + colon_length(digits.substr(1)), digits[0] - '0', true};
  for (int const number : {last + 1, 1})
    if (auto const printed = std::to_string(number); digits.starts_with(printed))
      return {word->size() + printed.size(), number};
  return {};
}

/// A text ends in a number with its unit: 80盏.
bool ends_in_run(std::string_view text) {
  constexpr std::string_view figures = "0123456789.";
  auto const last = text.find_last_of(figures);
  if (last == std::string_view::npos)
    return false;
  auto const before = text.find_last_not_of(figures, last);
  auto const run = text.substr(before == std::string_view::npos ? 0 : before + 1);
  return run_length(run) == run.size();
}

/// Nothing stands before it, or a value does: one ends in a number with its unit, in a sign or in a word of results.
bool may_begin(std::string_view before) {
  before = trim(before);
  if (before.empty() || static_cast<unsigned char>(before.back()) < 0x80)
    return true;
  for (auto const mark : {"："sv, "％"sv, "…"sv})
    if (before.ends_with(mark))
      return true;
  return ends_in_run(before) || !result_at_end(before).empty();
}

} // namespace

std::vector<RecordMark> find_marks(std::string_view stretch) {
  std::vector<RecordMark> out;
  int last = 0;
  for (std::size_t at = 0; at < stretch.size(); ++at) {
    auto const mark = numbered_mark_at(stretch.substr(at), last);
    bool const counted = mark.colon && mark.number == last + 1;
    if (mark.length == 0 || (!counted && !may_begin(stretch.substr(0, at))))
      continue;
    last = mark.number;
    out.push_back({at, at + mark.length});
    at = out.back().end - 1;
  }
  return out;
}

} // namespace jixiao::recognition::fused
