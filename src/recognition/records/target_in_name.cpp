#include "recognition/records/target_in_name.hpp"

#include "grammars/indicator_value.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <string>
#include <string_view>

namespace jixiao::recognition {

namespace {

bool is_bare_quantity(std::string_view text) {
  auto const value = grammars::read_indicator_value(text);
  return value.kind == ValueKind::quantity && !value.subject;
}

struct NameAndTarget {
  std::string_view name, target;
};

/// 培训人数：≥100人次, 培训人数≥100人次, 验收合格率100%. Of other names the target is empty.
NameAndTarget part_at_target(std::string_view text) {
  for (std::string_view const colon : {"：", ":"})
    if (auto const at = text.rfind(colon); at != std::string_view::npos)
      if (auto const behind = trim(text.substr(at + colon.size())); is_bare_quantity(behind))
        return {trim(text.substr(0, at)), behind};
  auto const whole = grammars::read_indicator_value(text);
  bool const bounded = whole.op != Comparator::none && whole.subject && text.starts_with(*whole.subject);
  auto const at = bounded ? whole.subject->size() : text.find_first_of("0123456789");
  if (at == std::string_view::npos || (!bounded && !ends_as_name(text.substr(0, at))))
    return {text, {}};
  return {trim(text.substr(0, at)), trim(text.substr(at))};
}

/// 满意度2 is a name with its number, and 巡查次数10分 one with its points.
bool is_told_target(Value const& value) { return value.op != Comparator::none || (value.unit && *value.unit != "分"); }

} // namespace

void part_target_from_name(Indicator& indicator) {
  auto const printed = *indicator.level3;
  auto const [name, target] = part_at_target(printed);
  auto const value = grammars::read_indicator_value(target);
  if (name.empty() || !is_bare_quantity(target) || !is_told_target(value))
    return;
  indicator.target = value;
  indicator.level3 = std::string(name);
  indicator.printed.push_back({"level3", printed});
}

} // namespace jixiao::recognition
