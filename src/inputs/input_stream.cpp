#include "inputs/input_stream.hpp"

#include "inputs/archive_kind.hpp"
#include "inputs/load.hpp"
#include "inputs/names.hpp"
#include "inputs/problems.hpp"

#include <utility>

namespace jixiao {

namespace fs = std::filesystem;

std::optional<FoundInput> InputStream::next() {
  for (;;) {
    std::optional<FoundInput> found;
    if (!containers_.empty())
      found = next_of_container();
    else if (auto const path = next_path())
      found = begin(*path);
    else
      return std::nullopt;
    if (!found || opens(*found))
      continue;
    found->stored_bytes += std::exchange(stored_bytes_, 0);
    return found;
  }
}

std::optional<std::string> InputStream::next_path() {
  if (next_path_ < inputs_.paths.size())
    return inputs_.paths[next_path_++];
  return inputs_.more ? inputs_.more() : std::nullopt;
}

/// Nothing when it is a folder, which is entered.
std::optional<FoundInput> InputStream::begin(std::string const& path) {
  if (path == "-") {
    FoundInput out{"<stdin>", path};
    load(out, limits_.bytes);
    return out;
  }
  auto const name = as_text(path);
  std::error_code ignored;
  if (!fs::is_directory(path, ignored))
    return FoundInput{name, path};
  reach_.roots.push_back(name);
  folder_ = path;
  containers_.emplace_back(FolderWalk(path, inputs_.passed_over));
  return std::nullopt;
}

/// Leaves a container that has no more.
std::optional<FoundInput> InputStream::next_of_container() {
  auto& container = containers_.back();
  auto found = std::visit([](auto& opened) { return opened.next(); }, container);
  auto* const members = std::get_if<ArchiveMembers>(&container);
  if (found) {
    folder_.clear();
    if (found->problem && (members == nullptr || !members->is_whole()))
      reach_.unread.push_back(found->path);
    return found;
  }
  archives_ -= members == nullptr ? 0 : 1;
  containers_.pop_back();
  if (!containers_.empty() || folder_.empty())
    return std::nullopt;
  auto const folder = std::exchange(folder_, {});
  return FoundInput{as_text(folder), {}, {}, no_readable_file(folder)};
}

bool InputStream::is_archive(FoundInput const& found) const {
  if (found.problem || archives_ >= limits_.archive_depth)
    return false;
  auto const head = found.bytes ? found.bytes->substr(0, archive_head) : head_of(found.file, archive_head);
  auto const kind = archive_kind(head);
  if (kind != ArchiveKind::zip)
    return kind != ArchiveKind::none;
  return !(found.bytes ? is_document_package(*found.bytes) : is_document_package_file(found.file, head));
}

/// Enters an archive.
bool InputStream::opens(FoundInput& found) {
  if (!is_archive(found))
    return false;
  if (containers_.empty())
    reach_.roots.push_back(found.path);
  stored_bytes_ += found.stored_bytes;
  ++archives_;
  containers_.emplace_back(found.bytes ? ArchiveMembers::of_bytes(found.path, std::move(*found.bytes), limits_)
                                       : ArchiveMembers::of_file(found.path, found.file, limits_));
  return true;
}

} // namespace jixiao
