#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace jixiao {

namespace {

struct Key {
  std::string_view group, name;

  friend bool operator==(Key const&, Key const&) = default;
};

struct KeyHash {
  std::size_t operator()(Key const& key) const {
    std::hash<std::string_view> const hash;
    return hash(key.name) * 31 + hash(key.group);
  }
};

} // namespace

/// A name stands once in a group: twice with different targets, nobody knows which is meant, or what tells them apart.
/// Breaks it: 宣传报道数量 ≥40(篇) and 宣传报道数量 ≥4(个). Satisfies it: 宣传报道数量 and 宣传专题数量.
void check_name_repeated(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  std::unordered_map<Key, std::string_view, KeyHash> seen(indicators.size());
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    auto const& indicator = indicators[i];
    if (!indicator.level3 || !indicator.target || is_sub_row(indicator))
      continue;
    form.judged();
    auto const group = indicator.level2 ? std::string_view(*indicator.level2) : std::string_view();
    auto const [first, is_new] = seen.try_emplace({group, *indicator.level3}, indicator.target->text);
    if (!is_new && first->second != indicator.target->text)
      form.report_indicator(i, "level3", {{"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target");
}

} // namespace jixiao
