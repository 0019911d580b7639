#pragma once

#include "inputs/archive_members.hpp"
#include "inputs/folder_walk.hpp"

#include <jixiao/batch.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jixiao {

/// All that inputs name, one after the other: files as they are, folders and archives by what they hold, archives in
/// them too. It holds what it needs to go on, whatever their number.
class InputStream {
public:
  /// Both must outlive it.
  InputStream(BatchInputs const& inputs, Limits const& limits) : inputs_(inputs), limits_(limits) {}

  std::optional<FoundInput> next();

  Reach const& reach() const { return reach_; }

private:
  using Container = std::variant<FolderWalk, ArchiveMembers>;

  std::optional<FoundInput> begin(std::string const& path);
  std::optional<FoundInput> next_of_container();
  std::optional<std::string> next_path();
  bool opens(FoundInput& found);
  bool is_archive(FoundInput const& found) const;

  BatchInputs const& inputs_;
  Limits const& limits_;
  std::size_t next_path_ = 0;
  std::vector<Container> containers_;
  std::string folder_;             ///< that is read now; empty once it has given something
  std::uint64_t archives_ = 0;     ///< among the containers
  std::uint64_t stored_bytes_ = 0; ///< of archives in archives that were opened since the last input
  Reach reach_;
};

} // namespace jixiao
