#include "cli/on_demand/library.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <dlfcn.h>

namespace jixiao::cli {

Library::Library(char const* module) {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto const path = program.parent_path() / JIXIAO_MODULES / (std::string(module) + ".so");
  handle_ = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
  if (handle_ == nullptr)
    problem_ = dlerror();
}

void* Library::find(char const* symbol) const { return handle_ == nullptr ? nullptr : dlsym(handle_, symbol); }

void* Library::find_or_throw(char const* symbol) const {
  if (auto* const found = find(symbol))
    return found;
  throw std::system_error(ENOENT, std::generic_category(), problem_.empty() ? symbol : problem_);
}

} // namespace jixiao::cli
