#include "cli/check_levels.hpp"

#include "cli/status.hpp"
#include "cli/suggest.hpp"

namespace jixiao::cli {

std::vector<std::string_view> level_names() {
  return {"off", to_string(Severity::note), to_string(Severity::warning), to_string(Severity::error)};
}

Code code_of(std::string const& typed) {
  if (auto const code = find_code(typed))
    return *code;
  std::vector<std::string_view> known;
  for (auto const& entry : catalogue())
    known.insert(known.end(), {entry.id, entry.name});
  throw UsageError("no code \"" + typed + '"' + did_you_mean(typed, known) + " (jixiao explain lists them)");
}

std::vector<LevelOverride> levels_of(std::vector<std::string> const& off, std::vector<std::string> const& severities) {
  std::vector<LevelOverride> out;
  for (auto const& code : off)
    out.push_back({code_of(code), Level::off});
  for (auto const& text : severities) {
    auto const equals = text.find('=');
    auto const level = equals == text.npos ? std::nullopt : parse_level(std::string_view(text).substr(equals + 1));
    if (!level)
      throw UsageError("--severity " + text + ": expected CODE=off, CODE=note, CODE=warning or CODE=error");
    out.push_back({code_of(text.substr(0, equals)), *level});
  }
  return out;
}

} // namespace jixiao::cli
