#pragma once

#include <string_view>

namespace jixiao {

/// The words of a page, in one language.
struct PageWords {
  bool chinese;

  std::string_view operator()(std::string_view zh, std::string_view en) const { return chinese ? zh : en; }
};

} // namespace jixiao
