#pragma once

#include "redact/secrets.hpp"

#include <jixiao/convert.hpp>

#include <cstddef>

namespace jixiao {

/// Looks through a document for what is to be hidden: its contacts, labelled values under labels of persons, and texts
/// that hold such labels.
void collect_secrets(Document const& document, Secrets& secrets);

/// Masks all texts of a document and of its tables as read; contacts are masked whole. How many were masked.
std::size_t mask_document(Document& document, Secrets const& secrets);
void mask_blocks(std::vector<InspectedBlock>& blocks, Secrets const& secrets);

} // namespace jixiao
