#include "outputs/formats.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<DocumentOutput> (*make)(OutputOptions const& options);
};

// In the order of OutputFormat.
constexpr std::array formats = {Format{"json", make_json_file}, Format{"jsonl", make_json_file},
                                Format{"csv", make_csv_folder}, Format{"xlsx", make_workbook},
                                Format{"sqlite", make_database}};

} // namespace

std::string_view to_string(OutputFormat format) { return formats[static_cast<std::size_t>(format)].name; }

std::optional<OutputFormat> parse_output_format(std::string_view name) {
  auto const* const found = std::ranges::find(formats, name, &Format::name);
  return found == formats.end() ? std::nullopt : std::optional(static_cast<OutputFormat>(found - formats.begin()));
}

std::unique_ptr<DocumentOutput> make_output(OutputOptions const& options) {
  return formats[static_cast<std::size_t>(options.format)].make(options);
}

} // namespace jixiao
