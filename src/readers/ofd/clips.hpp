#pragma once

#include "readers/ofd/values.hpp"
#include "readers/page/page.hpp"

#include <pugixml.hpp>

#include <optional>

namespace jixiao::ofd {

/// The box around what the clips (CT_Clip) of an object let be seen of it; nothing when they let all be seen, or are
/// cut out by text. `outer` is the matrix of what the object is in. Writers differ in whether the object's own matrix
/// holds for its clips: what is seen either way is.
std::optional<Box> clip_of(pugi::xml_node object, Matrix const& outer);

/// What lies in both; a clip that is not there cuts nothing.
std::optional<Box> common_clip(std::optional<Box> const& a, std::optional<Box> const& b);

} // namespace jixiao::ofd
