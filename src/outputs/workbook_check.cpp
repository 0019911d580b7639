#include "outputs/workbook_check.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace jixiao {

namespace {

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

constexpr std::size_t longest_tag = 64;

/// `</worksheet>` for `<worksheet …>`, with or without `<?xml …?>` before it.
std::string end_tag(std::string_view beginning) {
  auto const declaration = beginning.starts_with("<?") ? beginning.find("?>") : 0;
  auto const root = beginning.find('<', declaration);
  if (root == beginning.npos)
    return {};
  auto const name = beginning.substr(root + 1, beginning.find_first_of(" >\n", root) - root - 1);
  return "</" + std::string(name) + ">";
}

struct Part {
  std::uint64_t size = 0;
  bool is_closed = false;
};

Part read_part(zip_t* archive, zip_uint64_t index) {
  std::unique_ptr<zip_file_t, Close> const file(zip_fopen_index(archive, index, 0));
  std::vector<char> buffer(1 << 16);
  Part part;
  std::string expected, tail;
  for (zip_int64_t got = 0; file && (got = zip_fread(file.get(), buffer.data(), buffer.size())) != 0;) {
    if (got < 0) // the checksum differs, or the file ends early
      return {};
    std::string_view const piece(buffer.data(), static_cast<std::size_t>(got));
    if (part.size == 0)
      expected = end_tag(piece);
    part.size += piece.size();
    tail += piece.substr(piece.size() - std::min(piece.size(), longest_tag));
    tail.erase(0, tail.size() - std::min(tail.size(), longest_tag));
  }
  tail.erase(tail.find_last_not_of('\n') + 1);
  part.is_closed = !expected.empty() && tail.ends_with(expected);
  return part;
}

} // namespace

bool is_whole(std::string const& path, std::span<std::uint64_t const> rows) {
  std::unique_ptr<zip_t, Close> const archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr));
  auto const count = archive ? zip_get_num_entries(archive.get(), 0) : 0;
  std::size_t sheet = 0;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    auto const part = read_part(archive.get(), i);
    if (!part.is_closed)
      return false;
    if (std::string_view(zip_get_name(archive.get(), i, 0)).starts_with("xl/worksheets/sheet") &&
        (sheet == rows.size() || part.size < rows[sheet++]))
      return false;
  }
  return sheet == rows.size();
}

} // namespace jixiao
