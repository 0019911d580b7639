#pragma once

#include "readers/flow/page_line.hpp"
#include "readers/flow/table_builder.hpp"
#include "readers/flow/text_builder.hpp"
#include "readers/rtf/scanner.hpp"
#include "readers/rtf/state.hpp"
#include "text/code_page.hpp"

#include <jixiao/convert.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace jixiao::rtf {

enum class Word : std::uint8_t;

/// Reads the paragraphs and tables of an RTF file, as Word prints them.
class DocumentReader {
public:
  DocumentReader(std::string_view bytes, Limits const& limits, DiagnosticSink& sink);

  flow::Blocks read();

private:
  struct Font {
    unsigned code_page = 0;
    SymbolFont symbols = SymbolFont::none;
  };
  /// The row that \trowd begins.
  struct RowShape {
    std::int32_t left = 0;
    std::vector<flow::CellEdge> cells;
    flow::CellEdge next;
    bool is_shaded = false; ///< one of its cells has a colour
  };
  /// Where paragraphs go: the document, or a text box in it.
  struct Story {
    flow::TableBuilder tables;
    flow::TextBuilder text;
    flow::Blocks boxes;                   ///< anchored in the paragraph that is going on
    std::string_view note = "a footnote"; ///< what it is, as a note
  };
  /// A field whose group is open.
  struct Field {
    std::string code;
    bool has_result = false;
  };
  struct Color {
    std::int32_t red = -1, green = -1, blue = -1; ///< none: as the program has it

    Colour value() const;
  };
  struct FormField {
    std::int32_t type = -1, result = -1, otherwise = 0;
    std::vector<std::string> entries{};

    /// 25 says that it was left as it is by default.
    std::int32_t value() const { return result == 25 || result < 0 ? otherwise : result; }
  };

  State& state() { return groups_.back(); }
  Story& story() { return stories_.back(); }
  bool is_body() const;
  std::size_t level();

  void open_group();
  void close_group();
  void open_story();
  void close_story(State const& closed);
  void end_field();
  void end_number();
  void end_form();
  void word(Token const& token);
  void character_word(Word word, Token const& token);
  void table_word(Word word, Token const& token);
  void destination_word(Word word);
  void set_destination(Destination destination) { state().destination = destination; }
  void set_font(std::int32_t number);
  void font_word(Word word, Token const& token);
  void form_word(Word word, Token const& token);
  void color_word(Word word, Token const& token);
  Colour colour(std::int32_t number) const;
  void symbol(std::string_view symbol);
  void bytes(std::string_view bytes);
  void byte(std::int32_t value);
  void unicode(std::int32_t value);
  void flush();
  void put(std::string_view text);
  void end_paragraph();
  void end_cell(std::size_t level);
  void end_row(std::size_t level);
  void report();

  Scanner scanner_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  CodePages code_pages_;
  unsigned document_page_ = 1252;
  std::unordered_map<std::int32_t, Font> fonts_;
  std::int32_t font_in_table_ = 0;
  std::string font_name_;
  flow::Changes changes_;
  std::vector<State> groups_;
  std::size_t groups_too_deep_ = 0; ///< open groups beyond the limit
  std::vector<Story> stories_;
  RowShape row_, nested_row_;
  FormField form_;
  std::vector<Field> fields_;
  std::vector<Color> colors_;
  Color next_color_;
  flow::PageLines page_lines_;
  std::string pending_bytes_; ///< of the font's code page
  std::u16string pending_units_;
  std::uint32_t fallback_left_ = 0;
  std::string number_;
  bool ignorable_ = false; ///< \* stands before
  bool too_deep_ = false, tables_too_deep_ = false, cut_off_ = false;
};

} // namespace jixiao::rtf
