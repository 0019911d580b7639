#include "recognition/repair/continued_rows.hpp"

#include "recognition/labels/header_words.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace jixiao::recognition {

namespace {

bool is_value(Piece const& piece) {
  return piece.is_text() && !piece.label.known() && !piece.label.is_level() && piece.look() >= Look::short_words;
}

class ContinuedRows {
public:
  explicit ContinuedRows(Page& page) : page_(page) {}

  void run() {
    bool in_table = false;
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row) {
      auto const pieces = page_.row(row);
      in_table = (in_table && !begins_pairs(pieces)) || heads_columns(pieces);
      if (in_table)
        values_.clear();
      else if (goes_on(pieces))
        join(row);
      else
        take_values(row);
    }
  }

private:
  static bool heads_columns(std::span<Piece const> row) {
    return std::ranges::count_if(row, [](Piece const& p) {
             return p.label.as(Role::column) || p.label.as(Role::measure) || p.label.as(Role::task);
           }) >= 3;
  }

  static bool begins_pairs(std::span<Piece const> row) {
    auto const first = std::ranges::find_if(row, &Piece::is_text);
    return first != row.end() && first->label.as(Role::pair) && !first->label.as(Role::column);
  }

  std::uint32_t block_of(Piece const& piece) const { return page_.reading->rows[piece.source_row].block; }

  void take_values(std::uint32_t row) {
    values_.clear();
    bool const labelled =
        std::ranges::any_of(page_.row(row), [](Piece const& p) { return p.is_text() && p.label.known(); });
    for (auto at = page_.rows[row]; at < page_.rows[row + 1] && labelled; ++at)
      if (is_value(page_.pieces[at]) && !page_.pieces[at].paragraph)
        values_.push_back({at, nullptr});
  }

  struct Value {
    std::uint32_t piece = 0;
    std::string* text = nullptr; ///< of its lines so far; null: it has one
  };

  /// The value that a text stands below: the last one that begins no further right. Null when there is none.
  Value const* above(Piece const& text) const {
    auto const found = std::ranges::find_if(values_.rbegin(), values_.rend(),
                                            [&](Value const& value) { return page_.pieces[value.piece].x <= text.x; });
    return found == values_.rend() ? nullptr : &*found;
  }

  bool goes_on(std::span<Piece const> row) const {
    auto const first = std::ranges::find_if(row, &Piece::is_text);
    if (values_.empty() || first == row.end() || says_change("behind_change", first->text) ||
        first->look() == Look::offered || block_of(row.front()) != block_of(page_.pieces[values_.front().piece]))
      return false;
    auto const texts = std::ranges::count_if(row, &Piece::is_text);
    bool const told = label_by_words(first->text).known(); // 实际成效 | a sentence, below 期初目标 | another
    return std::ranges::all_of(row, [&](Piece const& piece) {
      if (!piece.is_text())
        return true;
      auto const* value = above(piece);
      return !piece.paragraph && piece.x > 0 && value && ends_value(piece, value->piece) &&
             !heads(page_.pieces[value->piece].text, piece.text) &&
             (texts == 1 || !told || !page_.pieces[value->piece].text.ends_with("。"));
    });
  }

  /// 期初目标 over a sentence is its label: a line that was cut is as long as the next.
  static bool heads(std::string_view above, std::string_view text) {
    constexpr std::size_t longest_label = 24; ///< bytes
    constexpr std::size_t longer = 2;
    return above.size() <= longest_label && text.size() > longer * above.size() && text.ends_with("。") &&
           label_by_words(above).known();
  }

  /// Words, or whatever ends an open sentence: 惠及群众 over 111人。
  bool ends_value(Piece const& text, std::uint32_t value) const {
    constexpr std::size_t shortest = 30; ///< bytes of a sentence
    auto const& open = page_.pieces[value].text;
    bool const sentence = open.size() >= shortest && !open.ends_with("。") && text.text.ends_with("。");
    return is_value(text) || (sentence && !text.label.known());
  }

  void join(std::uint32_t row) {
    for (auto at = page_.rows[row]; at < page_.rows[row + 1]; ++at) {
      auto& rest = page_.pieces[at];
      if (!rest.is_text())
        continue;
      auto& value = values_[static_cast<std::size_t>(above(rest) - values_.data())];
      auto& whole = page_.pieces[value.piece];
      if (!value.text)
        value.text = &page_.own.emplace_back(whole.text);
      value.text->append("\n").append(rest.text);
      whole.text = *value.text;
      whole.known_look.reset();
      page_.cut_texts.push_back({value.piece, at, rest.text});
      rest.joined = true;
      rest.text = {};
    }
  }

  Page& page_;
  std::vector<Value> values_; ///< of the last row with a label
};

} // namespace

void join_continued_rows(Page& page) { ContinuedRows(page).run(); }

} // namespace jixiao::recognition
