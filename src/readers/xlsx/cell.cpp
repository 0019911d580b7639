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

SheetText const* shared_string(std::string_view index, SheetContext const& context) {
  std::size_t at = 0;
  auto const [end, error] = std::from_chars(index.data(), index.data() + index.size(), at);
  bool const is_known = error == std::errc() && end == index.data() + index.size() && at < context.strings.size();
  return is_known ? &context.strings[at] : nullptr;
}

std::optional<int> take_number(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  if (text.size() < at + count)
    return std::nullopt;
  auto const* const begin = text.data() + at;
  auto const end = std::from_chars(begin, begin + count, number).ptr;
  return end == begin + count && number >= 0 ? std::optional(number) : std::nullopt;
}

std::string date_text(std::string_view date, NumberFormat const& format, bool epoch_1904) {
  auto const serial = format.sections.empty() ? std::string() : date_serial(date, epoch_1904);
  return serial.empty() ? std::string(date) : format_number(serial, format, epoch_1904);
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// What a cell that is no string item shows.
std::string shown_text(std::string_view type, std::string value, NumberFormat const& format, bool epoch_1904) {
  if (type == "str" || type == "inlineStr") // some programs put the latter's text where the value of others stands
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
/// Programs that compute nothing put a 0, and have it computed when the workbook is opened.
std::string valueless_formula(std::string_view type, Parts const& parts, bool computes_when_opened) {
  if (!parts.formula || parts.inline_string)
    return {};
  auto formula = element_text(parts.formula);
  if (type == "e")
    return is_text_as_formula(formula) ? formula : std::string();
  // An empty text is what a formula may give; an empty number is none.
  bool const is_empty_text = type == "str" && parts.value;
  auto const value = element_text(parts.value);
  bool const is_stand_in = computes_when_opened && type != "str" && trim(value) == "0";
  if (is_empty_text || (!is_blank(value) && !is_stand_in))
    return {};
  return formula.empty() ? std::string("(shared)") : formula;
}

} // namespace

std::string date_serial(std::string_view date, bool epoch_1904) {
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

namespace {

/// A cell's texts on their way to what is shown of them.
class ValueReader {
public:
  ValueReader(CellAttributes const& cell, SheetContext const& context, ReadingBuilder& builder)
      : cell_(cell), context_(context), builder_(builder), format_(context.styles.format(cell.style)),
        font_(context.styles.font(cell.style)) {}

  CellValue run(Parts const& parts) {
    CellValue found;
    if (auto formula = valueless_formula(cell_.type, parts, context_.computes_when_opened); !formula.empty()) {
      bool const is_text = is_text_as_formula(formula);
      if (is_text)
        left_out_.find(Code::text_as_formula, {{"text", "=" + formula}});
      else
        left_out_.find(Code::formula_without_value, {{"formula", formula}});
      found.text = is_text ? builder_.own("=" + formula) : std::string_view();
    } else if (cell_.type == "s") {
      auto const* const text = shared_string(trim(element_text(parts.value)), context_);
      found.unknown_string = text == nullptr;
      if (found.unknown_string && context_.tells_unknown_strings)
        left_out_.find(Code::damaged_part,
                       {{"part", "sharedStrings"}, {"problem", "has no text for this cell; it was left empty"}});
      found.text = text == nullptr ? std::string_view() : shown(*text);
    } else if (parts.inline_string && (cell_.type == "inlineStr" || !parts.value)) {
      found.text = shown(sheet_text(string_item_runs(parts.inline_string, context_.styles.palette()), builder_));
    } else if (auto value = element_text(parts.value); !is_blank(value)) {
      found.text = shown_value(std::move(value));
    }
    found.findings = left_out_.take();
    return found;
  }

private:
  std::string_view shown(SheetText const& text) {
    if (hides_texts(format_))
      return hide(text.text);
    if (text.runs.empty() && font_.is_plain() && format_.sections.empty())
      return text.text;
    if (text.runs.empty())
      return shown_in_font(format_text(text.text, format_));
    return builder_.own(format_text(runs_shown(text.runs), format_));
  }

  std::string_view shown_value(std::string value) {
    bool const is_picture = cell_.type == "e" && cell_.has_metadata;
    if (is_picture) {
      left_out_.find(Code::graphic_not_read, {{"what", "a picture"}});
      return {};
    }
    bool const is_number = cell_.type.empty() || cell_.type == "n";
    bool const is_hidden =
        is_number ? hides_number(trim(value), format_) || (context_.hides_zeros && is_zero_number(trim(value)))
                  : cell_.type != "b" && cell_.type != "d" && cell_.type != "e" && hides_texts(format_);
    if (is_hidden)
      return hide(value);
    bool const is_scaled = is_number && leaves_out_thousands(trim(value), format_);
    auto number = is_scaled ? std::string(trim(value)) : std::string();
    if (cell_.type == "b" && context_.styles.shows_check_box(cell_.style))
      return shown_text(cell_.type, std::move(value), format_, context_.epoch_1904) == "TRUE" ? "☑" : "☐";
    auto text = shown_text(cell_.type, std::move(value), format_, context_.epoch_1904);
    if (is_scaled)
      left_out_.find(Code::number_scaled, {{"text", text}, {"number", std::move(number)}});
    return shown_in_font(std::move(text));
  }

  std::string_view hide(std::string_view text) {
    left_out_.add(LeftOut::hidden, text);
    return {};
  }

  std::string_view shown_in_font(std::string text) {
    if (font_.is_plain())
      return builder_.own(std::move(text));
    SheetRun const run{std::move(text), {}};
    return builder_.own(runs_shown({&run, 1}));
  }

  std::string runs_shown(std::span<SheetRun const> runs) {
    return shown_runs(runs, font_, context_.styles.background(cell_.style), left_out_);
  }

  CellAttributes const& cell_;
  SheetContext const& context_;
  ReadingBuilder& builder_;
  NumberFormat const& format_;
  SheetFont const& font_;
  LeftOut left_out_;
};

} // namespace

CellValue read_cell_value(pugi::xml_node cell, CellAttributes const& attributes, SheetContext const& context,
                          ReadingBuilder& builder) {
  return ValueReader(attributes, context, builder).run(parts_of(cell));
}

} // namespace jixiao
