#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Figures as people read them.
namespace jixiao::cli {

std::string grouped(std::uint64_t number);                         ///< "20,000"
std::string counted(std::uint64_t number, std::string_view thing); ///< "1 form", "20,000 forms"
std::string megabytes(std::uint64_t bytes);                        ///< "118 MB", "0.4 MB"
std::string clock_time(double seconds);                            ///< "0:07", "2:03:04"

} // namespace jixiao::cli
