#include "forms/form_parser.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

} // namespace

// Any text gives forms or errors, never both nor neither; what is accepted is accepted again from its own source.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const parsed = jixiao::parse_forms(text, "fuzz.form");
  require(parsed.forms.empty() != parsed.errors.empty());
  for (auto const& error : parsed.errors)
    require(error.line > 0 && error.column > 0 && !error.what.empty() && error.excerpt.ends_with("^"));
  for (auto const& form : parsed.forms)
    require(jixiao::parse_forms(form.source, "again.form").errors.empty());
  return 0;
}
