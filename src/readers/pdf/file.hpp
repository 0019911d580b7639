#pragma once

// qpdf's headers ask which of its two kinds of pointers is wanted: the standard one.
#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A PDF as its objects and streams. qpdf throws where a file is damaged; nothing of it leaves here.
namespace jixiao::pdf {

using Object = QPDFObjectHandle;

/// A page with what its place in the tree gives it.
struct PageObject {
  Object page;
  Object resources;
  Object crop_box; ///< or the media box
  int rotation = 0;
};

enum class Opening : std::uint8_t { whole, recovered, needs_password, failed };

struct PdfFile {
  std::string repaired; ///< the bytes, where they had to be mended
  std::unique_ptr<QPDF> qpdf;
  Opening opening = Opening::failed;
  std::string problem;
  std::vector<PageObject> pages;
  bool has_more_pages = false; ///< than were asked for
  bool lacks_pages = false;    ///< that its tree lists
};

constexpr std::size_t largest_stream = 16U << 20;
constexpr int most_filters = 4;

/// Opens a PDF, mending what can be, with its first pages. The bytes live as long as the file.
PdfFile open_pdf(std::string_view bytes, std::size_t most_pages);

/// What was found to be wrong with the file's objects since it was opened; empty: nothing.
std::string later_problem(PdfFile const& file);

/// What a stream holds.
struct StreamData {
  std::string bytes;
  std::string problem; ///< why it is not whole; empty: it is
};

/// Unpacks a stream, up to the largest size.
StreamData read_stream(Object stream);

/// The value of a key; null when there is no such key, or `dictionary` is none. A stream's dictionary is looked
/// through.
Object value(Object const& dictionary, char const* key);

/// A number within what floats hold, or `otherwise`.
double number(Object const& object, double otherwise);

/// Four numbers, the corners put in order.
struct Rectangle {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};
std::optional<Rectangle> rectangle(Object const& array);

/// Runs what may throw at damage; false when it did.
template <class Function> bool guarded(Function&& function) {
  try {
    function();
    return true;
  } catch (std::exception const&) {
    return false;
  }
}

} // namespace jixiao::pdf
