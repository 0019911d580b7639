#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// 指标1, 指标2 … before the indicators of a group, where nothing else parts them.
namespace jixiao::recognition::fused {

struct RecordMark {
  std::size_t begin = 0, end = 0; ///< bytes of the stretch; with the colon behind it
};

/// The marks of a stretch, which count from 1 and begin anew behind another group. They stand at its start or behind a
/// value, so that 完成指标2项 is none; with a colon and the next number, anywhere.
std::vector<RecordMark> find_marks(std::string_view stretch);

} // namespace jixiao::recognition::fused
