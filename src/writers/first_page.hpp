#pragma once

#include "diagnostics/shared_api.hpp"

#include <jixiao/review.hpp>

#include <string>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// A line a form: its number, project and amount, how many errors, warnings and notes, how the rules came out, and a
/// verdict; aligned for a terminal. Empty when the document has no form.
std::string first_page(Document const& document, Review const& review, Language language);

/// The amount that a form is about, as printed: `360000.00元`.
std::string amount_of_form(Form const& form);

} // namespace jixiao
