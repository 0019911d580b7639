#include "readers/page/table_chain.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jixiao {
namespace {

constexpr float one_place = 3;

/// A cell of the whole table.
struct WholeCell {
  std::uint32_t x = 0, y = 0, x_span = 1, y_span = 1;
  CellText text;
  bool has_picture = false;
  std::string cut_off;
  std::vector<TextFinding> findings;
  std::uint32_t goes_on_page = 0;                     ///< where the rest of its text stood
  Box box;                                            ///< of its first part
  std::vector<std::pair<std::uint32_t, Box>> further; ///< pages and boxes of its other parts
};

/// Columns of all pages together.
void merge_places(std::vector<float>& all, std::vector<float> const& more) {
  std::vector<float> added;
  for (auto const x : more) {
    auto const next = std::ranges::lower_bound(all, x - one_place);
    if (next == all.end() || *next > x + one_place)
      added.push_back(x);
  }
  all.insert(all.end(), added.begin(), added.end());
  std::ranges::sort(all);
}

std::uint32_t nearest(std::vector<float> const& places, float x) {
  auto const next = std::ranges::lower_bound(places, x);
  if (next == places.begin())
    return 0;
  auto const index = static_cast<std::uint32_t>(next - places.begin());
  return next == places.end() || x - *(next - 1) < *next - x ? index - 1 : index;
}

/// True for a cell at an edge of the page that cuts its table, and whose text reaches as far.
bool is_cut(PrintedTable const& table, Box const& cell, CellText const& text) {
  constexpr float reach = 0.6F; // ems
  return (table.cut_right && cell.x1 >= table.xs.back() - one_place && cell.x1 - text.right <= reach * text.em) ||
         (table.cut_left && cell.x0 <= table.xs.front() + one_place && text.left - cell.x0 <= reach * text.em);
}

/// True when a text holds all of another one, blanks aside: a cell that is merged over a break is printed on both
/// pages.
bool holds_all(std::string text, std::string part) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  std::erase_if(part, [](char c) { return c == ' ' || c == '\n'; });
  return text.find(part) != std::string::npos;
}

/// The parts of a table laid into one grid.
class WholeTable {
public:
  explicit WholeTable(std::vector<float> xs) : xs_(std::move(xs)) {}

  void add(PrintedTable const& table, Joint const& joint, std::uint32_t page) {
    bool const goes_on = joint.row_goes_on;
    auto const base = rows_ - (goes_on ? 1 : 0);
    std::vector<std::uint32_t> made(table.cells.size(), Joint::none);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      auto const& cell = table.cells[i];
      if (cell.place.y < joint.header_rows)
        continue;
      if (!joint.onto.empty() && joint.onto[i] != Joint::none) {
        made[i] = last_[joint.onto[i]];
        append(cells_[made[i]], cell, cell.place.y_span - (goes_on ? 1U : 0U), page);
        cells_[made[i]].further.emplace_back(page, table.box_of(cell));
        continue;
      }
      auto const x = nearest(xs_, table.xs[cell.place.x]),
                 end = nearest(xs_, table.xs[cell.place.x + cell.place.x_span]);
      made[i] = static_cast<std::uint32_t>(cells_.size());
      cells_.push_back({x,
                        base + cell.place.y - joint.header_rows,
                        std::max(end, x + 1) - x,
                        cell.place.y_span,
                        cell.text,
                        cell.has_picture,
                        cell.cut_off,
                        cell.findings,
                        0,
                        table.box_of(cell),
                        {}});
    }
    auto const rows = static_cast<std::uint32_t>(table.ys.size() - 1) - joint.header_rows;
    starts_.push_back(rows_);
    rows_ = base + rows;
    last_ = std::move(made);
  }

  /// By row, then by column.
  std::vector<WholeCell> take() {
    std::ranges::stable_sort(cells_,
                             [](WholeCell const& a, WholeCell const& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    return std::move(cells_);
  }

  std::uint32_t rows() const { return rows_; }
  std::vector<std::uint32_t> const& starts() const { return starts_; } ///< the first row of each part

private:
  static void append(WholeCell& above, PrintedCell const& below, std::uint32_t rows, std::uint32_t page) {
    above.y_span += rows;
    above.has_picture |= below.has_picture;
    above.cut_off += below.cut_off;
    above.findings.insert(above.findings.end(), below.findings.begin(), below.findings.end());
    if (below.text.text.empty())
      return;
    auto const unit = static_cast<float>(first_unit(above.text.text, below.text.text, double{above.text.em}));
    append_line(above.text.text, below.text.text, unit > above.text.room - 0.15F * above.text.em);
    above.text.room = below.text.room, above.text.em = below.text.em;
    above.goes_on_page = page;
  }

  std::vector<float> xs_;
  std::vector<WholeCell> cells_;
  std::vector<std::uint32_t> last_; ///< the cells of the part before, by their index in it
  std::vector<std::uint32_t> starts_;
  std::uint32_t rows_ = 0;
};

/// Which cells of a part have text in it, or in the cells before that they go on.
std::vector<bool> told_cells(PrintedTable const& table, Joint const& joint, std::vector<bool> const& before) {
  std::vector<bool> told;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    bool const goes_on = !joint.onto.empty() && joint.onto[i] != Joint::none;
    told.push_back(!table.cells[i].text.text.empty() || (goes_on && before[joint.onto[i]]));
  }
  return told;
}

} // namespace

void TableChain::add(PrintedTable const& table, std::uint32_t page, bool is_next) {
  if (!parts_.empty() && is_next)
    if (auto joint = join_tables({parts_.front().table, parts_.back().table, parts_.back().told}, table)) {
      auto told = told_cells(table, *joint, parts_.back().told);
      parts_.push_back({&table, page, std::move(*joint), std::move(told)});
      return;
    }
  if (!parts_.empty())
    flush();
  parts_.push_back({&table, page, {}, told_cells(table, {}, {})});
}

void TableChain::report(Part const& part) {
  Location at;
  at.page = part.page;
  if (part.joint.header_rows > 0)
    sink_.emit(Code::header_repeated, {{"rows", part.joint.header_rows}}, at);
}

void TableChain::flush() {
  if (parts_.empty())
    return;
  auto const parts = std::exchange(parts_, {});
  build(parts);
  Location at;
  at.page = parts.back().page;
  if (parts.back().table->open_bottom)
    sink_.emit(Code::table_left_open, {}, at);
  for (auto const& part : parts)
    for (auto const& inner : part.table->inner)
      build({{&inner, part.page, {}, {}}});
}

void TableChain::place(PrintedTable const& table, std::uint32_t page, Box const& box) {
  constexpr float within = 1;
  float shift = 0;
  for (auto const& seam : table.seams)
    if (box.x0 >= seam.at - within)
      page = seam.page, shift = seam.shift;
  builder_.place(page, box.x0 - shift, box.y0, box.x1 - shift, box.y1);
}

void TableChain::build(std::vector<Part> const& parts) {
  auto xs = parts.front().table->xs;
  for (auto const& part : parts)
    merge_places(xs, part.table->xs);
  WholeTable whole(std::move(xs));
  for (auto const& part : parts) {
    report(part);
    whole.add(*part.table, part.joint, part.page);
  }
  auto const cells = whole.take();
  auto cell = cells.begin();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    builder_.set_page(parts[i].page);
    if (i == 0) {
      builder_.tell_unruled(std::ranges::any_of(parts, [](Part const& part) { return part.table->unruled; }));
      builder_.begin_table();
    }
    auto const end = i + 1 < parts.size() ? whole.starts()[i + 1] : whole.rows();
    for (auto row = whole.starts()[i]; row < end; ++row) {
      builder_.begin_row();
      for (; cell != cells.end() && cell->y == row; ++cell) {
        auto const text = cell->text.text.empty() ? std::string_view() : builder_.own(cell->text.text);
        builder_.cell({text}, cell->x_span, cell->y_span);
        place(*parts[i].table, parts[i].page, cell->box);
        for (auto const& [page, box] : cell->further)
          place(*parts[i].table, page, box);
        if (cell->has_picture)
          builder_.note(Code::graphic_not_read, {{"what", "a picture"}});
        for (auto const& finding : cell->findings)
          builder_.note(finding.code, finding.arguments);
        if (!holds_all(cell->text.text, cell->cut_off))
          builder_.note(Code::hidden_text, {{"text", cell->cut_off}, {"how", "hidden"}});
        if (cell->goes_on_page != 0)
          builder_.note(Code::cell_over_pages, {{"page", std::to_string(cell->goes_on_page)}});
        if (!cell->text.text.empty() && is_cut(*parts[i].table, cell->box, cell->text))
          builder_.note(Code::cut_by_edge, {});
      }
      // What the row lost would have stood in a further cell.
      if (parts[i].table->cut_left || parts[i].table->cut_right) {
        builder_.cell({});
        builder_.note(Code::cut_by_edge, {});
      }
      builder_.end_row();
    }
  }
  builder_.end_table();
  builder_.tell_unruled(false);
}

} // namespace jixiao
