#include "readers/detect.hpp"

#include <array>

namespace jixiao {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view ocr = "recognise its text (OCR) first";
constexpr std::string_view unpack = "unpack it first";
constexpr std::string_view no_document = "give the document itself";
constexpr std::string_view pdf =
    "build with -DJIXIAO_WITH_PDF=ON to read it, or extract its words with: pdftotext -bbox-layout FILE";
constexpr std::string_view doc = "convert it with: libreoffice --headless --convert-to docx FILE";
constexpr std::string_view xls = "convert it with: libreoffice --headless --convert-to xlsx FILE";
constexpr std::string_view as_text = "convert it with: libreoffice --headless --convert-to txt:Text FILE";
constexpr std::string_view again = "fetch it again, or save it anew as .docx or .xlsx where it can be opened";

struct Signature {
  std::size_t offset;
  std::string_view magic;
  std::string_view format, remedy;
};

constexpr std::array signatures = {
    Signature{0, "\x89PNG\r\n\x1A\n"sv, "a PNG image", ocr},
    Signature{0, "\xFF\xD8\xFF"sv, "a JPEG image", ocr},
    Signature{0, "GIF87a"sv, "a GIF image", ocr},
    Signature{0, "GIF89a"sv, "a GIF image", ocr},
    Signature{0, "II*\0"sv, "a TIFF image", ocr},
    Signature{0, "MM\0*"sv, "a TIFF image", ocr},
    Signature{8, "WEBPVP8"sv, "a WebP image", ocr},
    Signature{4, "ftypheic"sv, "a HEIC image", ocr},
    Signature{0, "\x09\0\4\0"sv, "a sheet of Excel 2 (.xls)", xls},
    Signature{0, "\x09\2\6\0"sv, "a sheet of Excel 3 (.xls)", xls},
    Signature{0, "\x09\4\6\0"sv, "a sheet of Excel 4 (.xls)", xls},
    Signature{0, "%PDF-"sv, "a PDF document", pdf},
    Signature{0, "\x1F\x8B\x08"sv, "a gzip archive", unpack},
    Signature{0, "BZh"sv, "a bzip2 archive", unpack},
    Signature{0, "\3757zXZ\0"sv, "an xz archive", unpack},
    Signature{0, "\x28\xB5\x2F\xFD"sv, "a zstd archive", unpack},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive", unpack},
    Signature{0, "Rar!\x1A\x07"sv, "a RAR archive", unpack},
    Signature{257, "ustar"sv, "a tar archive", unpack},
    Signature{0, "\177ELF"sv, "a program", no_document},
    Signature{0, "MZ\x90\0"sv, "a program", no_document},
    Signature{0, "SQLite format 3\0"sv, "an SQLite database", "export its tables as tab-separated text"},
};

bool has(std::string_view bytes, std::size_t offset, std::string_view magic) {
  return bytes.size() >= offset && bytes.substr(offset).starts_with(magic);
}

/// "BM" may begin a text; the header behind it decides.
bool is_bmp(std::string_view bytes) { return has(bytes, 0, "BM"sv) && has(bytes, 6, "\0\0\0\0"sv); }

struct Marker {
  std::string_view inside; ///< a text the container has somewhere
  std::string_view format, remedy;
  bool encrypted = false;
};

constexpr std::array zip_markers = {
    Marker{"xl/workbook.bin"sv, "a binary Excel workbook (.xlsb)", xls},
    Marker{"ppt/presentation"sv, "a PowerPoint presentation (.pptx)", as_text},
    Marker{"opendocument.presentation"sv, "an OpenDocument presentation (.odp)", as_text},
};

// Names of streams, which are UTF-16 in these files; documents and workbooks get here when their directory is lost.
constexpr std::array ole2_markers = {
    Marker{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv, "an encrypted Office document", {}, true},
    Marker{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, "a Word 97-2003 or WPS document (.doc, .wps)", doc},
    Marker{"W\0o\0r\0k\0b\0o\0o\0k\0"sv, "an Excel 97-2003 workbook (.xls, .et)", xls},
    Marker{"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, "a PowerPoint 97-2003 presentation (.ppt)", as_text},
};

template <std::size_t N>
ForeignFormat look_inside(std::string_view bytes, std::array<Marker, N> const& markers, ForeignFormat otherwise) {
  for (auto const& marker : markers)
    if (bytes.find(marker.inside) != std::string_view::npos)
      return {marker.format, marker.remedy, marker.encrypted};
  return otherwise;
}

} // namespace

std::optional<ForeignFormat> identify_foreign(std::string_view bytes) {
  for (auto const& signature : signatures)
    if (has(bytes, signature.offset, signature.magic))
      return ForeignFormat{signature.format, signature.remedy};
  if (is_bmp(bytes))
    return ForeignFormat{"a BMP image", ocr};
  if (has(bytes, 0, "PK\3\4"sv) || has(bytes, 0, "PK\5\6"sv))
    return look_inside(bytes, zip_markers, {"a ZIP archive", unpack});
  if (has(bytes, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
    return look_inside(bytes, ole2_markers, {"an OLE2 container (Office 97-2003)", again});
  return std::nullopt;
}

} // namespace jixiao
