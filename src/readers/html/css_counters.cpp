#include "readers/html/css_counters.hpp"

#include "readers/html/css_text.hpp"
#include "readers/html/list.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace jixiao {
namespace {

constexpr std::size_t most_counters = 100;

std::string_view next_word(std::string_view& rest) {
  rest = trim_css(rest);
  auto const word = rest.substr(0, rest.find_first_of(css_white_space));
  rest.remove_prefix(word.size());
  return word;
}

std::optional<long> number_in(std::string_view word) {
  long number = 0;
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  bool const fits = error == std::errc() && end == word.data() + word.size();
  return fits && std::abs(number) < 1'000'000 ? std::optional(number) : std::nullopt;
}

/// Calls with each counter that is named, and the number behind it.
template <class Use> void each_counter(std::string_view declared, long otherwise, Use const& use) {
  std::string_view name;
  for (auto word = next_word(declared); !word.empty(); word = next_word(declared)) {
    auto const number = number_in(word);
    if (!name.empty())
      use(name, number.value_or(otherwise));
    name = number ? std::string_view() : word;
  }
  if (!name.empty() && name != "none")
    use(name, otherwise);
}

} // namespace

bool CssCounters::spend() {
  left_ -= left_ > 0 ? 1 : 0;
  return left_ > 0;
}

void CssCounters::reset(std::string_view declared) {
  each_counter(declared, 0, [&](std::string_view name, long value) {
    if (spend() && values_.size() < most_counters)
      values_.insert_or_assign(std::string(name), value);
  });
}

void CssCounters::increment(std::string_view declared) {
  each_counter(declared, 1, [&](std::string_view name, long step) {
    if (!spend())
      return;
    if (auto const known = values_.find(name); known != values_.end())
      known->second = std::clamp(known->second + step, -1'000'000L, 1'000'000L);
    else if (values_.size() < most_counters)
      values_.emplace(name, step);
  });
}

std::string CssCounters::print(std::string_view arguments) {
  if (!spend())
    return {};
  auto const comma = std::min(arguments.find(','), arguments.size());
  auto const known = values_.find(trim_css(arguments.substr(0, comma)));
  auto const last = arguments.rfind(',');
  auto const style = last == arguments.npos ? std::string_view() : trim_css(arguments.substr(last + 1));
  return html_numeral(known == values_.end() ? 0 : known->second, style);
}

} // namespace jixiao
