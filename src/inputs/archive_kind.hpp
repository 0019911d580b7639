#pragma once

#include <string>
#include <string_view>

/// Which files are archives of documents, by their content. A Word document is a ZIP file too, but no archive.
namespace jixiao {

/// How many bytes of a file's head are_archive_bytes() wants to see.
constexpr std::size_t archive_head = 512;

enum class ArchiveKind : std::uint8_t {
  none,
  zip, ///< or a document in a ZIP package: the names of its entries decide
  tar,
  packed ///< by gzip, bzip2, xz or zstd: a tar archive, or a single file
};

ArchiveKind archive_kind(std::string_view head);

/// Whether the entries of a ZIP file are those of a document: a package of Office (OPC) or OpenDocument.
bool is_document_package_file(std::string const& path, std::string_view head);
bool is_document_package(std::string_view bytes);

} // namespace jixiao
