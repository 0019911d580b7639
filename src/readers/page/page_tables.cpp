#include "readers/page/printed_page.hpp"

#include "readers/page/asides.hpp"
#include "readers/page/overflow.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace jixiao {
namespace {

constexpr std::uint32_t outside = std::numeric_limits<std::uint32_t>::max();

/// A cell of one of the tables.
struct Place {
  std::uint32_t table = outside;
  std::uint32_t cell = 0;

  bool operator==(Place const&) const = default;
};

float area(Lattice const& table) { return table.box().width() * table.box().height(); }

/// Finds the innermost cell at a place: tables are asked from the smallest on. Where no line closes a cell at a table's
/// end, a line of text may hang over it.
class CellFinder {
public:
  explicit CellFinder(std::vector<Lattice> const& tables) : tables_(tables) {}

  Place find(PageGlyph const& glyph) const { return find(glyph.middle_x(), glyph.middle_y(), glyph.size); }

  Place find(float x, float y, float size) const {
    for (std::uint32_t i = 0; i < tables_.size(); ++i)
      if (tables_[i].box().holds(x, y))
        return {i, tables_[i].find(x, y)};
    for (std::uint32_t i = 0; i < tables_.size(); ++i)
      if (auto const cell = find_open(tables_[i], x, y, 0.7F * size))
        return {i, *cell};
    return {};
  }

private:
  static std::optional<std::uint32_t> find_open(Lattice const& table, float x, float y, float over) {
    auto const box = table.box();
    bool const above = y < box.y0 && y > box.y0 - over, below = y > box.y1 && y < box.y1 + over;
    if (x < box.x0 || x > box.x1 || !(above || below))
      return {};
    auto const index = table.find(x, y);
    auto const& cell = table.cells[index];
    return (above ? cell.open_top : cell.open_bottom) ? std::optional(index) : std::nullopt;
  }

  std::vector<Lattice> const& tables_;
};

/// A mark that never begins a text, and may hang over the edge of its cell.
bool hangs(char32_t c) { return std::u32string_view(U"，。；、：！？）”").find(c) != std::u32string_view::npos; }

/// True when the glyph goes on with the string of the one before it, without a gap.
bool goes_on(PageGlyph const& before, PageGlyph const& glyph) {
  return (before.show == glyph.show || hangs(glyph.character)) && before.direction == Direction::right &&
         glyph.direction == Direction::right && std::abs(before.middle_y() - glyph.middle_y()) < 0.3F * glyph.size &&
         glyph.x0 >= before.x0 && glyph.x0 - before.x1 < 0.3F * glyph.size;
}

/// True when blanks within a string lead on to where something else stands: a whole row may be one string.
bool is_parted(PageGlyph const& before, PageGlyph const& glyph) {
  constexpr float wide = 0.9F; // sizes
  return before.show == glyph.show && glyph.x0 - before.x1 >= wide * glyph.size;
}

bool is_slanted(PageGlyph const& glyph) { return glyph.visible && glyph.direction == Direction::slanted; }

/// Left free beside texts: the least that any line leaves at its left.
float padding_of(Lattice const& table, std::vector<std::vector<PrintedLine>> const& lines) {
  constexpr float most = 8;
  float padding = most;
  for (std::size_t i = 0; i < table.cells.size(); ++i)
    for (auto const& line : lines[i])
      padding = std::min(padding, std::max(line.x0 - table.box_of(table.cells[i]).x0, 0.0F));
  return padding;
}

/// How wide the widest line is in each of the cells that have the columns of another, by their first column and span.
using Measures = std::map<std::pair<std::uint16_t, std::uint16_t>, float>;

Measures measures_of(Lattice const& table, std::vector<std::vector<PrintedLine>> const& lines) {
  Measures measures;
  for (std::size_t i = 0; i < table.cells.size() && table.drawn; ++i)
    for (auto const& line : lines[i]) {
      auto& widest = measures[{table.cells[i].x, table.cells[i].x_span}];
      widest = std::max(widest, line.x1 - line.x0);
    }
  return measures;
}

/// The room of a cell whose ends nothing shows: the widest line of its columns has no room for more.
Box room_of(std::vector<PrintedLine> const& lines, Box cell, float widest) {
  if (lines.empty())
    return cell;
  cell.x0 = std::ranges::min(lines, {}, &PrintedLine::x0).x0;
  cell.x1 = std::ranges::max(lines, {}, &PrintedLine::x1).x1;
  auto const more = std::max(widest - cell.width(), 0.0F) / 2;
  cell.x0 -= more, cell.x1 += more;
  return cell;
}

class Printer {
public:
  Printer(PageModel const& page, std::vector<Lattice> tables) : page_(page), tables_(std::move(tables)) {
    std::ranges::stable_sort(tables_, {}, area);
    for (auto const& table : tables_)
      texts_.emplace_back(table.cells.size());
  }

  PrintedPage run() {
    PrintedPage printed{page_.number, page_.width, page_.height, {}, {}, texts_as_shown(page_.glyphs, is_slanted)};
    assign();
    assign_cut_off();
    printed.cut_off = std::move(cut_off_outside_);
    assign_asides();
    printed.findings = std::move(asides_[PagePlace()]);
    std::vector<std::optional<PrintedTable>> made;
    for (std::size_t i = 0; i < tables_.size(); ++i)
      made.push_back(print(i));
    nest(made);
    for (auto& table : made)
      if (table)
        printed.tables.push_back(std::move(*table));
    order(printed.tables);
    printed.lines = lines_of(std::move(left_), printed.tables.empty() ? Parting::spaces : Parting::wide_gaps);
    return printed;
  }

  PlacedPage run_placed() {
    assign();
    PlacedPage placed;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      auto const& cells = texts_[i];
      if (std::ranges::all_of(cells, [](auto const& glyphs) { return glyphs.empty(); }))
        continue;
      for (std::size_t k = 0; k < cells.size(); ++k) {
        placed.cells.push_back(tables_[i].box_of(tables_[i].cells[k]));
        add_words(cells[k], placed.cells.back(), placed.words);
      }
    }
    add_words(left_, {}, placed.words);
    add_strings_aside(placed.words);
    return placed;
  }

private:
  /// Words of lines; text that runs otherwise than to the right string by string.
  static void add_words(std::vector<PageGlyph> const& glyphs, std::optional<Box> cell, std::vector<PlacedWord>& out) {
    std::vector<PageGlyph> level;
    std::copy_if(glyphs.begin(), glyphs.end(), std::back_inserter(level),
                 [](PageGlyph const& glyph) { return glyph.direction == Direction::right; });
    for (auto& line : lines_of(std::move(level), Parting::spaces))
      out.push_back({std::move(line.text), {line.x0, line.y0, line.x1, line.y1}, cell});
    add_strings(
        glyphs, cell, false, [](PageGlyph const& glyph) { return glyph.direction != Direction::right; }, out);
  }

  /// Strings as they were shown, of the glyphs that `takes` names.
  template <class Takes>
  static void add_strings(std::vector<PageGlyph> const& glyphs, std::optional<Box> cell, bool aside, Takes takes,
                          std::vector<PlacedWord>& out) {
    std::optional<std::uint32_t> show;
    for (auto const& glyph : glyphs) {
      if (!takes(glyph))
        continue;
      if (show != glyph.show)
        out.push_back({{}, {glyph.x0, glyph.y0, glyph.x1, glyph.y1}, cell, aside});
      show = glyph.show;
      auto& [text, box, in, beside] = out.back();
      append_utf8(text, glyph.character);
      box = {std::min(box.x0, glyph.x0), std::min(box.y0, glyph.y0), std::max(box.x1, glyph.x1),
             std::max(box.y1, glyph.y1)};
    }
  }

  void add_strings_aside(std::vector<PlacedWord>& out) const {
    bool const invisible = has_text_layer(page_);
    add_strings(
        page_.glyphs, {}, true,
        [&](PageGlyph const& glyph) { return glyph.direction == Direction::slanted || !(glyph.visible || invisible); },
        out);
    for (auto const* glyphs :
         {&page_.struck, &page_.white, &page_.cut_off, &page_.watermarks, &page_.stamps, &page_.layers_off})
      add_strings(
          *glyphs, {}, true, [](PageGlyph const&) { return true; }, out);
  }

  void assign() {
    CellFinder const finder(tables_);
    bool const invisible = has_text_layer(page_);
    auto const overflowing =
        tables_.empty() ? std::vector<std::optional<Anchor>>(page_.glyphs.size()) : find_overflowing(page_);
    PageGlyph const *before = nullptr, *printed = nullptr; // the latter: the last one that is no blank
    Place place;
    for (std::size_t i = 0; i < page_.glyphs.size(); ++i) {
      auto const& glyph = page_.glyphs[i];
      if (glyph.direction == Direction::slanted || !(glyph.visible || invisible))
        continue;
      auto const seen = seen_place(page_, glyph);
      auto const anchor = seen ? std::optional(Anchor{seen->x, seen->y}) : overflowing[i];
      auto const here = anchor ? finder.find(anchor->x, anchor->y, glyph.size) : finder.find(glyph);
      bool const blank = glyph.character == U' ' || glyph.character == U'\u3000';
      bool const behind_white = !blank && printed != nullptr && before != printed && is_parted(*printed, glyph);
      if (before == nullptr || anchor || behind_white || !goes_on(*before, glyph))
        place = here;
      if (seen && place.table != outside && is_beyond(tables_[place.table], glyph)) {
        cut_off_[{place.table, place.cell}].push_back(glyph);
        continue;
      }
      before = &glyph;
      printed = blank ? printed : before;
      (place.table == outside ? left_ : texts_[place.table][place.cell]).push_back(glyph);
    }
  }

  void assign_asides() {
    CellFinder const finder(tables_);
    asides_ = find_asides(page_, [&](float x, float y, float size) {
      auto const place = finder.find(x, y, size);
      return place.table == outside ? PagePlace() : PagePlace(std::pair(place.table, place.cell));
    });
  }

  /// True for what lies beyond the end of its table: where the table goes on, the next page shows it, too.
  static bool is_beyond(Lattice const& table, PageGlyph const& glyph) {
    return glyph.middle_y() < table.ys.front() || glyph.middle_y() > table.ys.back();
  }

  /// What is cut off of texts, by the cells in which the rest of them is seen; what an area hides, by where it stands.
  void assign_cut_off() {
    CellFinder const finder(tables_);
    for (auto const& glyph : page_.cut_off) {
      auto const seen = seen_place(page_, glyph);
      auto const place = seen ? finder.find(seen->x, seen->y, glyph.size) : finder.find(glyph);
      if (place.table != outside)
        cut_off_[{place.table, place.cell}].push_back(glyph);
      else
        cut_off_outside_.push_back(glyph);
    }
  }

  std::string cut_off_text(std::size_t table, std::size_t cell) const {
    auto const found = cut_off_.find({static_cast<std::uint32_t>(table), static_cast<std::uint32_t>(cell)});
    std::string text;
    if (found != cut_off_.end())
      for (auto const& line : lines_of(found->second, Parting::nothing))
        text.append(text.empty() ? "" : " ").append(line.text);
    return text;
  }

  /// A table without any text is a drawing; its lines are left out, and nothing is lost.
  std::optional<PrintedTable> print(std::size_t index) {
    auto const& table = tables_[index];
    std::vector<std::vector<PrintedLine>> lines;
    bool blank = true;
    for (auto& glyphs : texts_[index]) {
      lines.push_back(lines_of(std::move(glyphs), Parting::nothing));
      drop_readings(lines.back());
      blank &= lines.back().empty();
    }
    for (std::uint32_t i = 0; i < table.cells.size() && blank; ++i)
      blank = !cut_off_.contains({static_cast<std::uint32_t>(index), i}) &&
              !asides_.contains(std::pair(static_cast<std::uint32_t>(index), i));
    if (blank)
      return {};
    PrintedTable printed{table.xs, table.ys, {}, table.open_top, table.open_bottom, table.unruled, {}};
    printed.seams = page_.seams;
    std::tie(printed.cut_left, printed.cut_right) = find_cuts(table);
    auto const padding = table.drawn ? 0 : padding_of(table, lines);
    auto measures = measures_of(table, lines);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      auto const& place = table.cells[i];
      auto const box = table.box_of(place);
      auto const room = table.drawn ? room_of(lines[i], box, measures[{place.x, place.x_span}]) : box;
      printed.cells.push_back({place, join_lines(lines[i], room, padding), has_picture(box), cut_off_text(index, i)});
      auto& cell = printed.cells.back();
      if (auto const told = asides_.find(std::pair(static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(i)));
          told != asides_.end())
        cell.findings = std::move(told->second);
      if (cell.text.text.empty() ? is_drawn_on(box) : has_round_sign(box))
        cell.findings.push_back({Code::graphic_not_read, {{"what", "a drawing"}}});
    }
    return printed;
  }

  /// Whether the left and the right edge of the page cut the table. On a page that was cropped to its table both sides
  /// lie on the edges, with lines there.
  std::pair<bool, bool> find_cuts(Lattice const& table) const {
    constexpr float edge = 2, margin = 15;
    auto const left = table.xs.front(), right = page_.width - table.xs.back();
    return {left <= edge && (table.open_left || right > margin), right <= edge && (table.open_right || left > margin)};
  }

  /// Seals and watermarks lie over the lines of a table, what somebody pasted lies within a cell.
  bool has_picture(Box const& cell) const {
    constexpr float over = 1;
    Box const room{cell.x0 - over, cell.y0 - over, cell.x1 + over, cell.y1 + over};
    return std::ranges::any_of(page_.small_pictures, [&](Box const& picture) {
      return room.holds(picture.x0, picture.y0) && room.holds(picture.x1, picture.y1);
    });
  }

  /// Shapes of the size of characters, such as text makes that was turned into curves.
  bool is_drawn_on(Box const& cell) const {
    constexpr std::ptrdiff_t fewest = 3;
    return std::ranges::count_if(page_.small_outlines, [&](Box const& shape) {
             return cell.holds(shape.x0, shape.y0) && cell.holds(shape.x1, shape.y1);
           }) >= fewest;
  }

  /// Rings and discs beside a text, as buttons are drawn of which one is chosen. Where many stand, they are letters.
  bool has_round_sign(Box const& cell) const {
    constexpr float smallest = 6, largest = 20, uneven = 0.1F;
    constexpr std::ptrdiff_t most = 12;
    auto const count = std::ranges::count_if(page_.small_outlines, [&](Box const& shape) {
      auto const size = std::max(shape.width(), shape.height());
      return size >= smallest && size <= largest && std::abs(shape.width() - shape.height()) <= uneven * size &&
             cell.holds(shape.x0, shape.y0) && cell.holds(shape.x1, shape.y1);
    });
    return count > 0 && count <= most;
  }

  /// Tables in cells of others go to those, the smallest first.
  static void nest(std::vector<std::optional<PrintedTable>>& tables) {
    for (std::size_t i = 0; i < tables.size(); ++i)
      for (auto k = i + 1; k < tables.size() && tables[i]; ++k) {
        auto const inner = tables[i]->box();
        if (!tables[k] || !tables[k]->box().holds(inner.x0, inner.y0) || !tables[k]->box().holds(inner.x1, inner.y1))
          continue;
        if (!is_part_of_cell(*tables[i], *tables[k]))
          tables[k]->inner.push_back(std::move(*tables[i]));
        tables[i].reset();
      }
    for (auto& table : tables)
      if (table)
        order(table->inner);
  }

  /// A table with fewer rows than the one around it is part of what a cell says, a line a row, below what else it says.
  static bool is_part_of_cell(PrintedTable const& inner, PrintedTable& outer) {
    constexpr std::size_t fewest_rows = 3;
    auto const rows = outer.ys.size() - 1;
    auto const box = inner.box();
    auto const cell = std::ranges::find_if(outer.cells, [&](PrintedCell const& around) {
      auto const room = outer.box_of(around);
      return room.holds(box.x0, box.y0) && room.holds(box.x1, box.y1);
    });
    if (rows < fewest_rows || inner.ys.size() > rows || cell == outer.cells.end())
      return false;
    std::uint32_t row = 0;
    bool is_first = true;
    for (auto const& part : inner.cells) {
      cell->findings.insert(cell->findings.end(), part.findings.begin(), part.findings.end());
      if (part.text.text.empty())
        continue;
      auto& text = cell->text.text;
      bool const begins = is_first || part.place.y != row;
      text.append(text.empty() ? "" : begins ? "\n" : " ").append(part.text.text);
      row = part.place.y;
      is_first = false;
    }
    return true;
  }

  /// From top to bottom; tables beside each other from left to right.
  static void order(std::vector<PrintedTable>& tables) {
    std::ranges::stable_sort(tables, [](PrintedTable const& a, PrintedTable const& b) { return a.ys[0] < b.ys[0]; });
    for (std::size_t first = 0; first < tables.size();) {
      auto last = first + 1;
      while (last < tables.size() && tables[last].ys[0] < (tables[first].ys[0] + tables[first].ys.back()) / 2)
        ++last;
      std::sort(tables.begin() + static_cast<std::ptrdiff_t>(first), tables.begin() + static_cast<std::ptrdiff_t>(last),
                [](PrintedTable const& a, PrintedTable const& b) { return a.xs[0] < b.xs[0]; });
      first = last;
    }
  }

  PageModel const& page_;
  std::vector<Lattice> tables_;
  std::vector<std::vector<std::vector<PageGlyph>>> texts_; ///< by table and cell
  std::vector<PageGlyph> left_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<PageGlyph>> cut_off_; ///< by table and cell
  std::vector<PageGlyph> cut_off_outside_;
  std::map<PagePlace, std::vector<TextFinding>> asides_;
};

} // namespace

PlacedPage place_words(PageModel const& page, Lattices lattices) {
  return Printer(page, std::move(lattices.tables)).run_placed();
}

PrintedPage print_page(PageModel const& page, Lattices lattices) {
  return Printer(page, std::move(lattices.tables)).run();
}

} // namespace jixiao
