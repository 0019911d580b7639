#include "cli/limits.hpp"

#include "cli/status.hpp"
#include "cli/suggest.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>

namespace jixiao::cli {

namespace {

struct NamedLimit {
  std::string_view name;
  std::variant<std::uint64_t Limits::*, std::uint32_t Limits::*> member;
  std::uint64_t most;
};

constexpr std::uint64_t most32 = std::numeric_limits<std::uint32_t>::max(),
                        most64 = std::numeric_limits<std::uint64_t>::max();

// The library counts columns in 16 bits and cells in 32, and goes down into tables and elements by recursion.
constexpr std::array table = {
    NamedLimit{"bytes", &Limits::bytes, most64},
    NamedLimit{"line-bytes", &Limits::line_bytes, most64},
    NamedLimit{"cells-in-row", &Limits::cells_in_row, 0xFFFF},
    NamedLimit{"cells", &Limits::cells, most32},
    NamedLimit{"diagnostics", &Limits::diagnostics, most32},
    NamedLimit{"table-depth", &Limits::table_depth, 1000},
    NamedLimit{"xml-depth", &Limits::xml_depth, 10'000},
    NamedLimit{"entries", &Limits::entries, most32},
    NamedLimit{"part-bytes", &Limits::part_bytes, most64},
    NamedLimit{"inflated-bytes", &Limits::inflated_bytes, most64},
    NamedLimit{"inflation-ratio", &Limits::inflation_ratio, most32},
    NamedLimit{"inflation-floor", &Limits::inflation_floor, most64},
    NamedLimit{"pages", &Limits::pages, 1'000'000},
    NamedLimit{"page-glyphs", &Limits::page_glyphs, 10'000'000},
    NamedLimit{"page-lines", &Limits::page_lines, 10'000'000},
    NamedLimit{"archive-depth", &Limits::archive_depth, 100},
    NamedLimit{"seconds", &Limits::seconds, 1'000'000},
    NamedLimit{"memory", &Limits::memory, most64},
};

/// The factor that a number's last letter stands for; 1 for a digit.
std::uint64_t factor_of(char suffix) {
  switch (suffix) {
  case 'K':
    return 1ULL << 10;
  case 'M':
    return 1ULL << 20;
  case 'G':
    return 1ULL << 30;
  default:
    return 1;
  }
}

/// The number, when it is one from 1 to `most`.
std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t most) {
  auto const factor = text.empty() ? 1 : factor_of(text.back());
  text.remove_suffix(factor > 1 ? 1 : 0);
  std::uint64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || number == 0 || number > most / factor)
    return std::nullopt;
  return number * factor;
}

NamedLimit const& find(std::string_view name) {
  if (auto const* found = std::ranges::find(table, name, &NamedLimit::name); found != table.end())
    return *found;
  std::string expected;
  for (auto const known : limit_names())
    expected.append(expected.empty() ? "" : ", ").append(known);
  throw UsageError("--limit: no limit \"" + std::string(name) + '"' + did_you_mean(name, limit_names()) + " (" +
                   expected + ")");
}

} // namespace

std::vector<std::string_view> limit_names() {
  std::vector<std::string_view> names;
  for (auto const& limit : table)
    names.push_back(limit.name);
  return names;
}

std::string describe(Limits const& limits) {
  std::string out;
  for (auto const& limit : table) {
    auto const value = std::visit([&](auto member) { return std::to_string(limits.*member); }, limit.member);
    out.append(limit.name).append("=").append(value).append("\n");
  }
  return out;
}

void set_limit(Limits& limits, std::string_view assignment) {
  auto const name = assignment.substr(0, assignment.find('='));
  auto const& limit = find(name);
  auto const text = assignment.substr(std::min(name.size() + 1, assignment.size()));
  auto const number = parse_number(text, limit.most);
  if (!number)
    throw UsageError("--limit: " + std::string(name) + " cannot be \"" + std::string(text) + "\"; expected " +
                     std::string(name) + "=N, a number from 1 to " + std::to_string(limit.most) +
                     "; K, M or G behind it is times 1024, 1024² or 1024³");
  auto const set = [&](auto member) {
    limits.*member = static_cast<std::remove_reference_t<decltype(limits.*member)>>(*number);
  };
  std::visit(set, limit.member);
}

} // namespace jixiao::cli
