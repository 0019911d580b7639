#include "cli/check_profile.hpp"

#include "cli/read_file.hpp"
#include "cli/status.hpp"
#include "cli/suggest.hpp"

#include <jixiao/writers.hpp>

#include <filesystem>

namespace jixiao::cli {

namespace {

std::string describe_finding(Diagnostic const& finding, std::string const& file) {
  auto out = displayed(file);
  if (finding.at.line)
    out += ':' + std::to_string(*finding.at.line);
  if (finding.at.line && finding.at.column)
    out += ':' + std::to_string(*finding.at.column);
  return out + ": " + displayed(message(finding));
}

std::shared_ptr<Profile const> read(std::string const& file) {
  auto reading = read_profile(read_file(file));
  std::string what = "the profile has errors";
  for (auto const& finding : reading.diagnostics)
    what += '\n' + describe_finding(finding, file);
  if (!reading.diagnostics.empty())
    throw UsageError(what);
  return std::make_shared<Profile const>(std::move(reading.profile));
}

std::string no_such_profile(std::string const& name) {
  std::vector<std::string_view> names;
  std::string list;
  for (auto const& profile : profiles()) {
    names.push_back(profile.name);
    list += (list.empty() ? "" : ", ") + profile.name;
  }
  return "no profile \"" + name + '"' + did_you_mean(name, names) + " (" + list + ", or a file)";
}

} // namespace

std::shared_ptr<Profile const> open_profile(std::string const& name_or_file) {
  if (name_or_file.empty())
    return nullptr;
  if (auto const* builtin = find_profile(name_or_file))
    return {builtin, [](Profile const*) {}};
  std::error_code ignored;
  if (name_or_file.find('/') == name_or_file.npos && !name_or_file.ends_with(".profile") &&
      !std::filesystem::exists(name_or_file, ignored))
    throw UsageError(no_such_profile(name_or_file));
  return read(name_or_file);
}

} // namespace jixiao::cli
