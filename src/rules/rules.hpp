#pragma once

#include "diagnostics/sink.hpp"
#include "rules/form_check.hpp"

#include <jixiao/check.hpp>
#include <jixiao/document.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace jixiao {

/// One thing a reviewer checks of a form. Rules see the canonical model and nothing else.
struct Rule {
  Code code{};
  void (*check)(FormCheck& form);
};

/// One thing a reviewer checks of all forms together.
struct DocumentRule {
  Code code{};
  void (*check)(DocumentCheck& document);
};

/// All rules, in the order they are run: rules.def.
std::span<Rule const> rules();
std::span<DocumentRule const> document_rules();

/// What check_document() goes by. `profiles` has one for each form.
struct CheckInput {
  std::span<Profile const* const> profiles;
  std::span<LevelOverride const> levels;
};

/// Runs all rules on all forms, then those on the document; fills document.judgements.
void check_document(Document& document, CheckInput const& input, DiagnosticSink& sink);

#define JIXIAO_RULE(code) void check_##code(FormCheck& form);
#define JIXIAO_DOCUMENT_RULE(code) void check_##code(DocumentCheck& document);
#include "rules/rules.def"
#undef JIXIAO_RULE
#undef JIXIAO_DOCUMENT_RULE

} // namespace jixiao
