#include "inputs/archive_kind.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace jixiao {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  ArchiveKind kind;
};

constexpr std::array magics = {
    Magic{0, "PK\3\4"sv, ArchiveKind::zip},
    Magic{0, "PK\5\6"sv, ArchiveKind::zip},
    Magic{257, "ustar"sv, ArchiveKind::tar},
    Magic{0, "\x1F\x8B\x08"sv, ArchiveKind::packed},
    Magic{4, "1AY&SY"sv, ArchiveKind::packed},
    Magic{0, "\3757zXZ\0"sv, ArchiveKind::packed},
    Magic{0, "\x28\xB5\x2F\xFD"sv, ArchiveKind::packed},
};

// What the names of a package's entries begin with, and no name in a folder of documents does.
constexpr std::array package_entries = {"[content_types].xml"sv, "_rels/.rels"sv, "docprops/"sv,
                                        "word/document"sv,       "xl/workbook"sv, "xl/worksheets/"sv,
                                        "ppt/presentation"sv,    "content.xml"sv, "meta-inf/manifest"sv,
                                        "ofd.xml"sv};

bool is_package_entry(std::string_view name) {
  std::string lower(name.substr(0, 32));
  for (auto& c : lower)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::ranges::any_of(package_entries, [&](auto prefix) { return lower.starts_with(prefix); }) ||
         lower == "mimetype";
}

/// The name in the first local header.
std::string_view first_entry(std::string_view head) {
  constexpr std::size_t header = 30, length_at = 26;
  if (head.size() < header || !head.starts_with("PK\3\4"sv))
    return {};
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(head[i]); };
  return head.substr(header, byte(length_at) + 256U * byte(length_at + 1));
}

/// Whether the directory names an entry of a package; nothing when it cannot be read. Closes what it is given.
std::optional<bool> has_package_entry(zip_t* opened) {
  std::unique_ptr<zip_t, decltype(&zip_discard)> const archive(opened, zip_discard);
  if (!archive)
    return std::nullopt;
  auto const count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (auto const* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        name != nullptr && is_package_entry(name))
      return true;
  return false;
}

/// Of a package that is cut off, all that there is.
bool looks_like_part(std::string_view name) {
  return name.starts_with("word/") || name.starts_with("xl/") || name.starts_with("ppt/");
}

} // namespace

ArchiveKind archive_kind(std::string_view head) {
  for (auto const& magic : magics)
    if (head.size() > magic.offset && head.substr(magic.offset).starts_with(magic.bytes))
      return magic.kind;
  return ArchiveKind::none;
}

bool is_document_package_file(std::string const& path, std::string_view head) {
  auto const first = first_entry(head);
  return is_package_entry(first) ||
         has_package_entry(zip_open(path.c_str(), ZIP_RDONLY, nullptr)).value_or(looks_like_part(first));
}

bool is_document_package(std::string_view bytes) {
  auto const first = first_entry(bytes.substr(0, archive_head));
  if (is_package_entry(first))
    return true;
  auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  auto* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr)
    zip_source_free(source);
  return has_package_entry(archive).value_or(looks_like_part(first));
}

} // namespace jixiao
