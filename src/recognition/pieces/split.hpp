#pragma once

#include "recognition/labels/labels.hpp"

#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// The parts of a text that holds several labels with their values: `单位名称:某局 填报日期:4月12日`. One part, the
/// whole text, where it does not. White space between the parts is in none of them.
std::vector<std::string_view> split_labels(std::string_view text, LabelFinder const& labels);

/// `年度资金总额：86万元；其中：财政拨款80万元；其他资金6万元`, `总额98，其中：财政拨款80，其他资金18`: parts that are each a label of
/// the fund block with its amount. One part, the whole text, where they are not.
std::vector<std::string_view> split_amounts(std::string_view part, LabelFinder const& labels);

/// `总额1260万元　一、财政拨款1100万元（其中：…）　三、其他60万元`: nothing but labels of the fund block, each with its amount.
bool is_line_of_amounts(std::string_view text, LabelFinder const& labels);

/// `项目单位   某区民政局`, a line that begins with the label of a project or an office and has nothing but white space
/// before the value: the length of the label in bytes, 0 for any other line. A narrow gap parts them where `narrow`.
std::size_t label_before_blanks(std::string_view text, bool narrow, LabelFinder const& labels);

/// The words of a text, parted by white space; those of a label that a single blank parts stay together.
std::vector<std::string_view> split_words(std::string_view text, LabelFinder const& labels);

} // namespace jixiao::recognition
