#pragma once

#include "readers/docx/parts.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace jixiao::docx {

/// A text that stands beside another.
struct Note {
  std::string_view what;  ///< "a footnote"
  pugi::xml_node content; ///< null when there is none
};

/// The footnotes, endnotes and comments of a document, which stand in parts of their own.
class Notes {
public:
  explicit Notes(Parts& parts) : parts_(parts) {}

  /// The note of a w:footnoteReference, w:endnoteReference or w:commentReference.
  Note find(pugi::xml_node reference);

private:
  using ById = std::unordered_map<std::string_view, pugi::xml_node>;

  pugi::xml_node find(std::optional<ById>& notes, std::string_view part, std::string_view id);

  Parts& parts_;
  std::optional<ById> footnotes_, endnotes_, comments_; ///< once asked for
};

/// The note that an element is: a w:footnote in WordML 2003, or an annotation with a comment.
Note note_in_text(pugi::xml_node node);

/// The runs of prompts: what content controls show that nobody filled in (w:showingPlcHdr).
class Prompts {
public:
  /// Notes the runs of a content control that shows its prompt. Linear in all of them, also where they nest.
  void add(pugi::xml_node control);

  bool has(pugi::xml_node run) const { return !runs_.empty() && runs_.contains(run.internal_object()); }

private:
  std::unordered_set<void const*> runs_; ///< and the controls that were gone through
};

/// True for the words that such a prompt begins with: "单击或点击此处输入文字。".
bool begins_like_prompt(std::string_view text);

} // namespace jixiao::docx
