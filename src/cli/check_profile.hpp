#pragma once

#include <jixiao/profile.hpp>

#include <memory>
#include <string>

namespace jixiao::cli {

/// The profile that --profile names: a built-in one, or a file. Empty gives none: each form has its own. Throws
/// UsageError with what is wrong in a file, or the nearest name.
std::shared_ptr<Profile const> open_profile(std::string const& name_or_file);

} // namespace jixiao::cli
