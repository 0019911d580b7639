#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace jixiao {

/// The counters of a page, by which style sheets number what they print. One that is reset again begins anew; what it
/// was outside of the element is not kept.
class CssCounters {
public:
  /// As in `counter-reset: chapter item 2` and `counter-increment: item`.
  void reset(std::string_view declared);
  void increment(std::string_view declared);

  /// What `counter(item)`, `counter(item, upper-roman)` and `counters(item, ".")` print, given what is in the brackets.
  std::string print(std::string_view arguments);

private:
  /// False when a page has counted more than any reader of it would.
  bool spend();

  std::map<std::string, long, std::less<>> values_;
  std::size_t left_ = 200'000; ///< of counting and printing
};

} // namespace jixiao
