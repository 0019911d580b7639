#include "recognition/other_characters.hpp"

#include "recognition/vocabulary_file.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_reading = 9; ///< characters: zhuàng and brackets

using Forms = std::unordered_map<char32_t, std::string_view>; ///< traditional form: simplified character

Forms const& traditional_forms() {
  static Forms const forms = [] {
    Forms out;
    for (auto const& [plain, forms_of] : vocabulary_lines(vocabulary_file("traditional.vocab")))
      for (std::size_t at = 0; at < forms_of.size();) {
        auto const c = character_at(forms_of, at);
        if (!is_space(c.value))
          out.emplace(c.value, plain);
        at += c.length;
      }
    return out;
  }();
  return forms;
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x300 && c <= 0x36F);
}

bool is_ideograph(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

/// The simplified character of a traditional form; empty where the character is none.
std::string_view simplified_form(char32_t c) {
  auto const& forms = traditional_forms();
  auto const form = is_ideograph(c) ? forms.find(c) : forms.end();
  return form == forms.end() ? std::string_view() : form->second;
}

/// Bytes of a bracket at `at` that holds a reading: (xiàng); 0 where it holds anything else. One in small letters is
/// told from (A) and (B/A).
std::size_t reading_length(std::string_view text, std::size_t at) {
  if (text[at] != '(')
    return 0;
  std::size_t count = 0;
  bool small = false;
  for (auto next = at + 1; next < text.size() && count <= longest_reading; ++count) {
    auto const c = character_at(text, next);
    next += c.length;
    if (c.value == ')')
      return small ? next - at : 0;
    if (!is_latin(c.value))
      return 0;
    small = small || c.value >= 'a';
  }
  return 0;
}

} // namespace

std::optional<std::string> in_simplified(std::string_view folded) {
  std::string out;
  std::size_t copied = 0; // of `folded`
  char32_t before = 0;
  for (std::size_t at = 0; at < folded.size();) {
    auto const replace = [&](std::size_t length, std::string_view other) {
      out.append(folded.substr(copied, at - copied)).append(other);
      copied = at += length;
    };
    if (auto const reading = is_ideograph(before) ? reading_length(folded, at) : 0; reading > 0) {
      replace(reading, {});
      continue;
    }
    auto const c = character_at(folded, at);
    before = c.value;
    if (auto const simplified = simplified_form(c.value); !simplified.empty())
      replace(c.length, simplified);
    else
      at += c.length;
  }
  if (copied == 0)
    return std::nullopt;
  return std::move(out.append(folded.substr(copied)));
}

} // namespace jixiao::recognition
