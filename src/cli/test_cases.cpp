#include "cli/test_cases.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view document_name = "expected.json", diagnostics_name = "diagnostics.txt";
constexpr std::string_view document_ending = ".expected.json", diagnostics_ending = ".diagnostics.txt";

struct Listing {
  std::set<std::string> files;
  std::vector<fs::path> folders;
};

Listing list(fs::path const& folder, std::error_code& error) {
  Listing out;
  std::error_code ignored;
  auto entry = fs::directory_iterator(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    auto name = entry->path().filename().string();
    if (name.starts_with('.'))
      continue;
    if (entry->is_regular_file(ignored))
      out.files.insert(std::move(name));
    else if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
      out.folders.push_back(entry->path());
  }
  return out;
}

/// A loose case's name: what stands before `.expected.json` or `.diagnostics.txt`; empty for other files.
std::string case_of(std::string_view file) {
  for (auto const ending : {document_ending, diagnostics_ending})
    if (file.size() > ending.size() && file.ends_with(ending))
      return std::string(file.substr(0, file.size() - ending.size()));
  return {};
}

TestCase loose_case(fs::path const& folder, std::string const& name) {
  auto const path = (folder / name).string();
  return {path, path, path + std::string(document_ending), path + std::string(diagnostics_ending)};
}

TestCase fault(fs::path const& path, std::string what) { return {path.string(), {}, {}, {}, std::move(what)}; }

/// The file that a loose case is about: of its name, else the only one that has it before its ending.
TestCase find_loose_case(fs::path const& folder, std::string const& name, std::set<std::string> const& files) {
  auto out = loose_case(folder, name);
  if (files.contains(name))
    return out;
  std::vector<std::string> inputs;
  for (auto file = files.lower_bound(name + '.'); file != files.end() && file->starts_with(name + '.'); ++file)
    if (case_of(*file).empty() && fs::path(*file).stem() == name)
      inputs.push_back(*file);
  if (inputs.size() != 1)
    return fault(folder / name, inputs.empty() ? "what is expected has no input beside it"
                                               : "more than one input has this name: " + inputs[0] + ", " + inputs[1]);
  out.input = folder / inputs[0];
  out.name = out.input.string();
  return out;
}

void add_folder_case(fs::path const& folder, std::set<std::string> const& files, std::vector<TestCase>& out) {
  std::vector<std::string> inputs;
  for (auto const& file : files)
    if (fs::path(file).stem() == "input" && case_of(file).empty())
      inputs.push_back(file);
  bool const expects = files.contains(std::string(document_name)) || files.contains(std::string(diagnostics_name));
  if (inputs.size() == 1) {
    auto const input = folder / inputs[0];
    out.push_back({input.string(), input, folder / document_name, folder / diagnostics_name});
  } else if (inputs.size() > 1) {
    out.push_back(fault(folder, "more than one input: " + inputs[0] + ", " + inputs[1]));
  } else if (expects) {
    out.push_back(fault(folder, "what is expected has no input.* beside it"));
  }
}

void add_cases_of_folder(fs::path const& top, std::vector<TestCase>& out) {
  std::vector<fs::path> folders{top.lexically_normal()};
  while (!folders.empty()) {
    auto const folder = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    auto listing = list(folder, error);
    if (error)
      out.push_back(fault(folder, error.message()));
    std::ranges::move(listing.folders, std::back_inserter(folders));
    add_folder_case(folder, listing.files, out);
    std::set<std::string> loose;
    for (auto const& file : listing.files)
      if (auto name = case_of(file); !name.empty() && name != "input")
        loose.insert(std::move(name));
    for (auto const& name : loose)
      out.push_back(find_loose_case(folder, name, listing.files));
  }
}

/// A file that is named itself: its expectations may be called by its whole name or by that without its ending.
TestCase case_of_file(fs::path const& file) {
  auto const folder = file.parent_path();
  std::error_code ignored;
  if (file.stem() == "input")
    return {file.string(), file, folder / document_name, folder / diagnostics_name};
  auto const is_expected = [&](TestCase const& one) {
    return fs::exists(one.document, ignored) || fs::exists(one.diagnostics, ignored);
  };
  auto whole = loose_case(folder, file.filename().string());
  auto by_stem = loose_case(folder, file.stem().string());
  by_stem.name = whole.name;
  by_stem.input = file;
  return is_expected(by_stem) && !is_expected(whole) ? by_stem : whole;
}

} // namespace

std::vector<TestCase> find_cases(std::vector<std::string> const& paths) {
  std::vector<TestCase> out;
  for (auto const& path : paths) {
    std::error_code error;
    auto const first = static_cast<std::ptrdiff_t>(out.size());
    if (fs::is_directory(path, error))
      add_cases_of_folder(path, out);
    else if (fs::exists(path, error))
      out.push_back(case_of_file(path));
    else
      out.push_back(fault(path, "no such file or folder"));
    std::ranges::sort(out.begin() + first, out.end(), {}, &TestCase::name);
  }
  return out;
}

} // namespace jixiao::cli
