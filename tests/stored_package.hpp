#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Makes packages for tests: ZIP files whose entries are stored as they are.
namespace jixiao::test {

using PackagePart = std::pair<std::string, std::string>; ///< name and content

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = ~0U;
  for (char const byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0);
  }
  return ~crc;
}

inline void put_number(std::string& out, std::uint64_t number, int bytes) {
  for (; bytes > 0; --bytes, number >>= 8)
    out += static_cast<char>(number & 0xFF);
}

/// What the local header and the central directory say alike of an entry.
inline void put_entry(std::string& out, PackagePart const& part) {
  auto const& [name, content] = part;
  put_number(out, 20, 2);         // version needed
  put_number(out, 0, 2);          // flags
  put_number(out, 0, 2);          // stored
  put_number(out, 0x00210000, 4); // 1980-01-01
  put_number(out, crc32_of(content), 4);
  put_number(out, content.size(), 4);
  put_number(out, content.size(), 4);
  put_number(out, name.size(), 2);
  put_number(out, 0, 2); // extra field
}

inline std::string stored_package(std::vector<PackagePart> const& parts) {
  std::string out, directory;
  for (auto const& part : parts) {
    directory += std::string_view("PK\1\2\x14\0", 6);
    put_entry(directory, part);
    put_number(directory, 0, 10); // comment, disk, attributes
    put_number(directory, out.size(), 4);
    directory += part.first;
    out += std::string_view("PK\3\4", 4);
    put_entry(out, part);
    out += part.first;
    out += part.second;
  }
  auto const directory_at = out.size();
  out += directory;
  out += std::string_view("PK\5\6\0\0\0\0", 8);
  put_number(out, parts.size(), 2);
  put_number(out, parts.size(), 2);
  put_number(out, directory.size(), 4);
  put_number(out, directory_at, 4);
  put_number(out, 0, 2);
  return out;
}

} // namespace jixiao::test
