#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ole2 {

bool is_compound_file(std::string_view bytes);

/// The streams of a compound file ([MS-CFB]): a file system of sectors in chains. Sizes and chains that it claims are
/// not trusted: no stream is longer than the file, and a chain that returns to itself ends. A last sector that is cut
/// short is read as far as it goes. `bytes` must outlive it.
class CompoundFile {
public:
  /// Nothing when the header is none, or there is no directory.
  static std::optional<CompoundFile> open(std::string_view bytes);

  /// The names of the streams and storages of the root, in ASCII as far as they are ("?" elsewhere).
  bool has(std::string_view name) const { return find(name) != nullptr; }

  /// The bytes of a stream of the root; nothing when there is none of this name. Shorter than declared where the chain
  /// ends before: `is_damaged()` then.
  std::optional<std::string> stream(std::string_view name);

  bool is_damaged() const { return damaged_; }

private:
  struct Entry {
    std::string name;
    std::uint8_t kind = 0; ///< 1 storage, 2 stream, 5 root
    std::uint32_t left = 0, right = 0, child = 0;
    std::uint32_t first_sector = 0;
    std::uint64_t size = 0;
  };

  explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}

  bool read();
  void read_table();
  void add_table_sector(std::uint32_t sector);
  void read_directory(std::uint32_t first);
  Entry const* find(std::string_view name) const;
  std::string_view sector(std::uint32_t index) const;
  std::uint32_t next(std::vector<std::uint32_t> const& table, std::uint32_t sector) const;
  std::string chain(std::uint32_t first, std::uint64_t size);
  std::string short_chain(std::uint32_t first, std::uint64_t size);
  void open_short_sectors();

  std::string_view bytes_;
  std::uint32_t sector_size_ = 512, short_sector_size_ = 64, short_limit_ = 4096;
  std::vector<std::uint32_t> table_; ///< FAT: the sector behind each
  std::optional<std::vector<std::uint32_t>> short_table_;
  std::string short_stream_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> of_root_; ///< entries of the root storage
  bool damaged_ = false;
};

} // namespace jixiao::ole2
