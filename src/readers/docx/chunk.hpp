#pragma once

#include "grid/reading_builder.hpp"
#include "readers/docx/parts.hpp"

#include <cstdint>

namespace jixiao::docx {

/// What the documents in a document have used of what they may.
struct ChunkBudget {
  std::uint32_t depth = 0; ///< documents around the one that is read
  std::uint64_t bytes = 0; ///< of all
};

/// Reads a document of another format that is put into this one (w:altChunk): a web archive, a web page, a Word
/// document, a text. Others are reported with what to do.
void read_chunk(Parts::Content const& chunk, ChunkBudget& budget, Limits const& limits, DiagnosticSink& sink,
                ReadingBuilder& builder);

} // namespace jixiao::docx
