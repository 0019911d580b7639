#include "recognition/cut_cells.hpp"

#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <set>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_label_pieces = 5;
constexpr std::size_t longest_scraped_label = 75; ///< bytes
constexpr std::size_t longest_line = 60;      ///< bytes of a piece that evidence is taken from
constexpr std::size_t shortest_name = 12;     ///< bytes
constexpr std::size_t enough_evidence = 2;    ///< labels or values that edges cut

bool is_any_label(Label const& label) { return (label.known() || label.is_level()) && label.rest == 0; }
bool is_any_label(Piece const& piece) { return piece.label.known() || piece.label.is_level(); }
bool is_whole_figure(Piece const& piece) { return piece.look() <= Look::money || piece.look() == Look::placeholder; }

bool are_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// The lines of a cell, which scraping parts by blanks: blanks beside Chinese characters.
std::vector<std::string_view> scraped_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (auto blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
    auto const chinese = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) >= 0x80; };
    if (blank == begin || blank + 1 == text.size() || (!chinese(blank - 1) && !chinese(blank + 1)))
      continue;
    lines.push_back(text.substr(begin, blank - begin));
    begin = blank + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

/// The text of pieces that stand beside each other, line by line.
std::string scraped_text(std::span<Piece const* const> pieces) {
  std::vector<std::vector<std::string_view>> lines;
  std::size_t most = 0;
  for (auto const* piece : pieces)
    most = std::max(most, lines.emplace_back(scraped_lines(piece->text)).size());
  std::string out;
  for (std::size_t line = 0; line < most; ++line) {
    std::vector<std::string_view> parts;
    for (auto const& of : lines)
      if (line < of.size())
        parts.push_back(of[line]);
    out += join_cut(parts);
  }
  return out;
}

class CutCells {
public:
  CutCells(Page& page, LabelFinder const& labels) : page_(page), labels_(labels) {}

  bool run() {
    if (!is_cut())
      return false;
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row)
      join_row(row);
    return true;
  }

  bool is_cut() const {
    std::set<std::string> labels;
    std::size_t values = 0;
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row) {
      auto const texts = texts_of(row);
      for (std::size_t i = 0; i + 1 < texts.size(); ++i)
        if (Label label; !is_any_label(at(texts[i])) && label_length(texts, i, label) > 0)
          labels.insert(label.text);
      values += cut_values(texts);
      if (labels.size() + values >= enough_evidence)
        return true;
    }
    return false;
  }

private:
  using Texts = std::vector<std::uint32_t>; ///< pieces that are no blanks

  Piece& at(std::uint32_t piece) { return page_.pieces[piece]; }
  Piece const& at(std::uint32_t piece) const { return page_.pieces[piece]; }

  Texts texts_of(std::uint32_t row) const {
    Texts out;
    for (auto i = page_.rows[row]; i < page_.rows[row + 1]; ++i)
      if (!at(i).blank() && !at(i).joined && !at(i).paragraph)
        out.push_back(i);
    return out;
  }

  bool are_beside(std::uint32_t first, std::uint32_t second) const { return at(first).x_end == at(second).x; }

  /// How many of the texts from `first` on are one label that edges cut; 0: none are.
  std::size_t label_length(Texts const& texts, std::size_t first, Label& found) const {
    std::vector<Piece const*> pieces{&at(texts[first])};
    std::size_t length = 0, bytes = pieces[0]->text.size();
    auto const* column = pieces[0]->label.as(Role::column);
    bool labels_only = is_any_label(*pieces[0]);
    for (auto next = first + 1; next < texts.size() && pieces.size() < most_label_pieces; ++next) {
      bytes += at(texts[next]).text.size();
      if (!are_beside(texts[next - 1], texts[next]) || bytes > longest_scraped_label || at(texts[next]).label.rest > 0)
        break;
      pieces.push_back(&at(texts[next]));
      labels_only = labels_only && is_any_label(*pieces.back());
      auto label = labels_.find(scraped_text(pieces));
      // 目标 | 值 are labels of their own, of the same column.
      bool const same = column && label.is(Role::column, column->target);
      if (is_any_label(label) && (same || !labels_only)) {
        found = std::move(label);
        length = pieces.size();
      }
    }
    return length;
  }

  /// Behind the label of a pair stand several texts that no label parts: one value never is. The beginning of a name,
  /// too short for one, is as good as two of them.
  std::size_t cut_values(Texts const& texts) const {
    if (is_header(texts))
      return 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i + 2 < texts.size(); ++i) {
      auto const* pair = at(texts[i]).label.as(Role::pair);
      if (!pair || at(texts[i]).label.rest > 0)
        continue;
      auto const is_text = [&](std::size_t next) {
        return !is_any_label(at(texts[next])) && at(texts[next]).look() >= Look::short_words &&
               at(texts[next]).text.size() <= longest_line;
      };
      if (!is_text(i + 1) || !is_text(i + 2) || !are_beside(texts[i + 1], texts[i + 2]))
        continue;
      bool const name = pair->target == "project_name" || pair->target == "supervising_department" ||
                        pair->target == "implementing_unit";
      found += name && at(texts[i + 1]).text.size() < shortest_name ? enough_evidence : 1;
    }
    return found;
  }

  void join(std::span<std::uint32_t const> pieces, Label label) {
    std::vector<Piece const*> all;
    for (auto const piece : pieces)
      all.push_back(&at(piece));
    auto& first = at(pieces.front());
    first.text = page_.own.emplace_back(scraped_text(all));
    first.known_look.reset();
    first.x_end = at(pieces.back()).x_end;
    first.label = std::move(label);
    for (auto const piece : pieces.subspan(1)) {
      at(piece).joined = true;
      at(piece).text = {};
      at(piece).label = {};
      page_.cut_texts.push_back({pieces.front(), piece});
    }
  }

  void join_row(std::uint32_t row) {
    auto texts = texts_of(row);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
      if (Label label; auto const length = label_length(texts, i, label)) {
        join(std::span(texts).subspan(i, length), std::move(label));
        texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    texts.begin() + static_cast<std::ptrdiff_t>(i + length));
      }
    if (take_header(texts))
      return;
    for (std::size_t begin = 0; begin < texts.size();) {
      auto end = begin + 1;
      while (end < texts.size() && !is_barrier(texts[begin]) && !is_barrier(texts[end]) &&
             are_beside(texts[end - 1], texts[end]))
        ++end;
      if (end - begin > 1)
        join_values(std::span(texts).subspan(begin, end - begin));
      begin = end;
    }
  }

  /// What is no part of a value: labels, and what begins one that goes on in the rows below.
  bool is_barrier(std::uint32_t piece) const { return is_any_label(at(piece)) || begins_side(piece); }

  bool begins_side(std::uint32_t piece) const {
    constexpr std::uint32_t reach = 6; // rows
    if (at(piece).x > 0 || at(piece).text.size() > longest_scraped_label)
      return false;
    std::string text;
    fold_label(at(piece).text, text);
    auto const row = at(piece).row;
    for (auto below = row + 1; below + 1 < page_.rows.size() && below <= row + reach; ++below) {
      auto const first = page_.rows[below];
      if (first == page_.rows[below + 1] || at(first).blank() || at(first).x > 0)
        continue;
      if (is_any_label(at(first)) || text.size() + at(first).text.size() > longest_scraped_label)
        return false;
      fold_label(at(first).text, text);
      if (is_any_label(labels_.find_folded(text)))
        return true;
    }
    return false;
  }

  /// Labels over columns.
  bool is_header(Texts const& texts) const {
    std::size_t columns = 0, goals = 0;
    for (auto const i : texts) {
      auto const& label = at(i).label;
      columns += label.as(Role::column) || label.as(Role::measure) || label.as(Role::task) ? 1 : 0;
      goals += label.as(Role::goal) && at(i).x > 0 ? 1 : 0;
    }
    return columns >= 3 || goals >= 2;
  }

  /// From here on the labels tell which cells of a row are one.
  bool take_header(Texts const& texts) {
    if (texts.empty())
      return false;
    auto const block = page_.reading->rows[at(texts.front()).source_row].block;
    bool const header = is_header(texts);
    bool const pairs = std::ranges::any_of(
        texts, [&](std::uint32_t i) { return at(i).label.as(Role::pair) && !at(i).label.as(Role::column); });
    if (block != block_ || header || pairs)
      owners_.clear();
    block_ = block;
    if (!header)
      return false;
    for (auto const i : texts)
      for (auto x = at(i).x; x < at(i).x_end; ++x) {
        owners_.resize(std::max<std::size_t>(owners_.size(), at(i).x_end), no_owner);
        owners_[x] = static_cast<std::int32_t>(i);
      }
    return true;
  }

  std::int32_t owner(std::uint32_t piece) const {
    return at(piece).x < owners_.size() ? owners_[at(piece).x] : no_owner;
  }

  /// Texts that touch each other. Below a header those of one of its labels are one, with what stands beside them below
  /// none.
  void join_values(std::span<std::uint32_t const> texts) {
    auto const known = std::ranges::any_of(texts, [&](std::uint32_t i) { return owner(i) != no_owner; });
    if (!owners_.empty() && !known)
      return;
    for (std::size_t begin = 0; begin < texts.size();) {
      auto end = begin + 1;
      auto of = owner(texts[begin]);
      while (end < texts.size() && goes_on(texts, end, of)) {
        of = of == no_owner ? owner(texts[end]) : of;
        ++end;
      }
      if (end - begin > 1)
        join(texts.subspan(begin, end - begin), {});
      begin = end;
    }
  }

  bool goes_on(std::span<std::uint32_t const> texts, std::size_t next, std::int32_t of) const {
    auto const &before = at(texts[next - 1]), &behind = at(texts[next]);
    auto const to = owner(texts[next]);
    if (is_whole_figure(before) && is_whole_figure(behind) && (of == no_owner || of != to))
      return owners_.empty() && are_digits(before.text) && behind.text.front() != '-' && texts.size() == 2;
    if (of == no_owner || of == to)
      return true;
    if (to != no_owner)
      return false;
    // Below no label: with the text before it, unless that has come to its end.
    return !before.text.ends_with("。") && is_whole_figure(before) == is_whole_figure(behind);
  }

  static constexpr std::int32_t no_owner = -1;

  Page& page_;
  LabelFinder const& labels_;
  std::vector<std::int32_t> owners_; ///< by column: the label over it
  std::uint32_t block_ = 0;
};

} // namespace

bool has_cut_cells(Reading const& reading, LabelFinder const& labels) {
  Page page;
  page.reading = &reading;
  for (std::uint32_t r = 0; r < reading.rows.size(); ++r) {
    page.rows.push_back(static_cast<std::uint32_t>(page.pieces.size()));
    if (reading.blocks[reading.rows[r].block].kind != BlockKind::table)
      continue;
    for (auto const& cell : reading.cells_of(reading.rows[r])) {
      auto& piece = page.pieces.emplace_back();
      piece.text = trim(cell.text);
      piece.x = cell.x;
      piece.x_end = static_cast<std::uint16_t>(cell.x + cell.x_span);
      piece.source_row = r;
      piece.label = labels.find(piece.text);
    }
  }
  page.rows.push_back(static_cast<std::uint32_t>(page.pieces.size()));
  return CutCells(page, labels).is_cut();
}

bool join_cut_cells(Page& page, LabelFinder const& labels) { return CutCells(page, labels).run(); }

} // namespace jixiao::recognition
