#pragma once

#include "recognition/labels/labels.hpp"

#include <jixiao/document.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace jixiao::recognition {

/// 填报单位 and 单位名称 name the implementing unit where no other label does. Returns which of the other values of the
/// form that is, where it has one and needs it.
std::optional<std::size_t> adopt_unit(Form& form, LabelFinder const& labels);

/// True for a code with the name of an office behind it: 218101某法院.
bool names_unit(std::string_view text);

} // namespace jixiao::recognition
