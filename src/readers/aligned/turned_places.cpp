#include "readers/aligned/turned_places.hpp"

#include "readers/geometry/spaces.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr std::size_t narrowest_of_places = 4, widest_of_places = 60, fewest_places = 2;

struct Span {
  double x0 = far_right, x1 = far_left;
  double middle() const { return (x0 + x1) / 2; }
  void add(double from, double to) { x0 = std::min(x0, from), x1 = std::max(x1, to); }
};

/// A text of the header, over one line or several, and the columns [first, last) that it stands above.
struct Head {
  RunList runs;
  Span span;
  std::size_t first = 0, last = 0;
};

class PlacesReader {
public:
  explicit PlacesReader(Sheet const& sheet)
      : sheet_(sheet), lines_(static_cast<std::uint32_t>(sheet.begins.size() - 1)) {}

  std::optional<Table> run() {
    if (!find_groups() || !find_places() || !find_columns())
      return std::nullopt;
    read_heads();
    // A label of amounts among the names: which columns are which cannot be told.
    auto const is_amount = [&](Head const& name) { return label_of(sheet_, name.runs).as(Role::fund) != nullptr; };
    if (std::ranges::any_of(names_, is_amount))
      return std::nullopt;
    if (names_.size() < fewest_places || names_.size() != columns_.size() - values_ || groups_.empty() ||
        !share(level2_, names_) || !share(groups_, level2_.empty() ? names_ : level2_))
      return std::nullopt;
    write();
    return std::move(table_);
  }

  /// Names one space apart, each above its column.
  std::vector<std::uint32_t> hidden_gutters() {
    std::vector<std::uint32_t> out;
    if (!find_groups() || !find_places() || !find_columns())
      return out;
    auto const& words = sheet_.text->words;
    auto const middle = [&](std::uint32_t word) { return (words[word].x0 + words[word].x1) / 2; };
    for (auto index = sheet_.begins[groups_line_ + 1]; index < sheet_.begins[places_]; ++index)
      for (auto word = sheet_.runs[index].first + 1; word < sheet_.runs[index].last; ++word)
        if (may_part(*sheet_.text, word) == Space::apart && column_near(middle(word - 1)) != column_near(middle(word)))
          out.push_back(word);
    return out;
  }

private:
  static bool is_group(Run const& run) { return run.label.level1 >= 0 && run.label.rest == 0 && !run.label.known(); }

  /// The first line with labels of several groups of level 1; a table with labels of columns stands as usual.
  bool find_groups() {
    for (auto const& run : sheet_.runs)
      if (auto const* column = run.label.as(Role::column);
          column && column->target.starts_with("level") && !run.label.as(Role::side))
        return false;
    for (groups_line_ = 0; groups_line_ < lines_; ++groups_line_)
      if (std::ranges::count_if(sheet_.line(groups_line_), is_group) >= 2)
        break;
    first_ = groups_line_ > 0 && has_side(groups_line_ - 1) ? groups_line_ - 1 : groups_line_;
    return groups_line_ + 2 < lines_;
  }

  bool has_side(std::uint32_t line) const {
    return std::ranges::any_of(sheet_.line(line), [](Run const& r) { return r.label.is(Role::side, "indicators"); });
  }

  /// The last lines, each with a text in every column, or in all but the first (合计).
  bool find_places() {
    for (auto line = groups_line_ + 1; line < lines_; ++line)
      width_ = std::max(width_, sheet_.line(line).size());
    places_ = lines_;
    while (places_ > groups_line_ + 1 && is_place(places_ - 1))
      --places_;
    return width_ >= narrowest_of_places && width_ <= widest_of_places && lines_ - places_ >= fewest_places &&
           places_ > groups_line_ + 1;
  }

  bool is_place(std::uint32_t line) const {
    auto const runs = sheet_.line(line);
    return (runs.size() == width_ || runs.size() + 1 == width_) &&
           std::ranges::count_if(runs, [](Run const& r) { return is_figure(r.text); }) >= 2 &&
           std::ranges::none_of(runs, [](Run const& r) { return r.label.is_level(); });
  }

  /// Where the texts of whole lines stand, and which of these columns names the places.
  bool find_columns() {
    columns_.assign(width_, {});
    std::vector<bool> words(width_, true);
    for (auto line = places_; line < lines_; ++line)
      if (auto const runs = sheet_.line(line); runs.size() == width_)
        for (std::size_t c = 0; c < width_; ++c) {
          columns_[c].add(runs[c].x0, runs[c].x1);
          words[c] = words[c] && !is_figure(runs[c].text);
        }
    for (std::size_t c = 1; c < width_; ++c)
      if (columns_[c - 1].x1 > columns_[c].x0)
        return false;
    place_ = static_cast<std::size_t>(std::ranges::find(words, true) - words.begin());
    return place_ + 2 < width_;
  }

  std::size_t column_near(double x) const {
    auto const off = [&](Span const& c) { return std::abs(c.middle() - x); };
    return static_cast<std::size_t>(std::ranges::min_element(columns_, {}, off) - columns_.begin());
  }

  static void add(std::vector<Head>& heads, std::uint32_t index, Run const& run, std::size_t column) {
    auto const same = std::ranges::find(heads, column, &Head::first);
    auto& head = same == heads.end() ? heads.emplace_back() : *same;
    head.runs.push_back(index);
    head.span.add(run.x0, run.x1);
    head.first = column, head.last = column + 1;
  }

  /// The lines of a label of level 2 stand below each other.
  void add_level2(std::uint32_t index, Run const& run) {
    for (auto& head : level2_)
      if (overlap(sheet_.runs[head.runs.back()], run) && sheet_.runs[head.runs.back()].line < run.line) {
        head.runs.push_back(index);
        return head.span.add(run.x0, run.x1);
      }
    level2_.push_back({{index}, {run.x0, run.x1}});
  }

  void read_heads() {
    auto level2_end = groups_line_ + 1;
    for (auto line = groups_line_ + 1; line < places_; ++line)
      if (std::ranges::any_of(sheet_.line(line), &Run::level))
        level2_end = line + 1;
    values_ = columns_.size();
    for (auto run = sheet_.begins[level2_end]; run < sheet_.begins[places_]; ++run)
      if (auto const at = column_near((sheet_.runs[run].x0 + sheet_.runs[run].x1) / 2); at > place_)
        values_ = std::min(values_, at);
    for (auto run = sheet_.begins[first_]; run < sheet_.begins[places_]; ++run) {
      auto const& r = sheet_.runs[run];
      auto const near = column_near((r.x0 + r.x1) / 2);
      if (r.label.is(Role::side, "indicators") && r.line < groups_line_)
        side_.push_back(run);
      else if (r.line == groups_line_ && is_group(r))
        groups_.push_back({{run}, {r.x0, r.x1}});
      else if (r.level && r.line < level2_end)
        add_level2(run, r);
      else if (near >= values_)
        add(names_, run, r, near);
      else
        add(leads_, run, r, near);
    }
    for (auto* heads : {&names_, &level2_, &groups_, &leads_})
      std::ranges::sort(*heads, {}, [](Head const& h) { return h.span.middle(); });
  }

  /// Gives each of the heads the parts that stand next to each other below it, so that they are in their middle.
  static bool share(std::vector<Head>& heads, std::vector<Head> const& parts) {
    auto const n = parts.size(), m = heads.size();
    if (m > n)
      return false;
    std::vector best(m + 1, std::vector<double>(n + 1, impossible));
    std::vector from(m + 1, std::vector<std::size_t>(n + 1, 0));
    best[0][0] = 0;
    for (std::size_t h = 0; h < m; ++h)
      for (std::size_t i = h; i < n; ++i)
        for (auto j = i + 1; j <= n && best[h][i] < impossible; ++j) {
          auto const middle = (parts[i].span.x0 + parts[j - 1].span.x1) / 2;
          if (auto const price = best[h][i] + std::abs(middle - heads[h].span.middle()); price < best[h + 1][j])
            best[h + 1][j] = price, from[h + 1][j] = i;
        }
    auto end = n;
    for (auto h = m; h-- > 0; end = from[h + 1][end])
      heads[h].first = parts[from[h + 1][end]].first, heads[h].last = parts[end - 1].last;
    return m == 0 || best[m][n] < impossible;
  }

  double border(std::size_t column) const {
    return column == 0                 ? far_left
           : column == columns_.size() ? far_right
                                       : (columns_[column - 1].x1 + columns_[column].x0) / 2;
  }

  void cell(RunList runs, std::size_t row, std::size_t rows, std::size_t first, std::size_t last) {
    table_.cells.push_back({std::move(runs), row, rows, border(first), border(last), false, true});
  }

  std::size_t add_row(std::uint32_t line) {
    table_.first_line.push_back(line);
    table_.band.push_back(0);
    return table_.rows++;
  }

  void write() {
    for (std::uint32_t line = 0; line < first_; ++line) {
      auto const row = add_row(line);
      for (auto run = sheet_.begins[line]; run < sheet_.begins[line + 1]; ++run)
        table_.cells.push_back({{run}, row, 1, sheet_.runs[run].x0, sheet_.runs[run].x1, false, true});
    }
    auto const top = table_.rows;
    if (!side_.empty())
      cell(side_, add_row(first_), 1, values_, columns_.size());
    for (auto const* heads : {&groups_, &level2_, &names_})
      if (auto const row = heads->empty() ? 0 : add_row(groups_line_); !heads->empty())
        for (auto const& head : *heads)
          cell(head.runs, row, 1, head.first, head.last);
    write_leads(top, table_.rows);
    for (auto line = places_; line < lines_; ++line)
      write_place(line, add_row(line));
  }

  /// 下达资金 stands over 合计 and 其中：中央资金: over all columns between the places and the values.
  void write_leads(std::size_t top, std::size_t end) {
    RunList over;
    bool const lower = std::ranges::any_of(leads_, [&](Head const& head) {
      return head.first > place_ && sheet_.runs[head.runs.back()].line > groups_line_;
    });
    for (auto& head : leads_)
      if (lower && head.first > place_)
        std::erase_if(head.runs, [&](std::uint32_t run) {
          bool const above = sheet_.runs[run].line <= groups_line_;
          if (above)
            over.push_back(run);
          return above;
        });
    bool const parted = !over.empty() && end > top + 1;
    for (auto const& head : leads_)
      if (auto const below = parted && head.first > place_ ? std::size_t{1} : std::size_t{0}; !head.runs.empty())
        cell(head.runs, top + below, end - top - below, head.first, head.last);
    if (!over.empty())
      cell(over, top, 1, place_ + 1, values_);
  }

  void write_place(std::uint32_t line, std::size_t row) {
    auto const count = sheet_.line(line).size();
    for (std::size_t i = 0; i < count; ++i) {
      auto const run = sheet_.begins[line] + static_cast<std::uint32_t>(i);
      auto const column = i + (columns_.size() - count);
      bool const sum = count < columns_.size() && i == 0;
      cell({run}, row, 1, sum ? 0 : column, column + 1);
    }
  }

  Sheet const& sheet_;
  std::uint32_t lines_, first_ = 0, groups_line_ = 0, places_ = 0;
  std::size_t width_ = 0, place_ = 0, values_ = 0;
  std::vector<Span> columns_;
  std::vector<Head> groups_, level2_, names_, leads_;
  RunList side_;
  Table table_;
};

} // namespace

std::vector<std::uint32_t> gutters_of_places(Sheet const& sheet) { return PlacesReader(sheet).hidden_gutters(); }

std::optional<Table> read_turned_places(Sheet const& sheet) { return PlacesReader(sheet).run(); }

} // namespace jixiao::aligned
