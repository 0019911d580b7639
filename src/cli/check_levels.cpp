#include "cli/check_levels.hpp"

#include "cli/status.hpp"
#include "cli/suggest.hpp"

#include <algorithm>
#include <cctype>

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

namespace {

std::string upper(std::string text) {
  for (auto& c : text)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// `V`, `V5` or `V510`, whether there is such a code or not.
bool is_beginning(std::string const& text) {
  return !text.empty() && text.size() <= 4 && std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
         std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// Sets the codes of one entry of a list; false when it names none. The ends of a range may be prefixes: V5-V6.
bool set_codes(std::string const& typed, std::vector<bool>& codes) {
  auto const name = upper(typed);
  auto const dash = name.find('-');
  auto const low = name.substr(0, dash), high = dash == name.npos ? low : name.substr(dash + 1);
  bool const range = dash != name.npos;
  if (!is_beginning(low) || !is_beginning(high))
    return false;
  bool any = false;
  for (auto const& entry : catalogue())
    if (range ? entry.id >= low && (entry.id <= high || entry.id.starts_with(high)) : entry.id.starts_with(name))
      codes[static_cast<std::size_t>(entry.code)] = any = true;
  return any;
}

} // namespace

std::vector<bool> codes_of(std::vector<std::string> const& lists) {
  std::vector<bool> codes(catalogue().size(), false);
  for (auto const& typed : lists)
    if (!set_codes(typed, codes))
      codes[static_cast<std::size_t>(code_of(typed))] = true;
  return codes;
}

std::vector<LevelOverride> levels_of(std::vector<std::string> const& off, std::vector<std::string> const& severities) {
  std::vector<LevelOverride> out;
  auto const codes = codes_of(off);
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (codes[i])
      out.push_back({static_cast<Code>(i), Level::off});
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
