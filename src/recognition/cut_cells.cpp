#include "recognition/cut_cells.hpp"

#include "recognition/header_words.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_label_pieces = 5;
constexpr std::size_t longest_scraped_label = 75; ///< bytes
constexpr std::size_t longest_line = 60;      ///< bytes of a piece that evidence is taken from
constexpr std::size_t shortest_name = 12;     ///< bytes
constexpr std::size_t enough_evidence = 2;    ///< labels or values that edges cut

bool is_any_label(Label const& label) { return (label.known() || label.is_level()) && label.rest == 0; }
bool is_any_label(Piece const& piece) { return piece.label.known() || piece.label.is_level(); }

/// A number with its unit or a dash, on one line.
bool is_whole_figure(Piece const& piece) {
  return (piece.look() <= Look::money || piece.look() == Look::placeholder) &&
         piece.text.find(' ') == std::string_view::npos;
}

/// 48 | 60.00, 0. | 00: the first has no decimals of its own, and together they are a number.
bool is_cut_number(std::string_view before, std::string_view behind) {
  bool const open = before.find_first_not_of("0123456789,") == std::string_view::npos || before.ends_with('.');
  return open && behind.find_first_not_of("0123456789,.%") == std::string_view::npos &&
         look_of(std::string(before) + std::string(behind)) <= Look::percentage;
}

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

/// Puts a line together; a character that stands on both sides of an edge counts once.
std::string whole_line(std::span<std::string_view const> parts) {
  std::string out;
  for (auto part : parts) {
    if (!out.empty() && !part.empty()) {
      auto const last = character_before(out, out.size()), first = character_at(part, 0);
      if (last.value == first.value && is_chinese(first.value))
        part.remove_prefix(first.length);
    }
    out += part;
  }
  return out;
}

/// The text of pieces that stand beside each other, line by line.
std::string scraped_text(std::span<Piece const* const> pieces) {
  std::vector<std::vector<std::string_view>> lines;
  std::size_t most = 0;
  for (auto const* piece : pieces)
    most = std::max(most, lines.emplace_back(scraped_lines(piece->text)).size());
  // Every line but the last fills its cell: where pieces lack more, the blanks are those of the text.
  if (std::ranges::any_of(lines, [&](auto const& of) { return of.size() + 1 < most; })) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      lines[i] = {pieces[i]->text};
    most = 1;
  }
  std::string out;
  for (std::size_t line = 0; line < most; ++line) {
    std::vector<std::string_view> parts;
    for (auto const& of : lines)
      if (line < of.size())
        parts.push_back(of[line]);
    out += whole_line(parts);
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
        if (Label label; auto const length = is_any_label(at(texts[i])) ? 0 : label_length(texts, i, label))
          if (!are_labels(std::span(texts).subspan(i, length)))
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

  /// The first figures below this column are ends of figures: 5 | 60.00.
  bool cuts_figures(std::uint32_t label) const {
    for (auto row = at(label).row + 1; row + 1 < page_.rows.size(); ++row)
      for (auto i = page_.rows[row] + 1; i < page_.rows[row + 1]; ++i)
        if (at(i).x == at(label).x && is_whole_figure(at(i)) && !at(i).blank())
          return !at(i - 1).blank() && are_digits(at(i - 1).text);
    return false;
  }

  bool are_labels(std::span<std::uint32_t const> texts) const {
    return std::ranges::all_of(texts, [&](std::uint32_t i) { return is_any_label(at(i)); });
  }

  /// How many of the texts from `first` on are one label that edges cut; 0: none are.
  std::size_t label_length(Texts const& texts, std::size_t first, Label& found) const {
    bool const measure = at(texts[first]).label.as(Role::measure);
    std::vector<Piece const*> pieces{&at(texts[first])};
    std::size_t length = 0, bytes = pieces[0]->text.size();
    for (auto next = first + 1; next < texts.size() && pieces.size() < most_label_pieces; ++next) {
      bytes += at(texts[next]).text.size();
      if (!are_beside(texts[next - 1], texts[next]) || bytes > longest_scraped_label || at(texts[next]).label.rest > 0)
        break;
      pieces.push_back(&at(texts[next]));
      if (measure && pieces.back()->label.as(Role::measure) && !cuts_figures(texts[next]))
        break; // 预算 | 执行率
      if (auto label = labels_.find(scraped_text(pieces)); is_any_label(label)) {
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
      page_.cut_texts.push_back({pieces.front(), piece, {}});
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
    if (take_header(texts)) {
      join_unlisted(texts);
      return;
    }
    for (std::size_t begin = 0; begin < texts.size();) {
      auto end = begin + 1;
      while (end < texts.size() && !is_barrier(texts[begin]) && !is_barrier(texts[end]) &&
             are_beside(texts[end - 1], texts[end]))
        ++end;
      if (end - begin > 1)
        join_values(std::span(texts).subspan(begin, end - begin), begin > 0 && is_any_label(at(texts[begin - 1])));
      begin = end;
    }
  }

  /// Pieces of a label that nobody has listed: a time, or a beginning too short for a label, with texts below that go
  /// over the edge.
  void join_unlisted(Texts const& texts) {
    constexpr std::size_t longest = 24, shortest = 6; // bytes
    auto const scores = edge_scores(at(texts.front()).row);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
      auto const &first = at(texts[i]), &second = at(texts[i + 1]);
      if (is_any_label(first) || is_any_label(second) || !are_beside(texts[i], texts[i + 1]) ||
          first.text.size() + second.text.size() > longest)
        continue;
      std::array<Piece const*, 2> const pieces{&first, &second};
      bool const period = says("part_of_year", scraped_text(pieces));
      if (period || (first.text.size() <= shortest && scores[second.x] > 0))
        join(std::span(texts).subspan(i++, 2), {});
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
    bool const below = !owners_.empty() && block == block_ && at(texts.front()).row == header_row_ + 1 &&
                       (header || is_below_header(texts));
    if (!below && (block != block_ || header || begins_pairs(texts)))
      printed_.clear(), owners_.clear();
    if (block != std::exchange(block_, block))
      measure_columns(block);
    header_row_ = header ? at(texts.front()).row : header_row_;
    if (!header && !below)
      return false;
    printed_.resize(std::max<std::size_t>(widths_.size(), at(texts.back()).x_end), no_owner);
    for (auto const i : texts)
      std::fill(printed_.begin() + at(i).x, printed_.begin() + at(i).x_end, static_cast<std::int32_t>(i));
    assign_columns(at(texts.front()).row);
    return true;
  }

  /// 实施期 | 2023年 | 2024年 below 指标值: short texts, and none below the first label.
  bool is_below_header(Texts const& texts) const {
    constexpr std::size_t longest = 30; // bytes
    return texts.size() >= 2 && owner(texts.front()) != owners_.front() &&
           std::ranges::all_of(texts, [&](std::uint32_t i) {
             return !at(i).label.is_level() && at(i).text.size() <= longest && !is_whole_figure(at(i));
           });
  }

  static std::int32_t label_at(std::vector<std::int32_t> const& labels, std::uint32_t x) {
    return x < labels.size() ? labels[x] : no_owner;
  }
  std::int32_t owner(std::uint32_t piece) const { return label_at(owners_, at(piece).x); }

  /// Texts that touch each other. Below a header those of one of its labels are one; a value is all that stands behind
  /// its label.
  void join_values(std::span<std::uint32_t const> texts, bool labelled) {
    for (std::size_t begin = 0; begin < texts.size();) {
      auto end = begin + 1;
      while (end < texts.size() && goes_on(at(texts[end - 1]), at(texts[end]), labelled))
        ++end;
      if (end - begin > 1)
        join(texts.subspan(begin, end - begin), {});
      begin = end;
    }
  }

  bool goes_on(Piece const& before, Piece const& behind, bool labelled) const {
    bool const first = is_whole_figure(before), second = is_whole_figure(behind);
    if (owners_.empty())
      return first && second ? is_cut_number(before.text, behind.text) : labelled || first == second;
    auto const of = label_at(owners_, before.x);
    bool const below_both = label_at(printed_, before.x) == label_at(printed_, behind.x);
    return of != no_owner && of == label_at(owners_, behind.x) && (below_both || !(first && second));
  }

  /// The rows below a header tell which of its labels stands over the columns that none is printed in: of the edges
  /// between two labels the one that texts go over least, and about whose sides both labels stand in the middle.
  void assign_columns(std::uint32_t row) {
    auto const scores = edge_scores(row);
    owners_ = printed_;
    auto const last = printed_.size();
    auto left = last;
    for (std::size_t x = 0; x < last; ++x) {
      if (printed_[x] == no_owner)
        continue;
      auto const border = left == last ? 0 : border_between(left, x, scores);
      for (auto between = left == last ? 0 : left + 1; between < x; ++between)
        owners_[between] = between < border ? printed_[left] : printed_[x];
      left = x;
    }
    for (auto behind = left; behind < last; ++behind)
      owners_[behind] = printed_[left];
  }

  /// By edge, at the index of the column right of it: how many rows a text goes over it in, less those in which two
  /// meet.
  std::vector<int> edge_scores(std::uint32_t header) {
    auto const block = block_of(header);
    std::vector<int> scores;
    for (auto row = header + 1; row + 1 < page_.rows.size(); ++row) {
      auto const texts = texts_of(row);
      if (texts.empty())
        continue;
      if (block_of(row) != block || is_header(texts) || begins_pairs(texts))
        break;
      for (std::size_t i = 1; i < texts.size(); ++i) {
        auto const &before = at(texts[i - 1]), &behind = at(texts[i]);
        if (before.x_end != behind.x)
          continue;
        scores.resize(std::max<std::size_t>(scores.size(), behind.x + 1u), 0);
        bool const first = is_whole_figure(before), second = is_whole_figure(behind);
        bool const parted = is_barrier(texts[i - 1]) || is_barrier(texts[i]) || first || second ||
                            before.text.ends_with("。") || before.text.ends_with("；");
        scores[behind.x] += parted ? -1 : 1;
      }
    }
    scores.resize(std::max(scores.size(), printed_.size() + 1), 0);
    return scores;
  }

  /// The first column of the label at `right` that the one at `left` is beside.
  std::size_t border_between(std::size_t left, std::size_t right, std::vector<int> const& scores) const {
    auto before = left, behind = right; // what else of the columns is the labels' at least
    while (before > 0 && owners_[before - 1] == printed_[left])
      --before;
    while (behind + 1 < printed_.size() && printed_[behind + 1] == printed_[right])
      ++behind;
    auto best = left + 1;
    auto least = std::numeric_limits<double>::max();
    for (auto border = left + 1; border <= right; ++border) {
      auto const x = static_cast<std::uint32_t>(border);
      auto const off = std::abs(edge(static_cast<std::uint32_t>(before)) + edge(x) -
                                twice_middle(static_cast<std::uint32_t>(printed_[left]))) +
                       std::abs(edge(x) + edge(static_cast<std::uint32_t>(behind) + 1) -
                                twice_middle(static_cast<std::uint32_t>(printed_[right])));
      auto const price = scores[border] + static_cast<double>(off) / static_cast<double>(edge(none) + 1);
      if (price < least)
        least = price, best = border;
    }
    return best;
  }

  std::uint32_t block_of(std::uint32_t row) const { return page_.reading->rows[at(page_.rows[row]).source_row].block; }

  /// A row of labels with their values ends what a header is over.
  bool begins_pairs(Texts const& texts) const {
    auto const is_level = [&](std::uint32_t i) { return at(i).label.is_level(); };
    return std::ranges::none_of(texts, is_level) && std::ranges::any_of(texts, [&](std::uint32_t i) {
      auto const& label = at(i).label;
      return label.as(Role::pair) && !label.as(Role::column) && !label.as(Role::total) && !label.as(Role::goal);
    });
  }

  /// Where a column begins, when each is as wide as its widest line: in terminal cells.
  std::int64_t edge(std::uint32_t x) const {
    return std::accumulate(widths_.begin(), widths_.begin() + std::min<std::ptrdiff_t>(x, std::ssize(widths_)),
                           std::int64_t{0});
  }

  std::int64_t twice_middle(std::uint32_t label) const { return edge(at(label).x) + edge(at(label).x_end); }

  void measure_columns(std::uint32_t block) {
    widths_.clear();
    for (auto const& piece : page_.pieces)
      if (!piece.blank() && !piece.paragraph && page_.reading->rows[piece.source_row].block == block &&
          piece.x_end == piece.x + 1) {
        widths_.resize(std::max<std::size_t>(widths_.size(), piece.x_end), 2);
        for (auto const line : scraped_lines(piece.text))
          widths_[piece.x] = std::max<std::int64_t>(widths_[piece.x], display_width(line));
      }
  }

  static constexpr std::int32_t no_owner = -1;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Page& page_;
  LabelFinder const& labels_;
  std::vector<std::int32_t> printed_; ///< by column: the label that is printed in it, as the header has it
  std::vector<std::int32_t> owners_;  ///< by column: the label over it
  std::vector<std::int64_t> widths_;  ///< of the columns of the block, in terminal cells
  std::uint32_t block_ = none, header_row_ = none - 1;
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
