#include "recognition/fused/lattice.hpp"

#include "recognition/columns/columns.hpp"
#include "recognition/fused/worth.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

/// The best way to a place.
struct Way {
  double gain = -1; ///< below 0: there is none
  Place from;
  Candidate const* by = nullptr; ///< null: a character of text
};

class Path {
public:
  explicit Path(Line const& line) : line_(line), ways_((line.glyphs.size() + 1) * 2 * befores) {}

  std::vector<Part> run(bool in_table) {
    way({0, in_table, Before::start}).gain = 0;
    for (std::size_t at = 0; at < line_.glyphs.size(); ++at)
      for_all_at(at, [&](Place const& place) { step(place); });
    return trace();
  }

private:
  Way& way(Place const& place) {
    return ways_[(place.at * 2 + (place.table ? 1 : 0)) * befores + static_cast<std::size_t>(place.before)];
  }

  template <class Do> static void for_all_at(std::size_t at, Do action) {
    for (bool const table : {false, true})
      for (std::size_t b = 0; b < befores; ++b)
        action(Place{at, table, static_cast<Before>(b)});
  }

  void reach(Place const& place, Way const& next) {
    if (auto& best = way(place); next.gain > best.gain)
      best = next;
  }

  void step(Place const& place) {
    auto const gain = way(place).gain;
    if (gain < 0)
      return;
    reach({place.at + 1, place.table, Before::text}, {gain, place, nullptr});
    for (auto const& candidate : line_.candidates[place.at])
      if (auto const more = worth(line_, place, candidate))
        reach(behind(place, candidate), {gain + *more, place, &candidate});
  }

  std::vector<Part> trace() {
    Place here;
    double best = -1;
    for_all_at(line_.glyphs.size(), [&](Place const& place) {
      if (auto const gain = way(place).gain; gain > best)
        best = gain, here = place;
    });
    std::vector<Part> out;
    while (here.at > 0) {
      auto const& [gain, from, by] = way(here);
      auto const begin = line_.glyphs[from.at].begin, end = line_.glyphs[here.at - 1].end;
      if (by)
        out.push_back({by->title ? Part::Kind::title : Part::Kind::label, begin, end, by->label, here.table});
      else if (!out.empty() && out.back().kind == Part::Kind::text)
        out.back().begin = begin;
      else
        out.push_back({Part::Kind::text, begin, end, {}, here.table});
      here = from;
    }
    std::ranges::reverse(out);
    return out;
  }

  Line const& line_;
  std::vector<Way> ways_;
};

/// 其中： before a label is of it.
void take_in_other_part(std::vector<Part>& parts, std::string_view line) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].kind != Part::Kind::text || parts[i + 1].kind != Part::Kind::label)
      continue;
    auto const text = line.substr(parts[i].begin, parts[i].end - parts[i].begin);
    auto const at = text.rfind("其中");
    std::string folded;
    if (at == std::string_view::npos || fold_label(text.substr(at), folded) != "其中")
      continue;
    parts[i + 1].begin = parts[i].begin + at;
    parts[i + 1].label.part = true;
    parts[i].end = parts[i].begin + at;
  }
  std::erase_if(parts, [](Part const& part) { return part.begin == part.end; });
}

/// Bytes of 2. or 三、 at the end of a text; no digit stands before it, of which it would be a part.
std::size_t number_at_end(std::string_view text) {
  auto const stop = text.ends_with("、") ? "、"sv.size() : text.ends_with('.') ? 1 : 0;
  auto rest = text.substr(0, text.size() - stop);
  auto const is_figure = [](char c) { return c >= '0' && c <= '9'; };
  if (stop == 0 || rest.empty())
    return 0;
  if (is_figure(rest.back())) {
    rest.remove_suffix(1);
    bool const longer = !rest.empty() && (is_figure(rest.back()) || rest.back() == '.' || rest.back() == '-');
    return longer ? 0 : text.size() - rest.size();
  }
  for (auto const number : {"一"sv, "二"sv, "三"sv, "四"sv, "五"sv, "六"sv, "七"sv, "八"sv, "九"sv, "十"sv})
    if (rest.ends_with(number))
      return number.size() + stop;
  return 0;
}

/// 三、 before a label is of it.
void take_in_numbers(std::vector<Part>& parts, std::string_view line) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    auto& text = parts[i];
    auto& label = parts[i + 1];
    if (text.kind != Part::Kind::text || label.kind != Part::Kind::label || text.end != label.begin)
      continue;
    auto const length = number_at_end(line.substr(text.begin, text.end - text.begin));
    text.end -= length;
    label.begin -= length;
    label.label.numbered = label.label.numbered || length > 0;
  }
  std::erase_if(parts, [](Part const& part) { return part.begin == part.end; });
}

/// 总分:分项目名称: the unit of a number that nobody has filled in is of the label that says it, too.
void take_in_units(std::vector<Part>& parts, std::string_view line) {
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    auto& label = parts[i - 1];
    auto const unit = trim(line.substr(parts[i].begin, parts[i].end - parts[i].begin));
    if (parts[i].kind == Part::Kind::text && label.kind == Part::Kind::label &&
        parts[i + 1].kind == Part::Kind::label && label.label.text.ends_with(unit) && look_of(unit) == Look::unit)
      parts[i].begin = label.end = parts[i].end;
  }
  std::erase_if(parts, [](Part const& part) { return part.begin == part.end; });
}

} // namespace

std::vector<Part> part_line(std::string_view text, bool in_table, LabelFinder const& labels) {
  auto const line = find_candidates(text.size() > longest_line ? std::string_view() : text, labels);
  if (line.glyphs.empty())
    return {{Part::Kind::text, 0, text.size(), {}, in_table}};
  auto out = Path(line).run(in_table);
  take_in_other_part(out, text);
  take_in_numbers(out, text);
  take_in_units(out, text);
  return out;
}

std::size_t count_labels(std::string_view line, LabelFinder const& labels) {
  return static_cast<std::size_t>(std::ranges::count(part_line(line, false, labels), Part::Kind::label, &Part::kind));
}

bool may_hold_columns(std::string_view line) {
  return line.find("指标") != std::string_view::npos || line.find("指標") != std::string_view::npos;
}

std::size_t glued_columns(std::string_view line, LabelFinder const& labels) {
  std::size_t most_glued = 0, most_spaced = 0, glued = 0, spaced = 0, last = 0, behind_text = 0, at_gap = 0;
  for (auto const& found : part_line(line, false, labels)) {
    bool const label = found.kind == Part::Kind::label;
    bool const column = label && column_kind(found.label).has_value();
    bool const beside = last > 0 && found.begin == last;
    behind_text += label && beside && glued + spaced == 0 ? 1 : 0;
    at_gap += label && !beside;
    glued = !column ? 0 : glued > 0 && beside ? glued + 1 : 1;
    spaced = !column ? 0 : spaced + 1;
    last = found.end;
    most_glued = std::max(most_glued, glued);
    most_spaced = std::max(most_spaced, spaced);
  }
  return behind_text > at_gap ? most_spaced : most_glued;
}

} // namespace jixiao::recognition::fused
