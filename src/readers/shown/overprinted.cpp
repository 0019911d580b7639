#include "readers/shown/overprinted.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace jixiao {
namespace {

constexpr char escape = '\x1B', backspace = '\b';
constexpr char32_t line_below = 0x332;

constexpr bool is_single(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr bool is_stroke(char32_t c) { return c == 0x335 || c == 0x336; }

/// A place of the line, and how its character is shown.
struct Printed {
  std::string characters;
  bool is_struck = false, is_hidden = false;
};

class Printer {
public:
  explicit Printer(std::string_view text) : text_(text) {}

  std::string run(LeftOut& left_out) {
    for (std::size_t at = 0; at < text_.size();)
      at = step(at);
    std::string out;
    for (auto const& place : places_) {
      if (place.is_struck || place.is_hidden) {
        left_out.add(place.is_struck ? LeftOut::struck : LeftOut::hidden, place.characters);
        continue;
      }
      left_out.end_stretch();
      out += place.characters;
    }
    left_out.end_stretch();
    return out;
  }

private:
  std::size_t step(std::size_t at) {
    auto const [c, length] = character_at(text_, at);
    if (c == static_cast<unsigned char>(escape))
      return skip_sequence(at);
    if (is_stroke(c) && !places_.empty())
      places_.back().is_struck = true;
    else if (c == static_cast<unsigned char>(backspace))
      is_over_ = !places_.empty();
    else
      put(text_.substr(at, length));
    return at + length;
  }

  void put(std::string_view character) {
    if (!std::exchange(is_over_, false))
      return places_.push_back({std::string(character), is_struck_, is_hidden_});
    auto& below = places_.back();
    auto const was = below.characters;
    if (character == "-" || was == "-")
      below.is_struck = true;
    if (was == "_" || was == "-")
      below.characters = character;
    else if (character != "_" && character != "-")
      below.characters = character; // of two characters the later is seen, and most times they are the same
    if ((was == "_") != (character == "_"))
      append_utf8(below.characters, line_below);
  }

  /// Where an escape sequence ends: `ESC [ 1 ; 9 m`, `ESC ] … BEL`, or a character behind ESC.
  /// Only single bytes are of a sequence: one that is cut off ends before a longer character.
  std::size_t skip_sequence(std::size_t at) {
    auto const kind = at + 1 < text_.size() ? text_[at + 1] : '\0';
    if (kind == '[') {
      auto const end = text_.find_first_not_of("0123456789;:?", at + 2);
      if (end == text_.npos)
        return text_.size();
      if (text_[end] == 'm')
        set_look(text_.substr(at + 2, end - at - 2));
      return is_single(text_[end]) ? end + 1 : end;
    }
    if (!is_single(kind))
      return at + 1;
    if (kind != ']')
      return std::min(at + 2, text_.size());
    auto const end = text_.find_first_of("\a\x1B", at + 2);
    bool const is_closed_by_two = end != text_.npos && text_[end] == escape;
    return end == text_.npos ? at + 2 : end + (is_closed_by_two && text_.substr(end + 1).starts_with('\\') ? 2 : 1);
  }

  void set_look(std::string_view numbers) {
    do {
      auto const end = std::min(numbers.find(';'), numbers.size());
      int number = 0;
      std::from_chars(numbers.data(), numbers.data() + end, number);
      if (number == 9 || number == 29)
        is_struck_ = number == 9;
      else if (number == 8 || number == 28)
        is_hidden_ = number == 8;
      else if (number == 0)
        is_struck_ = is_hidden_ = false;
      numbers.remove_prefix(std::min(end + 1, numbers.size()));
    } while (!numbers.empty());
  }

  std::string_view text_;
  std::vector<Printed> places_;
  bool is_over_ = false; ///< what comes next is printed over the last place
  bool is_struck_ = false, is_hidden_ = false;
};

} // namespace

bool is_overprint(std::string_view text, std::size_t at) {
  return text[at] == escape || text[at] == backspace || (text[at] == '\xCC' && is_stroke(character_at(text, at).value));
}

std::string without_overprint(std::string_view text, LeftOut& left_out) { return Printer(text).run(left_out); }

} // namespace jixiao
