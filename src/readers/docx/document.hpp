#pragma once

#include "readers/docx/bindings.hpp"
#include "readers/docx/looks.hpp"
#include "readers/docx/notes.hpp"
#include "readers/docx/numbering.hpp"
#include "readers/docx/parts.hpp"
#include "readers/docx/styles.hpp"

#include <cstdint>

namespace jixiao::docx {

/// Tracked changes that were met: insertions are read, deletions are not.
struct Changes {
  std::uint64_t insertions = 0, deletions = 0;
};

/// What the readers of a document's text share.
struct Document {
  explicit Document(Parts& all)
      : parts(all), styles(all), looks(all, styles), numbering(all, styles), notes(all), bindings(all) {}
  Document(Document const&) = delete;
  Document& operator=(Document const&) = delete;

  Parts& parts;
  Styles styles;
  Looks looks;
  Numbering numbering;
  Notes notes;
  Bindings bindings;
  Prompts prompts;
  Changes changes;
};

} // namespace jixiao::docx
