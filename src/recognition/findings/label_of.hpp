#pragma once

#include "forms/claims.hpp"
#include "recognition/pieces/pieces.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace jixiao::recognition {

/// The label that led to the field which took a piece: the nearest before it in its form that leads there, else the
/// nearest before it in its row; the piece itself where the label stands in it. Nothing for a text that says itself
/// what it is, such as a title. `claims` are by piece.
std::optional<std::uint32_t> label_of(Page const& page, std::span<Claim const> claims, std::uint32_t piece);

} // namespace jixiao::recognition
