#include "readers/office_target.hpp"

#include "readers/zip_directory.hpp"

#include <array>

namespace jixiao {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view inside; ///< a text that the file has somewhere
  OfficeTarget target;
};

constexpr std::string_view encrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

// Names of streams, in UTF-16.
constexpr std::array streams = {
    Mark{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, {"a Word or WPS document", "doc", "docx"}},
    Mark{"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, {"a PowerPoint presentation", "ppt", "pdf"}},
    Mark{"W\0o\0r\0k\0b\0o\0o\0k\0"sv, {"an Excel workbook", "xls", "xlsx"}},
    Mark{"B\0o\0o\0k\0"sv, {"an Excel workbook", "xls", "xlsx"}},
};

constexpr std::array parts = {
    Mark{"xl/workbook.bin"sv, {"a binary Excel workbook", "xlsb", "xlsx"}},
    Mark{"ppt/presentation"sv, {"a PowerPoint presentation", "pptx", "pdf"}},
};

constexpr std::array media_types = {
    Mark{"opendocument.presentation"sv, {"an OpenDocument presentation", "odp", "pdf"}},
    Mark{"opendocument.text"sv, {"an OpenDocument text", "odt", "docx"}},
    Mark{"opendocument.spreadsheet"sv, {"an OpenDocument spreadsheet", "ods", "xlsx"}},
};

template <std::size_t N>
std::optional<OfficeTarget> look_for(std::array<Mark, N> const& marks, std::string_view bytes) {
  for (auto const& mark : marks)
    if (bytes.find(mark.inside) != std::string_view::npos)
      return mark.target;
  return {};
}

} // namespace

std::optional<OfficeTarget> office_target(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
    return bytes.find(encrypted) == std::string_view::npos ? look_for(streams, bytes) : std::nullopt;
  if (bytes.starts_with("{\\rtf"sv))
    return OfficeTarget{"an RTF document", "rtf", "docx"};
  if (bytes.starts_with("\xDB\xA5\x2D\0"sv))
    return OfficeTarget{"a Word 2 document", "doc", "docx"};
  if (!is_zip(bytes))
    return {};
  for (auto const& part : parts)
    if (zip_has_entry(bytes, part.inside))
      return part.target;
  constexpr std::size_t reach = 200; // the media type is the first entry, and not packed
  return look_for(media_types, bytes.substr(0, reach));
}

} // namespace jixiao
