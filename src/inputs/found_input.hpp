#pragma once

#include <jixiao/diagnostic.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace jixiao {

/// One thing to convert, named by the user or found in a folder or an archive.
struct FoundInput {
  std::string path; ///< to show: valid UTF-8; of a member "archive.zip/folder/form.docx"
  std::string file; ///< to open, where `bytes` are not here yet
  std::optional<std::string> bytes{};
  std::optional<Diagnostic> problem{}; ///< it is known already that there is nothing to read
  std::uint64_t stored_bytes = 0;      ///< that were passed on disk to find it; of a file that is not read yet, none
};

} // namespace jixiao
