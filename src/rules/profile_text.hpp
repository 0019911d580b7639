#pragma once

#include <jixiao/profile.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The text of a profile by its lines: docs/profiles.md describes it.
namespace jixiao {

/// A word, a number or a text in double quotes.
struct ProfileToken {
  std::string text; ///< without its quotes
  bool quoted = false;
  std::uint32_t column = 0; ///< 1-based, in characters
};

struct ProfileLine {
  std::vector<ProfileToken> tokens; ///< none for an empty line
  std::uint32_t end_column = 0;     ///< where more was expected
  bool closed = true;               ///< false when a quote is left open
};

/// Splits one line; `#` begins a comment.
ProfileLine split_profile_line(std::string_view line);

} // namespace jixiao
