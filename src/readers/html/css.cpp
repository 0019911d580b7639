#include "readers/html/css.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace jixiao {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view white_space = " \t\r\n\f";
constexpr std::size_t most_compounds = 16;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

std::string_view trim_css(std::string_view text) {
  auto const begin = text.find_first_not_of(white_space);
  return begin == npos ? std::string_view() : text.substr(begin, text.find_last_not_of(white_space) + 1 - begin);
}

bool has(std::string_view text, std::string_view what) { return text.find(what) != npos; }

/// The number that a length or a share begins with.
std::optional<double> number_of(std::string_view value) {
  double number = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

bool is_white(std::string_view color) {
  constexpr std::array<std::string_view, 5> whites = {"white", "#fff", "#ffffff", "rgb(255,255,255)",
                                                      "rgb(100%,100%,100%)"};
  std::string bare(color);
  std::erase(bare, ' ');
  return std::ranges::find(whites, bare) != whites.end();
}

/// The first family of a list that is known as a font of signs decides.
SymbolFont font_of(std::string_view families) {
  auto family = trim_css(families.substr(0, families.find(',')));
  if (!family.empty() && (family.front() == '"' || family.front() == '\''))
    family = family.substr(1, family.find(family.front(), 1) - 1);
  return symbol_font(family);
}

/// The families of the shorthand `font`: what stands behind the size.
std::string_view families_of(std::string_view shorthand) {
  auto const before = shorthand.substr(0, shorthand.find_first_of(",\"'"));
  auto const size = before.find_first_of("0123456789");
  auto const space = size == npos ? npos : shorthand.find_first_of(white_space, size);
  return space == npos ? std::string_view() : trim_css(shorthand.substr(space));
}

/// Far beyond the edge of a page, or cut down to nothing.
bool is_off_screen(std::string_view property, std::string_view value) {
  constexpr double far = -900;
  if (property == "clip")
    return value.starts_with("rect(0") || value.starts_with("rect(1px");
  if (property == "clip-path")
    return value.starts_with("inset(50%") || value.starts_with("inset(100%") || value.starts_with("circle(0");
  auto const length = number_of(value);
  bool const in_letters = value.ends_with("em") || value.ends_with('%');
  return length && *length * (in_letters ? 10 : 1) <= far;
}

bool is_place(std::string_view property) {
  constexpr std::array<std::string_view, 6> places = {"left", "top", "text-indent", "margin-left", "clip", "clip-path"};
  return std::ranges::find(places, property) != places.end();
}

CssLetters letters_of(std::string_view value) {
  return value == "uppercase" ? CssLetters::upper : value == "lowercase" ? CssLetters::lower : CssLetters::as_written;
}

CssDisplay display_of(std::string_view value) {
  if (value == "table" || value == "inline-table")
    return CssDisplay::table;
  if (value == "table-row")
    return CssDisplay::row;
  if (value == "table-cell")
    return CssDisplay::cell;
  bool const is_group = value.starts_with("table-") && value.ends_with("-group") && value != "table-column-group";
  return is_group ? CssDisplay::rows : CssDisplay::other;
}

bool is_background(std::string_view value) {
  return !(value.empty() || is_white(value) || value == "transparent" || value == "none" || value == "inherit" ||
           value == "initial");
}

void declare(std::string_view property, std::string_view value, CssDeclarations& out) {
  if (property == "display") {
    out.removed = value == "none";
    out.display = display_of(value);
  }
  else if (property == "mso-hide")
    out.removed = value == "all";
  else if (property == "visibility") {
    out.invisible = value == "hidden" || value == "collapse";
    out.collapsed = value == "collapse";
  } else if (property == "opacity" || property == "font-size")
    out.unseen = number_of(value) == 0;
  else if (property == "text-decoration" || property == "text-decoration-line" || property == "text-line-through")
    out.struck = has(value, "line-through") || (property == "text-line-through" && value != "none");
  else if (property == "font-family" || property == "mso-symbol-font-family")
    out.font = font_of(value);
  else if (property == "font") {
    if (auto const families = families_of(value); !families.empty())
      out.font = font_of(families);
  } else if (property == "color") {
    out.white = is_white(value);
    if (value == "transparent")
      out.unseen = true;
  } else if (property == "background" || property == "background-color" || property == "background-image")
    out.shaded = is_background(value);
  else if (property == "text-transform")
    out.letters = letters_of(value);
  else if (is_place(property) && is_off_screen(property, value))
    out.off_screen = true;
}

/// Where a declaration ends: semicolons in quotation marks and brackets are part of it.
std::size_t declaration_end(std::string_view text) {
  char quote = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const c = text[at];
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (c == '(' || c == ')')
      depth += c == '(' ? 1 : -1;
    else if (c == ';' && depth <= 0)
      return at;
  }
  return text.size();
}

/// Without comments, and without the marks that hide a sheet from browsers of long ago.
std::string without_comments(std::string_view sheet) {
  std::string out;
  out.reserve(sheet.size());
  while (!sheet.empty()) {
    auto const at = std::min({sheet.find("/*"), sheet.find("<!--"), sheet.find("-->"), sheet.size()});
    out.append(sheet.substr(0, at)).push_back(' ');
    auto const rest = sheet.substr(at);
    auto const end = rest.starts_with("/*") ? rest.find("*/") : npos;
    auto const length = rest.starts_with("<!--")  ? 4
                        : rest.starts_with("-->") ? 3
                        : end == npos             ? rest.size()
                                                  : end + 2;
    sheet = rest.substr(std::min(length, rest.size()));
  }
  return out;
}

/// [name], [name="value"], [name^=value] at `at`, which moves behind it; false when it is none.
bool read_attribute(std::string_view text, std::size_t& at, CssCompound& compound) {
  auto const end = text.find(']', at);
  if (end == npos)
    return false;
  auto const inner = trim_css(text.substr(at + 1, end - at - 1));
  auto const sign = inner.find('=');
  CssAttribute asked;
  auto name = inner.substr(0, sign);
  if (sign != npos) {
    auto value = trim_css(inner.substr(sign + 1));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    asked.value = value;
    asked.match = '=';
    if (!name.empty() && std::string_view("~|^$*").find(name.back()) != npos) {
      asked.match = name.back();
      name.remove_suffix(1);
    }
  }
  asked.name = lower_case(trim_css(name));
  at = end + 1;
  if (asked.name.empty())
    return false;
  compound.attributes.push_back(std::move(asked));
  return true;
}

/// :first-child, :last-child, :only-child, :nth-child(3) at `at`, which moves behind it; false for another.
bool read_place(std::string_view text, std::size_t& at, CssCompound& compound) {
  auto const end = std::min(text.find_first_of(".#*:[", at + 1), text.size());
  auto const name = lower_case(text.substr(at + 1, end - at - 1));
  at = end;
  compound.is_first |= name == "first-child" || name == "only-child";
  compound.is_last |= name == "last-child" || name == "only-child";
  constexpr std::string_view numbered = "nth-child(";
  if (name.starts_with(numbered) && name.ends_with(')')) {
    auto const digits = trim_css(std::string_view(name).substr(numbered.size(), name.size() - numbered.size() - 1));
    auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), compound.child_number);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size() && compound.child_number > 0;
  }
  return name == "first-child" || name == "last-child" || name == "only-child";
}

/// td.old#x; nothing when the selector has what is not followed.
std::optional<CssCompound> read_compound(std::string_view text) {
  CssCompound compound;
  for (std::size_t at = 0; at < text.size();) {
    char const mark = text[at];
    if (mark == '*') {
      ++at;
      continue;
    }
    if (mark == '[' || mark == ':') {
      if (!(mark == '[' ? read_attribute(text, at, compound) : read_place(text, at, compound)))
        return std::nullopt;
      continue;
    }
    bool const marked = mark == '.' || mark == '#';
    auto const begin = at + (marked ? 1 : 0);
    at = std::min(text.find_first_of(".#*:[", begin), text.size());
    auto name = std::string(text.substr(begin, at - begin));
    if (name.empty() || has(name, "\\"))
      return std::nullopt;
    if (mark == '.')
      compound.classes.push_back(std::move(name));
    else
      (mark == '#' ? compound.id : compound.tag) = mark == '#' ? std::move(name) : lower_case(name);
  }
  return compound;
}

/// Takes "::before", ":after" off the end of a selector.
CssPart take_part(std::string_view& selector) {
  for (auto const& [name, part] :
       {std::pair(std::string_view("before"), CssPart::before), std::pair(std::string_view("after"), CssPart::after)}) {
    auto const colon = selector.rfind(':');
    if (colon == npos || lower_case(selector.substr(colon + 1)) != name)
      continue;
    selector.remove_suffix(selector.size() - colon);
    if (selector.ends_with(':'))
      selector.remove_suffix(1);
    return part;
  }
  return CssPart::itself;
}

std::uint32_t weight_of(CssCompound const& compound) {
  auto const places = (compound.is_first ? 1U : 0U) + (compound.is_last ? 1U : 0U) + (compound.child_number > 0 ? 1U : 0U);
  return static_cast<std::uint32_t>(compound.classes.size() + compound.attributes.size()) + places;
}

std::optional<CssRule> read_selector(std::string_view text) {
  CssRule rule;
  text = trim_css(text);
  rule.part = take_part(text);
  if (rule.part != CssPart::itself && (text.empty() || white_space.find(text.back()) != npos))
    rule.compounds.emplace_back(); // of any element
  bool is_child = false;
  for (; !text.empty(); text = trim_css(text)) {
    if (text.front() == '>') {
      is_child = true;
      text.remove_prefix(1);
      continue;
    }
    if (text.front() == '+' || text.front() == '~' || rule.compounds.size() == most_compounds)
      return std::nullopt;
    auto const end = std::min(text.find_first_of(" \t\r\n\f>+~"), text.size());
    auto compound = read_compound(text.substr(0, end));
    if (!compound)
      return std::nullopt;
    compound->is_child = std::exchange(is_child, false);
    rule.specificity += (compound->id.empty() ? 0U : 10'000U) +
                        100U * weight_of(*compound) + (compound->tag.empty() ? 0U : 1U);
    rule.compounds.push_back(*std::move(compound));
    text.remove_prefix(end);
  }
  std::ranges::reverse(rule.compounds);
  return rule.compounds.empty() ? std::nullopt : std::optional(std::move(rule));
}

/// Where the block ends that an open brace stands before.
std::size_t block_end(std::string_view text) {
  int depth = 1;
  for (auto at = text.find_first_of("{}"); at != npos; at = text.find_first_of("{}", at + 1))
    if (depth += text[at] == '{' ? 1 : -1; depth == 0)
      return at;
  return text.size();
}

bool is_for_screens(std::string_view prelude) {
  bool const is_narrow = has(prelude, "max-width") || has(prelude, "max-device-width");
  return prelude.starts_with("@media") && (!has(prelude, "print") || has(prelude, "screen")) &&
         !has(prelude, "speech") && !is_narrow;
}

void add_rules(std::string_view selectors, std::string_view declarations, std::size_t most, std::vector<CssRule>& out) {
  auto const block = read_css_declarations(declarations);
  if (block.normal.says_nothing() && block.important.says_nothing())
    return;
  while (!selectors.empty() && out.size() < most) {
    auto const end = std::min(selectors.find(','), selectors.size());
    if (auto rule = read_selector(selectors.substr(0, end))) {
      rule->block = block;
      out.push_back(*std::move(rule));
    }
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
  }
}

/// A character of a string, or what a backslash before hexadecimal digits stands for.
void append_character(std::string& out, std::string_view text, std::size_t& at) {
  if (text[at] != '\\' || at + 1 == text.size())
    return out.push_back(text[at++]);
  ++at;
  std::uint32_t code = 0;
  constexpr std::size_t most_digits = 6;
  auto const* const begin = text.data() + at;
  auto const* const end = begin + std::min(most_digits, text.size() - at);
  auto const parsed = std::from_chars(begin, end, code, 16);
  if (parsed.ptr == begin)
    return out.push_back(text[at++]);
  at += static_cast<std::size_t>(parsed.ptr - begin);
  at += at < text.size() && text[at] == ' ' ? 1 : 0;
  if (code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF))
    append_utf8(out, code);
}

} // namespace

bool CssDeclarations::says_nothing() const {
  return !removed && !invisible && !collapsed && !unseen && !off_screen && !struck && !white && !shaded && !font &&
         !letters && !content && !display;
}

void CssDeclarations::apply(CssDeclarations const& later) {
  auto const take = [](auto& to, auto const& from) { to = from ? from : to; };
  take(removed, later.removed);
  take(invisible, later.invisible);
  take(collapsed, later.collapsed);
  take(unseen, later.unseen);
  take(struck, later.struck);
  take(white, later.white);
  take(shaded, later.shaded);
  take(font, later.font);
  take(off_screen, later.off_screen);
  take(letters, later.letters);
  take(display, later.display);
  take(content, later.content);
}

std::string css_content(std::string_view declared) {
  std::string out;
  for (std::size_t at = 0; at < declared.size();) {
    char const quote = declared[at++];
    if (quote == '(') // counter(), attr(), url()
      return {};
    if (quote != '"' && quote != '\'')
      continue;
    while (at < declared.size() && declared[at] != quote)
      append_character(out, declared, at);
    at += at < declared.size() ? 1 : 0;
  }
  for (std::size_t at = 0; at < out.size();) {
    auto const c = character_at(out, at);
    if (c.value >= 0xE000 && c.value <= 0xF8FF)
      return {};
    at += c.length;
  }
  return out;
}

CssBlock read_css_declarations(std::string_view text) {
  CssBlock block;
  while (!text.empty()) {
    auto const end = declaration_end(text);
    auto const declaration = text.substr(0, end);
    auto const colon = declaration.find(':');
    text.remove_prefix(std::min(end + 1, text.size()));
    if (colon == npos)
      continue;
    auto const written = trim_css(declaration.substr(colon + 1));
    auto const property = lower_case(trim_css(declaration.substr(0, colon)));
    if (property == "content") {
      block.normal.content = written;
      continue;
    }
    auto value = lower_case(written);
    auto const important = value.rfind("!important");
    if (important != npos)
      value = std::string(trim_css(std::string_view(value).substr(0, important)));
    declare(property, value, important != npos ? block.important : block.normal);
  }
  return block;
}

std::vector<CssRule> read_css(std::string_view sheet, std::size_t most) {
  auto const bare = without_comments(sheet);
  std::vector<CssRule> rules;
  std::string_view text = bare;
  while (!text.empty() && rules.size() < most) {
    auto const end = text.find_first_of("{};");
    if (end == npos)
      break;
    auto const prelude = trim_css(text.substr(0, end));
    bool const opens = text[end] == '{';
    text.remove_prefix(end + 1);
    if (!opens || is_for_screens(prelude)) // what is in the block is read, and its end passed over
      continue;
    auto const close = block_end(text);
    if (!prelude.starts_with('@'))
      add_rules(prelude, text.substr(0, close), most, rules);
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  return rules;
}

} // namespace jixiao
