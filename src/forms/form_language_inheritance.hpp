#pragma once

#include "forms/form_grammar.hpp"
#include "forms/form_language_errors.hpp"
#include "forms/form_language_syntax.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace jixiao::form_language {

/// Bases of bases, at most.
inline constexpr std::size_t most_bases = 8;

/// The form with everything that it takes over: what its bases say, and what it says itself in place of that. Bases are
/// looked up in `first`, then in `known`; one that is missing, or that leads back to itself, ends the chain.
FormGrammar with_bases(FormGrammar const& form, std::span<FormGrammar const> first, std::span<FormGrammar const> known);

/// Reports what is wrong with the bases of `forms`: one that nobody has, a circle, too many; and what a form says of
/// labels that neither it nor its base has.
void check_bases(std::span<FormGrammar const> forms, std::span<FormSyntax const> syntax,
                 std::span<FormGrammar const> known, ErrorList& errors);

} // namespace jixiao::form_language
