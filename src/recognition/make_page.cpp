#include "recognition/make_page.hpp"

#include "recognition/fused/bracket_lists.hpp"
#include "recognition/fused/fused_text.hpp"
#include "recognition/fused/listed_groups.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/pieces/split.hpp"
#include "recognition/repair/column_numbers.hpp"
#include "recognition/repair/borders.hpp"
#include "recognition/repair/broken_rows.hpp"
#include "recognition/repair/continued_rows.hpp"
#include "recognition/repair/cut_cells.hpp"
#include "recognition/repair/glued_labels.hpp"
#include "recognition/repair/gutter.hpp"
#include "recognition/repair/label_joins.hpp"
#include "recognition/repair/mended_headers.hpp"
#include "recognition/repair/mended_labels.hpp"
#include "recognition/repair/repeats.hpp"
#include "recognition/repair/stray_lines.hpp"
#include "recognition/repair/turned.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_reserved = 100'000;     ///< pieces
constexpr std::uint32_t most_inferred_blanks = 24; ///< a row has no more cells
constexpr std::size_t longest_label_line = 200;    ///< bytes of a line of labels with their values

std::uint32_t count32(std::size_t size) { return static_cast<std::uint32_t>(size); }

class PageMaker {
public:
  PageMaker(Reading const& reading, LabelFinder const& labels, std::vector<TitlePattern> titles, Grid grid,
            Told found_out)
      : reading_(reading), labels_(labels) {
    page_.reading = &reading;
    page_.titles = std::move(titles);
    in_table_ = std::ranges::any_of(reading.blocks, [](Block const& block) { return block.kind == BlockKind::table; });
    auto const told = std::ranges::any_of(reading.blocks, &Block::told_spans);
    bool const in_grid = grid != Grid::none && in_table_;
    fused_ = part_bracket_lists(reading, labels);
    bool const lists = !fused_.empty(); // in which cells of a table tell nothing
    if (!lists)
      fused_ = part_group_lists(reading, labels);
    if (!in_grid && !told && fused_.empty())
      fused_ = found_out == Told::no_form ? part_lines_of_form(reading, labels) : part_fused_text(reading, labels);
    page_.by_lines = told && !lists && std::ranges::all_of(reading.blocks, [](Block const& block) {
                       return block.told_spans || block.kind != BlockKind::table;
                     });
    bool const text = lists || (!told && (grid == Grid::none || !fused_.empty()));
    page_.text = text;
    bool const exact = grid == Grid::none || grid == Grid::sheet || covers_its_grid(reading);
    page_.borders = text ? borders_of_text(found_out != Told::no_rows) : exact ? Borders::exact : Borders::separated;
  }

  Page make() {
    page_.pieces.reserve(std::min(reading_.cells.size(), most_reserved)); // a sheet may hold millions of blanks
    page_.rows.reserve(reading_.rows.size() + 1);
    mark_covered();
    if (page_.borders == Borders::gridded || page_.borders == Borders::separated)
      repeats_ = find_repeats(reading_, labels_);
    usual_gap_ = page_.borders == Borders::order ? usual_gap() : 0;
    for (auto const& block : reading_.blocks) {
      auto const cut = page_.borders == Borders::exact && block.kind == BlockKind::table
                           ? find_gutter(reading_, block, labels_)
                           : std::nullopt;
      add_block(block, 0, cut.value_or(none));
      if (cut)
        add_block(block, *cut, none);
    }
    page_.rows.push_back(count32(page_.pieces.size()));
    if (page_.text && fused_.empty())
      part_glued_labels(page_, labels_);
    if (page_.borders >= Borders::soft)
      join_labels_over_lines(page_, labels_);
    if (page_.breaks_cells)
      join_texts_over_lines(page_);
    if (page_.text && page_.has_rows()) {
      join_cut_cells(page_, labels_);
      join_continued_rows(page_);
      std::ranges::stable_sort(page_.cut_texts, {}, &CutText::piece);
    }
    return std::move(page_);
  }

private:
  Borders borders_of_text(bool rows_told) {
    if (!fused_.empty())
      return Borders::soft;
    auto const found = find_text_borders(reading_, labels_, rows_told);
    page_.by_blanks = found.by_blanks;
    page_.breaks_cells = found.breaks_cells;
    return found.borders;
  }

  bool is_paragraph(Row const& row) const { return reading_.blocks[row.block].kind == BlockKind::paragraph; }

  /// Cells that a merged cell of the grid lies over are no blanks.
  void mark_covered() {
    covered_.assign(reading_.cells.size(), false);
    if (page_.borders != Borders::exact)
      return;
    for (std::uint32_t r = 0; r < reading_.rows.size(); ++r) {
      auto const& row = reading_.rows[r];
      auto const& block = reading_.blocks[row.block];
      for (std::uint32_t c = 0; c < row.cell_count; ++c) {
        auto const& cell = reading_.cells[row.first_cell + c];
        auto const end = std::min<std::uint32_t>(r + cell.y_span, block.first_row + block.row_count);
        for (auto below = r; below < end && (cell.x_span > 1 || cell.y_span > 1); ++below)
          for (auto x = c; x < std::min<std::uint32_t>(c + cell.x_span, reading_.rows[below].cell_count); ++x)
            covered_[reading_.rows[below].first_cell + x] = below != r || x != c;
      }
    }
  }

  /// The usual distance of a line from the one before it.
  std::uint32_t usual_gap() const {
    std::uint32_t counts[8] = {};
    for (std::size_t r = 1; r < reading_.rows.size(); ++r)
      if (auto const gap = gap_before(r); gap < 8)
        ++counts[gap];
    auto const most = std::max_element(counts + 1, counts + 8);
    return *most == 0 ? 1 : count32(static_cast<std::size_t>(most - counts));
  }

  std::uint32_t gap_before(std::size_t row) const {
    auto const line = [&](std::size_t r) { return reading_.cells[reading_.rows[r].first_cell].line; };
    return line(row) > line(row - 1) ? line(row) - line(row - 1) : 0;
  }

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Adds the columns [from, to) of a block's rows.
  void add_block(Block const& block, std::uint32_t from, std::uint32_t to) {
    bool const grid = page_.borders <= Borders::separated && from == 0 && to == none;
    auto const turned = grid ? find_turned(reading_, block, labels_) : std::vector<TurnedRows>{};
    auto next = turned.begin();
    for (auto row = block.first_row; row < block.first_row + block.row_count; ++row) {
      if (next != turned.end() && row == next->first_row) {
        add_turned(*next);
        row = next++->end_row - 1;
        continue;
      }
      if (page_.borders <= Borders::separated && !page_.rows.empty() &&
          are_column_numbers(reading_.cells_of(reading_.rows[row]))) {
        add_layout(row, none);
        continue;
      }
      page_.rows.push_back(count32(page_.pieces.size()));
      add_row(row, from, to);
    }
  }

  /// What stands before a turned table is down its side; each of its columns becomes a row.
  void add_turned(TurnedRows const& part) {
    if (part.levels > 0)
      return add_turned_places(part);
    std::uint32_t width = 0;
    for (auto r = part.first_row; r < part.end_row; ++r) {
      page_.rows.push_back(count32(page_.pieces.size()));
      add_row(r, 0, part.first_column);
      if (page_.rows.back() == page_.pieces.size())
        page_.rows.pop_back();
      width = std::max(width, reading_.rows[r].cell_count);
    }
    for (auto c = part.first_column; c < width; ++c) {
      page_.rows.push_back(count32(page_.pieces.size()));
      for (auto r = part.first_row; r < part.end_row; ++r)
        if (c < reading_.rows[r].cell_count)
          add_turned_cell(r, c, r - part.first_row);
    }
  }

  /// What is told of the places before the values stays a table of rows; the label of each place heads a column of the
  /// turned one, and stands in both.
  void add_turned_places(TurnedRows const& part) {
    auto const places = part.groups_row + part.levels;
    if (part.amounts)
      page_.places.push_back({count32(page_.pieces.size()), places - part.first_row});
    std::uint32_t width = 0;
    for (auto r = part.first_row; r < part.end_row; ++r) {
      width = std::max(width, reading_.rows[r].cell_count);
      page_.rows.push_back(count32(page_.pieces.size()));
      if (part.amounts)
        add_row(r, 0, part.values);
      else
        add_layout(r, part.first_column);
    }
    if (part.groups_row > part.first_row) {
      page_.rows.push_back(count32(page_.pieces.size()));
      add_row(part.first_row, part.values, none);
    }
    page_.rows.push_back(count32(page_.pieces.size()));
    page_.turned.push_back({count32(page_.pieces.size()), part.levels});
    add_turned_cell(part.first_row, std::min(part.first_column, last_filled(part.first_row, part.values)), 0);
    for (auto r = places; r < part.end_row; ++r)
      add_turned_cell(r, std::min(part.first_column, last_filled(r, part.first_column + 1)), r - part.groups_row);
    for (auto c = part.values; c < width; ++c) {
      page_.rows.push_back(count32(page_.pieces.size()));
      for (auto r = part.groups_row; r < part.end_row; ++r)
        if (c < reading_.rows[r].cell_count)
          add_turned_cell(r, c, r - part.groups_row);
    }
  }

  /// The last cell of a row before the column `end` that is not blank.
  std::uint32_t last_filled(std::uint32_t r, std::uint32_t end) const {
    auto const& row = reading_.rows[r];
    auto c = std::min(end, row.cell_count);
    while (c > 1 && is_blank(reading_.cells[row.first_cell + c - 1].text))
      --c;
    return c > 0 ? c - 1 : 0;
  }

  /// Numbers of the rows, before the names of the places, or of the columns.
  void add_layout(std::uint32_t r, std::uint32_t end) {
    auto const& row = reading_.rows[r];
    for (std::uint32_t c = 0; c < std::min(end, row.cell_count); ++c)
      if (auto piece = piece_of(row.first_cell + c, r, c, reading_.cells[row.first_cell + c].x_span); !piece.blank()) {
        piece.joined = true;
        page_.pieces.push_back(std::move(piece));
      }
  }

  Piece piece_of(std::uint32_t cell, std::uint32_t source_row, std::uint32_t x, std::uint32_t width) const {
    Piece piece;
    piece.cell = cell;
    piece.row = count32(page_.rows.size() - 1);
    piece.source_row = source_row;
    piece.text = trim(reading_.cells[cell].text);
    piece.x = static_cast<std::uint16_t>(x);
    piece.x_end = static_cast<std::uint16_t>(x + width);
    piece.y_span = reading_.cells[cell].y_span;
    return piece;
  }

  /// 其中： in a cell of its own, before the parts of a sum: it says nothing that they do not say. Where cells are left
  /// out, a label that lost its beginning may stand behind it.
  bool is_only_of_which(Piece const& piece, std::uint32_t r, std::uint32_t c) const {
    constexpr std::string_view of_which = "其中";
    if (piece.text.size() > 2 * of_which.size() || !piece.text.starts_with(of_which) ||
        folded(piece.text) != of_which || page_.borders > Borders::separated)
      return false;
    auto const& row = reading_.rows[r];
    // 全省目标 | 其中, over places
    auto const before = c > 0 ? trim(reading_.cells[row.first_cell + c - 1].text) : std::string_view();
    bool const heads_column = labels_.find(before).as(Role::column) || header_meaning(before) == "target";
    return (page_.borders < Borders::separated && !heads_column) ||
           (c + 1 < row.cell_count && labels_.find(trim(reading_.cells[row.first_cell + c + 1].text)).as(Role::fund));
  }

  void add_turned_cell(std::uint32_t r, std::uint32_t c, std::uint32_t x) {
    auto const index = reading_.rows[r].first_cell + c;
    auto const& cell = reading_.cells[index];
    auto piece = piece_of(index, r, x, cell.y_span);
    piece.y_span = cell.x_span;
    if (!piece.blank())
      add_text(piece);
    else if (!covered_[index])
      page_.pieces.push_back(std::move(piece));
  }

  void add_row(std::uint32_t r, std::uint32_t from, std::uint32_t to) {
    auto const& row = reading_.rows[r];
    bool const paragraph = is_paragraph(row);
    if (page_.borders == Borders::order && r > 0 && usual_gap_ > 1)
      add_inferred_blanks(r);
    for (auto c = from; c < std::min(row.cell_count, to); ++c) {
      auto const index = row.first_cell + c;
      auto piece = piece_of(index, r, c, reading_.cells[index].x_span);
      piece.paragraph = paragraph;
      if (auto const end = row.first_cell + row.cell_count; !repeats_.empty())
        for (auto next = index + 1; next < end && repeats_[next]; ++next)
          piece.x_end = static_cast<std::uint16_t>(piece.x_end + reading_.cells[next].x_span);
      if ((!repeats_.empty() && repeats_[index]) || is_only_of_which(piece, r, c)) {
        piece.joined = true;
        page_.pieces.push_back(std::move(piece));
      } else if (auto const fused = fused_.find(index); fused != fused_.end())
        add_fused(piece, fused->second);
      else if (!piece.blank())
        add_text(piece);
      else if (!covered_[index] && !paragraph)
        page_.pieces.push_back(std::move(piece));
    }
  }

  /// Where every cell has its line and blank lines part them, more blank lines than usual are cells without a text.
  void add_inferred_blanks(std::uint32_t r) {
    auto const blanks = std::min(gap_before(r) / usual_gap_, most_inferred_blanks + 1);
    for (std::uint32_t i = 1; i < blanks; ++i)
      page_.pieces.push_back(
          {reading_.rows[r].first_cell, count32(page_.rows.size() - 1), r, {}, 0, 1, 1, true, false, true, false, {}});
  }

  void add_fused(Piece const& whole, FusedCell const& cell) {
    auto const first = count32(page_.pieces.size());
    bool in_row = false; // an indicator begins a row, with the labels of groups before it
    for (auto const& part : cell.pieces) {
      bool const group = part.label.is_level() && !part.label.known();
      if ((part.begins || group) && !in_row && page_.rows.back() != page_.pieces.size())
        page_.rows.push_back(count32(page_.pieces.size()));
      in_row = group;
      auto& piece = page_.pieces.emplace_back(whole);
      piece.row = count32(page_.rows.size() - 1);
      piece.text = part.text;
      piece.label = part.label;
      piece.inferred = part.inferred || part.text.empty();
      piece.joined = part.joined || (part.undecided && !part.in_record);
      piece.undecided = part.undecided;
      piece.fused = true;
    }
    for (auto const& note : cell.notes)
      page_.fused.push_back({first + count32(note.piece), first + count32(note.anchor), note});
  }

  /// Lines between two tables, and the cell that they were taken for a part of; each is a row of its own.
  bool add_stray_lines(Piece const& whole) {
    if (page_.borders != Borders::soft || whole.paragraph || whole.text.find('\n') == std::string_view::npos)
      return false;
    auto const lines = part_stray_lines(whole.text, page_.titles);
    for (auto const line : lines) {
      bool const cell = line.data() == lines.back().data();
      if (line.empty())
        continue;
      if (page_.rows.back() != page_.pieces.size())
        page_.rows.push_back(count32(page_.pieces.size()));
      auto part = whole;
      part.row = count32(page_.rows.size() - 1);
      part.text = line;
      part.paragraph = !cell;
      add_text(part);
    }
    return !lines.empty();
  }

  /// A title right behind a sentence opens a row of its own.
  bool add_title_behind_sentence(Piece const& whole) {
    auto const begin = page_.text ? title_behind_sentence(whole.text, page_.titles) : 0;
    if (begin == 0)
      return false;
    auto sentence = whole, title = whole;
    sentence.text = trim(whole.text.substr(0, begin));
    sentence.paragraph = true;
    page_.pieces.push_back(std::move(sentence));
    page_.rows.push_back(count32(page_.pieces.size()));
    title.row = count32(page_.rows.size() - 1);
    title.text = trim(whole.text.substr(begin));
    add_text(title);
    return true;
  }

  void add_text(Piece const& whole) {
    if (add_stray_lines(whole) || add_title_behind_sentence(whole))
      return;
    Label found;
    auto const* own = &labels_.find(whole.text, found);
    if (!own->known() && !own->is_level() && follows_fund(whole))
      own = &(found = labels_.find_with_amount(whole.text));
    auto const& label = *own;
    bool const as_words = page_.by_blanks && whole.paragraph, unlisted = !label.known() && !label.is_level();
    bool const amounts =
        label.known() ? label.rest > 0 && is_amount_label(label) : unlisted && is_line_of_amounts(whole.text, labels_);
    if ((page_.text && !as_words && !label.known() && add_label_before_blanks(whole)) ||
        (unlisted && add_listed_amounts(whole)))
      return;
    if (!as_words && !amounts && label.rest == 0 && (!unlisted || !is_line_of_labels(whole.text)))
      return add_part(whole, whole.text, label);
    auto const parts = as_words ? split_words(whole.text, labels_) : split_labels(whole.text, labels_);
    bool const cells = as_words && page_.has_rows() && (parts.size() > 1 || is_marked_name(whole.text));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto const part = parts[i];
      auto& piece = page_.pieces.emplace_back(whole);
      piece.text = part;
      if (cells) {
        piece.paragraph = false;
        piece.x = static_cast<std::uint16_t>(i), piece.x_end = static_cast<std::uint16_t>(i + 1);
      }
      piece.label =
          amounts || (!as_words && follows_amount(part)) ? labels_.find_with_amount(part) : labels_.find(part);
    }
  }

  /// 预算金额 | 总额98，其中：财政拨款80，其他资金18: amounts of the year right behind the label of their block.
  bool add_listed_amounts(Piece const& whole) {
    auto const* before = page_.pieces.empty() ? nullptr : &page_.pieces.back();
    if (!before || before->row != whole.row || before->label.rest > 0 || says("past", before->label.text) ||
        !(before->label.is(Role::side, "fund") || before->label.is(Role::fund, "year.total")))
      return false;
    auto const parts = split_amounts(whole.text, labels_);
    for (std::size_t i = 0; i < parts.size() && parts.size() > 1; ++i)
      add_part(whole, parts[i], labels_.find_with_amount(parts[i]));
    return parts.size() > 1;
  }

  /// 资金总额：76万元　　其中：财政拨款60万元: in a line, behind the label of an amount with its own.
  bool follows_amount(std::string_view part) const {
    auto const count = page_.pieces.size();
    if (count < 2 || labels_.find(part).known())
      return false;
    auto const& before = page_.pieces[count - 2];
    return before.row == page_.pieces[count - 1].row && before.label.as(Role::fund) && before.label.rest > 0;
  }

  /// A line of the cover above a table, or among cells of a line each.
  bool add_label_before_blanks(Piece const& whole) {
    bool const above_table = in_table_ && whole.paragraph;
    if (!above_table && page_.borders != Borders::order)
      return false;
    auto const length = label_before_blanks(whole.text, above_table, labels_);
    if (length == 0)
      return false;
    for (auto const part : {whole.text.substr(0, length), trim(whole.text.substr(length))})
      add_part(whole, part, labels_.find(part));
    return true;
  }

  void add_part(Piece const& whole, std::string_view part, Label label) {
    auto& piece = page_.pieces.emplace_back(whole);
    piece.text = part;
    piece.label = std::move(label);
  }

  /// 资金总额：36 | 一、预算资金 36, 资金总额：| 1350 | 财政拨款1200: behind a label of the fund block in its row.
  bool follows_fund(Piece const& whole) const {
    for (auto before = page_.pieces.rbegin(); before != page_.pieces.rend() && before->row == whole.row; ++before)
      if (is_amount_label(before->label))
        return true;
      else if (!before->blank() && before->look() != Look::number)
        return false;
    return false;
  }

  static bool is_amount_label(Label const& label) { return label.as(Role::fund) || label.is(Role::side, "fund"); }

  /// `218305某图书馆　　单位：万元`: a short line that labels with their values end, whatever stands before them.
  bool is_line_of_labels(std::string_view text) const {
    if (text.size() > longest_label_line ||
        (text.find(':') == std::string_view::npos && text.find("：") == std::string_view::npos))
      return false;
    auto const parts = split_labels(text, labels_);
    return parts.size() > 1 && std::ranges::all_of(parts.begin() + 1, parts.end(),
                                                   [&](std::string_view part) { return labels_.find(part).rest > 0; });
  }

  Reading const& reading_;
  LabelFinder const& labels_;
  Page page_;
  FusedCells fused_;
  std::vector<bool> covered_;
  std::vector<bool> repeats_; ///< cells that say again what stands left of them; empty: none does
  std::uint32_t usual_gap_ = 0;
  bool in_table_ = false; ///< a table stands in the document
};

} // namespace

Page make_page(Reading const& reading, LabelFinder const& labels, std::vector<TitlePattern> titles, Grid grid,
               Told told) {
  auto page = PageMaker(reading, labels, std::move(titles), grid, told).make();
  if (grid == Grid::none && page.has_rows())
    mend_labels(page, labels);
  if (page.text)
    mend_headers(page, labels);
  std::ranges::sort(page.mended);
  page.mended.erase(std::unique(page.mended.begin(), page.mended.end()), page.mended.end());
  return page;
}

} // namespace jixiao::recognition
