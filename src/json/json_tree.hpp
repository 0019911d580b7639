#pragma once

#include "diagnostics/shared_api.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// JSON as it was written: numbers keep their digits, members their order.
struct JsonTree {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  std::string text{};            ///< of a boolean, a number (its digits) or a string
  std::vector<std::string> keys; ///< of an object's members
  std::vector<JsonTree> items;   ///< elements, or values of members

  /// The value of a member; nullptr when there is none.
  JsonTree const* find(std::string_view key) const;
};

struct JsonFault {
  std::size_t line = 0, column = 0; ///< from 1; columns count bytes
  std::string what;
};

/// Reads a text (RFC 8259); deeper than 12 levels, and with a member twice in an object, it is a fault.
std::variant<JsonTree, JsonFault> parse_json(std::string_view text);

/// As write_json() writes a document.
std::string to_json(JsonTree const& tree, bool pretty);

} // namespace jixiao
