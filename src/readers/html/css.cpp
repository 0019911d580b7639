#include "readers/html/css.hpp"

#include "readers/html/css_colour.hpp"
#include "readers/html/css_grid.hpp"
#include "readers/html/css_numbers.hpp"
#include "readers/html/css_selector.hpp"
#include "readers/html/css_strokes.hpp"
#include "readers/html/css_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace jixiao {
namespace {

constexpr auto npos = std::string_view::npos;
bool has(std::string_view text, std::string_view what) { return text.find(what) != npos; }

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
  auto const space = size == npos ? npos : shorthand.find_first_of(css_white_space, size);
  return space == npos ? std::string_view() : trim_css(shorthand.substr(space));
}

/// Far beyond the edge of a page, or cut down to nothing.
bool is_off_screen(std::string_view property, std::string_view value) {
  constexpr double far = -900;
  if (property == "clip")
    return value.starts_with("rect(0") || value.starts_with("rect(1px");
  if (property == "clip-path")
    return value.starts_with("inset(50%") || value.starts_with("inset(100%") || value.starts_with("circle(0") ||
           (value.starts_with("polygon(") && value.find_first_of("123456789") == npos);
  auto const length = css_number(value);
  bool const in_letters = value.ends_with("em") || value.ends_with('%');
  return length && *length * (in_letters ? 10 : 1) <= far;
}

/// `scale(0)`, `translateX(-9999px)`
void declare_transform(std::string_view value, CssDeclarations& out) {
  constexpr std::array<std::string_view, 7> to_nothing = {
      "scale(0)", "scalex(0)", "scaley(0)", "scale3d(0", "matrix(0,0,0,0", "rotatex(90deg)", "rotatey(90deg)"};
  std::string bare(value);
  std::erase(bare, ' ');
  if (std::ranges::any_of(to_nothing, [&](auto size) { return has(bare, size); }))
    out.gone = true;
  if (auto const at = value.find("translate"); at != npos)
    if (auto const open = value.find('(', at); open != npos)
      out.off_screen = is_off_screen("left", value.substr(open + 1, value.find_first_of(",)", open) - open - 1));
}

bool is_place(std::string_view property) {
  constexpr std::array<std::string_view, 8> places = {"left",        "top",         "right", "bottom",
                                                      "text-indent", "margin-left", "clip",  "clip-path"};
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
  if (value == "flex" || value == "inline-flex")
    return CssDisplay::flex;
  if (value == "grid" || value == "inline-grid")
    return CssDisplay::grid;
  if (value == "contents")
    return CssDisplay::contents;
  bool const is_group = value.starts_with("table-") && value.ends_with("-group") && value != "table-column-group";
  return is_group ? CssDisplay::rows : CssDisplay::other;
}

/// A length or a share so small that nothing of a letter is seen.
bool is_no_size(std::string_view value) {
  auto const number = css_number(value);
  bool const is_tiny = number && *number <= 1 && (value.ends_with("px") || value.ends_with("pt"));
  return number == 0 || is_tiny;
}

/// Letters without a colour of their own are seen by their edges, by their shadow, or as windows of what is behind
/// them.
bool draws_letters(std::string_view property, std::string_view value) {
  return ((property == "background-clip" || property == "-webkit-background-clip") && has(value, "text")) ||
         (property == "text-shadow" && value != "none") ||
         (property == "-webkit-text-stroke" && css_number(value).value_or(0) > 0);
}

bool is_extent(std::string_view property) {
  return property == "height" || property == "max-height" || property == "width" || property == "max-width";
}

/// What the parts of a line through a text say, in addition to what they say otherwise.
void declare_stroke(std::string_view property, std::string_view value, CssDeclarations& out) {
  if (property == "position")
    out.lies_over = value == "absolute";
  else if (is_css_middle(property, value))
    out.in_middle = true;
  else if (is_css_line(property, value))
    out.is_line = true;
  else if ((property == "background" || property == "background-image") && is_css_stroke(value))
    out.struck = true;
}

void declare(std::string_view property, std::string_view value, CssDeclarations& out) {
  declare_stroke(property, value, out);
  if (property == "display") {
    out.removed = value == "none";
    out.display = display_of(value);
  } else if (property == "mso-hide")
    out.removed = value == "all";
  else if (property == "visibility") {
    out.invisible = value == "hidden" || value == "collapse";
    out.collapsed = value == "collapse";
  } else if (property == "opacity")
    out.gone = css_number(value) == 0;
  else if (property == "filter") {
    if (has(value, "opacity(0)") || has(value, "opacity(0%)"))
      out.gone = true;
  } else if (property == "font-size")
    out.unseen = is_no_size(value);
  else if (property == "content-visibility")
    out.gone = value == "hidden";
  else if (property == "quotes")
    out.unquoted = value == "none";
  else if (draws_letters(property, value))
    out.drawn = true;
  else if (property == "float")
    out.floats = value == "right";
  else if (is_extent(property))
    out.flat = is_no_size(value);
  else if (property == "overflow" || property == "overflow-x" || property == "overflow-y")
    out.clips = value.starts_with("hidden") || value.starts_with("clip");
  else if (property == "transform")
    declare_transform(value, out);
  else if (property == "translate") {
    if (is_off_screen("left", value.substr(0, value.find(' '))))
      out.off_screen = true;
  } else if (property == "scale") {
    if (css_number(value) == 0 || value.ends_with(" 0"))
      out.gone = true;
  } else if (property == "zoom") {
    if (css_number(value).value_or(1) <= (value.ends_with('%') ? 5 : 0.05))
      out.gone = true;
  } else if (property == "-webkit-text-security") {
    if (value != "none")
      out.gone = true;
  } else if (property == "vertical-align")
    out.script = value == "super" ? CssScript::raised : value == "sub" ? CssScript::lowered : CssScript::none;
  else if (property == "text-decoration" || property == "text-decoration-line" || property == "text-line-through") {
    out.underlined = has(value, "underline");
    out.struck = has(value, "line-through") || (property == "text-line-through" && value != "none");
  } else if (property == "font-family" || property == "mso-symbol-font-family")
    out.font = font_of(value);
  else if (property == "font") {
    if (auto const families = families_of(value); !families.empty())
      out.font = font_of(families);
  } else if (property == "color" || property == "-webkit-text-fill-color") {
    out.colour = css_colour(value);
    if (is_transparent(value))
      out.unseen = true;
  } else if (property == "background" || property == "background-color" || property == "background-image")
    out.background = css_background(value);
  else if (property == "direction")
    out.from_right = value == "rtl";
  else if (property == "unicode-bidi")
    out.overrides = value == "bidi-override" || value == "isolate-override";
  else if (property == "text-transform")
    out.letters = letters_of(value);
  else if (property == "flex-direction" || property == "flex-flow")
    out.runs_down = has(value, "column"), out.is_reversed = has(value, "-reverse") && !has(value, "wrap-reverse");
  else if (property == "order")
    out.order = static_cast<std::int32_t>(std::clamp(css_number(value).value_or(0), -1e6, 1e6));
  else if (property == "grid-template-columns")
    out.tracks = css_tracks(value);
  else if (property == "grid-column" || property == "grid-column-end")
    out.columns = css_grid_span(value);
  else if (property == "grid-row" || property == "grid-row-end")
    out.rows = css_grid_span(value);
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
  constexpr std::array<std::string_view, 4> groups = {"@layer", "@supports", "@scope", "@container"};
  if (has(prelude, "@supports not"))
    return false;
  if (!is_narrow && std::ranges::any_of(groups, [&](auto group) { return prelude.starts_with(group); }))
    return true;
  return prelude.starts_with("@media") && (!has(prelude, "print") || has(prelude, "screen")) &&
         !has(prelude, "speech") && !is_narrow;
}

void add_rules(std::string_view selectors, std::string_view declarations, std::size_t most, std::vector<CssRule>& out) {
  auto const block = read_css_declarations(declarations);
  if (block.normal.says_nothing() && block.important.says_nothing())
    return;
  for (auto const& selector : split_css_selectors(selectors)) {
    auto rule = out.size() < most ? read_css_selector(selector) : std::nullopt;
    if (!rule)
      continue;
    rule->block = block;
    out.push_back(*std::move(rule));
  }
}

/// The selectors of rules in a rule: `&` is what the rule around them selects, and stands before those without one.
std::string nested_selectors(std::string_view outer, std::string_view inner) {
  auto const around = outer.find(',') == npos ? std::string(outer) : ":is(" + std::string(outer) + ")";
  std::string out;
  for (auto const& selector : split_css_selectors(inner)) {
    auto own = std::string(trim_css(selector));
    if (own.find('&') == npos)
      own.insert(0, "& ");
    for (auto at = own.find('&'); at != npos; at = own.find('&', at + around.size()))
      own.replace(at, 1, around);
    out.append(out.empty() ? "" : ",").append(own);
  }
  return out;
}

/// A rule, and the rules that stand in it.
void add_rules_of(std::string_view selectors, std::string_view block, std::size_t most, std::vector<CssRule>& out) {
  constexpr std::size_t longest = 1000, deepest = 8;
  struct Part {
    std::string selectors;
    std::string_view block;
    std::size_t depth;
  };
  std::vector<Part> waiting = {{std::string(selectors), block, 0}};
  while (!waiting.empty() && out.size() < most) {
    auto const part = std::move(waiting.back());
    waiting.pop_back();
    std::string declarations;
    for (auto rest = part.block; !rest.empty();) {
      auto const open = rest.find('{');
      auto const begin = open == npos ? rest.size() : rest.find_last_of(";}", open) + 1; // 0: none stands before
      declarations.append(rest.substr(0, begin));
      if (open == npos)
        break;
      auto const prelude = trim_css(rest.substr(begin, open - begin));
      rest.remove_prefix(open + 1);
      auto const inner = rest.substr(0, block_end(rest));
      rest.remove_prefix(std::min(inner.size() + 1, rest.size()));
      bool const is_condition = prelude.starts_with('@');
      if (part.depth == deepest || (is_condition && !is_for_screens(prelude)))
        continue;
      auto names = is_condition ? part.selectors : nested_selectors(part.selectors, prelude);
      if (names.size() <= longest)
        waiting.push_back({std::move(names), inner, part.depth + 1});
    }
    add_rules(part.selectors, declarations, most, out);
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
  return !removed && !invisible && !collapsed && !unseen && !gone && !unquoted && !floats && !drawn && !flat &&
         !clips && !off_screen && !struck && !colour && !background && !font && !script && !letters && !content &&
         !from_right && !overrides && !is_reversed && !order && !display && !runs_down && !tracks && !columns &&
         !rows && !underlined && !resets && !counts && !lies_over && !in_middle && !is_line && !quotes && texts.empty();
}

void CssDeclarations::apply(CssDeclarations const& later) {
  auto const take = [](auto& to, auto const& from) { to = from ? from : to; };
  take(removed, later.removed);
  take(invisible, later.invisible);
  take(collapsed, later.collapsed);
  take(unseen, later.unseen);
  take(gone, later.gone);
  take(unquoted, later.unquoted);
  take(floats, later.floats);
  take(drawn, later.drawn);
  take(flat, later.flat);
  take(clips, later.clips);
  take(struck, later.struck);
  take(colour, later.colour);
  take(background, later.background);
  take(from_right, later.from_right);
  take(overrides, later.overrides);
  take(is_reversed, later.is_reversed);
  take(order, later.order);
  take(runs_down, later.runs_down);
  take(tracks, later.tracks);
  take(columns, later.columns);
  take(rows, later.rows);
  take(font, later.font);
  take(script, later.script);
  take(off_screen, later.off_screen);
  take(letters, later.letters);
  take(display, later.display);
  take(content, later.content);
  take(resets, later.resets);
  take(counts, later.counts);
  take(underlined, later.underlined);
  take(lies_over, later.lies_over);
  take(in_middle, later.in_middle);
  take(is_line, later.is_line);
  take(quotes, later.quotes);
  texts.insert(texts.end(), later.texts.begin(), later.texts.end());
}

std::string css_content(std::string_view declared, CssPrinted const& print) {
  std::string out;
  for (std::size_t at = 0; at < declared.size();) {
    if (char const quote = declared[at]; quote == '"' || quote == '\'') {
      for (++at; at < declared.size() && declared[at] != quote;)
        append_character(out, declared, at);
      ++at;
      continue;
    }
    auto const end = std::min(declared.find_first_of("(\"' \t\r\n\f", at), declared.size());
    auto const word = declared.substr(at, end - at);
    at = std::max(end, at + 1);
    if (end == declared.size() || declared[end] != '(') {
      out += print(word, {}).value_or("");
      continue;
    }
    auto const close = std::min(declared.find(')', end), declared.size());
    auto const printed = print(word, trim_css(declared.substr(end + 1, close - end - 1)));
    if (!printed)
      return {};
    out += *printed;
    at = std::min(close + 1, declared.size());
  }
  return out;
}

CssBlock read_css_declarations(std::string_view text) {
  constexpr std::size_t longest_text = 200;
  CssBlock block;
  while (!text.empty()) {
    auto const end = declaration_end(text);
    auto const declaration = text.substr(0, end);
    auto const colon = declaration.find(':');
    text.remove_prefix(std::min(end + 1, text.size()));
    if (colon == npos)
      continue;
    auto const written = trim_css(declaration.substr(colon + 1));
    auto const property = css_lower_case(trim_css(declaration.substr(0, colon)));
    if (property == "content" || property.starts_with("counter-")) {
      auto& declared = property == "content"         ? block.normal.content
                       : property == "counter-reset" ? block.normal.resets
                                                     : block.normal.counts;
      declared = written;
      continue;
    }
    if (property.starts_with("--") && written.find_first_of("\"'") != npos && written.size() <= longest_text)
      block.normal.texts.emplace_back(trim_css(declaration.substr(0, colon)), written);
    if (property == "quotes")
      block.normal.quotes = written;
    auto value = css_lower_case(written);
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
      add_rules_of(prelude, text.substr(0, close), most, rules);
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  return rules;
}

} // namespace jixiao
