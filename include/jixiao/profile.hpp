#pragma once

#include <jixiao/check.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// What a place and an era ask of a form; see docs/profiles.md for the text it is read from.
struct Profile {
  std::string name;  ///< "national-2020"
  std::string title; ///< for a person
};

/// A profile read from a text, or what is wrong with it.
struct ProfileReading {
  Profile profile;
  std::vector<Diagnostic> diagnostics; ///< codes P6xx, with line and column; the profile is usable when there are none
};

/// Reads a `.profile` text. `file_name` is for messages.
ProfileReading read_profile(std::string_view text, std::string_view file_name);

/// A built-in profile; nullptr when there is none of that name.
Profile const* find_profile(std::string_view name);

/// The built-in profiles, by name.
std::span<Profile const> profiles();

} // namespace jixiao
