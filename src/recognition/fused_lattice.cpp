#include "recognition/fused_lattice.hpp"

#include "recognition/columns.hpp"
#include "recognition/looks.hpp"
#include "recognition/titles.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_fused_label = 24;   ///< characters
constexpr std::size_t longest_fused_title = 60;   ///< characters
constexpr std::size_t longest_fused_bracket = 24; ///< characters
constexpr std::size_t longest_line = 40000;       ///< bytes; a longer line is no form

struct Glyph {
  std::size_t begin = 0, end = 0; ///< bytes of the line
  char32_t value = 0;             ///< folded
  std::string text;               ///< folded
  bool gap = false;               ///< white space stands before it
};

std::vector<Glyph> glyphs_of(std::string_view line) {
  std::vector<Glyph> out;
  bool gap = true;
  for (std::size_t at = 0; at < line.size();) {
    auto const c = character_at(line, at);
    auto const text = line.substr(at, c.length);
    if (is_space(c.value) || is_invisible(c.value)) {
      gap = true;
    } else {
      std::string folded;
      fold_label(text, folded);
      if (folded.empty()) // a colon is dropped at the end of a label, and here it is alone
        folded = c.value == U'：' || c.value == ':' ? ":" : std::string(text);
      out.push_back({at, at + c.length, character_at(folded, 0).value, folded, gap});
      gap = false;
    }
    at += c.length;
  }
  return out;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool begins_value(char32_t c) { return is_digit(c) || U"≥≤=＝><＞＜-¥￥"sv.find(c) != std::u32string_view::npos; }

bool is_punctuation(char32_t c) { return U",，.。;；:：、!！?？…\"“”'‘’《》%/"sv.find(c) != std::u32string_view::npos; }

bool is_ideographic(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

/// What stands before a place on the path.
enum class Before : std::uint8_t { start, text, group1, group, column, fund, pair, other };
constexpr std::size_t befores = 8;

/// A label that may stand at a place.
struct Candidate {
  std::size_t end = 0;  ///< glyphs
  std::size_t size = 0; ///< characters of the label itself
  Label label;
  bool title = false;
  bool colon = false;
};

class Path {
public:
  Path(LabelFinder const& labels, std::string_view line, bool in_table)
      : labels_(labels), line_(line), glyphs_(glyphs_of(line)), in_table_(in_table) {
    find_candidates();
  }

  std::vector<FusedPart> run(bool& in_table) {
    auto const n = glyphs_.size();
    stages_.assign((n + 1) * 2 * befores, {});
    stage(0, in_table_, Before::start).gain = 0;
    for (std::size_t at = 0; at < n; ++at)
      for (bool const table : {false, true})
        for (std::size_t b = 0; b < befores; ++b)
          step(at, table, static_cast<Before>(b));
    return trace(in_table);
  }

private:
  struct Stage {
    double gain = -1;
    std::size_t from = 0;
    bool from_table = false;
    Before from_before{};
    std::int32_t candidate = -1;
  };

  Stage& stage(std::size_t at, bool table, Before before) {
    return stages_[(at * 2 + (table ? 1 : 0)) * befores + static_cast<std::size_t>(before)];
  }

  std::string joined(std::size_t begin, std::size_t end) const {
    std::string out;
    for (; begin < end; ++begin)
      out += glyphs_[begin].text;
    return out;
  }

  /// Behind `at`, the end of a bracket that opens there; `at` where none does.
  std::size_t behind_bracket(std::size_t at) const {
    if (at >= glyphs_.size() || glyphs_[at].value != '(')
      return at;
    int depth = 0;
    for (auto end = at; end < glyphs_.size() && end < at + longest_fused_bracket; ++end) {
      depth += glyphs_[end].value == '(' ? 1 : glyphs_[end].value == ')' ? -1 : 0;
      if (depth == 0)
        return end + 1;
    }
    return at;
  }

  void find_candidates() {
    candidates_.resize(glyphs_.size());
    for (std::size_t at = 0; at < glyphs_.size(); ++at) {
      if (!is_ideographic(glyphs_[at].value) && glyphs_[at].value != '1')
        continue;
      std::string text;
      for (auto end = at; end < glyphs_.size() && end < at + longest_fused_label; ++end) {
        text += glyphs_[end].text;
        if (is_digit(glyphs_[end].value) && end == at)
          continue;
        if (auto label = exact(text)) {
          Candidate candidate{end + 1, end + 1 - at, std::move(*label), false, false};
          take_brackets(at, candidate);
          candidates_[at].push_back(std::move(candidate));
        }
      }
      find_title(at);
    }
  }

  /// A label as it is, without a number or brackets around it.
  std::optional<Label> exact(std::string const& folded) const {
    if (folded.size() < 6)
      return std::nullopt;
    auto label = labels_.find_folded(folded);
    if ((!label.known() && !label.is_level()) || label.numbered || label.part || !label.annotation.empty() ||
        folded.back() == ':')
      return std::nullopt;
    return label;
  }

  /// (万元)(20分) and a colon behind a label are of it.
  void take_brackets(std::size_t at, Candidate& candidate) const {
    for (int i = 0; i < 2; ++i) {
      auto const end = behind_bracket(candidate.end);
      if (end == candidate.end)
        break;
      auto label = labels_.find_folded(joined(at, end));
      if (!label.known() && !label.is_level())
        break;
      candidate.label = std::move(label);
      candidate.end = end;
    }
    if (candidate.end < glyphs_.size() && glyphs_[candidate.end].value == ':') {
      candidate.colon = true;
      ++candidate.end;
    }
  }

  /// A title ends in 表, and a label, the year or the end of the line stands behind it.
  void find_title(std::size_t at) {
    if (glyphs_[at].value != U'表')
      return;
    auto end = at + 1;
    if (auto const bracket = behind_bracket(end); bracket > end)
      end = bracket;
    auto begin = at;
    while (begin > 0 && at - begin < longest_fused_title && goes_before_title(begin - 1))
      --begin;
    // 95百分比省级部门…表: the unit is of the number before it.
    if (begin > 0 && is_digit(glyphs_[begin - 1].value)) {
      std::size_t unit = begin;
      for (auto stop = begin + 1; stop < std::min(at, begin + 5); ++stop)
        if (look_of(joined(begin, stop)) == Look::unit)
          unit = stop;
      begin = unit;
    }
    if (begin == at || !read_title(line_.substr(glyphs_[begin].begin, glyphs_[end - 1].end - glyphs_[begin].begin)))
      return;
    titles_.push_back({begin, end});
    Candidate title{end, end - begin, {}, true, false};
    candidates_[begin].push_back(std::move(title));
  }

  bool goes_before_title(std::size_t at) const {
    auto const c = glyphs_[at].value;
    if (glyphs_[at + 1].gap)
      return false;
    if (is_digit(c)) { // 2024年
      auto first = at;
      while (first > 0 && is_digit(glyphs_[first - 1].value))
        --first;
      auto last = at;
      while (last + 1 < glyphs_.size() && is_digit(glyphs_[last + 1].value))
        ++last;
      auto const count = last - first + 1;
      bool const year = last + 1 < glyphs_.size() && glyphs_[last + 1].value == U'年';
      return year && count >= 4 && last - at < 4;
    }
    return is_ideographic(c) || c == '(' || c == ')' || c == U'〔' || c == U'"' || c == U'-';
  }

  /// True when a label may begin at a glyph, or the line ends there.
  bool label_follows(std::size_t at) const {
    if (at >= glyphs_.size())
      return true;
    if (glyphs_[at].value == '(')
      return label_follows(std::max(behind_bracket(at), at + 1));
    return std::ranges::any_of(candidates_[at], [](Candidate const& c) { return c.size >= 3 || c.label.is_level(); });
  }

  bool title_may_end(std::size_t end) const {
    if (label_follows(end))
      return true;
    auto at = end;
    while (at < glyphs_.size() && is_digit(glyphs_[at].value))
      ++at;
    return at == end + 4 && at < glyphs_.size() && glyphs_[at].value == U'年';
  }

  char32_t value(std::size_t at) const { return at < glyphs_.size() ? glyphs_[at].value : 0; }

  static bool is_column(Label const& label) {
    auto const* side = label.as(Role::side);
    return label.as(Role::column) || label.as(Role::measure) || label.as(Role::task) ||
           (side && (side->target == "indicators" || side->target == "fund"));
  }

  static Before kind_of(Label const& label) {
    if (label.is_level())
      return label.level1 >= 0 && label.level2 < 0 ? Before::group1 : Before::group;
    if (label.as(Role::goal))
      return Before::other;
    if (label.as(Role::fund) && !label.as(Role::measure))
      return Before::fund;
    if (is_column(label))
      return Before::column;
    return label.as(Role::pair) ? Before::pair : Before::other;
  }

  /// The text before a glyph ended as a value does.
  bool behind_value(std::size_t at) const {
    if (at == 0 || glyphs_[at].gap)
      return true;
    auto const c = glyphs_[at - 1].value;
    return (!is_ideographic(c) && c != ')') || is_behind_unit(at);
  }

  /// 36万元|资金性质: the word before a glyph is the unit of a number.
  bool is_behind_unit(std::size_t at) const {
    auto begin = at;
    while (begin > 0 && at - begin < 4 && is_ideographic(glyphs_[begin - 1].value))
      --begin;
    return begin > 0 && begin < at && is_digit(glyphs_[begin - 1].value) && look_of(joined(begin, at)) == Look::unit;
  }

  bool is_level_at(std::size_t at) const {
    return at < glyphs_.size() && std::ranges::any_of(candidates_[at], [](Candidate const& c) {
             return c.label.level2 >= 0 && c.label.text.ends_with("指标");
           });
  }

  /// What a label is worth at a place; nothing when it is none there.
  std::optional<double> gain(std::size_t at, bool table, Before before, Candidate const& candidate) const {
    auto const& label = candidate.label;
    double const worth = 0.5 * static_cast<double>(candidate.size * candidate.size);
    if (candidate.title)
      return glyphs_[candidate.end - 1].value == ')' || title_may_end(candidate.end) ? std::optional(2 * worth)
                                                                                     : std::nullopt;
    bool const free = before != Before::text || behind_value(at);
    if (label.is_level())
      return gain_of_group(at, table, before, free, candidate);
    if (table)
      return gain_in_table(at, free, before, candidate) ? std::optional(worth) : std::nullopt;
    bool const follows = label_follows(candidate.end);
    if (candidate.size <= 3) {
      if (candidate.colon)
        return worth;
      if (label.as(Role::total))
        return free && is_digit(value(candidate.end)) ? std::optional(worth) : std::nullopt;
      bool const in_header = before == Before::column && is_column(label);
      bool const begins_header = candidate.size == 3 && is_column(label) && follows && free;
      return in_header || begins_header ? std::optional(worth) : std::nullopt;
    }
    bool const only_fund = label.as(Role::fund) && !label.as(Role::measure) && !label.as(Role::pair);
    if (only_fund) {
      bool const amount = candidate.colon || begins_value(value(candidate.end));
      bool const empty = free && before != Before::pair && follows;
      return amount || empty ? std::optional(worth) : std::nullopt;
    }
    if (candidate.size <= 5 && !free) {
      // Words of labels stand in sentences, too.
      auto const next = value(candidate.end);
      if (is_punctuation(next) || U"的和及与是为等按由将在中"sv.find(next) != std::u32string_view::npos)
        return std::nullopt;
      if (label.as(Role::goal) && !follows)
        return std::nullopt;
    }
    return worth;
  }

  /// 指标 at the end tells a group; without it the groups around do.
  std::optional<double> gain_of_group(std::size_t at, bool table, Before before, bool free,
                                      Candidate const& candidate) const {
    auto const& label = candidate.label;
    double const worth = 0.5 * static_cast<double>(candidate.size * candidate.size);
    bool const column = label.as(Role::column) || label.as(Role::pair);
    if (!table && !column && before == Before::text && !free)
      return std::nullopt;
    if (label.text.ends_with("指标"))
      return table || free ? std::optional(worth) : std::nullopt;
    bool const group_follows = is_level_at(candidate.end);
    bool const below = before == Before::group1 && label.level2 >= 0;
    if (!free || !table || (!group_follows && begins_value(value(candidate.end))))
      return std::nullopt;
    if (candidate.size < 4)
      return group_follows && before != Before::group1 ? std::optional(worth) : std::nullopt;
    return below || group_follows || at == 0 || glyphs_[at].gap || behind_value(at) ? std::optional(worth)
                                                                                    : std::nullopt;
  }

  /// In a table few labels are any: the total, notes, what stands below, and the label of the next project.
  bool gain_in_table(std::size_t at, bool free, Before before, Candidate const& candidate) const {
    auto const& label = candidate.label;
    if (before == Before::column && is_column(label))
      return true; // the header goes on
    auto const kind = column_kind(label);
    if (kind && *kind <= ColumnKind::level3 && !label.as(Role::side) && candidate.size >= 4 && at == 0)
      return label_follows(candidate.end); // or its next line does
    if (label.as(Role::total))
      return free && before != Before::column && (at == 0 || before == Before::text || glyphs_[at].gap) &&
             (candidate.end == glyphs_.size() || begins_value(value(candidate.end)));
    if (label.as(Role::note))
      return free && candidate.colon;
    if (auto const* pair = label.as(Role::pair)) {
      if (pair->target == "project_name")
        return candidate.size >= 4;
      return candidate.size >= 6 && pair->target != "start_date" && pair->target != "end_date" &&
             !label.as(Role::column);
    }
    auto const* side = label.as(Role::side);
    return side && candidate.size >= 4 && side->target == "indicators" && (at == 0 || label_follows(candidate.end));
  }

  /// Whether a table of indicators goes on behind a label.
  bool table_behind(bool table, Candidate const& candidate) const {
    auto const& label = candidate.label;
    if (candidate.title || (label.as(Role::note) && candidate.colon))
      return false;
    if (label.is_level())
      return table || label.text.ends_with("指标");
    auto const kind = column_kind(label);
    if (kind && (*kind == ColumnKind::level1 || *kind == ColumnKind::level2 || *kind == ColumnKind::level3))
      return table || (!label.as(Role::pair) && !label.as(Role::side));
    if (auto const* pair = label.as(Role::pair); pair && table)
      return false;
    return table && !label.as(Role::total);
  }

  void reach(std::size_t at, bool table, Before before, Stage const& next) {
    auto& to = stage(at, table, before);
    if (next.gain > to.gain)
      to = next;
  }

  void step(std::size_t at, bool table, Before before) {
    auto const here = stage(at, table, before);
    if (here.gain < 0)
      return;
    reach(at + 1, table, Before::text, {here.gain, at, table, before, -1});
    for (std::size_t i = 0; i < candidates_[at].size(); ++i) {
      auto const& candidate = candidates_[at][i];
      if (auto const more = gain(at, table, before, candidate))
        reach(candidate.end, table_behind(table, candidate), candidate.title ? Before::other : kind_of(candidate.label),
              {here.gain + *more, at, table, before, static_cast<std::int32_t>(i)});
    }
  }

  std::vector<FusedPart> trace(bool& in_table) {
    bool table = false;
    auto before = Before::start;
    double best = -1;
    auto at = glyphs_.size();
    for (bool const t : {false, true})
      for (std::size_t b = 0; b < befores; ++b)
        if (auto const gain = stage(at, t, static_cast<Before>(b)).gain; gain > best)
          best = gain, table = t, before = static_cast<Before>(b);
    in_table = table;
    std::vector<FusedPart> out;
    while (at > 0) {
      auto const& here = stage(at, table, before);
      if (here.candidate >= 0) {
        auto const& candidate = candidates_[here.from][static_cast<std::size_t>(here.candidate)];
        out.push_back({candidate.title ? FusedPart::Kind::title : FusedPart::Kind::label, glyphs_[here.from].begin,
                       glyphs_[at - 1].end, candidate.label, table});
      } else if (!out.empty() && out.back().kind == FusedPart::Kind::text) {
        out.back().begin = glyphs_[here.from].begin;
      } else {
        out.push_back({FusedPart::Kind::text, glyphs_[here.from].begin, glyphs_[at - 1].end, {}, table});
      }
      table = here.from_table, before = here.from_before, at = here.from;
    }
    std::ranges::reverse(out);
    take_in_other_part(out);
    return out;
  }

  /// 其中： before a label is of it.
  void take_in_other_part(std::vector<FusedPart>& parts) const {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (parts[i].kind != FusedPart::Kind::text || parts[i + 1].kind != FusedPart::Kind::label)
        continue;
      auto const text = line_.substr(parts[i].begin, parts[i].end - parts[i].begin);
      std::string folded;
      if (auto const at = text.rfind("其中");
          at != std::string_view::npos && fold_label(text.substr(at), folded) == "其中") {
        parts[i + 1].begin = parts[i].begin + at;
        parts[i + 1].label.part = true;
        parts[i].end = parts[i].begin + at;
      }
    }
    std::erase_if(parts, [](FusedPart const& part) { return part.begin == part.end; });
  }

  LabelFinder const& labels_;
  std::string_view line_;
  std::vector<Glyph> glyphs_;
  bool in_table_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<std::pair<std::size_t, std::size_t>> titles_;
  std::vector<Stage> stages_;
};

} // namespace

std::vector<FusedPart> FusedLattice::part(std::string_view line, bool& in_table) const {
  if (line.empty() || line.size() > longest_line)
    return {{FusedPart::Kind::text, 0, line.size(), {}}};
  return Path(labels_, line, in_table).run(in_table);
}

std::size_t FusedLattice::glued_columns(std::string_view line) const {
  // The cheapest sign first: most lines have none of it.
  if (line.find("指标") == std::string_view::npos && line.find("指標") == std::string_view::npos)
    return 0;
  bool in_table = false;
  std::size_t most = 0, run = 0, last = 0;
  for (auto const& found : part(line, in_table)) {
    bool const column = found.kind == FusedPart::Kind::label && column_kind(found.label).has_value();
    run = !column ? 0 : run > 0 && found.begin == last ? run + 1 : 1;
    last = found.end;
    most = std::max(most, run);
  }
  return most;
}

} // namespace jixiao::recognition
