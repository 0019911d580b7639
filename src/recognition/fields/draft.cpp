#include "recognition/fields/draft.hpp"

#include "text/clean.hpp"

namespace jixiao::recognition {

std::string Draft::text(std::uint32_t index) const { return clean_value(piece(index).text); }

void Draft::take_furniture(std::uint32_t index, std::string_view kind) {
  take(index, {ClaimKind::layout});
  if (!piece(index).blank())
    furniture.push_back({kind, index});
}

} // namespace jixiao::recognition
