#pragma once

#include "readers/docx/document.hpp"
#include "readers/docx/graphics.hpp"
#include "readers/left_out.hpp"
#include "readers/underlined_sign.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace jixiao::docx {

/// What holds for a text by where it stands.
struct Surroundings {
  RunProperties table{}; ///< of the style of its table
  Colour background = white_colour;
  bool in_hidden_row = false;
};

/// Reads paragraphs as Word prints them: automatic numbers, results of fields, symbols as the characters they show.
/// What is not seen or does not count, what stands beside the text, and what has no text is found, and not read.
class TextReader {
public:
  explicit TextReader(Document& document, bool in_note = false) : document_(document), in_note_(in_note) {}

  /// Appends a paragraph's text; breaks are line feeds. The text boxes that it anchors are appended to `boxes`.
  /// False when the end of the paragraph is deleted or hidden: the next one goes on with it.
  bool append_paragraph(pugi::xml_node paragraph, std::string& out, std::vector<pugi::xml_node>& boxes);

  /// What was found since the last call.
  std::vector<TextFinding> take_findings() { return left_out_.take(); }

  /// What stands among the characters that were read since the last call, and has none: "a picture".
  std::string take_graphic() { return std::exchange(graphic_, {}); }

  /// Has to be told of a content control before what is in it is read.
  void enter_control(pugi::xml_node control);

  /// True for a text box that lies beside the characters of its paragraph, and is none of them.
  bool floats(pugi::xml_node box) const { return !in_line_.contains(box.internal_object()); }

  /// Finds the text of a box that lies beside a text.
  void note_box(std::string_view text);

  /// True when a field of the paragraph read last numbers pages.
  bool numbers_pages() const { return numbers_pages_; }

  Surroundings surroundings{};

  /// A mark is appended in the place of each text box that stands among the characters.
  bool marks_boxes = false;
  static constexpr std::string_view box_mark = "\xEF\xB7\x90"; // U+FDD0, which is no character

private:
  /// A field that has begun and not ended.
  struct Field {
    bool in_code = true;
    pugi::xml_node form{}; ///< w:ffData
    std::string code{};
    std::string swallowed{};      ///< text that stands where its code does
    std::size_t result_begin = 0; ///< where its result begins, in what is appended to
  };

  void read_paragraph_properties(pugi::xml_node properties);
  bool append_number(pugi::xml_node properties, std::string& out);
  bool is_joined_to_next(pugi::xml_node mark);
  /// Appends what an element prints; false when its children have to be read.
  bool append_element(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes);
  /// As append_element, for text that is shown from right to left. What is turned in it is so already.
  bool append_turned(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes);
  void find_unread(std::string_view what);
  bool is_shown() const { return !run_.hidden && !surroundings.in_hidden_row && fields_in_code_ == 0; }
  std::optional<LeftOut::Kind> left_out_as(std::string_view text);
  void append_text(std::string_view text, std::string& out);
  void append_look(std::string_view text, std::string& out);
  void append_sign(char32_t code, SymbolFont font, std::string& out);
  void append_symbol(pugi::xml_node sym, std::string& out);
  void append_graphic(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes);
  void leave_out_boxes(Graphic const& graphic);
  void append_field(pugi::xml_node mark, std::string& out);
  void append_code(std::string_view code, std::string& out);
  void find_note(Note const& note);

  Document& document_;
  bool in_note_;
  LeftOut left_out_;
  UnderlinedSign underlined_sign_;
  std::string graphic_;
  RunProperties const* paragraph_ = nullptr;
  RunLook paragraph_look_, run_;
  bool in_turned_ = false;
  bool in_note_mark_ = false; ///< in a run that is the mark of a note
  std::optional<Colour> paragraph_background_;
  bool has_low_lines_ = false;
  bool in_prompt_ = false, numbers_pages_ = false;
  bool after_prompt_ = false;               ///< the run before was one in the style of prompts
  std::unordered_set<void const*> in_line_; ///< boxes that stand among characters
  std::vector<Field> fields_;
  std::size_t fields_in_code_ = 0;
};

/// True when what a WordML 2003 annotation marks is read: insertions, but no deletions and no comments.
bool is_read_annotation(pugi::xml_node annotation, Changes& changes);

} // namespace jixiao::docx
