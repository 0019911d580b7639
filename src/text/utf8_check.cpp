#include "text/utf8_check.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <string>

namespace jixiao {
namespace {

/// A set high bit for each control character to count. Right for the bytes before the first that is not ASCII.
constexpr std::uint64_t control_bits(std::uint64_t word) {
  auto const from = [&](unsigned byte) { return word + bytes_of(0x80 - byte); };
  auto const printable = from(0x20) & ~from(0x7F), white = from(0x09) & ~from(0x0E);
  return ~(printable | white) & high_bits;
}

/// Two characters of three bytes each, neither led by E0 or ED, whose second byte is restricted: nearly all Chinese.
constexpr bool is_two_of_three(std::uint64_t word) {
  constexpr unsigned restricted = 1U << 0x0 | 1U << 0xD;
  auto const nibbles = 1U << (word & 0xF) | 1U << (word >> 24 & 0xF);
  return (word & 0x0000C0C0F0C0C0F0ULL) == 0x00008080E08080E0ULL && (nibbles & restricted) == 0;
}

class Checker {
public:
  explicit Checker(std::string_view bytes) : bytes_(bytes) {}

  Utf8Check run() {
    while (bytes_.size() - at_ >= 8) {
      auto const word = load_word(bytes_.data() + at_);
      if (is_two_of_three(word))
        at_ += 6;
      else if ((word & 0x80) == 0)
        ascii(word);
      else if (!one())
        return finish();
    }
    while (at_ < bytes_.size() && one()) {
    }
    return finish();
  }

private:
  /// Passes over words of printable ASCII, which markup is made of.
  void printable() {
    for (; bytes_.size() - at_ >= 16; at_ += 16) {
      auto const a = load_word(bytes_.data() + at_), b = load_word(bytes_.data() + at_ + 8);
      auto const low = (a - bytes_of(0x20)) | (b - bytes_of(0x20)),
                 high = a | b | (a + bytes_of(1)) | (b + bytes_of(1));
      if (((low | high) & high_bits) != 0)
        return;
    }
  }

  /// Takes the ASCII bytes that a word begins with.
  void ascii(std::uint64_t word) {
    auto const others = word & high_bits;
    auto const length = first_high_bit(others);
    // Bits below the first byte that is not ASCII; a shift by 64 would be undefined.
    auto const mask = others == 0 ? ~0ULL : (others & (0 - others)) - 1;
    if (auto const controls = control_bits(word) & mask; controls != 0)
      for (std::size_t i = 0; i < length; ++i)
        if ((controls >> (8 * i) & 0x80) != 0)
          count(at_ + i);
    at_ += length;
    if (others == 0)
      printable();
  }

  bool one() {
    auto const length = utf8_sequence(bytes_, at_);
    if (length == 0)
      return false;
    if (length <= 2)
      if (auto const c = character_at(bytes_, at_).value; c < 0xA0 && is_invisible(c))
        count(at_);
    at_ += length;
    return true;
  }

  void count(std::size_t at) {
    if (check_.controls.count++ == 0)
      check_.controls.first = at;
    check_.has_nul |= bytes_[at] == '\0';
  }

  Utf8Check finish() {
    check_.valid = at_;
    return check_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Utf8Check check_;
};

/// True when the rest of the bytes is a proper beginning of some character.
bool is_beginning(std::string_view rest) {
  if (rest.empty() || rest.size() > 3)
    return false;
  // Some leads restrict the byte behind them, each leaving one end of these ranges.
  for (char const next : {'\x80', '\x9F', '\xA0', '\xBF'}) {
    std::string whole(rest);
    for (auto const length = utf8_length(rest.front()); whole.size() < length;)
      whole.push_back(whole.size() == 1 ? next : '\x80');
    if (whole.size() > rest.size() && utf8_sequence(whole, 0) == whole.size())
      return true;
  }
  return false;
}

} // namespace

Utf8Check check_utf8(std::string_view bytes) { return Checker(bytes).run(); }

Utf8Survey survey_utf8(std::string_view bytes) {
  Utf8Survey survey;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const length = utf8_sequence(bytes, at);
    if (length == 0 && survey.bad == 0 && is_beginning(bytes.substr(at))) {
      survey.cut_off = true;
      survey.bad = bytes.size() - at;
      break;
    }
    survey.good += length > 1 ? 1 : 0;
    survey.bad += length == 0 ? 1 : 0;
    at += length == 0 ? 1 : length;
  }
  return survey;
}

} // namespace jixiao
