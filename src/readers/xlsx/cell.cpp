#include "readers/xlsx/cell.hpp"

#include "readers/xlsx/strings.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <charconv>
#include <chrono>

namespace jixiao {
namespace {

/// The children that matter, found in one pass.
struct Parts {
  pugi::xml_node formula, value, inline_string;
};

Parts parts_of(pugi::xml_node cell) {
  Parts parts;
  for (auto const node : cell.children()) {
    auto const name = local_name(node);
    if (name == "v")
      parts.value = node;
    else if (name == "f")
      parts.formula = node;
    else if (name == "is")
      parts.inline_string = node;
  }
  return parts;
}

std::string_view shared_string(std::string_view index, SheetContext const& context, bool& unknown) {
  std::size_t at = 0;
  auto const [end, error] = std::from_chars(index.data(), index.data() + index.size(), at);
  unknown = error != std::errc() || end != index.data() + index.size() || at >= context.strings.size();
  return unknown ? std::string_view() : context.strings[at];
}

std::optional<int> take_number(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  if (text.size() < at + count)
    return std::nullopt;
  auto const* const begin = text.data() + at;
  auto const end = std::from_chars(begin, begin + count, number).ptr;
  return end == begin + count && number >= 0 ? std::optional(number) : std::nullopt;
}

/// The serial number of an ISO 8601 date with or without a time (t="d"); empty when it is none.
std::string serial_of(std::string_view date, bool epoch_1904) {
  using namespace std::chrono;
  auto const y = take_number(date, 0, 4), m = take_number(date, 5, 2), d = take_number(date, 8, 2);
  if (!y || !m || !d || *m > 12 || *d > 31)
    return {};
  auto const day =
      year_month_day{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  constexpr int unix_of_1904 = -24'107, unix_of_1900 = -25'569;
  if (!day.ok() || *y < 1904)
    return {};
  auto const days = sys_days{day}.time_since_epoch().count() - (epoch_1904 ? unix_of_1904 : unix_of_1900);
  auto const seconds = take_number(date, 11, 2).value_or(0) * 3600 + take_number(date, 14, 2).value_or(0) * 60 +
                       take_number(date, 17, 2).value_or(0);
  return std::to_string(static_cast<double>(days) + static_cast<double>(seconds) / 86'400);
}

std::string date_text(std::string_view date, NumberFormat const& format, bool epoch_1904) {
  auto const serial = format.sections.empty() ? std::string() : serial_of(date, epoch_1904);
  return serial.empty() ? std::string(date) : format_number(serial, format, epoch_1904);
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// What a cell of a type other than a shared string shows.
std::string shown_text(std::string_view type, Parts const& parts, NumberFormat const& format, bool epoch_1904) {
  if (type == "inlineStr" || (parts.inline_string && !parts.value))
    return format_text(string_item_text(parts.inline_string), format);
  auto value = element_text(parts.value);
  if (type == "str")
    return format_text(unescape_xstring(std::move(value)), format);
  if (type == "e")
    return value;
  auto const trimmed = trim(value);
  if (type == "b")
    return trimmed == "1" || trimmed == "true" ? "TRUE" : "FALSE";
  if (type == "d")
    return date_text(trimmed, format, epoch_1904);
  return format_number(trimmed, format, epoch_1904);
}

/// The formula of a cell that has no value to show; empty when it has one, or no formula.
std::string valueless_formula(std::string_view type, Parts const& parts) {
  if (!parts.formula || parts.inline_string)
    return {};
  auto formula = element_text(parts.formula);
  if (type == "e")
    return is_text_as_formula(formula) ? formula : std::string();
  // An empty text is what a formula may give; an empty number is none.
  bool const is_empty_text = type == "str" && parts.value;
  if (is_empty_text || !is_blank(element_text(parts.value)))
    return {};
  return formula.empty() ? std::string("(shared)") : formula;
}

} // namespace

bool is_text_as_formula(std::string_view formula) {
  auto rest = trim(formula);
  auto const skip = [&](auto const& is_part) {
    auto const begin = rest.size();
    while (!rest.empty() && is_part(rest.front()))
      rest.remove_prefix(1);
    return begin > rest.size();
  };
  if (!skip([](char c) { return is_ascii_digit(c) || c == '.' || c == ','; }))
    return false;
  skip([](char c) { return c == '%' || c == ' '; });
  return rest.empty() || rest.front() == '(' || static_cast<unsigned char>(rest.front()) >= 0x80;
}

CellValue read_cell_value(pugi::xml_node cell, std::string_view type, std::size_t style, SheetContext const& context,
                          ReadingBuilder& builder) {
  auto const parts = parts_of(cell);
  CellValue found;
  found.formula = valueless_formula(type, parts);
  if (!found.formula.empty()) {
    if (is_text_as_formula(found.formula))
      found.text = builder.own("=" + found.formula);
    return found;
  }
  auto const& format = context.styles.format(style);
  if (type == "s") {
    auto const index = element_text(parts.value);
    auto const text = shared_string(trim(index), context, found.unknown_string);
    auto shown = format_text(text, format);
    found.text = shown == text ? text : builder.own(std::move(shown));
  } else if (parts.inline_string || !is_blank(element_text(parts.value))) {
    found.text = builder.own(shown_text(type, parts, format, context.epoch_1904));
  }
  return found;
}

} // namespace jixiao
