#include "rules/repeats.hpp"

#include <functional>

namespace jixiao {

namespace {

constexpr std::size_t few = 40;

} // namespace

std::size_t Repeats::KeyHash::operator()(Key const& key) const {
  std::hash<std::string_view> const hash;
  return ((hash(key.name) * 31 + hash(key.target)) * 31 + hash(key.group)) * 31 + key.panel;
}

Repeats::Key Repeats::key_of(std::size_t row) const {
  auto const& indicator = indicators_[row];
  return {indicator.level2 ? std::string_view(*indicator.level2) : std::string_view(), *indicator.level3,
          with_target_ ? std::string_view(indicator.target->text) : std::string_view(), panels_[row]};
}

std::optional<std::size_t> Repeats::before(std::size_t row) {
  auto const key = key_of(row);
  if (indicators_.size() > few) {
    auto const [first, is_new] = seen_.try_emplace(key, row);
    return is_new ? std::nullopt : std::optional(first->second);
  }
  for (std::size_t i = 0; i < row; ++i)
    if (indicators_[i].level3 && indicators_[i].target && key_of(i) == key)
      return i;
  return std::nullopt;
}

} // namespace jixiao
