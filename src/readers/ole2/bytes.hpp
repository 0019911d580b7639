#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jixiao::ole2 {

/// Numbers of little-endian bytes; 0 where the bytes end before.
constexpr std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  if (at <= bytes.size() && size <= bytes.size() - at)
    for (std::size_t i = size; i-- > 0;)
      number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

constexpr std::uint8_t u8(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(number_at(bytes, at, 1));
}
constexpr std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}
constexpr std::int16_t i16(std::string_view bytes, std::size_t at) { return static_cast<std::int16_t>(u16(bytes, at)); }
constexpr std::uint32_t u32(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 4); }
constexpr std::int32_t i32(std::string_view bytes, std::size_t at) { return static_cast<std::int32_t>(u32(bytes, at)); }

/// As substr, but empty beyond the end.
constexpr std::string_view slice(std::string_view bytes, std::size_t at, std::size_t size = std::string_view::npos) {
  return at < bytes.size() ? bytes.substr(at, size) : std::string_view();
}

} // namespace jixiao::ole2
