#pragma once

#include <jixiao/diagnostic.hpp>
#include <jixiao/expected.hpp>
#include <jixiao/export.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao JIXIAO_PUBLIC {

/// What is wrong with a form grammar: the place and what was expected there.
struct GrammarError {
  std::string file;
  std::uint32_t line = 0, column = 0; ///< 1-based, column in characters
  std::string what;                   ///< "expected a field name"
  std::string excerpt;                ///< the line, and a caret under the character
};

/// One layout, as `jixiao grammars list` prints it.
struct GrammarInfo {
  std::string name, family, place, years, title, base;
};

/// The form grammars that a conversion uses. Immutable while in use, so it can be shared by threads.
class GrammarSet {
public:
  /// The grammars compiled into the library.
  static GrammarSet const& builtin();

  GrammarSet(); ///< starts as a copy of the built-in grammars
  GrammarSet(GrammarSet const&);
  GrammarSet(GrammarSet&&) noexcept;
  GrammarSet& operator=(GrammarSet);
  ~GrammarSet();

  /// Adds the forms of a `.form` text; a form of the same name is replaced. On errors nothing is added.
  std::vector<GrammarError> add(std::string_view text, std::string_view file_name);

  /// The built-in grammars with those of a `.form` text.
  static Expected<GrammarSet, std::vector<GrammarError>> load(std::string_view text, std::string_view file_name);

  std::vector<GrammarInfo> list() const;

  /// The grammar's own text; empty when there is no such form.
  std::string_view source(std::string_view form_name) const;

  /// The grammar with everything that it takes over from those that it extends; empty when there is no such form. Where
  /// a label says not where it leads, the vocabulary knows.
  std::string flat(std::string_view form_name) const;

  struct Impl;
  Impl const& impl() const { return *impl_; }

private:
  explicit GrammarSet(std::shared_ptr<Impl const>);
  std::shared_ptr<Impl const> impl_;
};

} // namespace jixiao
