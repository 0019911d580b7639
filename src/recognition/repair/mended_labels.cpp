#include "recognition/repair/mended_labels.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t shortest_label = 12; ///< bytes; a shorter label is too easily something else
constexpr std::size_t a_character = 3;
constexpr std::size_t longest_text = 45;    ///< bytes of a text that can be a label
constexpr std::uint32_t neighbourhood = 15; ///< rows of one form

/// True when the texts differ in just one character, which one of them may lack.
bool differ_in_one(std::string_view a, std::string_view b) {
  if (a.size() > b.size())
    std::swap(a, b);
  if (b.size() - a.size() > 3 || a.size() < shortest_label - 3 || a == b)
    return false;
  // Much is the same at one end.
  constexpr std::size_t end = 3; // bytes
  if (a.substr(0, end) != b.substr(0, end) && a.substr(a.size() - end) != b.substr(b.size() - end))
    return false;
  auto begin = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  while (begin > 0 && begin < b.size() && (static_cast<unsigned char>(b[begin]) & 0xC0) == 0x80)
    --begin;
  auto const next = [](std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
      ++at;
    return std::min(at, text.size());
  };
  auto const rest = b.substr(next(b, begin));
  return a.substr(begin) == rest || (begin < a.size() && a.substr(next(a, begin)) == rest);
}

class Mender {
public:
  Mender(Page& page, LabelFinder const& labels) : page_(page), labels_(labels) {}

  void run() {
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row)
      for (auto at = page_.rows[row]; at < page_.rows[row + 1]; ++at)
        if (can_be_label(at))
          mend(at);
  }

private:
  /// A short text at the begin of a row or behind the value of another label, with a value behind it.
  bool can_be_label(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    if (!piece.is_text() || piece.paragraph || piece.label.known() || piece.label.is_level() ||
        piece.text.size() < shortest_label - (page_.cut ? a_character : 0) || piece.text.size() > longest_text)
      return false;
    auto const row = page_.row(piece.row);
    auto const here = at - page_.rows[piece.row];
    auto const before = static_cast<std::size_t>(std::ranges::count_if(row.first(here), &Piece::is_text));
    auto const behind = std::ranges::find_if(row.subspan(here + 1), &Piece::is_text);
    bool const labelled =
        here > 0 && std::ranges::any_of(row.first(here), [](Piece const& p) { return p.label.known(); });
    return (before == 0 || (before % 2 == 0 && labelled)) && behind != row.end() && !behind->label.known() &&
           std::ranges::none_of(row, [](Piece const& p) { return p.label.is_level(); });
  }

  void mend(std::uint32_t at) {
    auto& piece = page_.pieces[at];
    auto const text = folded(piece.text);
    auto const labels = labels_.labels_of_fields();
    auto const near = std::ranges::find_if(
        labels, [&](std::string_view label) { return label.size() >= shortest_label && differ_in_one(text, label); });
    if (near == labels.end())
      return;
    auto label = labels_.find_folded(*near);
    auto const* pair = label.as(Role::pair);
    if (!pair || has_near(piece.row, pair->target))
      return;
    piece.label = std::move(label);
    page_.mended.push_back(at);
  }

  bool has_near(std::uint32_t row, std::string_view target) const {
    // Forms of a page whose edges cut texts stand close, in a block each.
    auto const block_of = [&](Piece const& piece) { return page_.reading->rows[piece.source_row].block; };
    auto const block = block_of(page_.row(row).front());
    auto const first = page_.rows[row - std::min(row, neighbourhood)];
    auto const last = page_.rows[std::min<std::size_t>(row + neighbourhood, page_.rows.size() - 1)];
    return std::any_of(page_.pieces.begin() + first, page_.pieces.begin() + last, [&](Piece const& other) {
      auto const* pair = other.label.as(Role::pair);
      return pair && pair->target == target && (!page_.cut || block_of(other) == block);
    });
  }

  Page& page_;
  LabelFinder const& labels_;
};

} // namespace

void mend_labels(Page& page, LabelFinder const& labels) { Mender(page, labels).run(); }

} // namespace jixiao::recognition
