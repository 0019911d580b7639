#pragma once

#include "inputs/found_input.hpp"

#include <jixiao/convert.hpp>

#include <memory>
#include <optional>
#include <string>

struct archive;
struct archive_entry;

namespace jixiao {

/// The files in an archive in the order they stand there, unpacked one by one as they are asked for. A member that
/// cannot be unpacked is a problem in its place; where the archive cannot be read on, that is the last one. What it
/// unpacks to is bounded by Limits::inflation_ratio and Limits::bytes.
class ArchiveMembers {
public:
  /// `path` is how the archive is shown. `limits` must outlive it.
  static ArchiveMembers of_file(std::string path, std::string const& file, Limits const& limits);
  static ArchiveMembers of_bytes(std::string path, std::string bytes, Limits const& limits);

  std::optional<FoundInput> next();

  /// False once some of it could not be read.
  bool is_whole() const { return whole_; }

private:
  struct Close {
    void operator()(archive* opened) const;
  };

  ArchiveMembers(std::string path, std::uint64_t size, Limits const& limits);

  std::optional<FoundInput> member(archive_entry* entry);
  FoundInput read(FoundInput found);
  FoundInput end(Diagnostic problem);
  bool inflates_too_much() const;

  std::string path_;
  std::unique_ptr<std::string const> bytes_; ///< of an archive in memory: where they are does not change
  std::uint64_t size_;                       ///< as stored
  Limits const& limits_;
  std::unique_ptr<archive, Close> archive_;
  std::uint64_t unpacked_ = 0, passed_ = 0;
  bool is_empty_ = true, whole_ = true, ended_ = false;
};

} // namespace jixiao
