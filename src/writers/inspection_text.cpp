#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <algorithm>

namespace jixiao {

namespace {

// Prose is shown by its beginning: what matters here is which cell it is and where it went.
constexpr int widest_text = 32, widest_claim = 44;

/// The text, cut to so many terminal cells.
std::string shortened(std::string_view text, int width) {
  // Far more than is shown is not looked at.
  auto shown = displayed(text.substr(0, text.size() > 1024 ? 1024 : text.size()));
  if (display_width(shown) <= width)
    return shown;
  std::size_t at = 0;
  for (int used = 1; at < shown.size();) {
    auto const length = character_at(shown, at).length;
    used += display_width(std::string_view(shown).substr(at, length));
    if (used > width)
      break;
    at += length;
  }
  return shown.substr(0, at) + "…";
}

struct ShownCell {
  std::string text, claim;
};

ShownCell shown(InspectedCell const& cell) {
  if (is_blank(cell.text))
    return {};
  return {shortened(cell.text, widest_text), cell.claim.empty() ? "?" : shortened(cell.claim, widest_claim)};
}

using Widths = std::vector<int>;

Widths widths_of(std::vector<std::vector<ShownCell>> const& rows) {
  Widths widths;
  for (auto const& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t x = 0; x < row.size(); ++x)
      widths[x] = std::max({widths[x], display_width(row[x].text), display_width(row[x].claim)});
  }
  return widths;
}

class Grid {
public:
  explicit Grid(TextStyle style) : colour_(style.colour), chinese_(style.language == Language::zh) {}

  void block(InspectedBlock const& block) {
    std::vector<std::vector<ShownCell>> rows;
    for (auto const& row : block.rows)
      std::ranges::transform(row, std::back_inserter(rows.emplace_back()), shown);
    heading(block);
    auto const widths = widths_of(rows);
    for (std::size_t y = 0; y < rows.size(); ++y)
      show_row(block.rows[y], rows[y], widths);
    out_ += '\n';
  }

  std::string take() { return std::move(out_); }

private:
  void heading(InspectedBlock const& block) {
    if (!block.is_table)
      return;
    std::string name = chinese_ ? "表 " : "table ";
    name += std::to_string(block.rows.empty() || block.rows[0].empty() ? 0 : block.rows[0][0].at.table.value_or(0) + 1);
    paint("1", name);
    out_ += '\n';
  }

  void show_row(std::vector<InspectedCell> const& cells, std::vector<ShownCell> const& row, Widths const& widths) {
    auto const line = cells.empty() ? std::optional<std::uint32_t>() : cells[0].at.line;
    auto const number = line ? std::to_string(*line) : std::string();
    margin(number);
    for (std::size_t x = 0; x < row.size(); ++x)
      put_cell("", row[x].text, widths[x]);
    end_line();
    margin("");
    for (std::size_t x = 0; x < row.size(); ++x)
      put_cell(colour_of(row[x].claim), row[x].claim, widths[x]);
    end_line();
  }

  static std::string_view colour_of(std::string_view claim) {
    return claim == "?" ? "1;33" : claim.starts_with('/') ? "36" : "2";
  }

  void margin(std::string_view number) {
    out_.append(number.size() < 6 ? 6 - number.size() : 0, ' ');
    paint("2", number);
  }

  void put_cell(std::string_view colour, std::string_view text, int width) {
    out_ += " │ ";
    paint(colour, text);
    out_.append(static_cast<std::size_t>(width - display_width(text)), ' ');
  }

  void end_line() {
    out_.erase(out_.find_last_not_of(' ') + 1);
    out_ += '\n';
  }

  void paint(std::string_view colour, std::string_view text) {
    if (!colour_ || colour.empty() || text.empty()) {
      out_ += text;
      return;
    }
    out_.append("\x1b[").append(colour).append("m").append(text).append("\x1b[0m");
  }

  bool colour_, chinese_;
  std::string out_;
};

} // namespace

std::string render_grid(Inspection const& inspection, TextStyle style) {
  Grid grid(style);
  for (auto const& block : inspection.blocks)
    grid.block(block);
  return grid.take();
}

} // namespace jixiao
