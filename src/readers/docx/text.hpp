#pragma once

#include "readers/docx/numbering.hpp"
#include "readers/docx/script.hpp"
#include "readers/docx/symbols.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::docx {

/// Tracked changes that were met: insertions are read, deletions are not.
struct Changes {
  std::uint64_t insertions = 0, deletions = 0;
};

/// Reads paragraphs as Word prints them: automatic numbers, results of fields, symbols as the characters they show;
/// no hidden text, since a form is what is printed, and Word hides marks of indexes and tables of contents so.
class TextReader {
public:
  TextReader(Parts& parts, Changes& changes) : numbering_(parts), changes_(changes) {}

  /// Appends a paragraph's text; breaks are line feeds. The text boxes that it anchors are appended to `boxes`.
  /// False when the end of the paragraph is deleted: the next one goes on with it.
  bool append_paragraph(pugi::xml_node paragraph, std::string& out, std::vector<pugi::xml_node>& boxes);

private:
  /// A field that has begun and not ended.
  struct Field {
    bool in_code = true;
    pugi::xml_node form; ///< w:ffData
  };
  struct Run {
    SymbolFont font = SymbolFont::none;
    Script script = Script::none;
    bool hidden = false;
  };

  bool append_number(pugi::xml_node properties, std::string& out);
  void read_run_properties(pugi::xml_node properties);
  void append_content(pugi::xml_node paragraph, std::string& out, std::vector<pugi::xml_node>& boxes);
  /// Appends what an element prints; false when its children have to be read.
  bool append_element(pugi::xml_node node, std::string& out, std::vector<pugi::xml_node>& boxes);
  bool is_shown() const { return !run_.hidden && fields_in_code_ == 0; }
  void append_text(std::string_view text, std::string& out) const;
  void append_symbol(pugi::xml_node sym, std::string& out) const;
  void append_field(pugi::xml_node mark, std::string& out);

  Numbering numbering_;
  Changes& changes_;
  Run run_;
  std::vector<Field> fields_;
  std::size_t fields_in_code_ = 0;
};

/// True when what a WordML 2003 annotation marks is read: insertions, but no deletions and no comments.
bool is_read_annotation(pugi::xml_node annotation, Changes& changes);

} // namespace jixiao::docx
