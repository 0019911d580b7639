#include "readers/layout/text_columns.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::uint32_t most_loose = 64, most_overrun = 8; // in cells; keep the search for a gutter short

/// White space in a line, [begin, end) of its glyphs.
struct Gap {
  std::size_t begin = 0, end = 0;
};

class ColumnCutter {
public:
  explicit ColumnCutter(std::string_view line) : glyphs_(glyphs_of(line)) {
    for (std::size_t i = 0; i + 1 < glyphs_.size(); ++i) {
      if (!is_space(glyphs_[i].value))
        continue;
      if (!gaps_.empty() && gaps_.back().end == i)
        ++gaps_.back().end;
      else
        gaps_.push_back({i, i + 1});
    }
  }

  /// Byte offset of the cut at the gutter that begins at this column.
  std::size_t cut(std::uint32_t column) {
    auto const exact = glyph_at(column);
    auto const loose = std::min(glyphs_[exact].loose, most_loose);
    auto at = exact;
    bool const at_end = exact + 1 == glyphs_.size();
    // The end of the line is a gutter too; only a wide one before it is more likely.
    if (auto const* gap = find(column - std::min(loose, column), column, at_end ? 2 : 1))
      at = std::clamp(exact, gap->begin, gap->end);
    else if (auto const* near = at_end ? nullptr : nearest(exact))
      at = std::clamp(exact, near->begin, near->end);
    at_ = std::max(at, at_);
    return glyphs_[at_].offset;
  }

  bool passed(std::uint32_t column) const { return glyphs_.back().column + glyphs_.back().loose <= column; }

private:
  std::size_t glyph_at(std::uint32_t column) const {
    auto const found = std::ranges::lower_bound(glyphs_, column, {}, &Glyph::column);
    return std::min(static_cast<std::size_t>(found - glyphs_.begin()), glyphs_.size() - 1);
  }

  /// The widest gap that touches these columns; of two that are as wide, the one nearer to the last column.
  Gap const* find(std::uint32_t first, std::uint32_t last, std::uint32_t least_width) const {
    Gap const* best = nullptr;
    auto gap = std::ranges::upper_bound(gaps_, first, {}, [&](Gap const& g) { return glyphs_[g.end].column; });
    for (; gap != gaps_.end() && glyphs_[gap->begin].column <= last; ++gap)
      if (width(*gap) >= (best == nullptr ? least_width : width(*best)))
        best = &*gap;
    return best;
  }

  std::uint32_t width(Gap const& gap) const { return glyphs_[gap.end].column - glyphs_[gap.begin].column; }

  Gap const* nearest(std::size_t exact) const {
    auto const next = std::ranges::lower_bound(gaps_, exact, {}, &Gap::begin);
    Gap const* best = nullptr;
    std::uint32_t least = most_overrun + 1;
    auto const consider = [&](Gap const& gap, std::size_t edge) {
      auto const column = glyphs_[exact].column, other = glyphs_[edge].column;
      auto const distance = column > other ? column - other : other - column;
      if (distance < least)
        best = &gap, least = distance;
    };
    if (next != gaps_.begin())
      consider(*(next - 1), (next - 1)->end);
    if (next != gaps_.end())
      consider(*next, next->begin);
    return best;
  }

  std::vector<Glyph> glyphs_;
  std::vector<Gap> gaps_;
  std::size_t at_ = 0;
};

} // namespace

std::vector<Glyph> glyphs_of(std::string_view line) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(line.size() / 2 + 1);
  std::uint32_t column = 0, loose = 0;
  for (std::size_t at = 0; at < line.size();) {
    auto const c = character_at(line, at);
    glyphs.push_back({static_cast<std::uint32_t>(at), column, loose, c.value});
    auto const width = static_cast<std::uint32_t>(display_width(line.substr(at, c.length)));
    column += width;
    loose += c.value > 0xA0 && width == 1 ? 1 : 0;
    at += c.length;
  }
  glyphs.push_back({static_cast<std::uint32_t>(line.size()), column, loose, 0});
  return glyphs;
}

Piece piece_of(Line const& line, std::string_view text) {
  auto const trimmed = trim(text);
  auto const* const first = !trimmed.empty() ? trimmed.data() : !text.empty() ? text.data() : line.text.data();
  auto const begin = line.begin + static_cast<std::uint32_t>(first - line.text.data());
  return {trimmed, line.number, begin, begin + static_cast<std::uint32_t>(trimmed.size())};
}

std::vector<Piece> cut_columns(Line const& line, std::span<TextColumn const> columns) {
  std::vector<Piece> pieces;
  ColumnCutter cutter(line.text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < columns.size() && begin < line.text.size(); ++i) {
    bool const is_last = i + 1 == columns.size() || cutter.passed(columns[i].end);
    auto const end = is_last ? line.text.size() : cutter.cut(columns[i].end);
    pieces.push_back(piece_of(line, line.text.substr(begin, end - begin)));
    begin = end;
  }
  return pieces;
}

} // namespace jixiao
