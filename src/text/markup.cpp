#include "text/markup.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

struct Name {
  std::string_view name;
  Tag tag;
};

// In alphabetical order.
constexpr std::array names = {
    Name{"a", Tag::formatting},     Name{"address", Tag::paragraph}, Name{"article", Tag::paragraph},
    Name{"b", Tag::formatting},     Name{"big", Tag::formatting},    Name{"blockquote", Tag::paragraph},
    Name{"body", Tag::paragraph},   Name{"br", Tag::paragraph},      Name{"center", Tag::paragraph},
    Name{"code", Tag::formatting},  Name{"col", Tag::formatting},    Name{"colgroup", Tag::formatting},
    Name{"dd", Tag::paragraph},     Name{"del", Tag::formatting},    Name{"div", Tag::paragraph},
    Name{"dl", Tag::paragraph},     Name{"dt", Tag::paragraph},      Name{"em", Tag::formatting},
    Name{"font", Tag::formatting},  Name{"h1", Tag::paragraph},      Name{"h2", Tag::paragraph},
    Name{"h3", Tag::paragraph},     Name{"h4", Tag::paragraph},      Name{"h5", Tag::paragraph},
    Name{"h6", Tag::paragraph},     Name{"hr", Tag::paragraph},      Name{"html", Tag::paragraph},
    Name{"i", Tag::formatting},     Name{"img", Tag::formatting},    Name{"ins", Tag::formatting},
    Name{"label", Tag::formatting}, Name{"li", Tag::paragraph},      Name{"mark", Tag::formatting},
    Name{"ol", Tag::paragraph},     Name{"p", Tag::paragraph},       Name{"pre", Tag::paragraph},
    Name{"s", Tag::formatting},     Name{"section", Tag::paragraph}, Name{"small", Tag::formatting},
    Name{"span", Tag::formatting},  Name{"strike", Tag::formatting}, Name{"strong", Tag::formatting},
    Name{"sub", Tag::subscript},    Name{"sup", Tag::superscript},   Name{"table", Tag::paragraph},
    Name{"tbody", Tag::formatting}, Name{"td", Tag::space},          Name{"tfoot", Tag::formatting},
    Name{"th", Tag::space},         Name{"thead", Tag::formatting},  Name{"tr", Tag::paragraph},
    Name{"tt", Tag::formatting},    Name{"u", Tag::formatting},      Name{"ul", Tag::paragraph},
};
static_assert(std::ranges::is_sorted(names, {}, &Name::name));
constexpr std::size_t longest_name = 10;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_blank_ascii(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

Tag find_name(std::string_view name) {
  std::array<char, longest_name> lowered{};
  if (name.empty() || name.size() > longest_name)
    return Tag::none;
  std::ranges::transform(name, lowered.begin(), to_lower);
  std::string_view const key(lowered.data(), name.size());
  auto const found = std::ranges::lower_bound(names, key, {}, &Name::name);
  return found != names.end() && found->name == key ? found->tag : Tag::none;
}

/// What stands between a tag's name and its '>': nothing, or something that begins as an attribute does. Words that
/// do not are printed text: `a<b 且 c>d`.
bool is_attributes(std::string_view body) {
  if (!body.empty() && body.back() == '/')
    body.remove_suffix(1);
  if (!body.empty() && !is_blank_ascii(body.front()))
    return false;
  body.remove_prefix(static_cast<std::size_t>(std::ranges::find_if_not(body, is_blank_ascii) - body.begin()));
  auto const name = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':'; };
  auto const name_end = std::ranges::find_if_not(body, name);
  return body.empty() || (name_end != body.begin() && name_end != body.end() && *name_end == '=');
}

EntityMatch match_number(std::string_view digits) {
  bool const hex = !digits.empty() && to_lower(digits.front()) == 'x';
  if (hex)
    digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7)
    return {};
  char32_t value = 0;
  for (char const c : digits) {
    char const l = to_lower(c);
    if (!is_digit(c) && !(hex && l >= 'a' && l <= 'f'))
      return {};
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(is_digit(c) ? c - '0' : l - 'a' + 10);
  }
  bool const character = value != 0 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
  return character ? EntityMatch{value, 1} : EntityMatch{};
}

struct Entity {
  std::string_view name;
  char32_t value;
};

constexpr std::array entities = {
    Entity{"amp", '&'},      Entity{"lt", '<'},        Entity{"gt", '>'},       Entity{"quot", '"'},
    Entity{"apos", '\''},    Entity{"nbsp", 0xA0},     Entity{"ensp", 0x2002},  Entity{"emsp", 0x2003},
    Entity{"ge", 0x2265},    Entity{"le", 0x2264},     Entity{"times", 0xD7},   Entity{"middot", 0xB7},
    Entity{"ldquo", 0x201C}, Entity{"rdquo", 0x201D},  Entity{"lsquo", 0x2018}, Entity{"rsquo", 0x2019},
    Entity{"mdash", 0x2014}, Entity{"hellip", 0x2026}, Entity{"plusmn", 0xB1},  Entity{"yen", 0xA5},
};

} // namespace

TagMatch match_tag(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  bool const closing = i < text.size() && text[i] == '/';
  i += closing ? 1 : 0;
  std::size_t const start = i;
  while (i < text.size() && i - start <= longest_name && (is_letter(text[i]) || is_digit(text[i])))
    ++i;
  Tag tag = find_name(text.substr(start, i - start));
  if (tag == Tag::none)
    return {};
  // A tag ends before the next '<', so that the scans of a whole text add up to one pass.
  auto const end = text.find_first_of("<>", i);
  if (end == std::string_view::npos || text[end] == '<' || !is_attributes(text.substr(i, end - i)))
    return {};
  if (closing && (tag == Tag::superscript || tag == Tag::subscript))
    tag = Tag::end_script;
  return {tag, end + 1 - at};
}

bool has_tag(std::string_view text) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (match_tag(text, at).tag != Tag::none)
      return true;
  return false;
}

EntityMatch match_entity(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 10;
  auto const window = text.substr(at + 1, longest);
  auto const end = window.find(';');
  if (end == std::string_view::npos || end == 0)
    return {};
  auto const name = window.substr(0, end);
  if (name.front() == '#') {
    auto number = match_number(name.substr(1));
    number.length = number.length == 0 ? 0 : end + 2;
    return number;
  }
  auto const found = std::ranges::find(entities, name, &Entity::name);
  return found == entities.end() ? EntityMatch{} : EntityMatch{found->value, end + 2};
}

bool is_all_entities(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const length = text[at] == '&' ? match_entity(text, at).length : text[at] == ' ' ? 1U : 0U;
    if (length == 0)
      return false;
    any = any || text[at] == '&';
    at += length;
  }
  return any;
}

} // namespace jixiao
