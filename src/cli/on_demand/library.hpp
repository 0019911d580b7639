#pragma once

#include <string>

/// Libraries that a text does not need. To load them takes longer than to convert it, so each is loaded when the first
/// of its functions is called. The functions are defined here in the library's place and pass on what they are given;
/// the library comes with a module beside the program that does nothing but link it.
namespace jixiao::cli {

class Library {
public:
  /// Loads the module of this name.
  explicit Library(char const* module);

  /// What the module, or a library that it links, calls so; null when there is no such thing.
  void* find(char const* symbol) const;

  /// Throws std::system_error where there is none: the program is not wholly installed.
  template <class Function> Function* function(char const* name) const {
    return reinterpret_cast<Function*>(find_or_throw(name));
  }

  std::string const& problem() const { return problem_; } ///< why it could not be loaded

private:
  void* find_or_throw(char const* symbol) const;

  void* handle_ = nullptr;
  std::string problem_;
};

} // namespace jixiao::cli

/// The function of this name in the library that `library()` returns.
#define JIXIAO_LOADED(library, name)                                                                                   \
  ([]() -> decltype(&name) {                                                                                           \
    static auto* const loaded = library().function<decltype(name)>(#name);                                             \
    return loaded;                                                                                                     \
  }())
