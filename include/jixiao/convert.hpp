#pragma once

#include <jixiao/check.hpp>
#include <jixiao/document.hpp>
#include <jixiao/export.hpp>
#include <jixiao/grammar_set.hpp>
#include <jixiao/why.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Threads: every function of this library that is not a member may be called by any number of threads at a time, on
/// inputs, options, grammars and documents that no thread is changing. A const member function is as safe as reading the
/// object; others want the object for themselves. Nothing is shared behind the scenes but tables that are made once.
namespace jixiao JIXIAO_PUBLIC {

/// Bounds on what one input may make the library do. Each has a diagnostic of its own.
struct Limits {
  std::uint64_t bytes = 256ULL << 20;          ///< of the whole input
  std::uint64_t line_bytes = 8ULL << 20;       ///< of one line of a text carrier
  std::uint32_t cells_in_row = 4096;           ///< further cells of a row are left out
  std::uint64_t cells = 4'000'000;             ///< of the whole input
  std::uint32_t diagnostics = 20'000;          ///< further ones are counted, not kept
  std::uint32_t table_depth = 16;              ///< of tables in cells of tables; what lies deeper is read as text
  std::uint32_t xml_depth = 256;               ///< of elements in a part of a package, or in a web page
  std::uint32_t entries = 10'000;              ///< of a package (.docx, .xlsx)
  std::uint64_t part_bytes = 128ULL << 20;     ///< of one part of a package, inflated
  std::uint64_t inflated_bytes = 512ULL << 20; ///< of all parts of a package that are read, inflated
  std::uint32_t inflation_ratio = 200;         ///< inflated to packed, of a part larger than inflation_floor
  std::uint64_t inflation_floor = 4ULL << 20;  ///< a smaller part may be packed as well as it likes
  std::uint32_t pages = 50'000;                ///< of a PDF or an OFD document
  std::uint32_t page_glyphs = 200'000;         ///< characters of one such page
  std::uint32_t page_lines = 100'000;          ///< ruling lines of one such page
  std::uint32_t archive_depth = 4;             ///< of archives in archives; what lies deeper is refused
  std::uint32_t seconds = 60;                  ///< of processor time for one input; with Isolation::processes only
  std::uint64_t memory = 4ULL << 30;           ///< of a worker; with Isolation::processes only
};

/// One input. The bytes are only read during the call.
struct Input {
  std::string_view name;
  std::string_view bytes;
};

/// What another program made of an input.
struct Converted {
  std::string bytes;   ///< empty: nothing
  std::string problem; ///< why there is nothing
};

/// A program that converts what no reader here takes; libreoffice() in jixiao/office.hpp is one.
struct OfficeProgram {
  /// Makes of a file of the kind `from` ("doc", "ppt") one of the kind `to`: "docx", "xlsx" or "pdf".
  std::function<Converted(std::string_view bytes, std::string_view from, std::string_view to)> convert{};
  bool always = false; ///< also where a reader here takes the format
};

struct Options {
  std::string_view from;                ///< forces a reader ("tsv"); empty: detection by content
  GrammarSet const* grammars = nullptr; ///< nullptr: the built-in form grammars
  Limits limits;
  CheckOptions check;
  std::optional<Certainty> least{}; ///< fields read with less certainty are left empty, with a finding each
  bool hide_contacts = false;       ///< names of persons and telephone numbers are masked wherever they stand
  std::uint32_t page = 0;           ///< that inspect() draws, 1-based; 0: none
  std::string_view why{};           ///< JSON Pointer of the field that inspect() explains; empty: none
  OfficeProgram office;
};

/// Reads one input into its canonical document. Whatever is wrong with the input is a diagnostic of
/// the document; nothing is thrown for it. Linear in the size of the input.
///
///     auto document = jixiao::convert({"form.txt", bytes});
Document convert(Input const& input, Options const& options = {});

/// A document with its input as it may be shown.
struct Shown {
  Document document;
  std::string bytes; ///< with Options::hide_contacts masked in place; empty where that cannot be done
};

/// convert() for those who show the input beside the document.
Shown convert_shown(Input const& input, Options const& options = {});

/// The names that Options::from takes, in the order the readers are asked.
std::vector<std::string_view> reader_names();

/// A cell as the reader saw it, with what claimed it: a JSON Pointer, "label", or nothing.
struct InspectedCell {
  std::string text;
  std::string claim;
  Location at;
};

struct InspectedBlock {
  bool is_table = false; ///< else a paragraph: one row of one cell
  std::vector<std::vector<InspectedCell>> rows;
};

/// In points from the upper left corner of the page, y down.
struct PageBox {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct PageLine {
  PageBox from_to;
  float width = 0;
};

/// A word, or a cell that lines rule, with what took it: a JSON Pointer, "label", "furniture" for what is no text of
/// the document (running heads, watermarks, repeated headers), or nothing.
struct PageMark {
  std::string text; ///< of a word
  std::string claim;
  PageBox box;
};

/// A page of a PDF or an OFD document, as it is drawn.
struct InspectedPage {
  std::uint32_t number = 0; ///< 1-based
  float width = 0, height = 0;
  std::vector<PageLine> lines;
  std::vector<PageMark> cells;
  std::vector<PageMark> words;
};

struct Inspection {
  Document document;
  std::vector<InspectedBlock> blocks;
  std::optional<InspectedPage> page; ///< Options::page, when the document is one of drawn pages and has it
  std::optional<Why> why;            ///< Options::why, when anything was read there
};

/// convert(), keeping the tables as the reader saw them.
Inspection inspect(Input const& input, Options const& options = {});

} // namespace jixiao
