#include "cli/on_demand/library.hpp"
#include "readers/page/page.hpp"
#include "readers/pdf/module.hpp"

namespace jixiao {
namespace {

cli::Library const& pdf_library() {
  static cli::Library const library("pdf");
  return library;
}

pdf::Module const* pdf_module() { return static_cast<pdf::Module const*>(pdf_library().find(pdf::module_entry)); }

} // namespace

Identified identify_pdf(std::string_view bytes) { return find_pdf_header(bytes); }

Reading read_pdf(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  if (auto const* const module = pdf_module())
    return module->read(source, limits, sink);
  sink.emit(Code::pdf_unreadable, {{"problem", "its reader is missing: " + pdf_library().problem()}});
  return {};
}

std::optional<PageModel> draw_pdf(std::string_view bytes, std::uint32_t page, Limits const& limits) {
  auto const* const module = pdf_module();
  return module == nullptr ? std::nullopt : module->draw(bytes, page, limits);
}

} // namespace jixiao
