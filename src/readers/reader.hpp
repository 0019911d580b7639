#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading.hpp"
#include "text/source_text.hpp"

#include <jixiao/convert.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jixiao {

struct PageModel;

enum class Answer : std::uint8_t { no, unsure, yes };

/// A reader's answer to "is this yours?", with the reason in words for the user.
struct Identified {
  Answer answer = Answer::no;
  std::string reason;
};

/// One carrier. Readers are values in a table, not classes.
struct Reader {
  std::string_view name;       ///< for --from: "tsv"
  std::string_view media_type; ///< "text/tab-separated-values"
  bool is_text;                ///< takes decoded text; else bytes
  Identified (*identify)(std::string_view bytes);
  Reading (*read)(SourceText const& source, Limits const& limits, DiagnosticSink& sink);
  /// A page by its number, from 1 on; nullptr for carriers without pages that are drawn.
  std::optional<PageModel> (*draw)(std::string_view bytes, std::uint32_t page, Limits const& limits) = nullptr;
};

std::span<Reader const> readers();

/// An input that was opened: its bytes, characters and blocks. Not ok when nothing could be read; a diagnostic says
/// why.
struct Opened {
  Source source;
  SourceText text;
  Reading reading;
  std::shared_ptr<std::string const> converted; ///< by another program, or out of a mail, and read in the input's place
  Reader const* reader = nullptr;               ///< that read it
  std::shared_ptr<Reading const> kept;          ///< as the reader gave it, when `reading` was laid out anew from it
  bool ok = false;
};

/// A page as it is drawn, when the carrier has pages that are, and so many.
std::optional<PageModel> draw_page(Opened const& opened, std::uint32_t page, Limits const& limits);

/// `office` may convert what no reader takes; what it made is read in the input's place, and said.
Opened open_input(Input const& input, std::string_view from, Limits const& limits, DiagnosticSink& sink,
                  OfficeProgram const& office = {});

/// The public location of a cell; of its whole row when the row has no such cell. `column` is left out far
/// into a very long line.
Location locate(Opened const& opened, std::size_t row, std::size_t cell);

} // namespace jixiao
