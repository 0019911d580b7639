#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// CMaps: how the bytes of a string are codes, and what codes stand for.
namespace jixiao::pdf {

/// Codes [low, high] stand for numbers that count up from `first`.
struct CodeRange {
  std::uint32_t low = 0, high = 0;
  std::uint32_t first = 0;
};

/// Codes of one length, within [low, high] in each of their bytes.
struct CodeSpace {
  std::uint32_t low = 0, high = 0;
  std::uint8_t length = 0;
};

struct CMap {
  std::vector<CodeSpace> spaces;
  std::vector<CodeRange> cids; ///< sorted by `low`; the last of equals holds
  std::vector<CodeRange> text; ///< likewise, to characters; from `long_texts` on, to texts of several
  std::vector<std::u32string> texts;
  bool vertical = false;

  static constexpr std::uint32_t long_texts = 0x110000;

  std::optional<std::uint32_t> cid(std::uint32_t code) const;

  /// What a code stands for; empty when the CMap does not say, or says only what is no character.
  std::u32string unicode(std::uint32_t code) const;

  /// Length of the code at the beginning of `bytes`, which are not empty; at least 1.
  std::size_t code_length(std::string_view bytes) const;
};

/// Reads any text as a CMap; what is not understood is left out. Bounded in what it keeps.
CMap read_cmap(std::string_view text);

/// The bytes of a code, the most significant first.
std::uint32_t code_of(std::string_view bytes);

} // namespace jixiao::pdf
