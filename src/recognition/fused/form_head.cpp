#include "recognition/fused/form_head.hpp"

namespace jixiao::recognition::fused {

namespace {

constexpr int fewest_others = 3; ///< labels beside that of the project
constexpr int longest_head = 16; ///< lines from the title to the last of them

bool is_of_form(Label const& label) {
  auto const* side = label.as(Role::side);
  return !label.is_level() && (label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal) || (side && side->target == "fund"));
}

/// Text or another label stands behind it with nothing between them.
bool is_beside_next(Part const& label, Part const* next) { return next && next->begin == label.end; }

} // namespace

bool FormHead::take(std::string_view line) {
  if (below_title_ && ++lines_ > longest_head)
    below_title_ = false;
  auto const parts = part_line(line, false, labels_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const& part = parts[i];
    if (part.kind == Part::Kind::title)
      below_title_ = true, has_name_ = false, others_ = lines_ = 0;
    if (!below_title_ || part.kind != Part::Kind::label)
      continue;
    auto const* next = i + 1 < parts.size() ? &parts[i + 1] : nullptr;
    if (part.label.is(Role::pair, "project_name"))
      has_name_ = has_name_ || (next && next->kind == Part::Kind::text);
    else if (is_of_form(part.label) && is_beside_next(part, next))
      ++others_;
    if (has_name_ && others_ >= fewest_others)
      return true;
  }
  return false;
}

} // namespace jixiao::recognition::fused
