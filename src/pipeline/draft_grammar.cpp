#include <jixiao/draft_grammar.hpp>

#include "diagnostics/sink.hpp"
#include "forms/form_writer.hpp"
#include "pipeline/recognition.hpp"
#include "readers/reader.hpp"

#include <set>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

/// Forms of one layout give one grammar; those of different ones have names of their own.
std::string written(std::vector<recognition::LayoutDraft> drafts) {
  std::set<std::string> seen, names;
  std::string text;
  for (auto& [form, comments] : drafts) {
    auto of_any_year = form;
    of_any_year.first_year.reset();
    if (!seen.insert(write_form(of_any_year)).second)
      continue;
    auto const name = form.name;
    for (int number = 2; !names.insert(form.name).second; ++number)
      form.name = name + "-" + std::to_string(number);
    text += (text.empty() ? "" : "\n") + write_form(form, comments);
  }
  return text;
}

} // namespace

DraftedGrammar draft_grammar(Input const& input, Options const& options) {
  DraftedGrammar result;
  DiagnosticSink sink(options.limits.diagnostics);
  auto opened = open_input(input, options.from, options.limits, sink, options.office);
  result.document.source = std::move(opened.source);
  if (opened.ok) {
    std::vector<recognition::LayoutDraft> drafts;
    auto const& grammars = options.grammars ? *options.grammars : GrammarSet::builtin();
    recognise(opened, grammars, result.document, sink, nullptr, &drafts);
    result.text = written(std::move(drafts));
  }
  result.document.diagnostics = sink.take();
  return result;
}

} // namespace jixiao
