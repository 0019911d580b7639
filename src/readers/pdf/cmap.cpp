#include "readers/pdf/cmap.hpp"

#include "readers/pdf/lexer.hpp"

#include <algorithm>

namespace jixiao::pdf {
namespace {

constexpr std::size_t most_ranges = 100'000;
constexpr std::size_t longest_text = 16; // characters that one code stands for

std::u32string decode_utf16(std::string_view bytes) {
  std::u32string out;
  for (std::size_t at = 0; at + 1 < bytes.size() && out.size() < longest_text; at += 2) {
    char32_t unit = code_of(bytes.substr(at, 2));
    bool const high = unit >= 0xD800 && unit < 0xDC00;
    if (high && at + 3 < bytes.size()) {
      auto const low = code_of(bytes.substr(at + 2, 2));
      if (low >= 0xDC00 && low < 0xE000)
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), at += 2;
    }
    if (unit < 0xD800 || unit >= 0xE000)
      out.push_back(unit);
  }
  if (bytes.size() == 1)
    out.push_back(static_cast<unsigned char>(bytes[0]));
  return out;
}

void sort(std::vector<CodeRange>& ranges) { std::ranges::stable_sort(ranges, {}, &CodeRange::low); }

CodeRange const* find(std::vector<CodeRange> const& ranges, std::uint32_t code) {
  auto const after = std::ranges::upper_bound(ranges, code, {}, &CodeRange::low);
  // A short range inside a wide one hides it at its own place only.
  constexpr std::ptrdiff_t reach = 4;
  for (auto range = after; range != ranges.begin() && after - range < reach;)
    if (--range; code <= range->high)
      return &*range;
  return nullptr;
}

/// A tab or a line end is what some programs name the glyph of a space.
char32_t without_control(std::uint64_t c) { return c >= 0x9 && c <= 0xD ? U' ' : static_cast<char32_t>(c); }

bool is_character(char32_t c) {
  return c >= 0x20 && c != 0xFFFD && c != 0xFFFE && c != 0xFFFF && c < 0x110000 && (c < 0xD800 || c >= 0xE000);
}

class CMapReader {
public:
  explicit CMapReader(std::string_view text) : lexer_(text) {}

  CMap run() {
    for (auto token = lexer_.next(); token.kind != TokenKind::end; token = lexer_.next()) {
      if (token.kind == TokenKind::word)
        word(token.text);
      last_ = token.kind == TokenKind::number ? token.number : last_;
      if (token.kind == TokenKind::name)
        is_mode_ = token.text == "WMode";
    }
    sort(map_.cids);
    sort(map_.text);
    return std::move(map_);
  }

private:
  void word(std::string_view word) {
    if (word == "begincodespacerange")
      code_spaces();
    else if (word == "beginbfchar")
      entries(false, true);
    else if (word == "beginbfrange")
      entries(true, true);
    else if (word == "begincidchar")
      entries(false, false);
    else if (word == "begincidrange")
      entries(true, false);
    else if (word == "def" && is_mode_)
      map_.vertical = last_ == 1, is_mode_ = false;
  }

  void code_spaces() {
    for (auto token = lexer_.next(); token.kind == TokenKind::string; token = lexer_.next()) {
      auto const length = std::min<std::size_t>(token.text.size(), 4);
      auto const low = code_of(token.text);
      token = lexer_.next();
      if (token.kind != TokenKind::string)
        return;
      if (length > 0 && map_.spaces.size() < 100)
        map_.spaces.push_back({low, code_of(token.text), static_cast<std::uint8_t>(length)});
    }
  }

  void entries(bool ranges, bool to_text) {
    for (auto token = lexer_.next(); token.kind == TokenKind::string; token = lexer_.next()) {
      CodeRange range{code_of(token.text), 0, 0};
      range.high = range.low;
      if (ranges) {
        token = lexer_.next();
        if (token.kind != TokenKind::string)
          return;
        range.high = code_of(token.text);
      }
      token = lexer_.next();
      if (token.kind == TokenKind::begin_array)
        list(range);
      else if (to_text && token.kind == TokenKind::string)
        add_text(range, token.text);
      else if (!to_text && token.kind == TokenKind::number && token.number >= 0 && token.number < 0x110000)
        range.first = static_cast<std::uint32_t>(token.number), add(map_.cids, range);
    }
  }

  /// A text of its own for each code of the range.
  void list(CodeRange range) {
    for (auto token = lexer_.next(); token.kind == TokenKind::string || token.kind == TokenKind::name;
         token = lexer_.next(), ++range.low)
      if (range.low <= range.high)
        add_text({range.low, range.low, 0}, token.text);
  }

  void add_text(CodeRange range, std::string_view bytes) {
    auto text = decode_utf16(bytes);
    if (text.empty())
      return;
    range.first = text[0];
    if (text.size() > 1) {
      // In a range of codes the last character counts up.
      range.high = std::min(range.high, range.low + 255);
      range.first = CMap::long_texts + static_cast<std::uint32_t>(map_.texts.size());
      for (auto code = range.low; code <= range.high && map_.texts.size() < most_ranges; ++code, ++text.back())
        map_.texts.push_back(text);
    }
    add(map_.text, range);
  }

  static void add(std::vector<CodeRange>& ranges, CodeRange const& range) {
    if (range.low <= range.high && ranges.size() < most_ranges)
      ranges.push_back(range);
  }

  Lexer lexer_;
  CMap map_;
  double last_ = 0;
  bool is_mode_ = false;
};

bool is_in(CodeSpace const& space, std::uint32_t code) {
  for (unsigned shift = 0; shift < space.length * 8U; shift += 8) {
    auto const byte = code >> shift & 0xFF;
    if (byte < (space.low >> shift & 0xFF) || byte > (space.high >> shift & 0xFF))
      return false;
  }
  return true;
}

} // namespace

std::uint32_t code_of(std::string_view bytes) {
  std::uint32_t code = 0;
  for (auto const byte : bytes.substr(0, 4))
    code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

std::optional<std::uint32_t> CMap::cid(std::uint32_t code) const {
  auto const* range = find(cids, code);
  return range == nullptr ? std::nullopt : std::optional(range->first + (code - range->low));
}

std::u32string CMap::unicode(std::uint32_t code) const {
  auto const* range = find(text, code);
  if (range == nullptr)
    return {};
  auto const value = std::uint64_t{range->first} + (code - range->low);
  if (range->first >= long_texts)
    return value - long_texts < texts.size() ? texts[value - long_texts] : std::u32string();
  auto const character = without_control(value);
  return is_character(character) && value < long_texts ? std::u32string(1, character) : std::u32string();
}

std::size_t CMap::code_length(std::string_view bytes) const {
  for (std::size_t length = 1; length <= std::min<std::size_t>(bytes.size(), 4); ++length)
    for (auto const& space : spaces)
      if (space.length == length && is_in(space, code_of(bytes.substr(0, length))))
        return length;
  std::size_t shortest = 4;
  for (auto const& space : spaces)
    shortest = std::min<std::size_t>(shortest, space.length);
  return std::min(spaces.empty() ? 2 : shortest, bytes.size());
}

CMap read_cmap(std::string_view text) { return CMapReader(text).run(); }

} // namespace jixiao::pdf
