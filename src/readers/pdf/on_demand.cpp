#include "readers/page/page.hpp"
#include "readers/pdf/module.hpp"

#include <filesystem>
#include <string>

#include <dlfcn.h>

namespace jixiao {
namespace {

struct Loaded {
  pdf::Module const* module = nullptr;
  std::string problem;
};

/// The module, found from the folder of the program.
Loaded load() {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto const path = program.parent_path() / JIXIAO_PDF_MODULE;
  if (auto* const library = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL))
    if (auto const* const entry = dlsym(library, pdf::module_entry))
      return {static_cast<pdf::Module const*>(entry), {}};
  auto const* const why = dlerror();
  return {nullptr, std::string("its reader cannot be loaded: ").append(why == nullptr ? path.c_str() : why)};
}

Loaded const& loaded() {
  static Loaded const once = load();
  return once;
}

} // namespace

Identified identify_pdf(std::string_view bytes) { return find_pdf_header(bytes); }

Reading read_pdf(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  if (auto const* const module = loaded().module)
    return module->read(source, limits, sink);
  sink.emit(Code::pdf_unreadable, {{"problem", loaded().problem}});
  return {};
}

std::optional<PageModel> draw_pdf(std::string_view bytes, std::uint32_t page, Limits const& limits) {
  auto const* const module = loaded().module;
  return module == nullptr ? std::nullopt : module->draw(bytes, page, limits);
}

} // namespace jixiao
