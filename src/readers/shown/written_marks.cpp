#include "readers/shown/written_marks.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace jixiao {
namespace {

constexpr std::array<std::string_view, 17> written_tags = {"b",     "i",    "u",    "s",    "del",    "strike",
                                                           "color", "size", "font", "left", "center", "right",
                                                           "align", "url",  "sup",  "sub",  "em"};
constexpr std::array<std::string_view, 3> striking = {"s", "del", "strike"};
constexpr auto no_tag = std::numeric_limits<std::size_t>::max();
constexpr std::size_t longest_tag = 60;
constexpr std::string_view data_open = "<![CDATA[", data_close = "]]>";

constexpr bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_name_digit(char c) { return c >= '0' && c <= '9'; }

/// `[b]`, `[color=red]` or `[/b]` at the front of a text.
struct Tag {
  std::size_t index = no_tag, length = 0;
  bool closes = false;
};

Tag tag_at(std::string_view text) {
  bool const closes = text.starts_with("[/");
  auto const inner = text.substr(closes ? 2 : 1, longest_tag);
  auto const end = inner.find(']');
  if (end == inner.npos)
    return {};
  auto const name = inner.substr(0, std::min(inner.find('='), end));
  auto const found = std::ranges::find(written_tags, name);
  if (found == written_tags.end() || (closes && name.size() != end))
    return {};
  return {static_cast<std::size_t>(found - written_tags.begin()), (closes ? 2 : 1) + end + 1, closes};
}

/// `{.underline}`, `{#id .class}` at the front of a text: nothing but names.
std::size_t attributes_length(std::string_view text) {
  if (text.size() < 4 || (text[1] != '.' && text[1] != '#') || !is_name_letter(text[2]))
    return 0;
  auto const end = text.substr(0, longest_tag).find('}');
  bool const names =
      end != text.npos && std::ranges::all_of(text.substr(1, end - 1), [](char c) {
        return is_name_letter(c) || is_name_digit(c) || std::string_view(".#-_=\" ").find(c) != std::string_view::npos;
      });
  return names ? end + 1 : 0;
}

class MarkTaker {
public:
  MarkTaker(std::string_view text, LeftOut& left_out) : text_(text), left_out_(left_out) {
    last_close_.fill(no_tag);
    for (auto at = text.find("[/"); at != text.npos; at = text.find("[/", at + 1))
      if (auto const tag = tag_at(text.substr(at)); tag.index != no_tag)
        last_close_[tag.index] = at;
    last_tildes_ = text.rfind("~~"), last_data_ = text.rfind(data_close);
  }

  WithoutWrittenMarks run() {
    while (at_ < text_.size())
      at_ += step();
    left_out_.end_stretch();
    return std::move(parted_);
  }

private:
  std::size_t step() {
    auto const rest = text_.substr(at_);
    switch (rest.front()) {
    case '[':
      if (auto const length = take_tag(rest); length > 0)
        return length;
      break;
    case '~':
      if (auto const length = take_tildes(rest); length > 0)
        return length;
      break;
    case '<':
    case ']':
      if (auto const length = take_data(rest); length > 0)
        return length;
      break;
    case '{':
      if (auto const length = parted_.text.empty() ? 0 : attributes_length(rest); length > 0)
        return parted_.marked = true, length;
      break;
    default:
      break;
    }
    put(rest.substr(0, 1));
    return 1;
  }

  void put(std::string_view part) {
    if (struck_ > 0)
      return left_out_.add(LeftOut::struck, part);
    left_out_.end_stretch();
    parted_.text += part;
  }

  std::size_t take_tag(std::string_view rest) {
    auto const tag = tag_at(rest);
    if (tag.index == no_tag)
      return 0;
    bool const strikes = std::ranges::find(striking, written_tags[tag.index]) != striking.end();
    auto& open = open_[tag.index];
    if (tag.closes ? open == 0 : last_close_[tag.index] == no_tag || last_close_[tag.index] < at_)
      return 0;
    open += tag.closes ? -1 : 1;
    if (strikes)
      struck_ += tag.closes ? -1 : 1;
    else
      parted_.marked = true;
    return tag.length;
  }

  /// Behind a digit two waves are a range.
  std::size_t take_tildes(std::string_view rest) {
    bool const opens = !tildes_ && at_ != last_tildes_ && rest.size() > 2 && rest[2] != '~' && rest[2] != ' ' &&
                       (at_ == 0 || !is_name_digit(text_[at_ - 1]));
    if (!rest.starts_with("~~") || (!opens && !tildes_))
      return 0;
    tildes_ = !tildes_;
    struck_ += tildes_ ? 1 : -1;
    return 2;
  }

  std::size_t take_data(std::string_view rest) {
    if (!data_ && rest.starts_with(data_open) && last_data_ != text_.npos && at_ < last_data_)
      return data_ = parted_.marked = true, data_open.size();
    if (data_ && rest.starts_with(data_close))
      return data_ = false, data_close.size();
    return 0;
  }

  std::string_view text_;
  LeftOut& left_out_;
  WithoutWrittenMarks parted_;
  std::size_t at_ = 0, last_tildes_ = 0, last_data_ = 0;
  std::array<std::size_t, written_tags.size()> last_close_{};
  std::array<int, written_tags.size()> open_{};
  int struck_ = 0;
  bool tildes_ = false, data_ = false;
};

/// `++inserted++`
std::string_view inside_of_pluses(std::string_view text) {
  bool const is_inserted =
      text.size() > 4 && text.starts_with("++") && text.ends_with("++") && text.find("++", 2) == text.size() - 2;
  return is_inserted ? text.substr(2, text.size() - 4) : text;
}

} // namespace

bool may_be_written_mark(std::string_view text, std::size_t at) {
  auto const rest = text.substr(at);
  switch (rest.front()) {
  case '[':
    return rest.size() > 2 && rest[1] == '/' && is_name_letter(rest[2]);
  case '~':
  case '+':
    return rest.size() > 2 && rest[1] == rest[0];
  case '<':
    return rest.starts_with(data_open);
  case '{':
    return rest.size() > 2 && (rest[1] == '.' || rest[1] == '#') && is_name_letter(rest[2]);
  default:
    return false;
  }
}

WithoutWrittenMarks without_written_marks(std::string_view text, LeftOut& left_out) {
  auto const inner = inside_of_pluses(trim(text));
  auto parted = MarkTaker(inner, left_out).run();
  parted.marked = parted.marked || inner.size() < trim(text).size();
  return parted;
}

} // namespace jixiao
