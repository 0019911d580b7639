#include "pipeline/recognition.hpp"

#include "forms/grammar_set_impl.hpp"
#include "pipeline/described.hpp"
#include "recognition/recognise.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace jixiao {

namespace {

/// One way to read the document, with all that came of it.
struct Attempt {
  Document document;
  std::vector<Diagnostic> findings;
  ClaimMap claims{0};
};

/// What says that a described layout is not the form's own: something in the form is no part of it.
constexpr std::array misfits = {Code::no_form,        Code::no_indicators,   Code::header_missing,
                                Code::unclaimed_cell, Code::not_understood,  Code::label_repeated,
                                Code::unknown_group,  Code::ambiguous_layout};

bool fits(Attempt const& attempt) {
  return !attempt.document.forms.empty() && std::ranges::none_of(attempt.findings, [](Diagnostic const& finding) {
    return std::ranges::find(misfits, finding.code) != misfits.end();
  });
}

/// True for a form grammar that is not one of the built-in ones as they are.
bool is_own(FormGrammar const& grammar) {
  auto const& builtin = GrammarSet::builtin().impl().forms;
  return std::ranges::find(builtin, grammar.source, &FormGrammar::source) == builtin.end();
}

/// A grammar that the user gave knows best.
bool read_by_own_grammar(Document const& document, GrammarSet const& grammars) {
  return std::ranges::any_of(document.forms, [&](Form const& form) {
    auto const grammar = std::ranges::find(grammars.impl().forms, form.layout, &FormGrammar::name);
    return grammar != grammars.impl().forms.end() && is_own(*grammar);
  });
}

/// A grid that the carrier knows, and text whose rows are not told, are read by the vocabulary alone; a grammar of the
/// user's is tried first all the same.
bool needs_no_grammar(Opened const& opened, Document const& document, GrammarSet const& grammars) {
  bool const soft = std::ranges::any_of(opened.reading.blocks, &Block::soft_rows);
  return (soft || recognition::grid_of(document.source.media_type) != recognition::Grid::none) &&
         std::ranges::none_of(grammars.impl().forms, is_own);
}

std::size_t indicators_of(Document const& document) {
  std::size_t count = 0;
  for (auto const& form : document.forms)
    count += form.indicators.size();
  return count;
}

bool has(Attempt const& attempt, Code code) {
  return std::ranges::find(attempt.findings, code, &Diagnostic::code) != attempt.findings.end();
}

/// What a reading could not make out. A cell that two columns lay claim to is told of at both.
std::size_t doubts(Attempt const& attempt) {
  auto const count = [&](Code code) {
    return static_cast<std::size_t>(std::ranges::count(attempt.findings, code, &Diagnostic::code));
  };
  return count(Code::unknown_group) + count(Code::unclaimed_cell) + count(Code::undecided_cell) / 2;
}

constexpr std::size_t few = 50; ///< one cell in so many left over is what wrapped lines leave

/// The one that found more; of equals the one that left less. Cells that only blanks part are a last resort.
bool better(Attempt const& described, Attempt const& general) {
  auto const& a = described.document;
  auto const& b = general.document;
  if (has(general, Code::parted_by_blanks) && (indicators_of(a) > 0 || doubts(general) > indicators_of(b)))
    return true;
  bool const as_many = a.forms.size() == b.forms.size() && indicators_of(a) == indicators_of(b) && indicators_of(a) > 0;
  if (as_many && a.coverage.unclaimed.size() * few < a.coverage.cells)
    return true;
  if (a.forms.size() != b.forms.size())
    return a.forms.size() > b.forms.size();
  if (indicators_of(a) == 0 || indicators_of(b) == 0)
    return indicators_of(a) > indicators_of(b);
  return a.coverage.unclaimed.size() < b.coverage.unclaimed.size();
}

} // namespace

ClaimMap recognise(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink) {
  auto const source = document;
  auto kept = std::make_shared<Reading const>(std::move(opened.reading));
  opened.reading = *kept;
  opened.kept = kept;

  auto const attempt = [&](auto const& read) {
    Attempt out{source, {}, ClaimMap(0)};
    DiagnosticSink findings(sink.limit());
    out.claims = read(out.document, findings);
    out.findings = findings.take();
    return out;
  };
  auto const by_grammar = [&](Document& out, DiagnosticSink& findings) {
    return recognise_described(opened, grammars, out, findings);
  };
  auto const by_vocabulary = [&](Document& out, DiagnosticSink& findings) {
    return recognition::recognise(opened, grammars.impl(), out, findings);
  };
  auto best = needs_no_grammar(opened, document, grammars) ? attempt(by_vocabulary) : attempt(by_grammar);
  if (!needs_no_grammar(opened, document, grammars) && !fits(best) && !read_by_own_grammar(best.document, grammars)) {
    auto laid_out = std::exchange(opened.reading, *kept);
    auto general = attempt(by_vocabulary);
    if (better(best, general))
      opened.reading = std::move(laid_out);
    else
      best = std::move(general);
  }
  if (opened.reading.cells.size() != kept->cells.size())
    opened.reading.notes.clear(); // they are of cells that are no more
  document = std::move(best.document);
  for (auto& finding : best.findings)
    sink.emit(std::move(finding));
  return std::move(best.claims);
}

} // namespace jixiao
