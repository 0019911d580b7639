#include "rules/rules.hpp"

#include <functional>
#include <string_view>
#include <unordered_set>

namespace jixiao {

namespace {

struct Key {
  std::string_view group, name, target;

  friend bool operator==(Key const&, Key const&) = default;
};

struct KeyHash {
  std::size_t operator()(Key const& key) const {
    std::hash<std::string_view> const hash;
    return hash(key.name) * 31 + hash(key.target);
  }
};

} // namespace

/// The same name with the same target twice under one group is counted twice.
/// Breaks it: two rows 宣传内容准确率 =100.00(%) under 质量指标. Satisfies it: different names or targets.
void check_duplicate_indicator(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  std::unordered_set<Key, KeyHash> seen(indicators.size());
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    auto const& indicator = indicators[i];
    if (!indicator.level3 || !indicator.target)
      continue;
    form.judged();
    auto const group = indicator.level2 ? std::string_view(*indicator.level2) : std::string_view();
    if (!seen.insert({group, *indicator.level3, indicator.target->text}).second)
      form.report_indicator(i, "", {{"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target");
}

} // namespace jixiao
