#include "cli/values.hpp"

#include "cli/check_levels.hpp"
#include "cli/convert_target.hpp"
#include "cli/limits.hpp"

#include <jixiao/grammar_set.hpp>
#include <jixiao/profile.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::cli {

namespace {

Values plain(std::vector<std::string_view> const& names) {
  Values out;
  for (auto const name : names)
    out.words.push_back({std::string(name)});
  return out;
}

/// Ids first, each with its name, then names, each with its id: both are understood.
Values codes() {
  Values out;
  for (auto const& entry : catalogue())
    out.words.push_back({std::string(entry.id), std::string(entry.name)});
  for (auto const& entry : catalogue())
    out.words.push_back({std::string(entry.name), std::string(entry.id)});
  return out;
}

Values levels_of_codes() {
  auto out = codes();
  for (auto& code : out.words)
    code.word += '=';
  auto const levels = level_names();
  out.behind.assign(levels.begin(), levels.end());
  out.assigned = true;
  return out;
}

/// 4G, 8M, 4096: as a person would give it to --limit.
std::string shortened(std::string_view digits) {
  auto const number = std::stoull(std::string(digits));
  for (auto const& [factor, letter] : {std::pair{1ULL << 30, 'G'}, std::pair{1ULL << 20, 'M'}})
    if (number >= factor && number % factor == 0)
      return std::to_string(number / factor) + letter;
  return std::string(digits);
}

/// Each with what it is when nothing is said.
Values limits() {
  Values out;
  out.assigned = true;
  auto const all = describe(Limits{});
  for (std::string_view text = all; !text.empty();) {
    auto const line = text.substr(0, text.find('\n'));
    auto const name = line.substr(0, line.find('=') + 1);
    out.words.push_back({std::string(name), shortened(line.substr(name.size())) + " by default"});
    text.remove_prefix(line.size() + 1);
  }
  return out;
}

Values layouts() {
  Values out;
  for (auto const& layout : GrammarSet::builtin().list())
    out.words.push_back({layout.name, layout.title});
  return out;
}

Values profile_names() {
  Values out;
  for (auto const& profile : profiles())
    out.words.push_back({profile.name, profile.title});
  return out;
}

Values files() {
  Values out;
  out.files = true;
  return out;
}

Values profiles_and_files() {
  auto out = profile_names();
  out.files = true;
  return out;
}

struct Kind {
  std::string_view value;
  Values (*values)();
};

constexpr std::array kinds = {
    Kind{"CODE", codes},
    Kind{"CODES", codes},
    Kind{"CODE=LEVEL", levels_of_codes},
    Kind{"DIR", files},
    Kind{"FILE", files},
    Kind{"FORMAT", [] { return plain(output_format_names()); }},
    Kind{"INPUT", files},
    Kind{"NAME", layouts},
    Kind{"NAME=N", limits},
    Kind{"NAME|FILE", profiles_and_files},
    Kind{"OUT", files},
};

} // namespace

Values values_of(Parameter const& parameter) {
  if (!parameter.choices.empty())
    return plain({parameter.choices.begin(), parameter.choices.end()});
  auto const* const kind = std::ranges::find(kinds, parameter.value, &Kind::value);
  return kind == kinds.end() ? Values{} : kind->values();
}

} // namespace jixiao::cli
