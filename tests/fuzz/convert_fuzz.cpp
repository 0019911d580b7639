#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// The path names something in the document: at least its form and indicator are there.
void require_path(jixiao::Document const& document, std::string const& path) {
  if (!path.starts_with("/forms/"))
    return;
  auto const form = std::strtoul(path.c_str() + 7, nullptr, 10);
  require(form < document.forms.size());
  auto const indicators = path.find("/indicators/");
  if (indicators != std::string::npos)
    require(std::strtoul(path.c_str() + indicators + 12, nullptr, 10) < document.forms[form].indicators.size());
}

} // namespace

// Any bytes become a document: every cell is claimed or listed, and every finding stands in the source and the
// document.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const document = jixiao::convert({"fuzz", {reinterpret_cast<char const*>(data), size}});
  require(document.coverage.claimed + document.coverage.unclaimed.size() == document.coverage.cells);
  require(document.coverage.cells > 0 || !document.diagnostics.empty());
  for (auto const& finding : document.diagnostics) {
    require_path(document, finding.path);
    require(finding.at.end.value_or(0) <= size && finding.at.begin.value_or(0) <= finding.at.end.value_or(0));
  }
  std::string json;
  jixiao::write_json(json, document);
  require(json.ends_with('}'));
  return 0;
}
