#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace jixiao {

/// The path of a program, as a shell finds it; empty when there is none.
std::string find_program(std::string const& name);

enum class Ending { done, failed, out_of_time };

/// Runs a program without input and output, in a group of processes of its own, which ends with the time.
Ending run_program(std::vector<std::string> const& command, std::chrono::seconds time);

} // namespace jixiao
