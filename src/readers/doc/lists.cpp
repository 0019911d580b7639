#include "readers/doc/lists.hpp"

#include "readers/ole2/bytes.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace jixiao::doc {
namespace {

using docx::NumberFormat;
using ole2::u16;
using ole2::u32;
using ole2::u8;

constexpr std::size_t list_size = 28, level_head = 28, use_size = 16, override_size = 8;
constexpr std::size_t levels_of_list = 9;

/// MSONFC, which counts as ST_NumberFormat of Word's XML lists them.
NumberFormat format_of(std::uint8_t code) {
  switch (code) {
  case 1:
    return NumberFormat::upper_roman;
  case 2:
    return NumberFormat::lower_roman;
  case 3:
    return NumberFormat::upper_letter;
  case 4:
    return NumberFormat::lower_letter;
  case 10:
    return NumberFormat::ideograph_digital;
  case 11:
    return NumberFormat::chinese_counting;
  case 14:
    return NumberFormat::full_width;
  case 18:
  case 28:
    return NumberFormat::enclosed_circle;
  case 22:
    return NumberFormat::decimal_zero;
  case 23:
    return NumberFormat::bullet;
  case 26:
    return NumberFormat::enclosed_fullstop;
  case 27:
    return NumberFormat::enclosed_paren;
  case 30:
    return NumberFormat::heavenly_stems;
  case 31:
    return NumberFormat::earthly_branches;
  case 33:
  case 37:
    return NumberFormat::chinese_counting;
  case 34:
  case 38:
    return NumberFormat::chinese_legal;
  case 35:
  case 39:
    return NumberFormat::chinese_thousand;
  case 36:
    return NumberFormat::ideograph_digital;
  case 0xFF:
    return NumberFormat::none;
  default:
    return NumberFormat::decimal;
  }
}

/// The text of a level, where characters below 9 stand for the numbers of levels: "\x00." gives "%1.".
std::string pattern_of(std::string_view utf16) {
  std::string pattern;
  std::u16string rest;
  for (std::size_t at = 0; at + 2 <= utf16.size(); at += 2) {
    auto const unit = u16(utf16, at);
    if (unit >= levels_of_list) {
      rest.push_back(static_cast<char16_t>(unit));
      continue;
    }
    append_utf16(pattern, std::exchange(rest, {}));
    pattern.append("%").append(std::to_string(unit + 1));
  }
  append_utf16(pattern, rest);
  return pattern;
}

} // namespace

Lists::Lists(File const& file, std::vector<SymbolFont> const& fonts) : fonts_(fonts) {
  read_lists(file);
  read_uses(file.part(Part::list_uses));
}

flow::ListLevel Lists::read_level(std::string_view bytes, std::size_t& at) const {
  flow::ListLevel level;
  level.start = u32(bytes, at);
  level.format = format_of(u8(bytes, at + 4));
  auto const flags = u8(bytes, at + 5);
  level.legal = (flags & 4) != 0;
  constexpr std::uint8_t nothing_follows = 2, never_restarts = 8;
  level.gap = u8(bytes, at + 15) != nothing_follows;
  level.restart = (flags & never_restarts) != 0 ? u8(bytes, at + 26) : 0xFF;
  std::size_t const characters = u8(bytes, at + 24), paragraph = u8(bytes, at + 25);
  CharacterProperties look;
  apply(ole2::slice(bytes, at + level_head + paragraph, characters), {}, look);
  level.hidden = look.hidden;
  if (look.font < fonts_.size())
    level.font = fonts_[look.font];
  at += level_head + characters + paragraph;
  std::size_t const length = u16(bytes, at);
  auto const text = ole2::slice(bytes, at + 2, 2 * std::min<std::size_t>(length, 0xFF));
  level.text = pattern_of(text);
  at += 2 + 2 * length;
  return level;
}

/// The levels of all lists stand behind the part that lists the lists.
void Lists::read_lists(File const& file) {
  auto const part = file.part(Part::lists);
  std::size_t const count = std::min<std::size_t>(u16(part, 0), part.size() / list_size);
  if (count == 0)
    return;
  auto const rest = std::string_view(file.table).substr(static_cast<std::size_t>(part.data() - file.table.data()));
  auto at = 2 + list_size * count;
  for (std::size_t i = 0; i < count && at < rest.size(); ++i) {
    auto const entry = part.substr(std::min(2 + list_size * i, part.size()));
    bool const is_simple = (u8(entry, 26) & 1) != 0;
    std::vector<flow::ListLevel> levels;
    for (std::size_t level = 0; level < (is_simple ? 1 : levels_of_list) && at < rest.size(); ++level)
      levels.push_back(read_level(rest, at));
    lists_.try_emplace(u32(entry, 0), flow::List(std::move(levels)));
  }
}

void Lists::read_uses(std::string_view bytes) {
  std::size_t const count = std::min<std::size_t>(u32(bytes, 0), bytes.size() / use_size);
  auto at = 4 + use_size * count;
  for (std::size_t i = 0; i < count; ++i) {
    Use use{u32(bytes, 4 + use_size * i)};
    at += 4;
    for (int left = u8(bytes, 4 + use_size * i + 12); left > 0 && at < bytes.size(); --left) {
      auto const value = u32(bytes, at);
      auto const flags = u8(bytes, at + 4);
      at += override_size;
      Start start{static_cast<std::size_t>(flags & 0xF), value};
      if ((flags & 0x20) != 0)
        start.value = read_level(bytes, at).start;
      if ((flags & 0x30) != 0)
        use.starts.push_back(start);
    }
    uses_.push_back(std::move(use));
  }
}

Lists::Number Lists::next(std::int32_t list, std::size_t level) {
  if (list < 1 || static_cast<std::size_t>(list) > uses_.size())
    return {};
  auto& use = uses_[static_cast<std::size_t>(list) - 1];
  auto const found = lists_.find(use.list);
  if (found == lists_.end() || !found->second.has_level(level))
    return {};
  if (!std::exchange(use.begun, true))
    for (auto const& start : use.starts)
      found->second.start_with(start.level, start.value);
  auto number = found->second.next(level);
  bool const gap = !number.empty() && found->second.level(level).gap;
  return {std::move(number), gap};
}

} // namespace jixiao::doc
