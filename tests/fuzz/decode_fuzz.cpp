#include "diagnostics/sink.hpp"
#include "text/clean.hpp"
#include "text/source_text.hpp"
#include "text/utf8_check.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Offsets never go back and stay inside the input.
void require_offsets(jixiao::SourceText const& source) {
  std::uint64_t last = 0;
  for (std::size_t at = 0; at <= source.text.size(); ++at) {
    bool const inside = at < source.text.size() && (static_cast<unsigned char>(source.text[at]) & 0xC0) == 0x80;
    if (inside || (at > 2048 && at % 61 != 0)) // far in, samples will do
      continue;
    auto const offset = source.source_offset(at);
    require(offset >= last && offset <= source.bytes.size());
    if (at % 61 == 0)
      require(source.column(at) <= at + 1);
    last = offset;
  }
}

void require_clean(std::string_view text) {
  auto const value = jixiao::clean_value(text), prose = jixiao::clean_prose(text);
  require(jixiao::check_utf8(value).valid == value.size());
  require(jixiao::trim(value).size() == value.size());
  require(value.empty() == prose.empty());
  require(!jixiao::is_blank(text) || value.empty());
  std::string buffer;
  require(jixiao::fold_label(text, buffer).size() == buffer.size());
  require(jixiao::display_width(value) >= 0);
}

} // namespace

// Any bytes give UTF-8 with a way back to them, or one error; whatever text there is can be cleaned.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::DiagnosticSink sink;
  auto const source = jixiao::decode({reinterpret_cast<char const*>(data), size}, sink);
  require(source.ok() || (source.text.empty() && sink.size() == 1));
  require(jixiao::check_utf8(source.text).valid == source.text.size());
  require_offsets(source);
  require_clean(source.text);
  jixiao::clean_value({reinterpret_cast<char const*>(data), size}); // safe on any bytes
  return 0;
}
