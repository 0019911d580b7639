#pragma once

#include "readers/doc/boxes.hpp"
#include "readers/doc/file.hpp"
#include "readers/doc/lists.hpp"
#include "readers/doc/notes.hpp"
#include "readers/doc/styles.hpp"
#include "readers/doc/text.hpp"
#include "readers/flow/table_builder.hpp"
#include "readers/flow/text_builder.hpp"

#include <jixiao/convert.hpp>

#include <string>

namespace jixiao::doc {

/// Reads the paragraphs and tables of a Word document, as Word prints them.
class DocumentReader {
public:
  DocumentReader(File const& file, Limits const& limits, DiagnosticSink& sink);

  flow::Blocks read();

private:
  /// What is being put together: the document, or a text box of it.
  struct Story {
    flow::TableBuilder tables;
    flow::TextBuilder text;
    flow::Blocks boxes{}; ///< anchored in the paragraph that is going on
    std::string form{};   ///< what the field of a form that is going on shows
  };

  flow::Blocks read_page_texts();
  flow::Blocks read_range(std::uint32_t begin, std::uint32_t end);
  void read_piece(Piece const& piece, std::uint32_t begin, std::uint32_t end, Story& story);
  bool is_same_run(std::uint32_t offset);
  void update_look(std::uint32_t offset, Piece const& piece);
  Colour background_of(std::uint32_t offset, Piece const& piece);
  bool is_row_shaded(PropertyRun const* paragraph);
  ParagraphProperties paragraph_at(std::uint32_t offset, Piece const& piece);
  /// False for what is no mark: a character to be printed.
  bool mark(char16_t unit, std::uint32_t place, Story& story);
  void flush(Story& story);
  void end_paragraph(char16_t mark, ParagraphProperties const& properties, Story& story);
  void read_note(std::uint32_t place, Story& story);
  void read_box(std::uint32_t place, Story& story);

  File const& file_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  PieceTable pieces_;
  std::vector<PropertyRun> character_runs_, paragraph_runs_;
  RunFinder characters_, paragraphs_;
  Styles styles_;
  std::vector<SymbolFont> fonts_;
  Lists lists_;
  Boxes boxes_;
  Notes notes_;
  flow::Changes changes_;
  std::u16string units_; ///< of the look that is going on
  flow::Look look_;
  CharacterProperties properties_;
  PropertyRun const* run_ = nullptr;       ///< that `properties_` is of
  PropertyRun const* paragraph_ = nullptr; ///< in which the style of it was found
  /// The paragraphs of the row that was looked at last.
  struct RowSeen {
    std::size_t begin = 0, end = 0;
    bool is_shaded = false;
  };
  RowSeen row_;
  bool has_look_ = false, is_too_deep_ = false;
};

} // namespace jixiao::doc
