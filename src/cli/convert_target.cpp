#include "cli/convert_target.hpp"

#include "cli/status.hpp"
#include "cli/suggest.hpp"

#include <jixiao/writers.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view expected_formats = "expected json, jsonl, csv, xlsx or sqlite";

bool is_folder(std::string const& path) {
  std::error_code ignored;
  return path.ends_with('/') || fs::is_directory(path, ignored);
}

/// A pipe or a device: it has no ending that means anything.
bool is_device(std::string const& path) {
  std::error_code ignored;
  auto const status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

OutputFormat format_of(std::string const& to, std::string const& out) {
  if (!to.empty()) {
    if (auto const format = parse_output_format(to))
      return *format;
    throw UsageError("no format \"" + to + '"' + did_you_mean(to, output_format_names()) + "; " +
                     std::string(expected_formats));
  }
  if (out.empty() || is_device(out))
    return OutputFormat::json;
  if (is_folder(out))
    return OutputFormat::csv;
  auto ending = fs::path(out).extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (auto const format = parse_output_format(ending.empty() ? "" : ending.substr(1)))
    return *format;
  throw UsageError("no format has the ending of \"" + out +
                   "\": expected .json, .jsonl, .xlsx, .sqlite or, for csv, a folder DIR/");
}

} // namespace

std::vector<std::string_view> output_format_names() {
  std::vector<std::string_view> names;
  for (auto const format :
       {OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv, OutputFormat::xlsx, OutputFormat::database})
    names.push_back(to_string(format));
  return names;
}

OutputFormat output_format(std::string const& to, std::string const& out) {
  auto const format = format_of(to, out);
  std::string const name(to_string(format));
  if (format == OutputFormat::csv && (out.empty() || fs::path(out).extension() == ".csv" || is_device(out)))
    throw UsageError("csv is a folder of tables: expected -o DIR/");
  if (format != OutputFormat::csv && !out.empty() && is_folder(out))
    throw UsageError("\"" + out + "\" is a folder: expected a file for --to " + name);
  bool const needs_file = format == OutputFormat::xlsx || format == OutputFormat::database;
  if (needs_file && (out.empty() || is_device(out)))
    throw UsageError(name + " is written to a file: expected -o FILE." + name);
  return format;
}

std::vector<std::string> written_files(OutputFormat format, std::string const& out) {
  if (out.empty())
    return {};
  if (format != OutputFormat::csv)
    return {out};
  std::vector<std::string> files;
  for (auto const& table : csv_tables())
    files.push_back((fs::path(out) / table.file_name).string());
  return files;
}

void keep_apart(BatchInputs& inputs, std::vector<std::string> written) {
  for (auto const& file : written)
    for (auto const& path : inputs.paths) {
      std::error_code ignored;
      if (fs::is_regular_file(file, ignored) && fs::equivalent(path, file, ignored))
        throw UsageError("\"" + path + "\" is an input and would be written over: expected another file for -o");
    }
  inputs.passed_over = std::move(written);
}

} // namespace jixiao::cli
