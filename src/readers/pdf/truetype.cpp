#include "readers/pdf/truetype.hpp"

#include "text/characters.hpp"

#include <algorithm>

namespace jixiao::pdf {
namespace {

constexpr std::uint32_t glyphs = 0x10000;

std::uint32_t u16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size())
    return 0;
  return static_cast<unsigned char>(bytes[at]) * 256U + static_cast<unsigned char>(bytes[at + 1]);
}

std::uint32_t u32(std::string_view bytes, std::size_t at) { return u16(bytes, at) << 16 | u16(bytes, at + 2); }

std::string_view part(std::string_view bytes, std::size_t at) { return bytes.substr(std::min(at, bytes.size())); }

std::string_view find_table(std::string_view font, std::string_view tag) {
  auto const directory = font.starts_with("ttcf") ? u32(font, 12) : 0;
  auto const count = u16(font, directory + 4);
  for (std::size_t i = 0; i < count; ++i) {
    auto const entry = directory + 12 + 16 * i;
    if (part(font, entry).starts_with(tag))
      return part(font, u32(font, entry + 8));
  }
  return {};
}

/// The subtable of Unicode characters with the most of them; else the one of symbols.
std::string_view find_unicode(std::string_view cmap) {
  std::string_view best;
  int best_rank = 0;
  for (std::size_t i = 0, count = u16(cmap, 2); i < count && 4 + 8 * i < cmap.size(); ++i) {
    auto const platform = u16(cmap, 4 + 8 * i), encoding = u16(cmap, 6 + 8 * i);
    int const rank = platform == 3 && encoding == 10 ? 4 : platform == 0 ? 3 : platform == 3 && encoding == 1 ? 2 : 0;
    if (rank > best_rank)
      best_rank = rank, best = part(cmap, u32(cmap, 8 + 8 * i));
  }
  return best;
}

class Characters {
public:
  void put(std::uint32_t glyph, char32_t character) {
    if (glyph == 0 || glyph >= glyphs || fold_radical(character) != character)
      return;
    if (glyph >= of_.size())
      of_.resize(glyph + 1);
    // A glyph of several characters stands for the first that is not for compatibility.
    auto& known = of_[glyph];
    bool const compatible = character >= 0xE000 && character < 0xFB00;
    if (known == 0 || (known >= 0xE000 && known < 0xFB00 && !compatible))
      known = character;
  }

  std::vector<char32_t> take() { return std::move(of_); }

private:
  std::vector<char32_t> of_;
};

void read_segments(std::string_view table, Characters& out) {
  auto const count = u16(table, 6) / 2;
  for (std::uint32_t i = 0; i < count; ++i) {
    auto const last = u16(table, 14 + 2 * i), first = u16(table, 16 + 2 * (count + i));
    auto const delta = u16(table, 16 + 2 * (2 * count + i));
    auto const place = 16 + 2 * (3 * count + i);
    auto const offset = u16(table, place);
    for (auto c = first; c <= last && c < 0xFFFF; ++c) {
      auto const glyph = offset == 0 ? c : u16(table, place + offset + 2 * (c - first));
      if (glyph != 0)
        out.put((glyph + delta) & 0xFFFF, c);
    }
    if (14 + 2 * i >= table.size())
      return;
  }
}

void read_groups(std::string_view table, Characters& out) {
  auto const count = std::min<std::size_t>(u32(table, 12), table.size() / 12);
  std::uint32_t left = 0x110000; // characters in all, whatever the groups say
  for (std::size_t i = 0; i < count && left > 0; ++i) {
    auto const first = u32(table, 16 + 12 * i), last = u32(table, 20 + 12 * i), glyph = u32(table, 24 + 12 * i);
    for (auto c = first; c <= last && c < 0x110000 && left > 0; ++c, --left)
      out.put(glyph + (c - first), c);
  }
}

} // namespace

std::vector<char32_t> characters_of_glyphs(std::string_view font) {
  auto const table = find_unicode(find_table(font, "cmap"));
  Characters out;
  if (u16(table, 0) == 4)
    read_segments(table, out);
  else if (u16(table, 0) == 12)
    read_groups(table, out);
  return out.take();
}

} // namespace jixiao::pdf
