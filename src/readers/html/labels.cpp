#include "readers/html/labels.hpp"

#include "recognition/labels/labels.hpp"
#include "recognition/labels/titles.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::string_view wide_colon = "：";
constexpr std::size_t longest_label = 60; // bytes

/// What stands before the first colon; the whole text where there is none.
std::string_view before_colon(std::string_view text) {
  return text.substr(0, std::min({text.find(wide_colon), text.find(':'), text.size()}));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

bool begins_with_label(std::string_view text) {
  text = trim(text);
  auto const label = before_colon(text);
  return label.size() < text.size() && label.size() <= longest_label &&
         recognition::builtin_label_finder().find(label).known();
}

bool has_label_or_title(std::string_view text) {
  constexpr std::size_t longest_unlisted_label = 24; // bytes
  text = trim(text);
  auto const label = before_colon(text);
  bool const has_colon = label.size() < text.size();
  bool const is_time_or_number = !label.empty() && is_digit(label.back()); // 10:30, 目标1：
  bool const is_address = text.substr(label.size()).starts_with("://");
  bool const is_brief = label.size() <= longest_unlisted_label && !is_time_or_number && !is_address;
  return (has_colon && is_brief) || begins_with_label(text) || text.ends_with(wide_colon) || text.ends_with(':') ||
         recognition::read_title(text).has_value();
}

} // namespace jixiao
