#include "recognition/rows/cut_records.hpp"

#include "grammars/indicator_value.hpp"
#include "recognition/repair/scraped_cells.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace jixiao::recognition {

namespace {

// What speaks for and against a way to part lines; compared with each other only.
constexpr double lopsided = 1;          ///< for each line that a record has more above its points than below, or less
constexpr double label_parted = 2;      ///< a record begins with the end of a group's label
constexpr double label_begins = -2.5;   ///< a record begins with the beginning of one
constexpr double page_parted = 1.5;     ///< a record begins on a new page with lines that have no points
constexpr double doubtful_pair = 3;     ///< of two equal rows neither reads better
constexpr double same_number = 1;       ///< both have the same target
constexpr double half_label = 1.5;      ///< the label of their group is whole only over both
constexpr double odd_value = 2;         ///< a value that nobody wrote so
constexpr double point_rounding = 0.05; ///< points that do not matter
constexpr std::size_t most_lines = 64;  ///< between two records; further ones stay with the first

struct RecordLine {
  std::optional<double> weight, score;
  bool has_points = false;
  std::string target, actual, level2;
};

/// The lines of one record, and the one that its values are read from.
struct Group {
  std::size_t first = 0, last = 0, values = 0;
};

class LineJoiner {
public:
  LineJoiner(Page const& page, std::vector<Column> const& columns, PrintedPoints const& printed,
             std::vector<RecordSpan>& spans)
      : page_(page), columns_(columns), printed_(printed), spans_(spans) {
    bool const weights = has_column(columns_, ColumnKind::weight), scores = has_column(columns_, ColumnKind::score);
    for (auto const& span : spans) {
      auto& line = lines_.emplace_back();
      line.weight = number_in(span, ColumnKind::weight);
      line.score = number_in(span, ColumnKind::score);
      line.has_points = (weights || scores) && (!weights || line.weight) && (!scores || line.score);
      line.target = text_in(span, ColumnKind::target);
      line.actual = text_in(span, ColumnKind::actual);
      line.level2 = text_in(span, ColumnKind::level2);
      ++seen_[line.target], ++seen_[line.actual];
    }
    for (auto const& node : builtin_taxonomy().nodes)
      if (node.parent >= 0)
        labels_.push_back(ideographs_of(node.name));
  }

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].has_points)
        groups_.push_back({i, i, i});
    if (groups_.empty())
      return;
    join_doubled();
    share_lines_between();
    std::vector<RecordSpan> joined;
    for (auto const& group : groups_)
      joined.push_back(joined_span(group));
    spans_ = std::move(joined);
  }

private:
  ColumnKind kind_of(RecordSpan const& span, std::size_t cell) const {
    auto const* column = span.alignment.column_of(columns_, cell);
    return !column || span.cells[cell].blank ? ColumnKind::other : column->kind;
  }

  std::string text_in(RecordSpan const& span, ColumnKind kind) const {
    std::string text;
    for (std::size_t i = 0; i < span.cells.size(); ++i)
      if (kind_of(span, i) == kind)
        text += page_.pieces[span.cells[i].piece].text;
    return clean_value(text);
  }

  std::optional<double> number_in(RecordSpan const& span, ColumnKind kind) const {
    auto const number = parse_decimal(text_in(span, kind));
    return number ? std::optional(to_double(*number)) : std::nullopt;
  }

  bool by_weight() const { return printed_.weight && printed_.fund_weight; }
  double points(Group const& group) const {
    auto const& line = lines_[group.values];
    return (by_weight() ? line.weight : line.score).value_or(0);
  }

  /// By how much the points of the records exceed what is printed.
  double excess() const {
    auto const& total = by_weight() ? printed_.weight : printed_.score;
    auto const& fund = by_weight() ? printed_.fund_weight : printed_.fund_score;
    if (!total || !fund)
      return 0;
    return std::accumulate(groups_.begin(), groups_.end(), *fund - *total,
                           [&](double sum, Group const& group) { return sum + points(group); });
  }

  /// Brackets hold neither a word nor a sign: =1.00(791).
  static bool has_odd_bracket(std::string_view text) {
    auto const open = text.find('(');
    return open != std::string_view::npos &&
           text.substr(open + 1, text.find(')', open) - open - 1).find_first_not_of("0123456789./,;:()[] ") ==
               std::string_view::npos;
  }

  static bool is_noise(std::string_view text) {
    return ideographs_of(text).empty() && !parse_decimal(text) &&
           grammars::read_indicator_value(text).kind != ValueKind::quantity;
  }

  /// How well the values of a line read.
  double quality(RecordLine const& line) const {
    double quality = 0;
    for (auto const* text : {&line.target, &line.actual}) {
      if (is_noise(*text) || has_odd_bracket(*text) || text->starts_with('/'))
        quality -= odd_value;
      else if (grammars::read_indicator_value(*text).kind == ValueKind::quantity || seen_.at(*text) > 1)
        quality += 1;
    }
    return quality;
  }

  bool share_label(RecordLine const& a, RecordLine const& b) const {
    auto const first = ideographs_of(a.level2), second = ideographs_of(b.level2);
    return !first.empty() && !second.empty() && std::ranges::find(labels_, first + second) != labels_.end();
  }

  /// Two rows that may be one.
  struct Pair {
    std::size_t first = 0;
    double evidence = 0;
    bool second_is_better = false;
  };

  std::vector<Pair> pairs() const {
    std::vector<Pair> found;
    for (std::size_t i = 0; i + 1 < groups_.size(); ++i) {
      auto const &a = lines_[groups_[i].values], &b = lines_[groups_[i + 1].values];
      if (groups_[i + 1].values != groups_[i].values + 1 || a.weight != b.weight || a.score != b.score)
        continue;
      double const difference = quality(b) - quality(a);
      auto const number = grammars::read_indicator_value(a.target).number;
      bool const same = number && number == grammars::read_indicator_value(b.target).number;
      found.push_back({i,
                       std::abs(difference) + (same ? same_number : 0) + (share_label(a, b) ? half_label : 0) -
                           (difference == 0 ? doubtful_pair : 0),
                       difference > 0});
    }
    std::ranges::stable_sort(found, std::greater<>{}, &Pair::evidence);
    return found;
  }

  /// Where the points come to more than is printed, the rows that are as much too many are the second prints of others.
  void join_doubled() {
    double left = excess();
    if (left <= point_rounding)
      return;
    std::vector<Pair> chosen;
    std::vector<bool> taken(groups_.size());
    for (auto const& pair : pairs()) {
      auto const worth = points(groups_[pair.first]);
      if (taken[pair.first] || taken[pair.first + 1] || worth <= 0 || worth > left + point_rounding)
        continue;
      taken[pair.first] = taken[pair.first + 1] = true;
      left -= worth;
      chosen.push_back(pair);
    }
    if (std::abs(left) > point_rounding)
      return;
    std::ranges::sort(chosen, std::greater<>{}, &Pair::first);
    for (auto const& pair : chosen) {
      auto const at = groups_.begin() + static_cast<std::ptrdiff_t>(pair.first);
      at->last = (at + 1)->last;
      if (pair.second_is_better)
        at->values = (at + 1)->values;
      groups_.erase(at + 1);
    }
  }

  bool begins_page(std::size_t line) const {
    auto const block = [&](std::size_t i) {
      return page_.reading->rows[page_.pieces[spans_[i].first].source_row].block;
    };
    return line > 0 && block(line) != block(line - 1);
  }

  /// What speaks against a record that begins with this line, which has no points.
  double boundary(std::size_t line) const {
    auto const piece = ideographs_of(lines_[line].level2);
    double const cost = begins_page(line) ? page_parted : 0;
    auto const any = [&](auto is) { return !piece.empty() && std::ranges::any_of(labels_, is); };
    if (piece.size() >= 2 && any([&](std::u32string const& label) { return label.starts_with(piece); }))
      return cost + label_begins;
    return cost +
           (any([&](std::u32string const& label) { return label.find(piece) != label.npos; }) ? label_parted : 0);
  }

  /// Gives the lines between two records to the one or the other, at least cost over the table.
  void share_lines_between() {
    auto const count = groups_.size();
    std::vector<std::vector<double>> cost(count);
    std::vector<std::vector<std::size_t>> from(count); ///< by lines above the points: how many the record before has
    auto const lead = groups_[0].first;
    cost[0] = {0};
    auto const off_middle = [&](std::size_t group, std::size_t above, std::size_t below) {
      return lopsided * std::abs(static_cast<double>(group == 0 ? lead : above) - static_cast<double>(below));
    };
    for (std::size_t g = 0; g + 1 < count; ++g) {
      auto const gap = std::min(groups_[g + 1].first - groups_[g].last - 1, most_lines);
      cost[g + 1].assign(gap + 1, std::numeric_limits<double>::max());
      from[g + 1].assign(gap + 1, 0);
      for (std::size_t above = 0; above < cost[g].size(); ++above)
        for (std::size_t below = 0; below <= gap; ++below) {
          auto const begins = groups_[g + 1].first - (gap - below);
          auto const total = cost[g][above] + off_middle(g, above, below) + (below < gap ? boundary(begins) : 0);
          if (total < cost[g + 1][gap - below])
            cost[g + 1][gap - below] = total, from[g + 1][gap - below] = above;
        }
    }
    auto const tail = lines_.size() - 1 - groups_.back().last;
    std::size_t best = 0;
    for (std::size_t above = 1; above < cost.back().size(); ++above)
      if (cost.back()[above] + off_middle(count - 1, above, tail) <
          cost.back()[best] + off_middle(count - 1, best, tail))
        best = above;
    groups_.back().last = lines_.size() - 1;
    for (auto g = count; g-- > 1;) {
      groups_[g].first -= best;
      groups_[g - 1].last = groups_[g].first - 1;
      best = from[g][best];
    }
    groups_[0].first = 0;
  }

  static bool is_value(ColumnKind kind) { return kind == ColumnKind::target || kind == ColumnKind::actual; }
  static bool is_points(ColumnKind kind) { return kind == ColumnKind::weight || kind == ColumnKind::score; }

  /// Of a line without the points its words, in their columns; of a row printed twice no values.
  bool gives(std::size_t line, std::size_t cell) const {
    auto const kind = kind_of(spans_[line], cell);
    if (spans_[line].cells[cell].blank || is_points(kind) || (is_value(kind) && lines_[line].has_points))
      return false;
    return !ideographs_of(page_.pieces[spans_[line].cells[cell].piece].text).empty();
  }

  RecordSpan joined_span(Group const& group) const {
    auto out = spans_[group.values];
    if (group.first == group.last)
      return out;
    struct From {
      std::size_t line, cell;
      int column;
    };
    std::vector<From> order;
    for (auto line = group.first; line <= group.last; ++line)
      for (std::size_t i = 0; i < spans_[line].cells.size(); ++i)
        if (line == group.values || gives(line, i))
          order.push_back({line, i, spans_[line].alignment.columns[i]});
    std::ranges::stable_sort(order, {}, &From::column);
    out.cells.clear();
    out.alignment.columns.clear(), out.alignment.margins.clear(), out.alignment.runners_up.clear();
    for (auto const& [line, i, column] : order) {
      auto const& span = spans_[line];
      out.cells.push_back(span.cells[i]);
      out.alignment.columns.push_back(column);
      out.alignment.margins.push_back(span.alignment.margins[i]);
      out.alignment.runners_up.push_back(span.alignment.runners_up[i]);
      // What is left of the labels of groups is put together by itself.
      if (line != group.values && kind_of(span, i) > ColumnKind::level2 && column != Alignment::none)
        out.joined.push_back({span.cells[i].piece, false});
    }
    return out;
  }

  Page const& page_;
  std::vector<Column> const& columns_;
  PrintedPoints const& printed_;
  std::vector<RecordSpan>& spans_;
  std::vector<RecordLine> lines_; ///< of the spans
  std::vector<Group> groups_;
  std::vector<std::u32string> labels_; ///< of the groups of level 2
  std::unordered_map<std::string, int> seen_;
};

} // namespace

void join_lines_of_records(Page const& page, std::vector<Column> const& columns, PrintedPoints const& printed,
                           std::vector<RecordSpan>& spans) {
  LineJoiner(page, columns, printed, spans).run();
}

} // namespace jixiao::recognition
