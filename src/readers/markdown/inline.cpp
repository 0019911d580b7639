#include "readers/markdown/inline.hpp"

#include "readers/left_out.hpp"
#include "readers/markdown/asides.hpp"
#include "readers/markdown/links.hpp"
#include "readers/markdown/styled.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/markup.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(character_at(text, at).value);
}

/// Length of "<br>", "<br/>", "<BR />" at `at`; 0 when there is none.
std::size_t break_tag(std::string_view text, std::size_t at) {
  auto const tag = text.substr(at, 16);
  if (tag.size() < 4 || (tag[1] | 0x20) != 'b' || (tag[2] | 0x20) != 'r')
    return 0;
  auto const end = tag.find_first_not_of(" /", 3);
  return end != std::string_view::npos && tag[end] == '>' ? end + 1 : 0;
}

/// Length of "<!-- … -->" at `at`.
std::size_t comment(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("<!--"))
    return 0;
  auto const end = text.find("-->", at + 4);
  return end == std::string_view::npos ? 0 : end + 3 - at;
}

/// Offsets of the ** that pair: each one that opens stands before a character, each one that closes behind one.
std::vector<std::size_t> paired_strong(std::string_view text) {
  std::vector<std::size_t> marks;
  for (auto at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2)) {
    if (at > 0 && text[at - 1] == '\\')
      continue;
    bool const opens = marks.size() % 2 == 0;
    bool const fits = opens ? !is_blank_at(text, at + 2) : !is_space(character_before(text, at).value);
    if (fits)
      marks.push_back(at);
  }
  if (marks.size() % 2 == 1)
    marks.pop_back();
  return marks;
}

/// A wave alone strikes, too, unless it stands behind a letter or a digit, as in 5~10 and CO~2~, or before a digit.
std::size_t end_of_single_stroke(std::string_view text, std::size_t at) {
  auto const is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  constexpr std::size_t longest = 300;
  bool const opens = (at == 0 || (!is_word(text[at - 1]) && text[at - 1] != '~' && text[at - 1] != '\\')) &&
                     at + 1 < text.size() && !is_word(text[at + 1]) && text[at + 1] != '~' &&
                     !is_blank_at(text, at + 1);
  auto const close = opens ? text.substr(0, at + longest).find('~', at + 2) : std::string_view::npos;
  bool const closes = close != std::string_view::npos && text[close - 1] != ' ' && text[close - 1] != '\\' &&
                      !text.substr(close + 1).starts_with('~') &&
                      (close + 1 == text.size() || !is_word(text[close + 1]));
  return closes ? close + 1 : 0;
}

/// What stands between pairs of ~~ or ~, with them. Both stand beside a character.
std::vector<TextRange> struck_ranges(std::string_view text) {
  std::vector<TextRange> ranges;
  constexpr std::string_view mark = "~~";
  for (auto at = text.find('~'); at != std::string_view::npos; at = text.find('~', at)) {
    if (!text.substr(at).starts_with(mark)) {
      auto const end = end_of_single_stroke(text, at);
      if (end > 0)
        ranges.push_back({at, end});
      at = end > 0 ? end : at + 1;
      continue;
    }
    auto const close = text.find(mark, at + mark.size() + 1);
    bool const is_edit = (at > 0 && text[at - 1] == '{') || text.substr(at + mark.size()).starts_with('}');
    bool const opens =
        !is_edit && !is_blank_at(text, at + mark.size()) && !text.substr(at + mark.size()).starts_with('~');
    if (!opens || close == std::string_view::npos || is_space(character_before(text, close).value)) {
      at += mark.size();
      continue;
    }
    ranges.push_back({at, close + mark.size()});
    at = ranges.back().end;
  }
  return ranges;
}

/// Digits between two marks, as in 10^2^ and CO~2~: length of all of it; 0 when there are none.
std::size_t script(std::string_view text, std::size_t at) {
  auto const end = text.find_first_not_of("0123456789+-", at + 1);
  bool const closed = end != std::string_view::npos && text[end] == text[at] && end > at + 1 && end - at < 6;
  return closed && at > 0 ? end + 1 - at : 0;
}

/// True when the mark that goes with this one stands in the text, too.
bool is_edit(std::string_view text, std::string_view mark) {
  if (mark == "~~}")
    return text.find("{~~") != std::string_view::npos;
  std::string const other =
      mark.front() == '{' ? std::string(mark.substr(1)) + "}" : "{" + std::string(mark.substr(0, 2));
  return text.find(other) != std::string_view::npos;
}

/// Boxes inside of a line: there are several, since brackets alone are blanks that somebody has to fill.
bool has_boxes(std::string_view text) {
  std::size_t boxes = 0;
  for (std::string_view const mark : {"[ ]", "[x]", "[X]", "[√]"})
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size()))
      ++boxes;
  return boxes > 1;
}

class InlineText {
public:
  InlineText(std::string_view text, bool keeps_picture_texts)
      : text_(text), drops_(link_marks(text, keeps_picture_texts)), has_boxes_(has_boxes(text)) {
    for (auto const mark : paired_strong(text))
      drops_.push_back({mark, mark + 2});
    auto const struck = struck_ranges(text); // marks inside of these are passed over with them
    drops_.insert(drops_.begin(), struck.begin(), struck.end());
    std::vector<TextRange> out_of_line;
    for (auto const& aside : asides(text))
      out_of_line.push_back(aside.all);
    for (std::string_view const mark : {"{++", "++}", "{==", "==}", "~~}"}) // of edits that hold, and of marked words
      for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size()))
        if (is_edit(text, mark))
          out_of_line.push_back({at, at + mark.size()});
    drops_.insert(drops_.begin(), out_of_line.begin(), out_of_line.end());
    std::ranges::stable_sort(drops_, {}, &TextRange::begin);
  }

  std::string run() {
    for (std::size_t at = box(0); at < text_.size();)
      at = step(at);
    return std::move(out_);
  }

private:
  std::size_t step(std::size_t at) {
    while (drop_ < drops_.size() && drops_[drop_].begin < at)
      ++drop_;
    if (drop_ < drops_.size() && drops_[drop_].begin == at)
      return drops_[drop_++].end;
    switch (text_[at]) {
    case '\\':
      return escape(at);
    case '<':
      return tag(at);
    case '$':
      return dollar(at);
    case '&':
      return reference(at);
    case '`':
      return code(at);
    case '^':
    case '~':
      return raised(at);
    case '[':
      if (has_boxes_)
        return inner_box(at);
      [[fallthrough]];
    default:
      out_.push_back(text_[at]);
      return at + 1;
    }
  }

  /// `[x]` and `- [ ]` at the begin of a line are boxes; returns where the text behind them goes on.
  std::size_t box(std::size_t at) {
    auto const rest = text_.substr(at + (text_.substr(at).starts_with("- ") ? 2 : 0));
    for (auto const& [mark, sign] : {std::pair("[ ] ", "☐"), std::pair("[x] ", "☑"), std::pair("[X] ", "☑")}) {
      if (!rest.starts_with(mark))
        continue;
      out_ += sign;
      return text_.size() - rest.size() + std::string_view(mark).size();
    }
    return at;
  }

  /// A box among other texts, no mark of a link.
  std::size_t inner_box(std::size_t at) {
    constexpr std::array boxes = {std::pair("[ ]", "☐"), std::pair("[x]", "☑"), std::pair("[X]", "☑"),
                                  std::pair("[√]", "☑")};
    for (auto const& [mark, sign] : boxes)
      if (auto const rest = text_.substr(at); rest.starts_with(mark)) {
        auto const behind = rest.substr(std::string_view(mark).size());
        if (behind.starts_with('(') || behind.starts_with('[') || behind.starts_with('{'))
          break;
        out_ += sign;
        return at + std::string_view(mark).size();
      }
    out_.push_back('[');
    return at + 1;
  }

  std::size_t escape(std::size_t at) {
    if (at + 1 == text_.size())
      return at + 1;                                   // a hard break at the end of a paragraph
    if (auto const end = formula_end(at); end != at) { // its brackets tell that it is one
      out_.append(text_.substr(at, end - at));
      return end;
    }
    bool const escapes = is_punctuation(text_[at + 1]);
    out_.push_back(text_[escapes ? at + 1 : at]);
    return at + (escapes ? 2 : 1);
  }

  /// A formula's own backslashes stay: what it says is seen to later.
  std::size_t dollar(std::size_t at) {
    constexpr std::size_t longest = 400;
    auto const close = text_.substr(at + 1, longest).find('$');
    bool const is_formula =
        close != std::string_view::npos && text_.substr(at + 1, close).find('\\') != std::string_view::npos;
    auto const length = is_formula ? close + 2 : 1;
    out_.append(text_.substr(at, length));
    return at + length;
  }

  /// Where "\\( … \\)" with a command in it ends; `at` when none begins there.
  std::size_t formula_end(std::size_t at) const {
    constexpr std::size_t longest = 400;
    char const open = text_[at + 1];
    if (open != '(' && open != '[')
      return at;
    auto const inner = text_.substr(at + 2, longest);
    auto const length = inner.find(open == '(' ? "\\)" : "\\]");
    if (length == std::string_view::npos || inner.substr(0, length).find('\\') == std::string_view::npos)
      return at;
    return at + 2 + length + 2;
  }

  /// `<u>&gt;</u>`, and a text in a font of signs; returns where it ends, or `at` when none begins there.
  std::size_t styled(std::size_t at) {
    auto const found = styled_text(text_, at);
    out_ += found.shown;
    return at + found.length;
  }

  std::size_t tag(std::size_t at) {
    if (auto const end = styled(at); end != at)
      return end;
    if (auto const length = break_tag(text_, at); length != 0) {
      out_.push_back('\n');
      auto const next = text_.find_first_not_of(" \n", at + length);
      return next == std::string_view::npos ? text_.size() : box(next);
    }
    if (auto const length = comments_end_ ? 0 : comment(text_, at); length != 0)
      return at + length;
    comments_end_ = comments_end_ || text_.substr(at).starts_with("<!--");
    out_.push_back('<');
    return at + 1;
  }

  std::size_t reference(std::size_t at) {
    auto const entity = match_entity(text_, at);
    if (entity.length == 0 || entity.value == 0)
      return out_.push_back('&'), at + 1;
    append_utf8(out_, entity.value);
    return at + entity.length;
  }

  std::size_t code(std::size_t at) {
    auto const content = std::min(text_.find_first_not_of('`', at), text_.size());
    auto const marks = text_.substr(at, content - at);
    auto const close =
        marks.size() < no_code_.size() && !no_code_[marks.size()] ? text_.find(marks, content) : std::string_view::npos;
    if (close == std::string_view::npos) {
      no_code_[std::min(marks.size(), no_code_.size() - 1)] = true;
      out_.append(marks);
      return content;
    }
    out_.append(trim(text_.substr(content, close - content)));
    return close + marks.size();
  }

  std::size_t raised(std::size_t at) {
    auto const length = script(text_, at);
    if (length == 0)
      return out_.push_back(text_[at]), at + 1;
    bool const up = text_[at] == '^';
    out_.append(up ? "<sup>" : "<sub>").append(text_.substr(at + 1, length - 2)).append(up ? "</sup>" : "</sub>");
    return at + length;
  }

  std::string_view text_;
  std::vector<TextRange> drops_;
  std::string out_;
  std::size_t drop_ = 0;
  bool has_boxes_ = false;
  bool comments_end_ = false;        ///< no further comment is closed
  std::array<bool, 4> no_code_ = {}; ///< by the number of marks: no further code span is closed
};

} // namespace

std::string_view without_emphasis(std::string_view text) {
  for (std::string_view const mark : {"***", "**", "__", "==", "*", "_"}) {
    if (text.size() <= 2 * mark.size() || !text.starts_with(mark) || !text.ends_with(mark))
      continue;
    auto const inner = text.substr(mark.size(), text.size() - 2 * mark.size());
    if (inner.find(mark[0]) == std::string_view::npos && trim(inner) == inner && !inner.ends_with('\\'))
      return without_emphasis(inner);
  }
  return text;
}

namespace {

Piece plain(Piece const& text, bool keeps_picture_texts, ReadingBuilder& builder) {
  auto result = text;
  result.text = without_emphasis(text.text);
  if (result.text.find_first_of("\\<&`^~[*${%") == std::string_view::npos)
    return result;
  auto whole = InlineText(result.text, keeps_picture_texts).run();
  if (whole != result.text)
    result.text = builder.own(std::string(trim(whole)));
  return result;
}

/// The texts of the pictures of a line: `![text](target)`.
std::vector<std::string_view> picture_texts(std::string_view text) {
  std::vector<std::string_view> texts;
  if (text.find("![") == std::string_view::npos)
    return texts;
  auto const kept = link_marks(text, true);
  for (auto const& all : link_marks(text)) {
    if (text[all.begin] != '!')
      continue;
    auto const begin = all.begin + 2;
    auto const mark = std::ranges::find(kept, all.begin, &TextRange::begin);
    bool const is_kept = mark != kept.end() && mark->end != all.end;
    auto const end = text.find("](", begin);
    texts.push_back(is_kept ? text.substr(begin, std::min(end, all.end) - begin) : std::string_view());
  }
  return texts;
}

} // namespace

Piece printed(Piece const& text, ReadingBuilder& builder) { return plain(text, false, builder); }

Piece printed_cell(Piece const& text, ReadingBuilder& builder) { return plain(text, true, builder); }

void note_marks(std::string_view text, bool is_cell, ReadingBuilder& builder) {
  for (auto const& range : struck_ranges(text)) {
    std::size_t const mark = text.substr(range.begin).starts_with("~~") ? 2 : 1;
    builder.note(Code::struck_text,
                 {{"text", std::string(text.substr(range.begin + mark, range.end - range.begin - 2 * mark))}});
  }
  for (auto& aside : asides(text))
    builder.note(aside.finding.code, std::move(aside.finding.arguments));
  if (!is_cell)
    return;
  for (auto const picture : picture_texts(text))
    if (trim(picture).empty())
      builder.note(Code::graphic_not_read, {{"what", "a picture"}});
    else
      builder.note(Code::picture_text, {{"text", std::string(picture)}});
}

} // namespace jixiao
