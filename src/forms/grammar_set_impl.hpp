#pragma once

#include "forms/form_grammar.hpp"
#include "forms/layout_compiler.hpp"

#include <jixiao/grammar_set.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace jixiao {

struct GrammarSet::Impl {
  /// The built-in forms, and `given` ones as written, which may extend those and take their names.
  explicit Impl(std::vector<FormGrammar> given = {});
  Impl(Impl const&) = delete;
  Impl& operator=(Impl const&) = delete;

  std::vector<FormGrammar> const written; ///< those given
  std::vector<FormGrammar> const own;     ///< the same with all that they take over
  CompiledLayouts const own_layouts;      ///< of `own`

  /// The form as written; null when there is none.
  FormGrammar const* find(std::string_view name) const;

  /// The form with all that it takes over.
  std::optional<FormGrammar> whole(std::string_view name) const;

  /// Who prints forms of this layout; empty when that is not told.
  std::string_view place_of(std::string_view layout) const;
};

} // namespace jixiao
