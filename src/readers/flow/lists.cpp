#include "readers/flow/lists.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::flow {
namespace {

constexpr std::size_t longest_label = 768; // bytes of 255 characters; printed with each paragraph

std::string bullet_of(ListLevel const& level) {
  if (level.text.empty() || level.font == SymbolFont::none)
    return level.text;
  auto const code = character_at(level.text, 0).value;
  std::string bullet;
  auto const sign = symbol(level.font, code);
  append_utf8(bullet, sign != 0 ? sign : code);
  return bullet;
}

} // namespace

List::List(std::vector<ListLevel> levels) : levels_(std::move(levels)) {
  levels_.resize(std::min(levels_.size(), most_levels));
  for (std::size_t i = 0; i < levels_.size(); ++i)
    starts_[i] = levels_[i].start;
}

void List::start_with(std::size_t level, std::uint32_t value) {
  if (level >= levels_.size())
    return;
  starts_[level] = value;
  begun_[level] = false;
}

void List::count(std::size_t level) {
  for (std::size_t i = 0; i <= level; ++i)
    if (!begun_[i])
      counts_[i] = starts_[i], begun_[i] = true;
    else if (i == level)
      ++counts_[i];
  for (auto i = level + 1; i < most_levels; ++i)
    if (i >= levels_.size() || level < levels_[i].restart)
      begun_[i] = false;
}

std::string List::next(std::size_t level) {
  if (level >= levels_.size())
    return {};
  count(level);
  auto const& own = levels_[level];
  if (own.hidden)
    return {};
  if (own.format == docx::NumberFormat::bullet)
    return bullet_of(own);
  std::string label;
  for (std::size_t at = 0; at < own.text.size() && label.size() < longest_label;) {
    char const c = own.text[at], digit = at + 1 < own.text.size() ? own.text[at + 1] : '\0';
    if (c != '%' || digit < '1' || digit > '9') {
      auto const length = character_at(own.text, at).length;
      label.append(own.text, at, length);
      at += length;
      continue;
    }
    at += 2;
    auto const place = static_cast<std::size_t>(digit - '1');
    if (place < levels_.size())
      docx::append_number(label, counts_[place], own.legal ? docx::NumberFormat::decimal : levels_[place].format);
  }
  return label.size() < longest_label ? label : label + "…";
}

} // namespace jixiao::flow
