#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// `count` of a thing: "1 note", "2 notes".
std::string counted(std::size_t count, std::string_view thing);

} // namespace jixiao
