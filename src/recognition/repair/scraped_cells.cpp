#include "recognition/repair/scraped_cells.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_side = 75;    ///< bytes of a label down the side
constexpr std::size_t longest_overlap = 60; ///< bytes that an edge doubles

/// Bytes of Chinese characters that end one text and begin the other; but for a single one the other has more.
std::size_t overlap(std::string_view before, std::string_view behind) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < behind.size() && at < longest_overlap;) {
    auto const character = character_at(behind, at);
    if (!is_chinese(character.value) || (at > 0 && at + character.length == behind.size()))
      break;
    at += character.length;
    if (before.ends_with(behind.substr(0, at)))
      longest = at;
  }
  return longest;
}

/// Puts a line together; what stands on both sides of an edge counts once.
std::string whole_line(std::span<std::string_view const> parts) {
  std::string out;
  for (auto const part : parts) {
    auto const tag = part.starts_with('<') ? part.find('>') + 1 : 0; // <b>差错</b>
    out += part.substr(0, tag);
    out += part.substr(tag + overlap(std::string_view(out).substr(0, out.size() - tag), part.substr(tag)));
  }
  return out;
}

bool has_decimals(Piece const& piece) {
  constexpr std::size_t usual = 2; // decimals of an amount
  auto const point = piece.text.find('.');
  return point != std::string_view::npos && piece.text.size() - point - 1 >= usual;
}

/// 年度 over 总体 over 目标, in the first column.
bool begins_side(Page const& page, LabelFinder const& labels, Piece const& piece) {
  constexpr std::uint32_t reach = 6; // rows
  if (piece.x > 0 || piece.text.size() > longest_side)
    return false;
  std::string text;
  fold_label(piece.text, text);
  for (auto row = piece.row + 1; row + 1 < page.rows.size() && row <= piece.row + reach; ++row) {
    auto const pieces = page.row(row);
    if (pieces.empty() || pieces.front().blank() || pieces.front().x > 0)
      continue;
    if (names_something(pieces.front()) || text.size() + pieces.front().text.size() > longest_side)
      return false;
    fold_label(pieces.front().text, text);
    if (auto const label = labels.find_folded(text); label.known() || label.is_level())
      return true;
  }
  return false;
}

} // namespace

Texts texts_of(Page const& page, std::uint32_t row) {
  Texts out;
  collect_texts(page, row, out);
  return out;
}

void collect_texts(Page const& page, std::uint32_t row, Texts& out) {
  out.clear();
  for (auto i = page.rows[row]; i < page.rows[row + 1]; ++i)
    if (auto const& piece = page.pieces[i]; piece.is_text() && !piece.paragraph)
      out.push_back(i);
}

bool holds_known(Label const& label, std::span<Piece const* const> pieces) {
  return std::ranges::all_of(pieces, [&](Piece const* piece) {
    return !names_something(*piece) || label.text.find(piece->label.text) != std::string::npos;
  });
}

bool is_whole_figure(Piece const& piece) {
  return (piece.look() <= Look::money || piece.look() == Look::placeholder) &&
         piece.text.find(' ') == std::string_view::npos;
}

bool is_cut_number(std::string_view before, std::string_view behind) {
  bool const open = before.find_first_not_of("0123456789,") == std::string_view::npos || before.ends_with('.');
  return open && behind.find_first_not_of("0123456789,.%") == std::string_view::npos &&
         look_of(std::string(before) + std::string(behind)) <= Look::percentage;
}

bool is_cut_quantity(std::string_view text, std::string_view behind) {
  constexpr std::string_view digits = "0123456789";
  for (std::string_view const sign : {"≥", "≤", "=", ">", "<"})
    if (text.starts_with(sign) && text.size() > sign.size() &&
        text.find_first_not_of(digits, sign.size()) == std::string_view::npos)
      return digits.find(behind.front()) != std::string_view::npos && look_of(behind) <= Look::quantity &&
             look_of(behind) != Look::number;
  return false;
}

bool is_cut_year(std::string_view before, std::string_view behind) {
  constexpr std::string_view digits = "0123456789";
  auto const rest = behind.find_first_not_of(digits);
  return !before.empty() && before.find_first_not_of(digits) == std::string_view::npos && rest != 0 &&
         rest != std::string_view::npos && behind.substr(rest).starts_with("年") && before.size() + rest == 4 &&
         (before.starts_with('2') || before.starts_with("19"));
}

bool parts_values(Page const& page, LabelFinder const& labels, std::uint32_t piece) {
  return names_something(page.pieces[piece]) || begins_side(page, labels, page.pieces[piece]);
}

std::vector<std::string_view> scraped_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (auto blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
    auto const chinese = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) >= 0x80; };
    if (blank == begin || blank + 1 == text.size() || !chinese(blank - 1) || !chinese(blank + 1))
      continue; // 8 号文
    lines.push_back(text.substr(begin, blank - begin));
    begin = blank + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

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

void join_pieces(Page& page, std::span<std::uint32_t const> pieces, Label label) {
  std::vector<Piece const*> all;
  for (auto const piece : pieces)
    all.push_back(&page.pieces[piece]);
  auto& first = page.pieces[pieces.front()];
  // A whole number and what an edge has left of its second print: 132.02 | 2.
  if (!has_decimals(first) || !std::ranges::all_of(all, [](Piece const* piece) { return is_whole_figure(*piece); }))
    first.text = page.own.emplace_back(scraped_text(all));
  first.known_look.reset();
  first.x_end = page.pieces[pieces.back()].x_end;
  first.label = std::move(label);
  for (auto const i : pieces.subspan(1)) {
    auto& rest = page.pieces[i];
    if (!rest.blank())
      page.cut_texts.push_back({pieces.front(), i, {}});
    rest.joined = true;
    rest.text = {};
    rest.label = {};
  }
}

} // namespace jixiao::recognition
