#pragma once

#include <jixiao/report.hpp>
#include <jixiao/review.hpp>

#include <cstdint>
#include <string>

namespace jixiao {

/// What stands around the documents: the head with style and filters, and the end with the script.
std::string page_begin(Language language);
std::string page_end();

/// The findings across documents, as a section behind the documents.
std::string page_across(AcrossReview const& review, Language language);

/// One document of a page. `number` tells the documents of a page apart.
std::string page_section(Checked const& checked, Review const& review, std::uint64_t number, Language language);

} // namespace jixiao
