#pragma once

#include "forms/claims.hpp"
#include "recognition/groups/weighed.hpp"

#include <jixiao/why.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace jixiao::recognition {

/// What an explanation is made of.
struct ExplainedPage {
  Page const& page;
  std::span<Claim const> claims; ///< by piece
  Weighed const& weighed;
  Taxonomy const& taxonomy;
  std::function<Location(std::uint32_t piece)> locate;
};

/// Why the field at a JSON Pointer was read as it was; a pointer into a field is that of the field. Nothing when no
/// piece was read into it, nor into the record it is of.
std::optional<Why> explain_field(ExplainedPage const& read, std::string_view pointer);

} // namespace jixiao::recognition
