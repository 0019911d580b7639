#pragma once

#include <memory>

namespace CLI {
class App;
}

namespace jixiao::cli {

/// The heading of the commands that are about the program, not about documents.
constexpr char about_the_program[] = "About the program";

/// The program with all its commands; running one sets `status`, which must outlive it. Help, completions and manual
/// pages are all made from it.
std::unique_ptr<CLI::App> make_application(int& status);

} // namespace jixiao::cli
