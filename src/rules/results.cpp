#include "rules/results.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 4> missed{"未达成", "未完成", "未实现", "程度较低"};
constexpr std::array<std::string_view, 3> partly{"部分达成", "部分实现", "部分完成"};

/// Longer texts tell a story of their own.
constexpr std::size_t longest = 90; ///< bytes

} // namespace

std::string_view result_of(Indicator const& indicator) {
  if (!indicator.actual || indicator.actual->kind != ValueKind::qualitative)
    return {};
  std::string_view const text = indicator.actual->text;
  if (text.size() > longest)
    return {};
  if (contains_any(text, missed))
    return "missed";
  if (contains_any(text, partly))
    return "partly";
  return text.starts_with("达成") || text.starts_with("基本达成") || text.starts_with("全部达成") ? "met"
                                                                                                  : std::string_view();
}

} // namespace jixiao
