#include "readers/shown/shown.hpp"

#include "readers/shown/characters.hpp"
#include "readers/shown/doubled.hpp"
#include "readers/shown/machine_words.hpp"
#include "readers/shown/marks_of_notes.hpp"
#include "readers/shown/notation.hpp"
#include "readers/shown/numbers.hpp"
#include "readers/shown/overprinted.hpp"
#include "readers/shown/private_signs.hpp"
#include "readers/shown/program_notation.hpp"
#include "readers/shown/row_numbers.hpp"
#include "readers/shown/turned.hpp"
#include "readers/shown/written_marks.hpp"
#include "text/clean.hpp"
#include "text/misread.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao {
namespace {

constexpr std::string_view fill_line = "___";      // drawn where a text is to be written
constexpr std::string_view object_mark = "\uFFFC"; // stands where a picture or another object was

/// What has to be looked at in a text, by one pass over its bytes.
struct Traces {
  bool formula = false, reference = false, error = false, code = false, sign = false, disguise = false, mark = false,
       overprint = false, program = false, question = false, written = false, object = false, fill = false;
};

/// By byte: nothing has to be looked at.
constexpr auto is_passed = [] {
  std::array<bool, 256> out{};
  out.fill(true);
  for (char const c :
       std::string_view("\\$<&_#:!([*%={?~+\x1B\b\xC2\xC3\xCC\xCD\xD9\xDB\xE1\xE2\xE3\xE9\xEE\xEF\xF0\xF3\xF4"))
    out[static_cast<unsigned char>(c)] = false;
  return out;
}();

Traces traces_of(std::string_view text) {
  Traces found;
  found.program = text.starts_with('"') && text.ends_with('"');
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_passed[static_cast<unsigned char>(text[at])])
      continue;
    switch (text[at]) {
    case '\\':
      found.program = found.program || may_be_program_notation(text, at);
      [[fallthrough]];
    case '$':
      found.formula = true;
      break;
    case '<':
      found.formula = true;
      found.written = found.written || may_be_written_mark(text, at);
      break;
    case '~':
    case '+':
      found.written = found.written || may_be_written_mark(text, at);
      break;
    case '{':
      found.written = found.written || may_be_written_mark(text, at);
      [[fallthrough]];
    case '%':
    case '=':
    case '\xC3':
      found.program = found.program || may_be_program_notation(text, at);
      break;
    case '?':
      found.question = true;
      break;
    case '&':
      found.reference = true;
      break;
    case '_':
      found.code = found.code || text.substr(at).starts_with("_x");
      found.fill = found.fill || text.substr(at).starts_with(fill_line);
      break;
    case ':':
      found.program = found.program || may_be_program_notation(text, at);
      [[fallthrough]];
    case '#':
    case '!':
      found.error = true;
      break;
    case '(':
      found.program = found.program || may_be_program_notation(text, at);
      found.sign = found.sign || text.substr(at).starts_with("(cid:");
      break;
    case '[':
      found.program = found.program || may_be_program_notation(text, at);
      found.written = found.written || may_be_written_mark(text, at);
      [[fallthrough]];
    case '*':
      found.mark = found.mark || mark_of_note(text, at) > 0;
      break;
    case '\xE9':
      found.sign = found.sign || text.substr(at).starts_with("锟斤拷");
      found.error = found.error || text.substr(at).starts_with("错误！");
      break;
    case '\x1B':
    case '\b':
      found.overprint = true;
      break;
    case '\xC2':
    case '\xCC':
    case '\xCD':
    case '\xE2':
    case '\xF0':
      found.overprint = found.overprint || is_overprint(text, at);
      found.mark = found.mark || mark_of_note(text, at) > 0;
      found.disguise = found.disguise || is_disguised(text, at);
      break;
    case '\xD9':
    case '\xDB':
    case '\xE1':
    case '\xE3':
      found.disguise = found.disguise || is_disguised(text, at);
      break;
    case '\xF3':
      found.disguise = found.disguise || is_disguised(text, at);
      [[fallthrough]];
    case '\xEE':
    case '\xF4':
      found.sign = true;
      break;
    case '\xEF': // U+F000 to U+F8FF, U+FFFC and U+FFFD
      found.disguise = found.disguise || is_disguised(text, at);
      found.object = found.object || text.substr(at).starts_with(object_mark);
      found.sign = found.sign || (at + 2 < text.size() && (static_cast<unsigned char>(text[at + 1]) <= 0xA3 ||
                                                           text.substr(at).starts_with("\xEF\xBF\xBD")));
      break;
    default:
      break;
    }
  }
  return found;
}

class Shower {
public:
  explicit Shower(Reading& reading) : reading_(reading) {}

  void run() {
    for (index_ = 0; index_ < reading_.cells.size(); ++index_)
      look_at(reading_.cells[index_]);
    for (auto const& [word, count] : fillers_)
      reading_.notes.push_back(
          {CellNote::no_cell, Code::filler_word, {{"text", word}, {"count", std::to_string(count)}}});
  }

private:
  void look_at(Cell& cell) {
    undo_misreading(cell);
    auto const traces = traces_of(cell.text);
    if (traces.overprint)
      leave_out_overprint(cell);
    if (traces.program) // its bytes may look like characters that leave no trace
      show_program_notation(cell);
    if (traces.written)
      take_written_marks(cell);
    if (traces.disguise || traces.overprint)
      show_characters(cell);
    if (traces.object)
      leave_out_objects(cell);
    if (traces.fill)
      leave_out_fill(cell);
    auto const text = trim(cell.text);
    if (text.empty())
      return;
    if (auto const guarded = unguarded(text); guarded.data() != nullptr)
      cell.text = guarded.find('"') == guarded.npos ? guarded : reading_.own(with_single_quotes(guarded));
    else if (auto const word = machine_word(text); word != MachineWord::none)
      return leave_out(cell, word, text);
    else if (is_digit_or_minus(text.front()))
      plain_number(cell, text);
    if (traces.question && has_lost_characters(text))
      note(Code::unreadable_characters, {{"text", std::string(text)}, {"characters", "?"}});
    undo_notation(cell, traces);
  }

  /// Characters of another encoding than that of the text around them. Where bytes are lost the text stays as it is.
  void undo_misreading(Cell& cell) {
    auto misread = misread_text(cell.text);
    if (!misread)
      return;
    if (!misread->meant) { // a lost character is told of by itself
      if (cell.text.find("\uFFFD") == std::string_view::npos)
        note(Code::unreadable_characters, {{"text", std::string(cell.text)}, {"characters", std::string(cell.text)}});
      return;
    }
    note(Code::program_notation, {{"text", std::string(trim(cell.text))}, {"shown", *misread->meant}});
    replace(cell, *std::move(misread->meant));
  }

  void leave_out_overprint(Cell& cell) {
    LeftOut left_out;
    replace(cell, without_overprint(cell.text, left_out));
    for (auto& finding : left_out.take())
      note(finding.code, std::move(finding.arguments));
  }

  void take_written_marks(Cell& cell) {
    LeftOut left_out;
    auto parted = without_written_marks(cell.text, left_out);
    for (auto& finding : left_out.take())
      note(finding.code, std::move(finding.arguments));
    if (parted.marked)
      note(Code::program_notation, {{"text", std::string(trim(cell.text))}, {"shown", parted.text}});
    replace(cell, std::move(parted.text));
  }

  void leave_out_objects(Cell& cell) {
    std::string text(cell.text);
    for (auto at = text.find(object_mark); at != text.npos; at = text.find(object_mark, at))
      text.erase(at, object_mark.size());
    note(Code::graphic_not_read, {{"what", "a picture"}});
    replace(cell, std::move(text));
  }

  /// What is left of the line under a text that was written onto it.
  void leave_out_fill(Cell& cell) {
    auto const text = trim(cell.text);
    auto const first = text.find_first_not_of('_'), last = text.find_last_not_of('_');
    if (first == text.npos)
      return;
    auto const begin = first >= fill_line.size() ? first : 0;
    auto const end = text.size() - last > fill_line.size() ? last + 1 : text.size();
    cell.text = trim(text.substr(begin, end - begin));
  }

  void show_characters(Cell& cell) {
    auto plain = plain_characters(cell.text);
    if (cell.text.find(turn_mark) != std::string_view::npos) {
      auto shown = plain_characters(turned_as_shown(cell.text));
      if (shown != plain)
        note(Code::text_turned, {{"text", plain}, {"shown", shown}});
      plain = std::move(shown);
    }
    replace(cell, std::move(plain));
  }

  void show_program_notation(Cell& cell) {
    auto shown = shown_by_program(cell.text);
    if (!shown)
      return;
    // A program quotes all texts or none: the first is told of.
    bool const is_quoted = trim(cell.text).starts_with('"');
    if (!is_quoted || !std::exchange(has_quoted_, true))
      note(Code::program_notation, {{"text", std::string(trim(cell.text))}, {"shown", *shown}});
    replace(cell, *std::move(shown));
  }

  /// Characters that an encoding which the text went through does not have: `?95%`, `????`, and a single one between
  /// two of Chinese where nothing is asked.
  static bool has_lost_characters(std::string_view text) {
    bool const is_sign = text.size() > 1 && text[0] == '?' && text[1] >= '0' && text[1] <= '9';
    if (is_sign || (text.size() > 1 && text.find_first_not_of("?？") == std::string_view::npos))
      return true;
    constexpr std::array<std::string_view, 7> asked = {"吗", "是否", "何", "什么", "哪", "谁", "几"};
    auto const is_high = [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; };
    auto at = text.find('?');
    while (at != text.npos && (at == 0 || at + 1 >= text.size() || !is_high(text[at - 1]) || !is_high(text[at + 1])))
      at = text.find('?', at + 1);
    return at != text.npos && std::ranges::none_of(asked, [&](auto word) { return text.find(word) != text.npos; });
  }

  void leave_out_marks(Cell& cell) {
    auto parted = without_marks_of_notes(cell.text);
    for (auto& mark : parted.marks)
      note(Code::note_beside, {{"what", "a mark"}, {"text", std::move(mark)}});
    replace(cell, std::move(parted.text));
  }

  static bool is_digit_or_minus(char c) { return (c >= '0' && c <= '9') || c == '-'; }

  void plain_number(Cell& cell, std::string_view text) {
    if (auto number = plain_scientific(text)) {
      note(Code::scientific_notation, {{"text", std::string(text)}, {"number", *number}});
      replace(cell, *std::move(number));
    } else if (auto grouped = grouped_by_commas(text)) {
      replace(cell, *std::move(grouped));
    } else if (auto closed = without_spaces_at_commas(text)) {
      replace(cell, *std::move(closed));
    }
  }

  static std::string with_single_quotes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      out += text[at];
      at += text.substr(at).starts_with("\"\"") ? 1 : 0;
    }
    return out;
  }

  static Code code_of(MachineWord word) {
    return word == MachineWord::error    ? Code::error_value
           : word == MachineWord::prompt ? Code::prompt_left
                                         : Code::formula_printed;
  }

  void leave_out(Cell& cell, MachineWord word, std::string_view text) {
    if (word == MachineWord::filler)
      ++fillers_[std::string(text)];
    else if (word == MachineWord::picture)
      note(Code::graphic_not_read, {{"what", "a picture"}});
    else
      note(code_of(word), {{"text", std::string(text)}});
    cell.text = {};
  }

  void undo_notation(Cell& cell, Traces const& traces) {
    if (traces.reference)
      replace(cell, plain_references(cell.text));
    if (traces.formula) {
      replace(cell, plain_escapes(cell.text));
      replace(cell, plain_formulas(cell.text));
    }
    if (traces.code)
      replace(cell, plain_control_codes(cell.text));
    if (traces.error && has_error(cell.text))
      note(Code::error_in_text, {{"text", std::string(cell.text)}});
    if (traces.sign)
      plain(cell);
    if (traces.mark)
      leave_out_marks(cell);
  }

  void plain(Cell& cell) {
    auto signs = plain_signs(cell.text);
    if (!signs.read.empty())
      note(Code::signs_guessed, {{"signs", signs.read}});
    if (!signs.unreadable.empty())
      note(Code::unreadable_characters, {{"text", std::string(cell.text)}, {"characters", signs.unreadable}});
    replace(cell, std::move(signs.text));
  }

  void replace(Cell& cell, std::string text) {
    if (text != cell.text)
      cell.text = reading_.own(std::move(text));
  }

  void note(Code code, std::vector<Argument> arguments) {
    reading_.notes.push_back({static_cast<std::uint32_t>(index_), code, std::move(arguments)});
  }

  Reading& reading_;
  std::size_t index_ = 0;
  bool has_quoted_ = false;
  std::map<std::string, std::size_t> fillers_; ///< how often each stands
};

} // namespace

void show_texts(Reading& reading) {
  leave_out_row_numbers(reading);
  Shower(reading).run();
  undouble(reading);
  std::ranges::stable_sort(reading.notes, {}, &CellNote::cell);
}

} // namespace jixiao
