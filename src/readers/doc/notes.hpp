#pragma once

#include "readers/doc/file.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace jixiao::doc {

/// A footnote, an endnote or a comment: characters [begin, end) of all that the document has.
struct Note {
  std::string_view what; ///< "a footnote"
  std::uint32_t begin = 0, end = 0;
};

/// The notes of a document by the character that refers to them.
class Notes {
public:
  explicit Notes(File const& file);

  /// True when a character of the text is the mark of a note.
  bool is_mark(std::uint32_t place) const { return !marks_.empty() && marks_.contains(place); }

  /// The note, once.
  std::optional<Note> take(std::uint32_t reference);

private:
  /// `kind` has the place of all notes of the kind. Notes stand in the order of the characters that refer to them; what
  /// is said of each, of so many bytes, stands behind the places of all.
  void add(std::string_view references, std::string_view texts, Note kind, std::size_t reference_size);

  std::map<std::uint32_t, Note> notes_;
  std::set<std::uint32_t> marks_;
};

} // namespace jixiao::doc
