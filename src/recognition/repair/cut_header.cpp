#include "recognition/repair/cut_header.hpp"

#include "recognition/labels/header_words.hpp"
#include "recognition/repair/labels_over.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_header_half = 30; ///< bytes of a line of a label
constexpr std::size_t fewest_joined = 2;        ///< labels, before two rows are one header
constexpr std::size_t longest_spread = 120;     ///< bytes of a text that may be those of several cells

bool is_figure(std::string_view text) {
  auto const look = look_of(text);
  return look <= Look::money || look == Look::placeholder;
}

bool is_label(LabelFinder const& labels, std::string_view text) {
  Label found;
  auto const& label = labels.find(text, found);
  return label.known() && label.rest == 0;
}

void put(Piece& piece, std::string_view text, Label label) {
  piece.text = text;
  piece.known_look.reset();
  piece.label = std::move(label);
}

bool is_alone(Page const& page, std::uint32_t row) { return page.texts_in(row) == 1; }

/// 评分等级 优 at the end of a row, or alone in it.
void put_label_with_value(Piece& piece, LabelFinder const& labels, std::vector<std::string_view> const& words) {
  auto label = labels.find(words[0]);
  if (!label.as(Role::pair) || label.rest > 0)
    return;
  label.rest = static_cast<std::uint32_t>(words[1].data() - piece.text.data());
  piece.label = std::move(label);
}

std::size_t count_columns(Page const& page, Texts const& texts) {
  return static_cast<std::size_t>(
      std::ranges::count_if(texts, [&](std::uint32_t i) { return page.pieces[i].label.as(Role::column) != nullptr; }));
}

} // namespace

void spread_over_blanks(Page& page, LabelFinder const& labels, std::uint32_t row) {
  for (auto at = page.rows[row]; at < page.rows[row + 1]; ++at) {
    auto& piece = page.pieces[at];
    if (!piece.is_text() || piece.paragraph || names_something(piece) || piece.text.size() > longest_spread)
      continue;
    auto const words = parts_at_blanks(piece.text);
    if (words.size() < 2)
      continue;
    if (at + 1 == page.rows[row + 1]) {
      put_label_with_value(piece, labels, words);
      continue;
    }
    auto& next = page.pieces[at + 1];
    if (!next.blank())
      continue;
    if (is_label(labels, words[0]) && is_label(labels, words[1])) {
      for (std::size_t i = 0; i < words.size() && at + i < page.rows[row + 1]; ++i)
        if (auto& behind = page.pieces[at + i]; i == 0 || behind.blank())
          put(behind, words[i], labels.find(words[i]));
        else
          break;
    } else if (words.size() == 2 && is_figure(words[0]) && is_figure(words[1])) {
      put(piece, words[0], {});
      put(next, words[1], {});
    } else if (words.size() == 2 && is_alone(page, row)) {
      put_label_with_value(piece, labels, words);
    }
  }
}

bool join_lines_of_header(Page& page, LabelFinder const& labels, std::uint32_t row) {
  if (row + 2 >= page.rows.size())
    return false;
  auto const upper = texts_of(page, row), lower = texts_of(page, row + 1);
  if (upper.size() < fewest_joined || lower.size() < fewest_joined ||
      (!LabelsOver::is_header(page, upper) && !LabelsOver::is_header(page, lower)))
    return false;
  auto const overlaps = [&](std::uint32_t a, std::uint32_t b) { return overlap(page.pieces[a], page.pieces[b]); };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  for (auto const below : lower)
    for (auto const above : upper) {
      auto const &first = page.pieces[above], &second = page.pieces[below];
      if (overlaps(above, below) && first.text.size() + second.text.size() <= longest_header_half &&
          labels.find(std::string(first.text) + std::string(second.text)).as(Role::column))
        lines.emplace_back(above, below);
    }
  if (lines.size() < fewest_joined)
    return false;
  bool const into_upper = count_columns(page, upper) >= count_columns(page, lower);
  for (auto const& [above, below] : lines) {
    auto& whole = page.pieces[into_upper ? above : below];
    auto const& text =
        page.own.emplace_back(std::string(page.pieces[above].text) + std::string(page.pieces[below].text));
    put(whole, text, labels.find(text));
  }
  auto const& kept = into_upper ? upper : lower;
  // 偏差原因 over 及改进扌: what nobody has listed is told by the other line, or by the words of both.
  for (auto const i : kept)
    for (auto const other : into_upper ? lower : upper)
      if (auto& whole = page.pieces[i]; overlaps(i, other) && !names_something(whole)) {
        auto const &first = page.pieces[into_upper ? i : other].text,
                   &second = page.pieces[into_upper ? other : i].text;
        auto const& label = page.pieces[other].label;
        auto const text = std::string(first) + std::string(second);
        if (label.as(Role::column) || (!names_something(page.pieces[other]) && header_meaning(text)))
          put(whole, page.own.emplace_back(text), Label(label));
      }
  for (auto const other : into_upper ? lower : upper) {
    auto const to = std::ranges::find_if(kept, [&](std::uint32_t i) { return overlaps(i, other); });
    page.cut_texts.push_back({to == kept.end() ? kept.back() : *to, other, {}});
    page.pieces[other].joined = true;
    put(page.pieces[other], {}, {});
  }
  return true;
}

} // namespace jixiao::recognition
