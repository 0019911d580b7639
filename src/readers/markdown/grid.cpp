#include "readers/markdown/grid.hpp"

#include "readers/layout/text_columns.hpp"
#include "readers/layout/wrapped_lines.hpp"
#include "readers/markdown/grid_canvas.hpp"
#include "readers/markdown/inline.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t most_crossings = std::size_t{1} << 24;

/// The lines between two rules, [begin, end). The rule before it is the line before `begin`.
struct Band {
  std::size_t begin = 0, end = 0;
};

bool is_outer_rule(std::string_view line) {
  auto const text = trim(line);
  return text.size() >= 3 && text.front() == '+' && text.back() == '+' &&
         text.find_first_of("-=") == 1 + (text[1] == ':') && text.find_first_not_of("+-=:") == std::string_view::npos;
}

bool is_grid_line(std::string_view line) {
  auto const text = trim(line);
  return text.starts_with('|') || text.starts_with("+-") || text.starts_with("+=") || text.starts_with("+:");
}

std::vector<Band> bands_of(GridCanvas const& canvas, std::size_t lines) {
  std::vector<Band> bands;
  for (std::size_t begin = 0; begin < lines;) {
    auto end = begin;
    while (end < lines && !canvas.has_rule(end))
      ++end;
    if (end > begin)
      bands.push_back({begin, end});
    begin = end + 1;
  }
  return bands;
}

/// One table, cell by cell.
class GridReader {
public:
  GridReader(std::span<Line const> lines, GridCanvas const& canvas, ReadingBuilder& builder)
      : lines_(lines), canvas_(canvas), bands_(bands_of(canvas, lines.size())), builder_(builder),
        covered_(canvas.columns()) {
    if (has_row_in_each_line())
      part_lines();
  }

  void run() {
    builder_.begin_table();
    for (std::size_t band = 0; band < bands_.size() && !builder_.full(); ++band)
      read_band(band);
    builder_.end_table();
  }

private:
  /// As database shells print them: a rule above and below the table and one under its header. Where lines are
  /// wrapped, few cells go on in the next line.
  bool has_row_in_each_line() const {
    if (bands_.empty() || bands_.size() > 2 || (bands_.size() == 2 && bands_[0].end - bands_[0].begin > 1))
      return false;
    auto const& body = bands_.back();
    for (auto line = body.begin; line < body.end; ++line) {
      std::size_t filled = 0;
      for (std::size_t column = 0; column < canvas_.columns() && filled < 2; ++column)
        filled += is_blank(canvas_.between(line, column, column + 1)) ? 0 : 1;
      if (filled < 2)
        return false;
    }
    return body.end - body.begin > 2;
  }

  void part_lines() {
    auto const body = bands_.back();
    bands_.pop_back();
    for (auto line = body.begin; line < body.end; ++line)
      bands_.push_back({line, line + 1});
    by_line_ = true;
  }

  void read_band(std::size_t band) {
    builder_.begin_row();
    for (std::size_t column = 0; column < canvas_.columns() && !builder_.full();) {
      if (covered_[column] > band) {
        ++column;
        continue;
      }
      auto const end = right_edge(band, column);
      auto const below = lower_band(band, column);
      std::fill(covered_.begin() + static_cast<std::ptrdiff_t>(column),
                covered_.begin() + static_cast<std::ptrdiff_t>(end), below);
      auto const whole = text(bands_[band].begin, bands_[below - 1].end, column, end);
      builder_.cell(printed_cell(whole, builder_), static_cast<std::uint32_t>(end - column),
                    static_cast<std::uint32_t>(below - band));
      note_marks(whole.text, true, builder_);
      column = end;
    }
    builder_.end_row();
  }

  /// The next edge with a bar in most lines of the band.
  std::size_t right_edge(std::size_t band, std::size_t column) const {
    auto edge = column + 1;
    auto const lines = bands_[band];
    for (; edge < canvas_.columns() && covered_[edge] <= band; ++edge) {
      std::size_t bars = 0;
      for (auto line = lines.begin; line < lines.end; ++line)
        bars += canvas_.has_bar(line, edge) ? 1 : 0;
      if (bars * 2 > lines.end - lines.begin)
        break;
    }
    return edge;
  }

  /// The band below the cell.
  std::size_t lower_band(std::size_t band, std::size_t column) const {
    auto below = band + 1;
    while (!by_line_ && below < bands_.size() && !is_parted(below, column))
      ++below;
    return below;
  }

  /// True when a rule parts the band from the one above it in this column.
  bool is_parted(std::size_t band, std::size_t column) const {
    for (auto line = bands_[band - 1].end; line < bands_[band].begin; ++line)
      if (canvas_.is_rule(line, column))
        return true;
    return false;
  }

  Piece text(std::size_t begin, std::size_t end, std::size_t first, std::size_t last) {
    WrappedLines cell{{}, canvas_.width(first, last)};
    for (auto line = begin; line < end; ++line)
      cell.lines.push_back(piece_of(lines_[line], canvas_.between(line, first, last)));
    return unwrap(cell, builder_);
  }

  std::span<Line const> lines_;
  GridCanvas const& canvas_;
  std::vector<Band> bands_;
  ReadingBuilder& builder_;
  std::vector<std::size_t> covered_; ///< by column: the band up to which a cell reaches down
  bool by_line_ = false;
};

} // namespace

std::size_t grid_table_end(std::span<Line const> lines, std::size_t at) {
  if (!is_outer_rule(lines[at].text) || at + 1 == lines.size() || !trim(lines[at + 1].text).starts_with('|'))
    return at;
  auto end = at + 1;
  while (end < lines.size() && lines[end].page == lines[at].page && is_grid_line(lines[end].text))
    ++end;
  return end - at > 1 ? end : at;
}

void read_grid_table(std::span<Line const> lines, Limits const& limits, ReadingBuilder& builder) {
  // Each edge is looked for in each line.
  auto const affordable = most_crossings / lines.size() + 64;
  GridCanvas const canvas(lines, std::min(std::size_t{limits.cells_in_row}, affordable) + 1);
  GridReader(lines, canvas, builder).run();
}

} // namespace jixiao
