#include "readers/shown/machine_words.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao {
namespace {

constexpr std::array<std::string_view, 16> errors = {
    "#REF!",  "#N/A",    "#DIV/0!",       "#NAME?",    "#VALUE!", "#NUM!",     "#NULL!",    "#SPILL!",
    "#CALC!", "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#BUSY!",  "#CONNECT!", "#UNKNOWN!", "#EXTERNAL!"};

constexpr std::array<std::string_view, 17> fillers = {"NaN",    "nan",    "None",   "null",      "NULL",   "<NA>",
                                                      "NaT",    "(null)", "nil",    "undefined", "\\N",    "[NULL]",
                                                      "[null]", "<NULL>", "(空白)", "（空白）",  "(blank)"};

/// Errors that no text goes on behind.
constexpr std::array<std::string_view, 18> whole_errors = {
    "System.Object", "#ERROR!",   "#PYTHON!", "#TIMEOUT!",       "#DIV/0",      "#REF",
    "#NAME",         "#VALUE",    "#N/A N/A", "[object Object]", "1.#QNAN",     "1.#INF",
    "-1.#IND",       "-nan(ind)", "Infinity", "-Infinity",       "正在加载...", "Loading..."};

struct Head {
  std::string_view begin;
  std::array<std::string_view, 3> ends; ///< one of which the text goes on with; an empty one is anything
};

/// What word processors print for a field that they cannot compute.
constexpr std::array field_errors = {
    Head{"错误!", {}},
    Head{"错误！", {}},
    Head{"错误:", {"5", "未找到", "引用源未找到"}}, // LibreOffice; its errors have numbers from 501 on
    Head{"错误：", {"5", "未找到", "引用源未找到"}},
    Head{"错误: ", {"未找到", "引用源未找到", "引用源未找到"}},
    Head{"Error! ", {}},
    Head{"Error: Reference source not found", {}},
    Head{"!语法错误", {}},
    Head{"!Syntax Error", {}},
    Head{"!除数为零", {}},
    Head{"!Zero Divide", {}},
    Head{"!未定义书签", {}},
    Head{"!Undefined Bookmark", {}},
};
constexpr std::size_t longest_field_error = 120;

constexpr std::size_t longest_error = 15;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

/// Most texts do not begin with what is looked for: then its first byte says so.
constexpr bool begins(std::string_view text, std::string_view with) {
  return !text.empty() && text.front() == with.front() && text.starts_with(with);
}

/// The error that a text begins with, as long as it is.
std::size_t error_length(std::string_view text) {
  for (auto const error : errors)
    if (begins(text, error))
      return error.size();
  constexpr std::string_view calc = "Err:5"; // LibreOffice numbers its errors from 501
  bool const is_calc = begins(text, calc) && text.size() >= calc.size() + 2 && is_digit(text[5]) && is_digit(text[6]);
  return is_calc && (text.size() == 7 || !is_digit(text[7])) ? 7 : 0;
}

bool is_field_error(std::string_view text) {
  return text.size() <= longest_field_error && std::ranges::any_of(field_errors, [&](Head const& head) {
           return begins(text, head.begin) && std::ranges::any_of(head.ends, [&](std::string_view end) {
                    return text.substr(head.begin.size()).starts_with(end);
                  });
         });
}

bool is_too_narrow(std::string_view text) {
  return text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos;
}

/// What programs write of an object that has no text: `<a.B object at 0x7f>`, `java.util.Date@1b2c3d`, `{'a': …}`.
bool is_object(std::string_view text) {
  constexpr std::size_t longest = 2000;
  if (text.size() > longest)
    return false;
  if (begins(text, "<"))
    return text.ends_with('>') && text.find(" object at 0x") != std::string_view::npos;
  auto const inner = text.substr(begins(text, "[{") ? 1 : 0);
  if (begins(inner, "{'") || begins(inner, "{\""))
    return (text.ends_with('}') || text.ends_with("}]")) &&
           (inner.find("':") != std::string_view::npos || inner.find("\":") != std::string_view::npos);
  auto const at = text.find('@');
  bool const is_java = begins(text, "java.") || begins(text, "com.") || begins(text, "org.") || begins(text, "[L");
  return is_java && at != std::string_view::npos && at + 1 < text.size() &&
         text.find_first_not_of("0123456789abcdef", at + 1) == std::string_view::npos;
}

constexpr std::string_view unnamed_head = "Unnamed: ";

/// "Unnamed: 3", "Unnamed: 0_level_1"
bool is_unnamed(std::string_view text) {
  return begins(text, unnamed_head) && text.size() > unnamed_head.size() &&
         std::ranges::all_of(text.substr(unnamed_head.size()),
                             [](char c) { return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z'); });
}

/// Takes a name of a function ("_xlfn.DISPIMG", "SUM") with its bracket.
std::string_view function_name(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '_'))
    ++end;
  bool const is_call = end > 1 && end < text.size() && text[end] == '(' && !is_digit(text[0]) && text.back() == ')';
  return is_call ? text.substr(0, end) : std::string_view();
}

/// Takes a reference ("$B$3", "B3") off the front.
bool take_reference(std::string_view& text) {
  auto rest = text;
  auto const take = [&](auto const& is_part, std::size_t most) {
    std::size_t count = 0;
    while (count < rest.size() && count < most && is_part(rest[count]))
      ++count;
    rest.remove_prefix(count);
    return count;
  };
  take([](char c) { return c == '$'; }, 1);
  if (take(is_upper, 3) == 0)
    return false;
  take([](char c) { return c == '$'; }, 1);
  if (take(is_digit, 7) == 0)
    return false;
  text = rest;
  return true;
}

/// True for references and numbers with operators between: "B3*C4", "Sheet1!B3", "480000/2*3".
bool is_expression(std::string_view text) {
  if (auto const sheet = text.find('!'); sheet != std::string_view::npos && sheet > 0)
    text.remove_prefix(sheet + 1);
  bool has_reference = false, has_operator = false;
  for (bool more = true; more;) {
    while (text.starts_with('(') || text.starts_with('-') || text.starts_with('+'))
      text.remove_prefix(1);
    if (take_reference(text)) {
      has_reference = true;
    } else {
      auto const end = std::min(text.find_first_not_of("0123456789.%"), text.size());
      if (end == 0)
        return false;
      text.remove_prefix(end);
    }
    while (text.starts_with(')'))
      text.remove_prefix(1);
    more = !text.empty();
    if (more && std::string_view("+-*/:&^").find(text.front()) == std::string_view::npos)
      return false;
    has_operator = has_operator || (more && std::string_view("*+").find(text.front()) != std::string_view::npos);
    if (more)
      text.remove_prefix(1);
  }
  return has_reference || has_operator;
}

MachineWord formula_kind(std::string_view text) {
  auto const body = text.substr(1);
  auto const name = function_name(body);
  if (name.ends_with("DISPIMG") || name.ends_with("IMAGE"))
    return MachineWord::picture;
  return !name.empty() || is_expression(body) ? MachineWord::formula : MachineWord::none;
}

struct Brackets {
  std::string_view open, close;
};

constexpr std::array variable_brackets = {Brackets{"«", "»"}, Brackets{"{{", "}}"}, Brackets{"${", "}"},
                                          Brackets{"#{", "}"}, Brackets{"<%=", "%>"}};

/// A variable of a letter or a template: its name is all that the cell holds.
bool is_variable(std::string_view text) {
  constexpr std::size_t longest = 120;
  return text.size() <= longest && std::ranges::any_of(variable_brackets, [&](Brackets const& pair) {
           return begins(text, pair.open) && text.size() > pair.open.size() + pair.close.size() &&
                  text.find(pair.close) == text.size() - pair.close.size();
         });
}

constexpr std::array request_brackets = {Brackets{"(", ")"},   Brackets{"（", "）"}, Brackets{"[", "]"},
                                         Brackets{"【", "】"}, Brackets{"<", ">"},   Brackets{"《", "》"}};
constexpr std::array<std::string_view, 7> request_heads = {"请填",   "请输入",     "请在此",  "请选择",
                                                           "请录入", "在此处填写", "在此填写"};

/// （请填写年度目标）, 请输入金额: what a template asks of the person who fills it in.
bool is_request(std::string_view text) {
  constexpr std::size_t longest = 120;
  if (text.size() > longest)
    return false;
  for (auto const& pair : request_brackets)
    if (begins(text, pair.open) && text.ends_with(pair.close) && text.size() > pair.open.size() + pair.close.size())
      text = text.substr(pair.open.size(), text.size() - pair.open.size() - pair.close.size());
  return std::ranges::any_of(request_heads, [&](std::string_view head) { return begins(text, head); });
}

constexpr std::array prompt_heads = {Brackets{"单击", "此处"}, Brackets{"点击", "此处"}, Brackets{"单击或点击", "输入"},
                                     Brackets{"Click ", "here to enter"}, Brackets{"Click or tap ", "to enter"}};
constexpr std::array<std::string_view, 4> whole_prompts = {"选择一项。", "选择构建基块。", "Choose an item.",
                                                           "Choose a building block."};

/// What Word and WPS print in a field that nobody filled in, as it stays when another program saves the document.
bool is_known_prompt(std::string_view text) {
  constexpr std::size_t longest = 90;
  return text.size() <= longest && (std::ranges::find(whole_prompts, text) != whole_prompts.end() ||
                                    std::ranges::any_of(prompt_heads, [&](Brackets const& head) {
                                      return begins(text, head.open) &&
                                             text.substr(head.open.size()).find(head.close) < longest;
                                    }));
}

/// The first characters of all that a machine word or a prompt may begin with, each once.
constexpr auto first_characters = [] {
  std::array<char32_t, 64> out{};
  std::size_t count = 0;
  auto const add = [&](std::string_view text) {
    auto const c = character_at(text, 0).value;
    if (std::find(out.begin(), out.begin() + count, c) == out.begin() + count)
      out[count++] = c;
  };
  for (std::string_view const one :
       {std::string_view("="), std::string_view("Err:"), unnamed_head, std::string_view("{'"),
        std::string_view("java."), std::string_view("com."), std::string_view("org.")})
    add(one);
  for (auto const text : errors)
    add(text);
  for (auto const text : whole_errors)
    add(text);
  for (auto const& head : field_errors)
    add(head.begin);
  for (auto const text : fillers)
    add(text);
  for (auto const& pair : variable_brackets)
    add(pair.open);
  for (auto const& pair : request_brackets)
    add(pair.open);
  for (auto const text : request_heads)
    add(text);
  for (auto const& pair : prompt_heads)
    add(pair.open);
  for (auto const text : whole_prompts)
    add(text);
  return out;
}();

/// By the first byte: false where no first character has it.
constexpr auto first_bytes = [] {
  std::array<bool, 256> out{};
  for (auto const c : first_characters)
    out[c < 0x80 ? c : c < 0x800 ? 0xC0 | c >> 6 : 0xE0 | c >> 12] = true;
  return out;
}();

/// The same by the last ten bits of a character: few others share them.
constexpr auto first_endings = [] {
  std::array<bool, 1024> out{};
  for (auto const c : first_characters)
    out[c % out.size()] = true;
  return out;
}();

bool may_be_machine_word(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text.front());
  if (!first_bytes[lead] || lead < 0x80)
    return first_bytes[lead];
  auto const first = character_at(text, 0).value;
  return first_endings[first % first_endings.size()] &&
         std::ranges::find(first_characters, first) != first_characters.end();
}

} // namespace

MachineWord machine_word(std::string_view text) {
  if (text.empty() || !may_be_machine_word(text))
    return MachineWord::none;
  if (text.front() == '=')
    return formula_kind(text);
  bool const is_error = text.size() <= longest_error && (error_length(text) == text.size() ||
                                                         std::ranges::find(whole_errors, text) != whole_errors.end());
  if (is_error || is_too_narrow(text) || is_field_error(text) || is_object(text))
    return MachineWord::error;
  bool const is_filler = std::ranges::find(fillers, text) != fillers.end() || is_unnamed(text);
  if (is_filler)
    return MachineWord::filler;
  return is_variable(text) || is_known_prompt(text) || is_request(text) ? MachineWord::prompt : MachineWord::none;
}

bool has_error(std::string_view text) {
  for (auto at = text.find_first_of("#E"); at != std::string_view::npos; at = text.find_first_of("#E", at + 1))
    if (error_length(text.substr(at)) > 0)
      return true;
  constexpr std::array<std::string_view, 6> of_fields = {"错误!未",         "错误！未",         "错误！文档中没有",
                                                         "错误!文档中没有", "Error! Reference", "Error! Bookmark"};
  return std::ranges::any_of(of_fields, [&](auto error) { return text.find(error) != std::string_view::npos; });
}

std::string_view unguarded(std::string_view text) {
  if (text.empty() || (text.front() != '\'' && text.front() != '='))
    return {};
  if (text.size() > 1 && text[0] == '\'' && (is_digit(text[1]) || text[1] == '='))
    return text.find('\'', 1) == std::string_view::npos ? text.substr(1) : std::string_view();
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"=\"", "\""}, {"=T(\"", "\")"}}) {
    if (!text.starts_with(open) || !text.ends_with(close) || text.size() < open.size() + close.size())
      continue;
    auto const inner = text.substr(open.size(), text.size() - open.size() - close.size());
    std::size_t at = 0; // every quote inside is one of a pair
    while ((at = inner.find('"', at)) != std::string_view::npos && inner.substr(at + 1).starts_with('"'))
      at += 2;
    if (at == std::string_view::npos)
      return inner;
  }
  return {};
}

} // namespace jixiao
