#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// Text for a page: marks of HTML as references, without control characters.
std::string html_text(std::string_view text);

/// The words of a page, in one language.
struct PageWords {
  bool chinese;

  std::string_view operator()(std::string_view zh, std::string_view en) const { return chinese ? zh : en; }
};

} // namespace jixiao
