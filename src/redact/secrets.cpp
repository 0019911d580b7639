#include "redact/secrets.hpp"

#include "text/alike.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace jixiao {

namespace {

constexpr std::array<std::u32string_view, 22> person_labels{
    U"项目负责人", U"项目责任人", U"项目联系人", U"部门联系人", U"财务负责人", U"单位负责人",
    U"科室负责人", U"分管领导",   U"填报人员",   U"联系人",     U"填表人",     U"填报人",
    U"负责人",     U"责任人",     U"经办人",     U"审核人",     U"复核人",     U"制表人",
    U"评价人",     U"联系方式",   U"法定代表人", U"姓名"};
/// Labels of persons only with a colon behind them.
constexpr std::array<std::u32string_view, 6> signer_labels{U"制表", U"审核", U"复核", U"填表", U"审批", U"校核"};
constexpr std::array<std::u32string_view, 8> phone_labels{U"联系电话", U"办公电话", U"手机号码", U"手机号",
                                                          U"手机",     U"座机",     U"电话",     U"传真"};
/// What may stand behind a label, and at the end of a name.
constexpr std::array<std::u32string_view, 16> no_names{U"签字", U"签章", U"签名", U"盖章", U"公章", U"及",
                                                       U"和",   U"联系", U"电话", U"手机", U"填报", U"填表",
                                                       U"审核", U"日期", U"单位", U"职务"};
/// Contacts that name nobody.
constexpr std::array<std::u32string_view, 12> nobody{U"暂无", U"同上", U"局长", U"处长", U"科长",   U"主任",
                                                     U"所长", U"站长", U"校长", U"院长", U"办公室", U"财务科"};
constexpr std::size_t longest_name = 4, longest_dotted_name = 15, shortest_number = 7, longest_number = 13;
constexpr std::size_t longest_contact = 8; ///< ideographs of a contact that is a secret as a whole
constexpr std::size_t most_between = 2;
constexpr char32_t middle_dot = U'·';

bool is_ideograph(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

std::optional<char32_t> digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9')
    return c;
  return c >= U'０' && c <= U'９' ? std::optional<char32_t>(c - U'０' + U'0') : std::nullopt;
}

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_space(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00a0' || c == U'\n' || c == U'\r'; }
/// Between the parts of a number: 0312-5556677, (0312) 5556677.
bool is_between(char32_t c) {
  return c == U' ' || c == U')' || c == U'）' || c == U'-' || c == U'－' || c == U'—' || c == U'–';
}

template <class Words> std::size_t word_at(std::u32string_view text, std::size_t at, Words const& words) {
  for (auto const word : words)
    if (text.substr(at).starts_with(word))
      return word.size();
  return 0;
}

/// A number in its usual writing, as a run of digits with dashes, blanks or brackets between.
struct Number {
  std::size_t end = 0;
  std::u32string digits;
  std::vector<std::size_t> groups; ///< digits of each part
};

Number number_at(std::u32string_view text, std::size_t at) {
  Number out;
  std::size_t group = 0;
  auto i = at;
  for (; i < text.size(); ++i) {
    if (auto const digit = digit_of(text[i])) {
      out.digits += *digit;
      out.end = i + 1;
      ++group;
      continue;
    }
    auto next = i;
    while (next < text.size() && next < i + most_between && is_between(text[next]))
      ++next;
    if (next == i || group == 0 || next >= text.size() || !digit_of(text[next]))
      break;
    out.groups.push_back(group);
    group = 0;
    i = next - 1;
  }
  out.groups.push_back(group);
  return out;
}

/// 13x xxxx xxxx, 0xx-xxxxxxxx, 400-xxx-xxxx.
bool is_telephone(Number const& number) {
  auto const& digits = number.digits;
  if (digits.size() == 11 && digits[0] == U'1' && digits[1] >= U'3')
    return true;
  if (digits.starts_with(U"400") && digits.size() == 10 && number.groups.size() > 1)
    return true;
  return digits.starts_with(U'0') && number.groups.size() == 2 && (number.groups[0] == 3 || number.groups[0] == 4) &&
         (number.groups[1] == 7 || number.groups[1] == 8);
}

bool stands_alone(std::u32string_view text, std::size_t begin, std::size_t end) {
  auto const joins = [&](std::size_t i) { return i < text.size() && (is_letter(text[i]) || digit_of(text[i])); };
  bool const fraction = end + 1 < text.size() && text[end] == U'.' && digit_of(text[end + 1]);
  return (begin == 0 || !joins(begin - 1)) && !joins(end) && !fraction;
}

/// Length of a name at `at`, 0 where there is none: 王某某, 王 某, 阿·某某. What goes on behind it is none.
std::size_t name_length(std::u32string_view text, std::size_t at) {
  auto end = at;
  std::size_t count = 0;
  bool dotted = false;
  while (end < text.size() && count <= longest_dotted_name && word_at(text, end, no_names) == 0) {
    bool const blank_inside = text[end] == U' ' || text[end] == U'\u3000';
    if (blank_inside && count == 1 && end + 1 < text.size() && is_ideograph(text[end + 1])) {
      ++end;
      continue;
    }
    if (text[end] == middle_dot && count > 0)
      dotted = true;
    else if (!is_ideograph(text[end]))
      break;
    ++count;
    ++end;
  }
  return count >= 2 && count <= (dotted ? longest_dotted_name : longest_name) ? end - at : 0;
}

std::u32string without_spaces(std::u32string_view text) {
  std::u32string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char32_t c) { return !is_space(c); });
  return out;
}

/// The end of a label at `at`, with what may stand between it and its value: `（签字）：`; 0 where there is none.
std::size_t label_end(std::u32string_view text, std::size_t at) {
  auto end = at;
  bool is_label = false;
  for (;;) {
    if (auto const person = word_at(text, end, person_labels); person > 0)
      is_label = true, end += person;
    else if (auto const signer = word_at(text, end, signer_labels);
             signer > 0 && end + signer < text.size() && (text[end + signer] == U':' || text[end + signer] == U'：'))
      is_label = true, end += signer;
    else if (auto const phone = word_at(text, end, phone_labels); phone > 0)
      is_label = true, end += phone;
    else if (auto const more = is_label ? word_at(text, end, no_names) : 0; more > 0)
      end += more;
    else if (is_label && end < text.size() &&
             std::u32string_view(U"（(）)、/:： \u3000\n").find(text[end]) != std::u32string_view::npos)
      ++end;
    else
      break;
  }
  return is_label ? end : 0;
}

} // namespace

bool is_contact_label(std::string_view text) {
  auto const characters = without_spaces(characters_of(text));
  return !characters.empty() && (label_end(characters, 0) == characters.size() ||
                                 word_at(characters, 0, signer_labels) == characters.size());
}

void Secrets::add_name(std::u32string_view name) {
  auto const whole = without_spaces(name);
  if (whole.size() >= 2 && whole.size() <= longest_dotted_name && std::ranges::find(nobody, whole) == nobody.end() &&
      label_end(whole, 0) != whole.size()) {
    names_.insert(whole);
    first_characters_.insert(whole[0]);
  }
}

void Secrets::add_contact(std::string_view text) {
  auto const characters = characters_of(text);
  auto const ideographs = static_cast<std::size_t>(std::ranges::count_if(characters, is_ideograph));
  bool const only_names = std::ranges::all_of(characters, [](char32_t c) { return is_ideograph(c) || is_space(c); });
  if (only_names && ideographs <= longest_contact)
    add_name(characters);
  for (std::size_t at = 0; at < characters.size();) {
    if (digit_of(characters[at])) {
      auto const number = number_at(characters, at);
      if (number.digits.size() >= shortest_number && number.digits.size() <= longest_number)
        numbers_.insert(number.digits);
      at = number.end;
    } else if (auto const label = label_end(characters, at); label > at) {
      at = label;
    } else if (auto const name = name_length(characters, at); name > 0) {
      add_name(std::u32string_view(characters).substr(at, name));
      at += name;
    } else {
      // What is longer than a name is no name from its middle on.
      auto const run = at;
      while (at < characters.size() && is_ideograph(characters[at]))
        ++at;
      at += at == run;
    }
  }
}

void Secrets::add_labelled(std::string_view text) {
  auto const characters = characters_of(text);
  for (std::size_t at = 0; at < characters.size();) {
    auto const end = label_end(characters, at);
    if (end == 0) {
      ++at;
      continue;
    }
    bool const told = std::u32string_view(U":：)）\u3000 \n").find(characters[end - 1]) != std::u32string_view::npos;
    at = end;
    if (!told || end >= characters.size())
      continue;
    if (auto const name = name_length(characters, end); name > 0) {
      add_name(std::u32string_view(characters).substr(end, name));
    } else if (digit_of(characters[end])) {
      auto const number = number_at(characters, end);
      if (number.digits.size() >= shortest_number && number.digits.size() <= longest_number)
        numbers_.insert(number.digits);
    }
  }
}

bool Secrets::add_row(std::vector<std::string_view> const& cells, bool behind_label) {
  auto labelled = behind_label;
  std::size_t filled = 0;
  for (auto const cell : cells) {
    if (cell.empty())
      continue;
    ++filled;
    bool const label = is_contact_label(cell);
    if (labelled && !label)
      add_contact(cell);
    labelled = label;
    if (!label)
      add_labelled(cell);
  }
  return labelled && (filled == 1 || (filled == 0 && behind_label));
}

std::size_t Secrets::name_at(std::u32string_view text, std::size_t at) const {
  if (!first_characters_.contains(text[at]))
    return 0;
  // The name may be printed with blanks in it.
  std::u32string run;
  std::vector<std::size_t> ends;
  for (auto i = at; i < text.size() && run.size() < longest_dotted_name; ++i)
    if (!is_space(text[i])) {
      run += text[i];
      ends.push_back(i + 1);
    }
  for (; run.size() >= 2; run.pop_back())
    if (names_.contains(run))
      return ends[run.size() - 1] - at;
  return 0;
}

std::size_t Secrets::mask(std::string& text) const {
  std::vector<std::size_t> begins;
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    begins.push_back(at);
    characters += c.value;
    at += c.length;
  }
  begins.push_back(text.size());
  std::string out;
  std::size_t count = 0, done = 0;
  auto const hide = [&](std::size_t begin, std::size_t end) {
    out.append(text, done, begins[begin] - done);
    for (auto i = begin; i < end; ++i) {
      auto const size = begins[i + 1] - begins[i];
      if (is_space(characters[i]))
        out.append(text, begins[i], size);
      else
        out += size == 3 ? std::string("＊") : std::string(size, '*');
    }
    done = begins[end];
    ++count;
  };
  for (std::size_t at = 0; at < characters.size();) {
    if (digit_of(characters[at])) {
      auto const number = number_at(characters, at);
      bool const alone = stands_alone(characters, at, number.end);
      if (alone && (is_telephone(number) || numbers_.contains(number.digits)))
        hide(at, number.end);
      at = number.end;
    } else if (auto const name = name_at(characters, at); name > 0) {
      hide(at, at + name);
      at += name;
    } else {
      ++at;
    }
  }
  if (count > 0)
    text = out.append(text, done);
  return count;
}

} // namespace jixiao
