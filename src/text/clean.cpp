#include "text/clean.hpp"

#include "text/characters.hpp"
#include "text/markup.hpp"
#include "text/scan.hpp"

#include <optional>

namespace jixiao {
namespace {

constexpr Steps steps = make_steps("<&"), printed_steps = make_steps("");

bool stops(char32_t c) {
  if (c > 0x3000) // most of what has to be looked at is Chinese punctuation
    return is_invisible(c) || is_compatibility_ideograph(c);
  return is_space(c) || is_invisible(c) || c == '<' || c == '&' || fold_radical(c) != c;
}

bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// A raised or lowered digit as a character of its own, since 10<sup>2</sup> is not 102.
char32_t script_digit(Tag script, char32_t digit) {
  constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  return script == Tag::superscript ? raised[digit - '0'] : U'₀' + (digit - '0');
}

/// Writes the cleaned text. White space and paragraph ends wait until it is known what follows them.
class Cleaner {
public:
  Cleaner(std::string_view text, bool keep_lines) : text_(text), keep_lines_(keep_lines) { out_.reserve(text.size()); }

  std::string run(std::size_t first_stop) {
    copy(0, first_stop);
    for (std::size_t at = first_stop; at < text_.size();) {
      at += special(at);
      auto const end = script_ == Tag::none ? run_end(text_, at, steps, stops) : at;
      copy(at, end);
      at = end;
    }
    return std::move(out_);
  }

private:
  /// Copies what needs no change.
  void copy(std::size_t begin, std::size_t end) {
    if (begin == end)
      return;
    auto const piece = text_.substr(begin, end - begin);
    separate(character_at(piece, 0).value);
    out_.append(piece);
    last_ = character_before(piece, piece.size()).value;
  }

  /// Handles one character that may need a change; returns how many bytes it took.
  std::size_t special(std::size_t at) {
    auto const [value, length] = character_at(text_, at);
    if (value == '<')
      if (auto const tag = match_tag(text_, at); tag.tag != Tag::none)
        return take(tag.tag), tag.length;
    if (value == '&' && decodes_entities())
      if (auto const entity = match_entity(text_, at); entity.length != 0)
        return put(entity.value, {}), entity.length;
    return put(value, text_.substr(at, length)), length;
  }

  void take(Tag tag) {
    paragraph_ |= tag == Tag::paragraph;
    space_ |= tag == Tag::space;
    if (tag == Tag::superscript || tag == Tag::subscript)
      script_ = tag;
    else if (tag == Tag::end_script || tag == Tag::paragraph)
      script_ = Tag::none;
  }

  /// `printed` are the bytes to keep where the character stays what it is, since they may be no UTF-8.
  void put(char32_t c, std::string_view printed) {
    if (is_space(c)) {
      (keep_lines_ && is_line_end(c) ? paragraph_ : space_) = true;
      return;
    }
    gap_ |= c == static_cast<char32_t>(cell_gap);
    if (is_invisible(c))
      return;
    char32_t folded = fold_radical(c);
    if (script_ != Tag::none && c >= '0' && c <= '9')
      folded = script_digit(script_, c);
    separate(folded);
    if (folded == c && !printed.empty())
      out_.append(printed);
    else
      append_utf8(out_, folded);
    last_ = folded;
  }

  void separate(char32_t next) {
    if (!out_.empty() && paragraph_)
      out_.push_back('\n');
    else if (!out_.empty() && (gap_ || (space_ && !(is_chinese(last_) && is_chinese(next)))))
      out_.push_back(' ');
    paragraph_ = space_ = gap_ = false;
  }

  bool decodes_entities() {
    if (!decodes_entities_)
      decodes_entities_ = has_tag(text_) || is_all_entities(trim(text_));
    return *decodes_entities_;
  }

  std::string_view text_;
  bool keep_lines_;
  std::string out_;
  char32_t last_ = 0;
  bool space_ = false, paragraph_ = false, gap_ = false;
  Tag script_ = Tag::none;
  std::optional<bool> decodes_entities_;
};

std::string clean(std::string_view text, bool keep_lines) {
  auto const first_stop = run_end(text, 0, steps, stops);
  return first_stop == text.size() ? std::string(text) : Cleaner(text, keep_lines).run(first_stop);
}

bool is_nothing(char32_t c) { return is_space(c) || is_invisible(c); }

/// True for the first byte of what is printed: ASCII, or an ideograph.
bool begins_printed(char byte) {
  auto const c = static_cast<unsigned char>(byte);
  return (c < 0x80 || c >= 0xC0) && printed_steps[c] != Step::look;
}

/// True where the last character can be told by its bytes to be printed.
bool ends_printed(std::string_view text) {
  auto const is_behind = [&](std::size_t back) { return (text[text.size() - back] & 0xC0) == 0x80; };
  if (static_cast<unsigned char>(text.back()) < 0x80)
    return begins_printed(text.back());
  return text.size() > 2 && is_behind(1) && is_behind(2) && begins_printed(text[text.size() - 3]) &&
         static_cast<unsigned char>(text[text.size() - 3]) >= 0xC0;
}

} // namespace

std::string clean_value(std::string_view text) { return clean(text, false); }

std::string clean_prose(std::string_view text) { return clean(text, true); }

std::string_view trim(std::string_view text) {
  while (!text.empty() && !begins_printed(text.front())) {
    auto const first = character_at(text, 0);
    if (!is_nothing(first.value))
      break;
    text.remove_prefix(first.length);
  }
  while (!text.empty() && !ends_printed(text)) {
    auto const last = character_before(text, text.size());
    if (!is_nothing(last.value))
      break;
    text.remove_suffix(last.length);
  }
  return text;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (begins_printed(text[at]))
      return false;
    auto const c = character_at(text, at);
    if (!is_nothing(c.value))
      return false;
    at += c.length;
  }
  return true;
}

} // namespace jixiao
