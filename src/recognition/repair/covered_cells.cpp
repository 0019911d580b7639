#include "recognition/repair/covered_cells.hpp"

#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t fewest_table_rows = 3; ///< of a table that tells anything
constexpr std::size_t fewest_signs = 3;        ///< rows of the document with a text that only merged cells print again
constexpr std::size_t long_words = 24;         ///< bytes of a text that no two cells have by chance
constexpr std::uint32_t sure_run = 3;          ///< cells on end in which no table says the same words by chance
constexpr std::uint32_t narrowest_table = 3;   ///< columns

std::span<Row const> rows_of_table(Reading const& reading, Block const& block) {
  return std::span(reading.rows).subspan(block.first_row, block.row_count);
}

bool tells(Block const& block) { return block.kind == BlockKind::table && block.row_count >= fewest_table_rows; }

/// Columns that hold a text somewhere; where blanks align the texts of a table, none stands between two of them.
std::vector<std::uint32_t> printed_columns(Reading const& reading, Block const& block) {
  std::vector<bool> printed;
  for (auto const& row : rows_of_table(reading, block)) {
    printed.resize(std::max<std::size_t>(printed.size(), row.cell_count), false);
    for (std::uint32_t c = 0; c < row.cell_count; ++c)
      printed[c] = printed[c] || !is_blank(reading.cells[row.first_cell + c].text);
  }
  std::vector<std::uint32_t> columns;
  for (std::uint32_t c = 0; c < printed.size(); ++c)
    if (printed[c])
      columns.push_back(c);
  return columns;
}

/// The texts of a row, one a column that is printed.
std::vector<std::string_view> printed_texts(Reading const& reading, Row const& row,
                                            std::vector<std::uint32_t> const& columns) {
  std::vector<std::string_view> texts;
  for (auto const c : columns)
    if (c < row.cell_count)
      texts.push_back(trim(reading.cells[row.first_cell + c].text));
  return texts;
}

/// All rows are of one width but for lines of text between them; a separator at the end of a line may stand before a
/// blank, or end the row. Where blanks stand in a text its cells were not parted.
bool is_full(Reading const& reading, Block const& block) {
  std::uint32_t width = 0;
  for (auto const& row : rows_of_table(reading, block))
    width = std::max(width, row.cell_count);
  return width >= narrowest_table && std::ranges::all_of(rows_of_table(reading, block), [&](Row const& row) {
           auto const cells = reading.cells_of(row);
           auto const parted = [](Cell const& cell) { return trim(cell.text).find("   ") == std::string_view::npos; };
           return std::ranges::all_of(cells, parted) &&
                  (row.cell_count + 1 >= width || row.cell_count == 1 ||
                   std::ranges::all_of(cells.subspan(1), [](Cell const& cell) { return is_blank(cell.text); }));
         });
}

bool knows_spans(Reading const& reading) {
  return std::ranges::any_of(reading.cells, [](Cell const& cell) { return cell.x_span > 1 || cell.y_span > 1; });
}

/// The end of the texts that say the same as the one at `k`.
std::size_t end_of_same(std::vector<std::string_view> const& texts, std::size_t k) {
  auto end = k + 1;
  while (end < texts.size() && texts[end] == texts[k])
    ++end;
  return end;
}

/// What only a merged cell prints again beside itself: a label of a value, or long words three times.
bool is_printed_again(std::string_view text, std::size_t times, Label const& label) {
  return times > 1 && !is_blank(text) &&
         (label.as(Role::pair) || label.as(Role::goal) || (times >= sure_run && text.size() >= long_words));
}

bool is_side(Label const& label) { return label.as(Role::side) && label.rest == 0; }

std::size_t count_signs(Reading const& reading, LabelFinder const& labels) {
  std::size_t signs = 0;
  for (auto const& block : reading.blocks) {
    if (!tells(block))
      continue;
    auto const columns = printed_columns(reading, block);
    std::string_view side; // 绩效指标 down the side, again on each row
    for (auto const& row : rows_of_table(reading, block)) {
      auto const texts = printed_texts(reading, row, columns);
      bool found = !texts.empty() && texts[0] == std::exchange(side, texts[0]) && is_side(labels.find(texts[0]));
      for (std::size_t k = 0, end = 0; k < texts.size() && !found; k = end) {
        end = end_of_same(texts, k);
        found = end - k > 1 && is_printed_again(texts[k], end - k, labels.find(texts[k]));
      }
      signs += found ? 1 : 0;
    }
  }
  return signs;
}

/// Lays out one table.
class CoveredCells {
public:
  CoveredCells(Reading& reading, Block const& block, LabelFinder const& labels)
      : reading_(reading), block_(block), labels_(labels), columns_(printed_columns(reading, block)),
        apart_(columns_.size(), false) {}

  void run() {
    for (auto r = block_.first_row; r < block_.first_row + block_.row_count; ++r)
      merge_across(reading_.rows[r]);
    for (auto r = block_.first_row; r < block_.first_row + block_.row_count; ++r)
      merge_down(r);
    for (auto const cell : covered_)
      reading_.cells[cell].text = {};
  }

private:
  void merge_across(Row const& row) {
    auto const texts = printed_texts(reading_, row, columns_);
    std::vector<Label> labels;
    for (auto const text : texts)
      labels.push_back(labels_.find(text));
    begin_row(texts, labels);
    for (std::size_t k = 0, end = 0; k < texts.size(); k = end) {
      end = end_of_same(texts, k);
      bool const words = is_words(texts[k], labels[k]);
      for (auto first = k; first < end && !texts[k].empty();) {
        auto last = first + 1;
        bool const whole = words && (labels[first].known() || is_one_text(first, end));
        while (last < end && (whole || !apart_[last]))
          ++last;
        cover(row.first_cell, columns_[first], columns_[last - 1] + 1);
        first = last;
      }
    }
  }

  /// Whatever columns stand above it: no name says what its target says, though it may be its own description; and two
  /// goals may well be the same.
  bool is_one_text(std::size_t first, std::size_t end) const {
    if (!name_)
      return !goals_ && end - first >= sure_run;
    return first <= *name_ && end > target_.value_or(apart_.size() - 1);
  }

  /// Headers of columns tell which cells below them are of one column, until a row begins another part of the form.
  void begin_row(std::vector<std::string_view> const& texts, std::vector<Label> const& labels) {
    auto const first = texts.empty() ? std::string_view() : texts[0];
    bool const opens = !labels.empty() && (labels[0].as(Role::pair) || labels[0].as(Role::goal) ||
                                           labels[0].as(Role::side) || labels[0].as(Role::series));
    if (opens && first != side_) {
      apart_.assign(apart_.size(), false);
      name_.reset();
      target_.reset();
      goals_ = false;
    }
    side_ = first;
    int headers = 0;
    for (std::size_t k = 0; k < texts.size(); k = end_of_same(texts, k))
      headers += is_header(labels[k]) ? 1 : 0;
    if (headers < 2)
      return;
    name_.reset();
    target_.reset();
    goals_ = std::ranges::any_of(labels, [](Label const& label) { return label.as(Role::goal); });
    for (std::size_t k = 0; k < texts.size(); ++k) {
      apart_[k] = k > 0 && texts[k] != texts[k - 1];
      auto const* column = labels[k].as(Role::column);
      if (column && column->column && *column->column <= ColumnKind::level3)
        goals_ = false;
      if (column && column->column == ColumnKind::level3)
        name_ = k;
      if (column && column->column == ColumnKind::target && !target_)
        target_ = k;
    }
  }

  /// A label that has a column below it.
  static bool is_header(Label const& label) {
    return label.as(Role::column) || label.as(Role::measure) || label.as(Role::goal) || label.as(Role::task);
  }

  /// No figure, sign or placeholder, which columns beside each other may well have in common.
  static bool is_words(std::string_view text, Label const& label) {
    auto const look = look_of(text);
    return label.known() || label.is_level() || look == Look::coded || look >= Look::short_words;
  }

  void cover(std::uint32_t row, std::uint32_t begin, std::uint32_t end) {
    reading_.cells[row + begin].x_span = static_cast<std::uint16_t>(end - begin);
    for (auto c = begin + 1; c < end; ++c)
      covered_.push_back(row + c);
  }

  /// Labels, and what stands down the side, go on in the row below where it prints them again in the same columns.
  void merge_down(std::uint32_t r) {
    auto const& row = reading_.rows[r];
    below_.resize(std::max<std::size_t>(below_.size(), row.cell_count), 0);
    for (std::uint32_t c = 0; c < row.cell_count; c += reading_.cells[row.first_cell + c].x_span) {
      auto& cell = reading_.cells[row.first_cell + c];
      if (below_[c] > 0) { // a cell above goes on here
        --below_[c];
        covered_.push_back(row.first_cell + c);
        continue;
      }
      if (is_blank(cell.text) || !goes_down(cell, c))
        continue;
      auto end = r + 1;
      while (end < block_.first_row + block_.row_count && is_again(reading_.rows[end], c, cell))
        ++end;
      cell.y_span = static_cast<std::uint16_t>(std::min<std::uint32_t>(end - r, 0xFFFF));
      below_[c] = cell.y_span - 1u;
    }
  }

  bool goes_down(Cell const& cell, std::uint32_t c) const {
    auto const label = labels_.find(cell.text);
    return label.rest == 0 && !label.is_level() && (label.known() ? !label.as(Role::total) : c == 0);
  }

  bool is_again(Row const& row, std::uint32_t c, Cell const& above) const {
    if (c >= row.cell_count)
      return false;
    auto const& cell = reading_.cells[row.first_cell + c];
    return cell.x_span == above.x_span && trim(cell.text) == trim(above.text);
  }

  Reading& reading_;
  Block const& block_;
  LabelFinder const& labels_;
  std::vector<std::uint32_t> columns_; ///< that are printed
  std::vector<bool> apart_;            ///< by these: another column stands left of it
  std::optional<std::size_t> name_;    ///< the last of these with names
  std::optional<std::size_t> target_;  ///< the first of these with targets
  bool goals_ = false;                 ///< they head goals
  std::vector<std::uint32_t> below_;   ///< by column: rows below that a cell still covers
  std::vector<std::uint32_t> covered_;
  std::string_view side_; ///< what the row before begins with
};

CoveredTexts covered_texts(Reading const& reading) {
  CoveredTexts out;
  for (std::size_t r = 0; r < reading.rows.size(); ++r)
    for (std::uint32_t c = 0; c < reading.rows[r].cell_count; ++c) {
      auto const& cell = reading.cells[reading.rows[r].first_cell + c];
      if ((cell.x_span == 1 && cell.y_span == 1) || is_blank(cell.text))
        continue;
      if (out.count++ == 0)
        out.row = r, out.cell = c;
    }
  return out;
}

} // namespace

CoveredTexts lay_out_covered_cells(Reading& reading, LabelFinder const& labels) {
  bool const rectangular = std::ranges::all_of(reading.blocks, [&](Block const& block) {
    return block.kind != BlockKind::table || block.row_count < fewest_table_rows || is_full(reading, block);
  });
  if (!rectangular || knows_spans(reading) || count_signs(reading, labels) < fewest_signs)
    return {};
  for (auto& block : reading.blocks) {
    if (block.kind != BlockKind::table)
      continue;
    CoveredCells(reading, block, labels).run();
    block.told_spans = true;
  }
  return covered_texts(reading);
}

} // namespace jixiao::recognition
