#pragma once

#include "readers/pdf/pdf.hpp"

/// The reader of PDF as a module of its own, which the program loads when the first PDF comes: libqpdf and the
/// libraries behind it take as long to load as a text takes to convert. Both sides are of one build.
namespace jixiao::pdf {

struct Module {
  decltype(&read_pdf) read;
  decltype(&draw_pdf) draw;
};

/// What the module exports, with `extern "C"`.
constexpr char const* module_entry = "jixiao_pdf_module";

} // namespace jixiao::pdf
