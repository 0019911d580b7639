#include "readers/markdown/links.hpp"

#include "readers/html/pictures.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t longest_target = 1024;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Where the target "(address)" at `at` ends; `at` when there is none.
std::size_t target_end(std::string_view text, std::size_t at) {
  auto const close = text.substr(at, longest_target).find(')');
  if (close == std::string_view::npos)
    return at;
  auto const target = text.substr(at + 1, close - 1);
  return target.empty() || is_link_target(target) ? at + close + 1 : at;
}

} // namespace

bool is_link_target(std::string_view target) {
  auto const address = target.substr(0, target.find(' '));
  return address.find_first_of("/#.:") != std::string_view::npos && is_ascii(address);
}

std::size_t attributes_end(std::string_view text, std::size_t at) {
  auto const close = text.substr(at, longest_target).find('}');
  if (!text.substr(at).starts_with('{') || close == std::string_view::npos)
    return at;
  auto const inner = text.substr(at + 1, close - 1);
  bool const is_list =
      inner.starts_with('#') || inner.starts_with('.') || inner == "-" || inner.find('=') != std::string_view::npos;
  return is_list ? at + close + 1 : at;
}

std::vector<TextRange> link_marks(std::string_view text, bool keeps_picture_texts) {
  std::vector<TextRange> marks;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; (at = text.find_first_of("[]\\", at)) != std::string_view::npos; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '[') {
      open.push_back(at);
    } else if (!open.empty()) {
      auto const begin = open.back();
      open.pop_back();
      bool const is_target = text.substr(at + 1).starts_with('(');
      auto const end = is_target ? target_end(text, at + 1) : attributes_end(text, at + 1);
      if (end == at + 1)
        continue;
      bool const is_picture = is_target && begin > 0 && text[begin - 1] == '!';
      if (is_picture && (!keeps_picture_texts || is_name_of_picture(text.substr(begin + 1, at - begin - 1)))) {
        marks.push_back({begin - 1, end});
      } else {
        marks.push_back({is_picture ? begin - 1 : begin, begin + 1});
        marks.push_back({at, end});
      }
      at = end - 1;
    }
  }
  return marks;
}

} // namespace jixiao
