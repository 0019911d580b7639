#pragma once

#include "readers/doc/file.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace jixiao::doc {

/// A footnote or an endnote: characters [begin, end) of all that the document has.
struct Note {
  std::string_view what; ///< "a footnote"
  std::uint32_t begin = 0, end = 0;
};

/// The notes of a document by the character that refers to them.
class Notes {
public:
  explicit Notes(File const& file);

  /// The note, once.
  std::optional<Note> take(std::uint32_t reference);

private:
  void add(std::string_view references, std::string_view texts, Note kind);

  std::map<std::uint32_t, Note> notes_;
};

} // namespace jixiao::doc
