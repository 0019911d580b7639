#pragma once

#include "capi/status.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/grammar_set.hpp>

#include <optional>
#include <string>
#include <vector>

/// What the handles of the C interface are.
struct jixiao_document {
  jixiao::Document document;
  std::optional<std::vector<jixiao::InspectedBlock>> blocks{};
  std::vector<std::string> messages; ///< of its findings: texts of the interface live as long as the document
};

struct jixiao_grammars {
  jixiao::GrammarSet set;
};

namespace jixiao::capi {

/// Options as the library has them, with what they refer to.
struct Reading {
  Options options;
  bool keep_grid = false;
};

/// Nothing, with the message kept, when a value is none of those described. `options` may be nullptr.
std::optional<Reading> reading_of(jixiao_options const* options);

/// Makes the handle of a document.
jixiao_status give(Document document, std::optional<std::vector<InspectedBlock>> blocks, jixiao_document** out);

} // namespace jixiao::capi
