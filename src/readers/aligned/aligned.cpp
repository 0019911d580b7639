#include "readers/aligned/aligned.hpp"

#include "readers/aligned/table.hpp"
#include "readers/aligned/turned_places.hpp"
#include "readers/geometry/paragraphs.hpp"
#include "readers/geometry/regions.hpp"
#include "readers/geometry/wraps.hpp"
#include "recognition/labels/titles.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace jixiao {

namespace aligned {

namespace {

constexpr int rounds_of_one = 8, rounds_of_all = 8; ///< in which gutters are told that were taken for spaces

/// Adds a table to the reading, on a grid with a column for every border of any of its rows.
class TableWriter {
public:
  TableWriter(Sheet const& sheet, Table& table, ReadingBuilder& builder)
      : sheet_(sheet), table_(table), builder_(builder) {
    for (auto const& cell : table.cells)
      for (auto r = cell.row; r < cell.row + cell.rows && cell.side; ++r)
        side_ = true, sided_.insert(table.band[r]);
    sided_.erase(no_band);
    std::set<double> borders;
    for (auto const& cell : table.cells)
      if (!cell.side)
        borders.insert(cell.left), borders.insert(cell.right);
    borders_.assign(borders.begin(), borders.end());
    width_ = (side_ ? 1 : 0) + std::max<std::size_t>(borders_.size(), 2) - 1;
    place();
    for (auto const run : table.strays)
      if (auto const* cell = nearest(sheet.runs[run]))
        beside_[cell].push_back(run);
  }

  void write() {
    bool open = false;
    for (std::size_t r = 0; r < table_.rows; ++r) {
      if (is_paragraph(r)) {
        if (std::exchange(open, false))
          builder_.end_table();
        set_page(r);
        for (auto const& [column, cell] : rows_[r])
          builder_.paragraph(piece_of(*cell));
        continue;
      }
      set_page(r);
      if (!std::exchange(open, true)) {
        builder_.begin_table();
        covered_.assign(width_, 0);
      }
      write_row(r);
    }
    if (open)
      builder_.end_table();
    for (auto const run : table_.strays)
      builder_.paragraph(place_of(*sheet_.text, sheet_.runs[run].first, sheet_.runs[run].last));
  }

private:
  std::size_t column_at(double x) const {
    auto const at = std::ranges::lower_bound(borders_, x) - borders_.begin();
    return static_cast<std::size_t>(at) + (side_ ? 1 : 0);
  }

  /// Lays the cells out; one whose place is taken gives way.
  void place() {
    rows_.resize(table_.rows);
    std::vector<std::vector<bool>> taken(table_.rows, std::vector<bool>(width_, false));
    std::ranges::stable_sort(table_.cells, std::greater{}, &TableCell::side);
    for (auto& cell : table_.cells) {
      bool const leftmost = cell.left <= far_left && !sided_.contains(table_.band[cell.row]);
      auto first = cell.side || leftmost ? 0 : column_at(cell.left), last = cell.side ? 1 : column_at(cell.right);
      while (first < last && taken[cell.row][first])
        ++first;
      auto end = first;
      while (end < last && !taken[cell.row][end])
        ++end;
      if (end == first) {
        table_.strays.insert(table_.strays.end(), cell.runs.begin(), cell.runs.end());
        continue;
      }
      auto const is_free = [&](std::size_t row) {
        return std::all_of(taken[row].begin() + static_cast<std::ptrdiff_t>(first),
                           taken[row].begin() + static_cast<std::ptrdiff_t>(end), [](bool t) { return !t; });
      };
      std::size_t rows = 1;
      while (rows < cell.rows && is_free(cell.row + rows))
        ++rows;
      cell.rows = rows;
      for (auto r = cell.row; r < cell.row + rows; ++r)
        std::fill(taken[r].begin() + static_cast<std::ptrdiff_t>(first),
                  taken[r].begin() + static_cast<std::ptrdiff_t>(end), true);
      rows_[cell.row][first] = &cell;
      spans_[&cell] = end - first;
      for (auto r = cell.row + 1; r < cell.row + rows; ++r)
        crossed_.insert(r);
    }
  }

  /// The cell next to a run in the row that it is among the lines of, or in the last one above with cells of its own.
  TableCell const* nearest(Run const& stray) const {
    constexpr std::size_t reach = 64; // rows
    auto const below =
        static_cast<std::size_t>(std::ranges::upper_bound(table_.first_line, stray.line) - table_.first_line.begin());
    TableCell const* best = nullptr;
    double least = far_right;
    for (auto row = std::max<std::size_t>(below, 1); row-- > 0 && !best && row < rows_.size() && row + reach > below;)
      for (auto const& [column, cell] : rows_[row])
        for (auto const run : cell->runs)
          if (auto const apart = std::max(sheet_.runs[run].x0 - stray.x1, stray.x0 - sheet_.runs[run].x1);
              apart < least)
            least = apart, best = cell;
    return best;
  }

  /// A text alone outside of the bands, such as a title between two forms.
  bool is_paragraph(std::size_t r) const {
    return table_.band[r] == no_band && rows_[r].size() == 1 && !crossed_.contains(r) &&
           rows_[r].begin()->second->rows == 1;
  }

  /// A row without lines of its own may stand behind the last one.
  void set_page(std::size_t r) {
    auto const last = static_cast<std::uint32_t>(sheet_.text->lines.size() - 1);
    builder_.set_page(sheet_.page(std::min(table_.first_line[r], last)));
  }

  void write_row(std::size_t r) {
    builder_.begin_row();
    for (std::size_t x = 0; x < width_;) {
      auto const found = rows_[r].find(x);
      if (found == rows_[r].end()) {
        if (covered_[x] == 0)
          builder_.cell({});
        ++x;
        continue;
      }
      auto const& cell = *found->second;
      auto const span = spans_[&cell];
      builder_.cell(piece_of(cell), static_cast<std::uint32_t>(span), static_cast<std::uint32_t>(cell.rows));
      if (auto const strays = beside_.find(&cell); strays != beside_.end())
        for (auto const run : strays->second)
          builder_.note(Code::stray_text, {{"text", sheet_.runs[run].text}});
      std::fill_n(covered_.begin() + static_cast<std::ptrdiff_t>(x), span, cell.rows);
      x += span;
    }
    for (auto& rows : covered_)
      rows -= rows > 0 ? 1 : 0;
    builder_.end_row();
  }

  Piece piece_of(TableCell const& cell) {
    auto const& first = sheet_.runs[cell.runs.front()];
    auto piece = place_of(*sheet_.text, first.first, first.last);
    piece.doubt = cell.cut ? Doubt::cut : cell.sure ? Doubt::none : Doubt::placed;
    if (cell.runs.size() == 1 && first.last - first.first == 1)
      return piece;
    double widest = 0;
    for (auto const run : cell.runs)
      widest = std::max(widest, sheet_.runs[run].width);
    std::string joined;
    Run const* above = nullptr;
    for (auto const run : cell.runs) {
      auto const& r = sheet_.runs[run];
      bool const filled = above && above->width + first_unit(above->text, r.text, sheet_.text->metrics.em) > widest;
      append_wrapped(joined, r.text, above == nullptr || filled);
      above = &r;
    }
    piece.text = builder_.own(std::move(joined));
    return piece;
  }

  Sheet const& sheet_;
  Table& table_;
  ReadingBuilder& builder_;
  bool side_ = false;
  std::set<std::size_t> sided_; ///< bands with labels beside their rows
  std::vector<double> borders_;
  std::size_t width_ = 1;
  std::vector<std::map<std::size_t, TableCell const*>> rows_; ///< by row and grid column
  std::map<TableCell const*, std::size_t> spans_;
  std::map<TableCell const*, RunList> beside_; ///< texts that no cell could be told for, by the nearest
  std::set<std::size_t> crossed_;              ///< rows that a cell from above reaches into
  std::vector<std::size_t> covered_;
};

bool has_indicators(Sheet const& sheet) {
  auto const end = static_cast<std::uint32_t>(sheet.text->lines.size());
  std::vector<bool> taken(sheet.runs.size(), false);
  for (auto const& label : find_side_labels(sheet, 0, end))
    for (auto const run : label.runs)
      taken[run] = true;
  return std::ranges::any_of(find_headers(sheet, 0, end, taken), [](HeaderBlock const& h) {
    return h.kind == BandKind::indicators || h.kind == BandKind::lists;
  });
}

/// 预算金额（万 over 元）: the only text of a line is a label of a column with what stands under it.
bool heads_column(Sheet const& sheet, std::uint32_t line, std::uint32_t end) {
  constexpr std::uint32_t tallest = 4; // lines
  if (sheet.line(line).size() != 1)
    return false;
  RunList chain{sheet.begins[line]};
  for (auto below = line + 1; below < std::min(end, line + tallest); ++below)
    for (auto run = sheet.begins[below]; run < sheet.begins[below + 1]; ++run)
      if (overlap(sheet.runs[chain.back()], sheet.runs[run])) {
        chain.push_back(run);
        auto const label = label_of(sheet, chain);
        if (label.rest == 0 && (label.as(recognition::Role::column) || label.is(recognition::Role::side, "fund")))
          return true;
        break;
      }
  return false;
}

/// A table begins with the first line that has a gutter, but a taller label of its header stands above that.
void take_labels_above(Sheet const& sheet, std::vector<Region>& regions) {
  constexpr std::size_t most = 2; // lines
  auto const& lines = sheet.text->lines;
  for (std::size_t r = 1; r < regions.size(); ++r) {
    auto &above = regions[r - 1], &table = regions[r];
    for (std::size_t i = 0; i < most && table.is_table && !above.is_table && above.last > above.first; ++i) {
      auto const line = static_cast<std::uint32_t>(above.last - 1);
      bool const near =
          lines[line].page == lines[line + 1].page && lines[line + 1].y - lines[line].y < 1.5 * sheet.text->pitch;
      if (!near || !heads_column(sheet, line, static_cast<std::uint32_t>(table.last)))
        break;
      --above.last, --table.first;
    }
  }
  std::erase_if(regions, [](Region const& region) { return region.first == region.last; });
}

/// 满意度指 服务对象满意度指 受益群众满意: the cells of a line stand one space apart, and the first is one of a level.
bool begins_with_level(Sheet const& sheet, std::size_t line) {
  auto const words = sheet.text->words_of(sheet.text->lines[line]);
  return words.size() > 1 && begins_level(*sheet.labels, words.front().text);
}

/// 松涛区养老 山塘加固: the second of two short texts begins where one does in the lines around.
bool stands_in_columns(Sheet const& sheet, std::size_t line) {
  constexpr std::size_t longest = 12, reach = 2; // characters; lines
  constexpr double moved = 2;                    // columns
  auto const& lines = sheet.text->lines;
  auto const words = sheet.text->words_of(lines[line]);
  bool const texts = words.size() == 2 && std::ranges::all_of(words, [](Word const& word) {
                       return length_of(word.text) <= longest && word.text.find("：") == std::string_view::npos &&
                              word.text.find("。") == std::string_view::npos;
                     });
  for (auto other = line - std::min(line, reach); texts && other < std::min(lines.size(), line + reach + 1); ++other) {
    auto const runs = sheet.line(static_cast<std::uint32_t>(other));
    auto const near = std::ranges::lower_bound(runs, words[1].x0 - moved, {}, &Run::x0);
    if (other != line && near != runs.begin() && near != runs.end() && near->x0 <= words[1].x0 + moved)
      return true;
  }
  return false;
}

/// 项目实施进度计划: a label alone on its line, in the middle of the rows that it stands beside.
bool is_label_beside(Sheet const& sheet, std::size_t line) {
  auto const runs = sheet.line(static_cast<std::uint32_t>(line));
  return runs.size() == 1 && is_side(runs[0].label);
}

/// 立项依据 in the middle of lines that begin right of it: labels with their texts, none of which shares a line with
/// another.
bool are_labels_with_texts(Sheet const& sheet, Region const& region) {
  double labels = far_left, texts = far_right; // where those end, and these begin
  // The label may be the last line of the table above.
  auto const is_label = [](Run const& run) {
    return run.label.rest == 0 && (is_side(run.label) || run.label.as(recognition::Role::pair));
  };
  auto const above = sheet.line(static_cast<std::uint32_t>(std::max<std::size_t>(region.first, 1) - 1));
  if (region.first > 0 && above.size() == 1 && is_label(above[0]))
    labels = above[0].x1;
  for (auto line = region.first; line < region.last; ++line) {
    auto const runs = sheet.line(static_cast<std::uint32_t>(line));
    if (runs.size() != 1)
      return false;
    if (is_label(runs[0]))
      labels = std::max(labels, runs[0].x1);
    else
      texts = std::min(texts, runs[0].x0);
  }
  return labels > far_left && texts < far_right && labels <= texts;
}

/// Such lines are taken for a paragraph, but go on with the table above them.
void join_parted_tables(Sheet const& sheet, std::vector<Region>& regions) {
  constexpr std::size_t most = 3, most_of_texts = 12; // lines
  std::vector<Region> out;
  for (std::size_t r = 0; r < regions.size(); ++r) {
    auto const& region = regions[r];
    auto const& lines = sheet.text->lines;
    bool const near = !out.empty() && out.back().is_table && !region.is_table &&
                      lines[region.first].y - lines[region.first - 1].y < 1.5 * sheet.text->pitch;
    bool const texts = near && region.last - region.first <= most_of_texts && r + 1 < regions.size() &&
                       regions[r + 1].is_table && are_labels_with_texts(sheet, region);
    bool goes_on = near && (texts || region.last - region.first <= most);
    for (auto line = region.first; line < region.last && goes_on; ++line)
      goes_on = texts || begins_with_level(sheet, line) ||
                ((stands_in_columns(sheet, line) || is_label_beside(sheet, line)) && r + 1 < regions.size() &&
                 regions[r + 1].is_table);
    if (!goes_on) {
      out.push_back(region);
      continue;
    }
    out.back().last = region.last;
    if (r + 1 < regions.size() && regions[r + 1].is_table)
      out.back().last = regions[++r].last;
  }
  regions = std::move(out);
}

/// A title begins a table of its own: no cell of a form goes over that of the next.
void part_at_titles(Sheet const& sheet, std::vector<Region>& regions) {
  std::vector<Region> out;
  for (auto region : regions) {
    for (auto line = region.first + 1; line < region.last && region.is_table; ++line) {
      auto const runs = sheet.line(static_cast<std::uint32_t>(line));
      if (runs.size() == 1 && recognition::read_title(runs[0].text)) {
        out.push_back({region.first, line, true});
        region.first = line;
      }
    }
    out.push_back(region);
  }
  regions = std::move(out);
}

/// Many labels that a form has tell the cells, too, where no header of indicators does.
bool has_labels(Sheet const& sheet) {
  constexpr std::size_t fewest = 8;
  std::set<std::string_view> labels;
  for (auto const& run : sheet.runs)
    if (run.label.rest == 0 && (run.label.as(recognition::Role::pair) || run.label.as(recognition::Role::fund)))
      labels.insert(run.text);
  return labels.size() >= fewest;
}

/// The lines of a region as a text of their own, so that what a table costs hangs on its own size.
PageText text_of(PageText const& text, Region const& region) {
  PageText out;
  out.metrics = text.metrics, out.pitch = text.pitch;
  out.lines.assign(text.lines.begin() + static_cast<std::ptrdiff_t>(region.first),
                   text.lines.begin() + static_cast<std::ptrdiff_t>(region.last));
  auto const first = out.lines.front().first;
  out.words.assign(text.words.begin() + first, text.words.begin() + out.lines.back().last);
  for (auto& line : out.lines)
    line.first -= first, line.last -= first;
  auto const above = region.first == 0 ? -far_right : text.lines[region.first - 1].y;
  auto const begin = std::ranges::lower_bound(text.row_lines, above, {}, &RowLine::y),
             end = std::ranges::lower_bound(text.row_lines, out.lines.back().y, {}, &RowLine::y);
  out.row_lines.assign(begin, end);
  return out;
}

/// A table, as if all its cells stood so.
struct ReadTable {
  PageText text;
  Sheet sheet;
  Table table;
};

/// Marks the gutters that `find` tells. Each shows more of the columns, and may tell others: at first they are taken
/// one by one, then all at once.
template <class Find> void part_gutters(ReadTable& out, Find find) {
  for (int round = 0; round < rounds_of_one + rounds_of_all; ++round) {
    auto const words = find(out.sheet);
    if (words.empty())
      break;
    for (auto const word : std::span(words).first(round < rounds_of_one ? 1 : words.size()))
      out.text.words[word].parted = true;
    out.sheet = make_sheet(out.text, recognition::builtin_label_finder());
  }
}

/// A table of places in rows, which does not hang on how its cells stand.
bool read_places(ReadTable& out) {
  out.sheet = make_sheet(out.text, recognition::builtin_label_finder());
  part_gutters(out, gutters_of_places);
  auto turned = read_turned_places(out.sheet);
  if (turned)
    out.table = std::move(*turned);
  return turned.has_value();
}

/// A form, or a table of one.
bool holds_form(PageText const& text) {
  ReadTable own{text, {}, {}};
  return read_places(own) || has_indicators(own.sheet) || has_labels(own.sheet);
}

/// The tables of a text.
struct Attempt {
  std::vector<std::unique_ptr<ReadTable>> tables; ///< a sheet points to its text
  double price = 0;
};

std::unique_ptr<ReadTable> read_one(PageText const& text, Stand stand) {
  auto out = std::make_unique<ReadTable>(ReadTable{text, {}, {}});
  if (read_places(*out))
    return out;
  auto const end = static_cast<std::uint32_t>(text.lines.size());
  part_gutters(*out, [&](Sheet const& sheet) { return hidden_gutters(sheet, 0, end, stand); });
  out->table = read_table(out->sheet, 0, end, stand);
  return out;
}

Attempt read_all(std::span<PageText const> tables, Stand stand) {
  Attempt out;
  for (auto const& text : tables) {
    out.tables.push_back(read_one(text, stand));
    out.price += out.tables.back()->table.price;
  }
  return out;
}

} // namespace

} // namespace aligned

bool read_aligned(PageText& text, ReadingBuilder& builder) {
  using namespace aligned;
  part_runs(text, recognition::builtin_label_finder());
  auto const sheet = make_sheet(text, recognition::builtin_label_finder());
  auto regions = find_regions(text);
  take_labels_above(sheet, regions);
  join_parted_tables(sheet, regions);
  part_at_titles(sheet, regions);
  std::vector<PageText> tables;
  for (auto const& region : regions)
    if (region.is_table)
      tables.push_back(text_of(text, region));
  if (std::ranges::none_of(tables, holds_form))
    return false;
  // One program printed all of them.
  auto best = read_all(tables, Stand::middle);
  for (auto const stand : {Stand::top, Stand::lines})
    if (auto other = read_all(tables, stand); other.price < best.price)
      best = std::move(other);
  auto const measure = measure_prose(text, regions);
  builder.tell_spans(true);
  auto table = best.tables.begin();
  for (auto const& region : regions)
    if (region.is_table) {
      TableWriter((*table)->sheet, (*table)->table, builder).write();
      ++table;
    } else {
      add_paragraphs(text, region, measure, builder);
    }
  builder.tell_spans(false);
  return true;
}

} // namespace jixiao
