#include "readers/html/flow.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {
namespace {

constexpr std::string_view white_space_of_flow = " \t\n\f\r";

/// 10<sup>2</sup> is not 102.
std::string with_script_digits(std::string_view text, HtmlFlow::Script script) {
  constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::string out;
  for (char const c : text)
    if (c < '0' || c > '9')
      out.push_back(c);
    else
      append_utf8(out, script == HtmlFlow::Script::raised ? raised[static_cast<std::size_t>(c - '0')]
                                                          : U'₀' + static_cast<char32_t>(c - '0'));
  return out;
}

} // namespace

std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> begins = {0};
  for (auto at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at)) {
    at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    begins.push_back(at);
  }
  return begins;
}

void HtmlFlow::separate(std::string_view next) {
  if (std::exchange(gap_, false) && !out_.text.empty())
    out_.text.push_back(cell_gap);
  if (!prefix_.empty()) {
    if (!out_.text.empty())
      out_.text.push_back('\n');
    out_.text += std::exchange(prefix_, {});
  } else if (!out_.text.empty() && line_) {
    out_.text.push_back('\n');
  } else if (!out_.text.empty() && space_) {
    bool const nothing = wrap_ && is_chinese(character_before(out_.text, out_.text.size()).value) &&
                         is_chinese(character_at(next, 0).value);
    if (!nothing)
      out_.text.push_back(' ');
  }
  space_ = wrap_ = line_ = false;
}

void HtmlFlow::span(std::size_t begin, std::size_t end) {
  if (out_.end == 0)
    out_.begin = begin;
  out_.begin = std::min(out_.begin, begin);
  out_.end = std::max(out_.end, end);
}

void HtmlFlow::add(std::string_view text, std::size_t begin, std::size_t end, Script script) {
  if (script != Script::none && text.find_first_of("0123456789") != std::string_view::npos)
    return add(with_script_digits(text, script), begin, end, Script::none);
  for (std::size_t at = 0; at < text.size();) {
    auto const word = std::min(text.find_first_not_of(white_space_of_flow, at), text.size());
    space_ = space_ || word > at;
    wrap_ = wrap_ || text.substr(at, word - at).find('\n') != std::string_view::npos;
    if (word == text.size())
      return;
    at = std::min(text.find_first_of(white_space_of_flow, word), text.size());
    separate(text.substr(word));
    out_.text.append(text.substr(word, at - word));
    span(begin, end);
  }
}

void HtmlFlow::add_preformatted(std::string_view text, std::size_t begin, std::size_t end) {
  if (text.empty())
    return;
  separate(text);
  out_.text.append(text);
  span(begin, end);
}

HtmlText HtmlFlow::take() {
  space_ = wrap_ = line_ = gap_ = false;
  return std::exchange(out_, {});
}

} // namespace jixiao
