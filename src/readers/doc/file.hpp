#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::doc {

/// What the head of a Word document (FIB, [MS-DOC] 2.5) says of its streams.
struct FileInformation {
  std::uint16_t version = 0; ///< nFib
  bool is_encrypted = false;
  bool uses_table_1 = false; ///< which of the streams 0Table and 1Table
  std::uint32_t text = 0, footnotes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0;
  ///< lengths of the document's texts, which follow one another, in characters
};

/// A part of the table stream.
struct TablePart {
  std::uint32_t offset = 0, size = 0;
};

/// The parts of the table stream, by their index in FibRgFcLcb97.
enum class Part : std::uint8_t {
  styles = 1,
  footnote_references = 2,
  footnotes = 3,
  comment_references = 4,
  comments = 5,
  headers = 11,
  character_pages = 12,
  paragraph_pages = 13,
  fonts = 15,
  pieces = 33,
  anchors = 40,
  endnote_references = 46,
  endnotes = 47,
  boxes = 56,
  lists = 73,
  list_uses = 74,
};

FileInformation read_information(std::string_view word_document);

/// The streams of a document.
struct File {
  std::string main, table, data;
  FileInformation information;

  std::string_view part(Part part) const;
};

} // namespace jixiao::doc
