#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jixiao::form_language {

/// The candidate that `word` is most likely a misspelling of; empty when none is near.
std::string_view nearest(std::string_view word, std::span<std::string_view const> candidates);

/// `; did you mean "budget"?`, or nothing when no candidate is near.
std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates);

} // namespace jixiao::form_language
