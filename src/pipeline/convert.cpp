#include <jixiao/convert.hpp>

#include "diagnostics/certainty.hpp"
#include "diagnostics/sink.hpp"
#include "forms/grammar_set_impl.hpp"
#include "pipeline/drawn_page.hpp"
#include "pipeline/empty_cell.hpp"
#include "pipeline/recognition.hpp"
#include "readers/reader.hpp"
#include "redact/min_certainty.hpp"
#include "redact/redact.hpp"
#include "rules/rules.hpp"

#include <jixiao/profile.hpp>

#include <algorithm>
#include <span>
#include <tuple>

namespace jixiao {

namespace {

/// In the order of the source; findings on the same place in the order they were made.
void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](Diagnostic const& a, Diagnostic const& b) {
    return std::tuple(a.at.line.value_or(0), a.at.begin.value_or(0)) <
           std::tuple(b.at.line.value_or(0), b.at.begin.value_or(0));
  });
}

std::vector<InspectedBlock> inspected_blocks(Opened const& opened, ClaimMap const& claims) {
  std::vector<InspectedBlock> blocks;
  for (auto const& block : opened.reading.blocks) {
    auto& shown = blocks.emplace_back();
    shown.is_table = block.kind == BlockKind::table;
    for (auto row = block.first_row; row < block.first_row + block.row_count; ++row) {
      auto& cells = shown.rows.emplace_back();
      auto const& source = opened.reading.rows[row];
      for (auto cell = source.first_cell; cell < source.first_cell + source.cell_count; ++cell)
        cells.push_back({std::string(opened.reading.cells[cell].text), describe(claims[cell]),
                         locate(opened, row, cell - source.first_cell)});
    }
  }
  return blocks;
}

/// The reader's findings on single cells, with their places. Made before recognition, which may lay the reading out
/// anew.
std::vector<Diagnostic> findings_on_cells(Opened const& opened) {
  std::vector<Diagnostic> out;
  auto const& rows = opened.reading.rows;
  for (auto const& note : opened.reading.notes) {
    auto& finding = out.emplace_back(Diagnostic{note.code, info(note.code).severity, note.arguments});
    if (note.cell == CellNote::no_cell)
      continue;
    auto const after = std::ranges::upper_bound(rows, note.cell, {}, &Row::first_cell);
    auto const row = static_cast<std::size_t>(after - rows.begin()) - 1;
    finding.at = locate(opened, row, note.cell - rows[row].first_cell);
  }
  return out;
}

/// The text that a finding takes out of a cell and that is no field's: it is listed as what stands in the document and
/// was claimed by nothing.
std::string const* unclaimed_text(Diagnostic const& finding) {
  if (finding.code != Code::note_beside && finding.code != Code::text_beside_graphic)
    return nullptr;
  auto const text = std::ranges::find(finding.arguments, "text", &Argument::name);
  return text == finding.arguments.end() ? nullptr : &text->value;
}

/// The pointer of what took a cell, or of its row where nothing did; an amount that stays empty is spoken of by its
/// block.
std::string pointer_of_cell(Reading const& reading, ClaimMap const& claims, std::uint32_t cell,
                            Document const& document) {
  auto const& claim = claims[cell];
  if (claim.kind == ClaimKind::none)
    return pointer_of_empty_cell(reading, claims, cell);
  bool const blank_fund =
      claim.kind == ClaimKind::field && claim.field == FieldId::funds && claim.form < document.forms.size() &&
      claim.record < document.forms[claim.form].funds.size() && !document.forms[claim.form].funds[claim.record].number;
  return blank_fund ? "/forms/" + std::to_string(claim.form) + "/funds" : pointer_of(claim);
}

/// A footnote to a value says more of it: it is kept beside the fields of its form.
void keep_note(Diagnostic const& finding, Claim const& claim, Document& document) {
  if (finding.code != Code::note_beside || finding.path.empty() || claim.form >= document.forms.size())
    return;
  std::string label, text;
  for (auto const& argument : finding.arguments)
    (argument.name == "what" ? label : text) = argument.value;
  document.forms[claim.form].other.push_back({{std::move(label)}, std::move(text), finding.at});
}

/// Each finding on a cell names what took the cell; cells of a reading that was laid out anew have none.
void report_on_cells(std::vector<Diagnostic> findings, Reading const& reading, ClaimMap const& claims,
                     Document& document, DiagnosticSink& sink) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    auto const cell = i < reading.notes.size() ? reading.notes[i].cell : CellNote::no_cell;
    if (cell < claims.size()) {
      findings[i].path = pointer_of_cell(reading, claims, cell, document);
      keep_note(findings[i], claims[cell], document);
    }
    if (auto const* text = unclaimed_text(findings[i])) {
      ++document.coverage.cells;
      document.coverage.unclaimed.push_back({findings[i].at, *text});
    }
    sink.emit(std::move(findings[i]));
  }
}

/// Findings of reading at the levels asked for; the rules see to their own. What an input is unreadable for stays.
void apply_levels(std::span<LevelOverride const> levels, Document& document) {
  if (levels.empty() || unreadable(document))
    return;
  auto const level_of = [&](Diagnostic const& finding) {
    auto level = static_cast<Level>(static_cast<int>(finding.severity) + 1);
    if (!is_rule(finding.code))
      for (auto const& [code, wanted] : levels)
        level = code == finding.code ? wanted : level;
    return level;
  };
  std::erase_if(document.diagnostics, [&](auto const& finding) { return level_of(finding) == Level::off; });
  for (auto& finding : document.diagnostics)
    finding.severity = static_cast<Severity>(static_cast<int>(level_of(finding)) - 1);
}

/// What each form is judged by: the profile that was asked for, or that of its layout's place and its year.
std::vector<Profile const*> profiles_of(Document const& document, GrammarSet const& grammars, Profile const* wanted) {
  std::vector<Profile const*> out;
  for (auto const& form : document.forms) {
    auto const place = grammars.impl().place_of(form.layout);
    out.push_back(wanted ? wanted : &profile_for(place, form.fiscal_year));
  }
  return out;
}

/// What stands in the tables beside labels of persons and telephones, also where no field took it.
void collect_from_rows(Reading const& reading, Secrets& secrets) {
  bool behind_label = false;
  for (auto const& row : reading.rows) {
    std::vector<std::string_view> cells;
    for (auto cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell)
      cells.push_back(reading.cells[cell].text);
    behind_label = secrets.add_row(cells, behind_label);
  }
}

/// Masks the document and its blocks, and says how much was masked.
void hide_contacts(Secrets& secrets, Inspection& result) {
  collect_secrets(result.document, secrets);
  mask_blocks(result.blocks, secrets);
  if (result.page)
    for (auto* const marks : {&result.page->cells, &result.page->words})
      for (auto& mark : *marks)
        secrets.mask(mark.text);
  if (result.why)
    for (auto* const cells : {&result.why->values, &result.why->labels})
      for (auto& cell : *cells)
        secrets.mask(cell.text);
  if (auto const count = mask_document(result.document, secrets); count > 0)
    result.document.diagnostics.insert(
        result.document.diagnostics.begin(),
        {Code::contacts_withheld, info(Code::contacts_withheld).severity, {{"count", std::to_string(count)}}, {}, {}});
}

/// Text of which the bytes are what was read can be masked in place; markup and packages write a text in many ways.
bool can_be_masked(Source const& source) {
  auto const& type = source.media_type;
  return source.encoding == "UTF-8" && type.starts_with("text/") && type.find("html") == type.npos &&
         type.find("xml") == type.npos;
}

Inspection run(Input const& input, Options const& options, bool keep_blocks, Secrets* secrets) {
  Inspection result;
  auto& document = result.document;
  DiagnosticSink sink(options.limits.diagnostics);
  auto opened = open_input(input, options.from, options.limits, sink, options.office);
  document.source = std::move(opened.source);
  if (opened.ok) {
    auto const& grammars = options.grammars ? *options.grammars : GrammarSet::builtin();
    auto on_cells = findings_on_cells(opened);
    if (secrets)
      collect_from_rows(opened.reading, *secrets);
    recognition::WhyAsked asked{options.why, {}};
    auto const claims = recognise(opened, grammars, document, sink, options.why.empty() ? nullptr : &asked);
    result.why = std::move(asked.answer);
    report_on_cells(std::move(on_cells), opened.reading, claims, document, sink);
    if (options.least)
      withhold_below(*options.least, document, sink);
    auto const profiles = profiles_of(document, grammars, options.check.profile);
    check_document(document, {profiles, options.check.levels}, sink);
    if (keep_blocks)
      result.blocks = inspected_blocks(opened, claims);
    if (auto const drawn = draw_page(opened, options.page, options.limits))
      result.page = inspect_page(*drawn, opened, claims);
  }
  document.diagnostics = sink.take();
  sort_by_place(document.diagnostics);
  rate_repairs(document.diagnostics);
  if (secrets)
    hide_contacts(*secrets, result);
  apply_levels(options.check.levels, document);
  return result;
}

} // namespace

Document convert(Input const& input, Options const& options) {
  Secrets secrets;
  return run(input, options, false, options.hide_contacts ? &secrets : nullptr).document;
}

Inspection inspect(Input const& input, Options const& options) {
  Secrets secrets;
  return run(input, options, true, options.hide_contacts ? &secrets : nullptr);
}

Shown convert_shown(Input const& input, Options const& options) {
  Secrets secrets;
  Shown out;
  out.document = run(input, options, false, options.hide_contacts ? &secrets : nullptr).document;
  if (!options.hide_contacts || can_be_masked(out.document.source))
    out.bytes = input.bytes;
  if (options.hide_contacts)
    secrets.mask(out.bytes);
  return out;
}

std::vector<std::string_view> reader_names() {
  std::vector<std::string_view> names;
  for (auto const& reader : readers())
    names.push_back(reader.name);
  return names;
}

} // namespace jixiao
