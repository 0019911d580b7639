#include "rules/rules.hpp"

#include "model/taxonomy.hpp"

namespace jixiao {

namespace {

enum class Place : std::uint8_t { right, wrong, unknown };

Place place_of(std::string_view level1, std::string_view level2) {
  auto const& taxonomy = builtin_taxonomy();
  bool known1 = false, known2 = false;
  for (auto const& node : taxonomy.nodes) {
    known1 = known1 || (node.parent < 0 && node.name == level1);
    if (node.parent < 0 || node.name != level2)
      continue;
    known2 = true;
    if (taxonomy.name(node.parent) == level1)
      return Place::right;
  }
  return known1 && known2 ? Place::wrong : Place::unknown;
}

} // namespace

/// A level-2 group stands under its own level 1 (财预〔2020〕10号, form of the annex).
/// Breaks it: 经济效益指标 under 产出指标. Satisfies it: 经济效益指标 under 效益指标.
void check_level2_under_wrong_level1(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level1 || !indicator.level2)
      continue;
    auto const place = place_of(*indicator.level1, *indicator.level2);
    if (place == Place::unknown)
      continue;
    form.judged();
    if (place == Place::wrong)
      form.report_indicator(i, "level2", {{"level2", *indicator.level2}, {"level1", *indicator.level1}});
  }
  form.needs("indicators/level1 or level2");
}

} // namespace jixiao
