#pragma once

#include <jixiao/document.hpp>

#include <string_view>

namespace jixiao {

/// What an actual value in words says by the wording of 财预〔2020〕10号 and 财预〔2021〕101号: "met" (达成预期指标,
/// 基本达成目标), "partly" (部分达成预期指标并具有一定效果), "missed" (未达成预期指标且效果较差); empty for other
/// words.
std::string_view result_of(Indicator const& indicator);

} // namespace jixiao
