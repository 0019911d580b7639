#pragma once

#include <span>
#include <string_view>

namespace jixiao {

/// A file compiled into the library by scripts/embed.cmake.
struct EmbeddedFile {
  std::string_view name; ///< without its folder: "S101.md"
  std::string_view text;
};

/// src/diagnostics/explain/*.md, sorted by name.
std::span<EmbeddedFile const> embedded_explanations();

/// src/diagnostics/explain/zh/*.md, the same.
std::span<EmbeddedFile const> embedded_explanations_zh();

} // namespace jixiao
