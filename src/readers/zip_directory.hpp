#pragma once

#include <cstdint>
#include <string_view>

/// What a ZIP file says of itself, read without unpacking anything. Safe on any bytes.
namespace jixiao {

bool is_zip(std::string_view bytes);

/// The largest count of entries that an end of central directory record claims; 0 when there is none. libzip makes
/// room for as many, so that the claim has to be looked at first.
std::uint64_t claimed_entries(std::string_view bytes);

/// True when an entry's name begins so, by the central directory; by the local headers when the file is cut off
/// before it. ASCII case does not count.
bool zip_has_entry(std::string_view bytes, std::string_view prefix);

/// True when the name, as a path, leads out of the folder it is unpacked in, on one system or another: "../x", "/x",
/// "C:x", "a\..\b".
bool leads_out(std::string_view name);

} // namespace jixiao
