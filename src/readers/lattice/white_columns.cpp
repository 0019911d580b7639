#include "readers/lattice/white_columns.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jixiao::lattice {
namespace {

constexpr float gutter = 0.55F; // sizes: white that parts texts
constexpr std::size_t most_rows = 500, most_columns = 60;

/// A text of a row, with the columns that it takes.
struct RowText {
  Stretch at;
  float size = 0;
  std::vector<Stretch> gaps;       ///< white within it
  std::size_t first = 0, last = 0; ///< columns [first, last)
  bool merged = false;             ///< over several rows
};

/// Stretches between which there is white of a width.
std::vector<Stretch> join_stretches(std::vector<Stretch> taken, float white) {
  std::ranges::sort(taken, {}, &Stretch::from);
  std::vector<Stretch> joined;
  for (auto const& piece : taken)
    if (!joined.empty() && piece.from - joined.back().to < white)
      joined.back().to = std::max(joined.back().to, piece.to);
    else
      joined.push_back(piece);
  return joined;
}

class ColumnFinder {
public:
  ColumnFinder(RuledRows const& rows, std::vector<Ruling> const& rules, std::vector<PageGlyph> const& glyphs)
      : rows_(rows), count_(rows.ys.size() - 1), texts_(count_) {
    if (!rows.texts.empty()) {
      take_texts();
      find_places({});
      return;
    }
    find_texts(glyphs);
    auto const ends = joints(rules);
    find_places(ends);
    part_narrowly();
    find_places(ends);
  }

  std::vector<Line> run() {
    std::size_t parted = 0, filled = 0;
    for (auto const& row : texts_)
      parted += row.size() > 1 ? 1U : 0U, filled += row.empty() ? 0U : 1U;
    bool const is_known = !rows_.texts.empty() && !rows_.known.empty();
    if ((parted * 2 < filled && !is_known) || places_.empty() || places_.size() > most_columns)
      return {};
    find_walls();
    std::vector<Line> down;
    for (auto const x : {rows_.left, rows_.right})
      down.push_back({x, rows_.ys.front(), rows_.ys.back()});
    for (std::size_t p = 0; p < places_.size(); ++p)
      for (std::size_t r = 0; r < count_;) {
        auto end = r;
        while (end < count_ && wall(r, p) && wall(end, p))
          ++end;
        if (end > r)
          down.push_back({places_[p], rows_.ys[r], rows_.ys[end]});
        r = std::max(end, r + 1);
      }
    return down;
  }

private:
  void take_texts() {
    for (std::size_t r = 0; r < std::min(count_, rows_.texts.size()); ++r)
      for (auto const& text : rows_.texts[r])
        texts_[r].push_back({text.at, text.size, {}, 0, 0, text.merged});
  }

  void find_texts(std::vector<PageGlyph> const& glyphs) {
    std::vector<std::vector<Stretch>> taken(count_);
    std::vector<float> sizes(count_, 0);
    for (auto const& glyph : glyphs) {
      auto const after = std::ranges::upper_bound(rows_.ys, glyph.middle_y()) - rows_.ys.begin();
      bool const inside = glyph.middle_x() > rows_.left - one_place && glyph.middle_x() < rows_.right + one_place;
      if (after == 0 || static_cast<std::size_t>(after) > count_ || !inside)
        continue;
      auto const row = static_cast<std::size_t>(after) - 1;
      taken[row].push_back({glyph.x0, glyph.x1});
      sizes[row] = std::max(sizes[row], glyph.size);
    }
    constexpr float narrow = 0.08F; // sizes
    for (std::size_t r = 0; r < count_; ++r) {
      auto const pieces = join_stretches(std::move(taken[r]), narrow * sizes[r]);
      for (std::size_t i = 0; i < pieces.size(); ++i)
        if (i > 0 && pieces[i].from - pieces[i - 1].to < gutter * sizes[r]) {
          texts_[r].back().gaps.push_back({pieces[i - 1].to, pieces[i].from});
          texts_[r].back().at.to = pieces[i].to;
        } else {
          texts_[r].push_back({pieces[i], sizes[r], {}});
        }
    }
  }

  /// Texts of neighbouring cells may stand close together: where texts of several other rows are parted, the widest of
  /// the white within one parts it, too.
  void part_narrowly() {
    constexpr std::size_t several = 3;
    constexpr float least = 0.3F; // sizes: programs leave a quarter between ideographs and digits
    std::vector<std::size_t> parted(places_.size(), 0);
    for (auto const& row : texts_)
      for (std::size_t p = 0; p < places_.size(); ++p)
        for (std::size_t i = 1; i < row.size(); ++i)
          parted[p] += row[i - 1].at.to <= places_[p] && row[i].at.from >= places_[p] ? 1U : 0U;
    auto const place_in = [&](Stretch const& gap, float size) {
      constexpr float slack = 0.15F; // sizes
      for (std::size_t p = 0; p < places_.size(); ++p)
        if (parted[p] >= several && white_[p].to > gap.from - slack * size && white_[p].from < gap.to + slack * size)
          return true;
      return false;
    };
    for (auto& row : texts_) {
      std::vector<RowText> out;
      for (auto const& text : row) {
        float widest = 0; // of what is the text's own
        for (auto const& gap : text.gaps)
          if (!place_in(gap, text.size))
            widest = std::max(widest, gap.to - gap.from);
        RowText rest{text.at, text.size, {}};
        for (auto const& gap : text.gaps)
          if (place_in(gap, text.size) && gap.to - gap.from > std::max(widest, least * text.size)) {
            out.push_back({{rest.at.from, gap.from}, text.size, {}});
            rest.at.from = gap.to;
          }
        out.push_back(std::move(rest));
      }
      row = std::move(out);
    }
  }

  /// Where pieces of lines meet or lines end that do not go all the way; else as few places as part all texts.
  void find_places(std::vector<float> const& ends) {
    std::vector<Stretch> gaps;
    for (auto const& line : rows_.texts.empty() ? std::span(rows_.lines) : std::span<Line const>())
      for (auto const end : {line.from, line.to})
        if (!at_one_place(end, rows_.left) && !at_one_place(end, rows_.right))
          gaps.push_back({end - one_place, end + one_place});
    for (auto const at : ends)
      gaps.push_back({at - one_place, at + one_place});
    for (auto const at : rows_.known)
      if (at > rows_.left + one_place && at < rows_.right - one_place)
        gaps.push_back({at - one_place, at + one_place});
    for (auto const& row : texts_)
      for (std::size_t i = 1; i < row.size(); ++i)
        if (row[i].at.from > row[i - 1].at.to - one_place)
          gaps.push_back({row[i - 1].at.to, row[i].at.from});
    std::ranges::sort(gaps, {}, &Stretch::to);
    white_.clear();
    places_.clear();
    for (auto const& gap : gaps)
      if (!white_.empty() && gap.from <= white_.back().to)
        white_.back().from = std::max(white_.back().from, gap.from);
      else
        white_.push_back(gap);
    for (auto const& place : white_) {
      auto const known = std::ranges::find_if(
          rows_.known, [&](float at) { return at >= place.from - one_place && at <= place.to + one_place; });
      places_.push_back(known != rows_.known.end() ? *known : (place.from + place.to) / 2);
    }
  }

  /// Places at which pieces of lines meet in most rows: programs draw a piece for each column.
  std::vector<float> joints(std::vector<Ruling> const& rules) const {
    constexpr float shortest = 12, touching = 1;
    std::vector<Ruling> pieces;
    for (auto const& rule : rules)
      if (rule.horizontal && rule.to - rule.from >= shortest && rule.at > rows_.ys.front() - one_place &&
          rule.at < rows_.ys.back() + one_place)
        pieces.push_back(rule);
    std::ranges::sort(pieces,
                      [](Ruling const& a, Ruling const& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
    std::vector<float> met, kept;
    for (std::size_t i = 1; i < pieces.size(); ++i)
      if (pieces[i].at == pieces[i - 1].at && std::abs(pieces[i].from - pieces[i - 1].to) <= touching)
        met.push_back(pieces[i].from);
    std::ranges::sort(met);
    for (std::size_t first = 0; first < met.size();) {
      auto last = first;
      while (last < met.size() && met[last] - met[first] <= touching)
        ++last;
      if ((last - first) * 3 >= count_)
        kept.push_back(met[first]);
      first = last;
    }
    return kept;
  }

  bool wall(std::size_t row, std::size_t place) const { return walls_[row * places_.size() + place]; }

  /// True when a line is drawn between a row and the next one, in one of the columns beside a place.
  bool is_ruled(std::size_t row, std::size_t place) const {
    auto const before = place == 0 ? rows_.left : places_[place - 1];
    auto const behind = place + 1 == places_.size() ? rows_.right : places_[place + 1];
    return std::ranges::any_of(rows_.lines, [&](Line const& line) {
      auto const covers = [&](float from, float to) {
        return std::min(line.to, to) - std::max(line.from, from) > (to - from) / 2;
      };
      return at_one_place(line.at, rows_.ys[row + 1]) &&
             (covers(before, places_[place]) || covers(places_[place], behind));
    });
  }

  /// There is a wall at each place, but where a text crosses it, in a row or in one of those that no line parts from
  /// it; and but for those between a centred text and the ends of its cell.
  void find_walls() {
    walls_.assign(count_ * places_.size(), true);
    for (std::size_t r = 0; r < count_; ++r)
      for (auto& text : texts_[r]) {
        place(text);
        for (auto p = text.first; p + 1 < text.last; ++p)
          walls_[r * places_.size() + p] = false;
      }
    for (std::size_t r = 0; r < count_; ++r)
      spread(texts_[r], r);
    for (std::size_t p = 0; p < places_.size(); ++p)
      for (std::size_t r = 0; r < count_;) {
        auto end = r + 1;
        while (end < count_ && !is_ruled(end - 1, p))
          ++end;
        bool all = true;
        for (auto k = r; k < end; ++k)
          all &= wall(k, p);
        for (auto k = r; k < end; ++k)
          walls_[k * places_.size() + p] = all;
        r = end;
      }
  }

  void place(RowText& text) const {
    constexpr float slack = 0.25F; // sizes
    auto const inset = std::min(slack * text.size, (text.at.to - text.at.from) / 2);
    text.first = static_cast<std::size_t>(std::ranges::upper_bound(places_, text.at.from + inset) - places_.begin());
    text.last = static_cast<std::size_t>(std::ranges::lower_bound(places_, text.at.to - inset) - places_.begin()) + 1;
  }

  float left_of(std::size_t column) const { return column == 0 ? rows_.left : places_[column - 1]; }
  float right_of(std::size_t column) const { return column == places_.size() ? rows_.right : places_[column]; }

  /// Takes blank columns beside a text where that puts it in the middle of its cell.
  void spread(std::vector<RowText>& row, std::size_t r) {
    constexpr float centred = 0.4F, off = 1; // sizes
    std::size_t free = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto& text = row[i];
      auto const end = i + 1 < row.size() ? row[i + 1].first : places_.size() + 1;
      auto const miss = [&](std::size_t first, std::size_t last) {
        return std::abs(left_of(first) + right_of(last - 1) - text.at.from - text.at.to) / 2;
      };
      auto first = text.first, last = text.last;
      float least = miss(first, last);
      if (least > off * text.size && !text.merged)
        for (auto a = free; a <= text.first; ++a)
          for (auto b = text.last; b <= end; ++b)
            if (miss(a, b) < std::min(least, centred * text.size))
              first = a, last = b, least = miss(a, b);
      for (auto p = first; p + 1 < last; ++p)
        walls_[r * places_.size() + p] = false;
      text.first = first, text.last = last;
      free = last;
    }
  }

  RuledRows const& rows_;
  std::size_t count_;
  std::vector<std::vector<RowText>> texts_; ///< by row, from left to right
  std::vector<float> places_;               ///< between columns, from left to right
  std::vector<Stretch> white_;              ///< around each, what no text of theirs covers
  std::vector<bool> walls_;                 ///< by row and place
};

} // namespace

std::vector<Stretch> parted_texts(std::vector<Stretch> taken, float size) {
  return join_stretches(std::move(taken), gutter * size);
}

std::vector<Line> lines_between_columns(RuledRows const& rows, std::vector<Ruling> const& rules,
                                        std::vector<PageGlyph> const& glyphs) {
  if (rows.ys.size() < 2 || rows.ys.size() > most_rows)
    return {};
  return ColumnFinder(rows, rules, glyphs).run();
}

} // namespace jixiao::lattice
