#include "readers/html/text_look.hpp"

#include "readers/html/tree.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {

std::optional<LeftOut::Kind> left_out_as(HtmlState const& state) {
  if (!state.is_seen() || state.closed)
    return LeftOut::hidden;
  if (state.struck)
    return LeftOut::struck;
  if (is_lost_on(state.colour, state.background))
    return lost_on(state.background);
  return std::nullopt;
}

std::string in_font(std::string_view text, SymbolFont font, LeftOut& left_out) {
  if (font == SymbolFont::none)
    return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    bool const is_code = (c.value > 0x20 && c.value <= 0xFF) || (c.value > 0xF020 && c.value <= 0xF0FF);
    if (auto const sign = is_code ? symbol(font, c.value) : c.value; sign != 0)
      append_utf8(out, sign);
    else
      left_out.find(Code::sign_unknown,
                    {{"sign", std::string(text.substr(at, c.length))}, {"font", std::string(name_of(font))}});
    at += c.length;
  }
  return out;
}

namespace {

/// Among the first nodes in the element; what has more is no underlined sign.
bool is_only_text(GumboNode const& node, GumboNode const& element) {
  constexpr std::size_t most = 8;
  auto const children = html_children(element);
  return children.size() <= most && std::ranges::all_of(children, [&](GumboNode const* child) {
           return child == &node || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_COMMENT;
         });
}

} // namespace

bool is_underlined_sign(GumboNode const& leaf, HtmlStyles& styles) {
  if (!UnderlinedSign::is_comparator(trim(leaf.v.text.text)))
    return false;
  bool is_underlined = false;
  auto const* node = &leaf;
  for (auto const* up = leaf.parent; up != nullptr && up->type == GUMBO_NODE_ELEMENT && styles.state(*up).underlined;
       node = up, up = up->parent) {
    if (!is_only_text(*node, *up))
      return false;
    is_underlined = true;
  }
  return is_underlined;
}

HtmlFlow::Script script_of(CssScript script) {
  return script == CssScript::raised    ? HtmlFlow::Script::raised
         : script == CssScript::lowered ? HtmlFlow::Script::lowered
                                        : HtmlFlow::Script::none;
}

bool has_private_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (c.value >= 0xE000 && c.value <= 0xF8FF)
      return true;
    at += c.length;
  }
  return false;
}

std::string in_letters(std::string text, CssLetters letters) {
  auto const upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (letters == CssLetters::upper)
    std::ranges::transform(text, text.begin(), upper);
  else if (letters == CssLetters::lower)
    std::ranges::transform(text, text.begin(), lower);
  return text;
}

} // namespace jixiao
