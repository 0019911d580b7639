#include "readers/xls/conditions.hpp"

#include "readers/ole2/bytes.hpp"
#include "readers/xlsx/reference.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace jixiao::xls {
namespace {

using ole2::slice;
using ole2::u16;
using ole2::u32;
using ole2::u8;

constexpr std::string_view not_read = "…";

/// The tokens of formulas (Ptg) that conditions are made of, those of references without their class.
enum Token : std::uint8_t {
  less = 0x09,
  greatest_of_comparisons = 0x0E,
  brackets = 0x15,
  string = 0x17,
  attribute = 0x19,
  truth = 0x1D,
  integer = 0x1E,
  number = 0x1F,
  function = 0x21,
  function_of_some = 0x22,
  reference = 0x24,
  relative_reference = 0x2C,
};

struct Function {
  std::uint16_t code;
  std::string_view name;
  std::size_t arguments = 1; ///< where their number is not stored
};

constexpr std::array functions = {
    Function{3, "ISERROR"},   Function{32, "LEN"},    Function{36, "AND"},     Function{37, "OR"},
    Function{38, "NOT"},      Function{82, "SEARCH"}, Function{115, "LEFT"},   Function{116, "RIGHT"},
    Function{118, "TRIM"},    Function{124, "FIND"},  Function{127, "ISTEXT"}, Function{128, "ISNUMBER"},
    Function{129, "ISBLANK"},
};

/// Writes a formula out, whose tokens stand behind their operands.
class FormulaWriter {
public:
  FormulaWriter(std::string_view tokens, SheetRange const& first) : tokens_(tokens), first_(first) {}

  std::string run() {
    constexpr std::size_t longest = 1000;
    while (at_ < tokens_.size())
      if (!take() || operands_.empty() || operands_.back().size() > longest)
        return std::string(not_read);
    return operands_.size() == 1 ? operands_.front() : std::string(not_read);
  }

private:
  bool take() {
    auto const code = u8(tokens_, at_++);
    auto const token = code >= 0x40 ? static_cast<std::uint8_t>((code & 0x1F) | 0x20) : code; // of any class
    if (token >= less && token <= greatest_of_comparisons)
      return compare(token);
    switch (token) {
    case brackets:
      return !operands_.empty() && put("(" + pop() + ")");
    case string:
      return take_string();
    case attribute: // of spaces, which stand for nothing
      return u8(tokens_, std::exchange(at_, at_ + 3)) == 0x40;
    case truth:
      return put(u8(tokens_, at_++) != 0 ? "TRUE" : "FALSE");
    case integer:
      return put(std::to_string(u16(tokens_, std::exchange(at_, at_ + 2))));
    case number:
      return take_number();
    case function:
      return call(u16(tokens_, std::exchange(at_, at_ + 2)), std::nullopt);
    case function_of_some: {
      auto const count = u8(tokens_, at_++);
      return call(u16(tokens_, std::exchange(at_, at_ + 2)), count & 0x7FU);
    }
    case reference:
    case relative_reference:
      return take_reference(token == relative_reference);
    default:
      return false;
    }
  }

  bool put(std::string text) { return operands_.push_back(std::move(text)), true; }

  std::string pop() {
    auto text = std::move(operands_.back());
    operands_.pop_back();
    return text;
  }

  bool compare(std::uint8_t token) {
    constexpr std::array<std::string_view, 6> signs = {"<", "<=", "=", ">=", ">", "<>"};
    if (operands_.size() < 2)
      return false;
    auto const second = pop(), first = pop();
    return put(first + std::string(signs.at(token - less)) + second);
  }

  bool take_string() {
    std::size_t const length = u8(tokens_, at_), width = (u8(tokens_, at_ + 1) & 1) != 0 ? 2 : 1;
    std::u16string units;
    for (std::size_t i = 0; i < length; ++i)
      units.push_back(static_cast<char16_t>(width == 2 ? u16(tokens_, at_ + 2 + 2 * i) : u8(tokens_, at_ + 2 + i)));
    at_ += 2 + width * length;
    std::string text = "\"";
    append_utf16(text, units);
    return at_ <= tokens_.size() && put(text + "\"");
  }

  bool take_number() {
    auto const bits = std::uint64_t{u32(tokens_, at_ + 4)} << 32 | u32(tokens_, at_);
    at_ += 8;
    std::array<char, 32> digits{};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), std::bit_cast<double>(bits)).ptr;
    return put(std::string(digits.data(), end));
  }

  /// Of a relative one the file has how far it is from the first place.
  bool take_reference(bool is_offset) {
    auto const row = u16(tokens_, at_), column = u16(tokens_, at_ + 2);
    at_ += 4;
    bool const row_moves = (column & 0x8000) != 0, column_moves = (column & 0x4000) != 0;
    auto const low = static_cast<std::uint8_t>(column & 0xFF);
    auto const to_row = static_cast<std::uint16_t>(is_offset && row_moves ? first_.first_row + row : row);
    auto const to_column = static_cast<std::uint8_t>(is_offset && column_moves ? first_.first_column + low : low);
    return put((column_moves ? "" : "$") + column_name(to_column) + (row_moves ? "" : "$") +
               std::to_string(to_row + 1));
  }

  bool call(std::uint16_t code, std::optional<std::size_t> count) {
    auto const found = std::ranges::find(functions, code, &Function::code);
    if (found == functions.end() || operands_.size() < count.value_or(found->arguments))
      return false;
    auto const first = operands_.end() - static_cast<std::ptrdiff_t>(count.value_or(found->arguments));
    std::string text(found->name);
    for (auto at = first; at != operands_.end(); ++at)
      text.append(at == first ? "(" : ",").append(*at);
    operands_.erase(first, operands_.end());
    return put(text.append(")"));
  }

  std::string_view tokens_;
  SheetRange const& first_;
  std::size_t at_ = 0;
  std::vector<std::string> operands_;
};

/// What a DXFN changes, of which only what it says stands there, one after the other.
class LookReader {
public:
  LookReader(std::string_view bytes, Workbook const& book) : bytes_(bytes), book_(book) {}

  ConditionalLook run() {
    constexpr std::uint32_t has_number = 1U << 25, has_font = 1U << 26, has_alignment = 1U << 27, has_border = 1U << 28,
                            has_pattern = 1U << 29;
    constexpr std::size_t alignment_size = 8, border_size = 8;
    auto const flags = u32(bytes_, 0);
    if ((flags & has_number) != 0)
      read_number((u16(bytes_, 4) & 1) != 0);
    if ((flags & has_font) != 0)
      read_font();
    at_ += (flags & has_alignment) != 0 ? alignment_size : 0;
    at_ += (flags & has_border) != 0 ? border_size : 0;
    if ((flags & has_pattern) != 0)
      read_pattern();
    return look_;
  }

private:
  void read_number(bool is_own) {
    if (!is_own) {
      at_ += 2;
      return;
    }
    std::size_t const length = u16(bytes_, at_ + 2), width = (u8(bytes_, at_ + 4) & 1) != 0 ? 2 : 1;
    std::string code;
    for (std::size_t i = 0; i < std::min<std::size_t>(length, 0xFF); ++i)
      code.push_back(static_cast<char>(u8(bytes_, at_ + 5 + width * i)));
    auto const format = parse_number_format(code);
    look_.hides = hides_texts(format) && hides_number("1", format);
    at_ += 5 + width * length;
  }

  void read_font() {
    constexpr std::size_t style_at = 68, colour_at = 80, not_said_at = 88, size = 118;
    constexpr std::uint32_t struck = 0x80, no_colour = 0xFFFFFFFF;
    look_.strikes = (u32(bytes_, at_ + style_at) & struck) != 0 && (u32(bytes_, at_ + not_said_at) & struck) == 0;
    if (auto const colour = u32(bytes_, at_ + colour_at); colour != no_colour)
      look_.colour = book_.colour(static_cast<std::uint16_t>(colour));
    at_ += size;
  }

  /// Of a pattern in one colour it is that behind.
  void read_pattern() {
    auto const pattern = u16(bytes_, at_) >> 10;
    look_.background = pattern <= 1 ? book_.colour(u16(bytes_, at_ + 2) >> 7 & 0x7F) : unknown_colour;
  }

  std::string_view bytes_;
  Workbook const& book_;
  ConditionalLook look_;
  std::size_t at_ = 6;
};

} // namespace

std::vector<SheetRange> read_condition_ranges(std::string_view condfmt) {
  constexpr std::size_t head = 12, size = 8;
  std::vector<SheetRange> ranges;
  for (std::size_t i = 0; i < u16(condfmt, head) && head + 2 + size * (i + 1) <= condfmt.size(); ++i) {
    auto const at = head + 2 + size * i;
    ranges.push_back({u16(condfmt, at), u16(condfmt, at + 4), u16(condfmt, at + 2), u16(condfmt, at + 6)});
  }
  return ranges;
}

ConditionalRule read_condition(std::string_view cf, std::vector<SheetRange> const& ranges, Workbook const& book) {
  constexpr std::size_t head = 6;
  constexpr std::array<std::string_view, 9> relations = {"",
                                                         "between",
                                                         "notBetween",
                                                         "equal",
                                                         "notEqual",
                                                         "greaterThan",
                                                         "lessThan",
                                                         "greaterThanOrEqual",
                                                         "lessThanOrEqual"};
  std::size_t const first_size = u16(cf, 2), second_size = u16(cf, 4);
  ConditionalRule rule{ranges, std::string(not_read), {}};
  if (ranges.empty() || first_size + second_size + head > cf.size())
    return rule;
  auto const formulas = cf.size() - first_size - second_size;
  SheetRange first = ranges.front();
  for (auto const& range : ranges) {
    first.first_row = std::min(first.first_row, range.first_row);
    first.first_column = std::min(first.first_column, range.first_column);
  }
  auto const one = FormulaWriter(slice(cf, formulas, first_size), first).run();
  rule.look = LookReader(slice(cf, head, formulas - head), book).run();
  auto const relation = u8(cf, 1);
  bool const compares = u8(cf, 0) == 1 && relation < relations.size();
  auto const two =
      second_size == 0 ? std::string() : FormulaWriter(slice(cf, formulas + first_size, second_size), first).run();
  if (one != not_read && two != not_read)
    rule.formula = compares ? comparison_formula(relations.at(relation), one, two) : one;
  return rule;
}

} // namespace jixiao::xls
