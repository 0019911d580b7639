#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/document.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace jixiao {

/// One thing a reviewer checks of a form. Rules see the canonical model and nothing else.
struct Rule {
  std::string_view name; ///< that of its code and its file
  void (*check)(Form const& form, std::size_t form_index, DiagnosticSink& sink);
};

/// All rules, in the order they are run.
std::span<Rule const> rules();

void check_document(Document const& document, DiagnosticSink& sink);

void check_project_name_missing(Form const& form, std::size_t form_index, DiagnosticSink& sink);
void check_no_indicators(Form const& form, std::size_t form_index, DiagnosticSink& sink);
void check_fund_total_mismatch(Form const& form, std::size_t form_index, DiagnosticSink& sink);
void check_end_before_start(Form const& form, std::size_t form_index, DiagnosticSink& sink);
void check_duplicate_indicator(Form const& form, std::size_t form_index, DiagnosticSink& sink);

/// "/forms/3"
std::string form_path(std::size_t form_index);

} // namespace jixiao
