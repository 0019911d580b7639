#include "pipeline/described.hpp"

#include "forms/candidates.hpp"
#include "forms/extract.hpp"
#include "forms/grammar_set_impl.hpp"
#include "forms/mend_labels.hpp"
#include "grammars/fiscal_year.hpp"
#include "model/build_form.hpp"
#include "model/outside.hpp"
#include "repairs/read_table.hpp"
#include "repairs/repair_table.hpp"
#include "restore/fold_rows.hpp"
#include "restore/restore.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao {

namespace {

CueFinder const& builtin_cues() {
  static CueFinder const cues(builtin_taxonomy());
  return cues;
}

class Recognition {
public:
  Recognition(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink)
      : opened_(opened), grammars_(grammars.impl()), document_(document), sink_(sink),
        page_(read_page(opened.reading, grammars_.lexicon)), claims_(opened.reading.cells.size()),
        groups_(builtin_taxonomy()) {
    if (!restore_scraped_tables(opened.reading, page_,
                                {grammars_.lexicon, grammars_.forms, builtin_taxonomy(), builtin_cues()}))
      return;
    page_ = read_page(opened.reading, grammars_.lexicon);
    claims_ = ClaimMap(opened.reading.cells.size());
  }

  ClaimMap run() {
    auto const candidates = find_candidates(page_, grammars_.forms);
    if (candidates.empty())
      sink_.emit(Code::no_form, {{"nearest", nearest_grammar(page_, grammars_.forms)}});
    if (auto const row = read_outside(page_, candidates, claims_, document_))
      document_.title_at = locator()(*row, -1);
    for (auto const& candidate : candidates) {
      report_runner_up(candidate, forms_.size());
      mend(candidate, forms_.size());
      forms_.push_back(extract_form(page_, candidate, grammars_.forms[candidate.form], claims_));
    }
    read_tables();
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      document_.forms.push_back(build_form(building(), forms_[i], {repair_tables(i), read_matrices(i)}, i));
      report_missing(i);
      report_headerless(i);
    }
    share_year();
    account(candidates);
    return std::move(claims_);
  }

private:
  std::function<Location(std::uint32_t, std::int64_t)> locator() const {
    return [this](std::uint32_t row, std::int64_t cell) {
      if (cell < 0)
        return locate(opened_, row, opened_.reading.rows[row].cell_count);
      return locate_cell(static_cast<std::uint32_t>(cell));
    };
  }

  Location locate_cell(std::uint32_t cell) const {
    auto const row = row_of(cell);
    return locate(opened_, row, cell - opened_.reading.rows[row].first_cell);
  }

  /// The row that a cell is in, by bisection.
  std::size_t row_of(std::uint32_t cell) const {
    auto const& rows = opened_.reading.rows;
    auto const after = std::upper_bound(rows.begin(), rows.end(), cell,
                                        [](std::uint32_t c, Row const& row) { return c < row.first_cell; });
    return static_cast<std::size_t>(after - rows.begin()) - 1;
  }

  void report_runner_up(FormCandidate const& candidate, std::size_t index) {
    if (candidate.runner_up < 0)
      return;
    auto const& forms = grammars_.forms;
    sink_.emit(Code::ambiguous_layout,
               {{"chosen", forms[candidate.form].name},
                {"runner_up", forms[static_cast<std::size_t>(candidate.runner_up)].name}},
               locator()(candidate.first_row, -1), "/forms/" + std::to_string(index) + "/layout");
  }

  void mend(FormCandidate const& candidate, std::size_t index) {
    for (auto const& mended : mend_labels(page_, candidate, grammars_.forms[candidate.form]))
      sink_.emit(Code::label_damaged,
                 {{"printed", clean_value(opened_.reading.cells[mended.cell].text)}, {"label", mended.label}},
                 locate_cell(mended.cell), "/forms/" + std::to_string(index));
  }

  std::vector<MatrixValue> read_matrices(std::uint32_t form) {
    std::vector<MatrixValue> values;
    for (auto const& table : forms_[form].matrices) {
      auto more = read_matrix(page_, forms_[form], table, claims_);
      values.insert(values.end(), more.begin(), more.end());
    }
    return values;
  }

  BuildContext building() {
    return {page_,
            claims_,
            sink_,
            locator(),
            [this](std::uint32_t cell) { return static_cast<std::uint32_t>(row_of(cell)); },
            opened_.text.text};
  }

  RepairContext repairs() { return {page_, groups_, builtin_cues(), votes_, claims_, sink_, locator()}; }

  /// All tables before any repair: a name that one form files wrongly often stands under its right label in another.
  void read_tables() {
    auto const context = repairs();
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      auto& tables = tables_.emplace_back();
      for (auto const& table : forms_[i].records)
        tables.push_back(read_table(context, forms_[i], table, i));
    }
  }

  std::vector<Record> repair_tables(std::uint32_t form) {
    std::vector<Record> records;
    for (auto const& table : tables_[form]) {
      auto more = repair_table(repairs(), *table, form, static_cast<std::uint32_t>(records.size()));
      records.insert(records.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      for (auto const& entry : table->entries)
        for (auto const* label : entry.labels)
          claims_.label(label->cell->cell);
    }
    return records;
  }

  /// A year printed once, in the title of the document, holds for every form that prints none.
  void share_year() {
    if (!document_.title)
      return;
    auto const year = grammars::find_fiscal_year(*document_.title);
    if (!year)
      return;
    for (auto& form : document_.forms)
      if (!form.fiscal_year)
        form.fiscal_year = *year;
  }

  void report_missing(std::uint32_t form) {
    auto const path = "/forms/" + std::to_string(form) + "/";
    for (auto const* rule : forms_[form].missing) {
      auto const& to = *rule->destination;
      std::string node(is_record_field(to.field) ? "indicators" : name_of(to.field));
      auto const field = to.scope.empty() ? std::string(name_of(to.field)) : node + '.' + to.scope + '.' + to.item;
      std::replace(node.begin(), node.end(), '.', '/');
      sink_.emit(Code::label_missing, {{"label", rule->texts[0]}, {"field", field}},
                 locator()(forms_[form].candidate.first_row, -1), path + node);
    }
  }

  /// Level labels that stand under no header: an indicator table whose header row is lost.
  void report_headerless(std::uint32_t form) {
    if (!forms_[form].records.empty() || forms_[form].grammar->records.empty())
      return;
    auto const& candidate = forms_[form].candidate;
    for (auto row = candidate.first_row; row < candidate.end_row; ++row) {
      for (auto const& cell : page_.row(row)) {
        if (cell.label.lexeme < 0 || !page_.lexicon->operator[](cell.label.lexeme).canonical)
          continue;
        std::string header;
        for (auto const& column : forms_[form].grammar->records[0].columns)
          header += (header.empty() ? "" : " | ") + column.label.texts[0];
        sink_.emit(Code::header_missing, {{"header", header}}, locator()(row, -1),
                   "/forms/" + std::to_string(form) + "/indicators");
        return;
      }
    }
  }

  /// Every cell is claimed or listed; within a form, what is left is reported row by row.
  void account(std::vector<FormCandidate> const& candidates) {
    auto& coverage = document_.coverage;
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < page_.rows.size(); ++row) {
      while (next < candidates.size() && candidates[next].end_row <= row)
        ++next;
      bool const in_form = next < candidates.size() && candidates[next].first_row <= row;
      std::string left;
      std::int64_t first = -1;
      for (auto const& cell : page_.row(row)) {
        ++coverage.cells;
        if (claims_[cell.cell].kind != ClaimKind::none) {
          ++coverage.claimed;
          continue;
        }
        coverage.unclaimed.push_back({locate_cell(cell.cell), std::string(page_.text(cell))});
        if (first < 0)
          first = cell.cell;
        left += (left.empty() ? "" : " | ") + clean_value(page_.text(cell));
      }
      if (first >= 0 && !candidates.empty())
        sink_.emit(Code::unclaimed_cell, {{"text", left}}, locator()(row, first),
                   in_form ? "/forms/" + std::to_string(next) : "");
    }
  }

  Opened const& opened_;
  GrammarSet::Impl const& grammars_;
  Document& document_;
  DiagnosticSink& sink_;
  Page page_;
  ClaimMap claims_;
  DocumentGroups groups_;
  NameVotes votes_;
  std::vector<RawForm> forms_;
  std::vector<std::vector<std::unique_ptr<ReadTable>>> tables_;
};

} // namespace

ClaimMap recognise_described(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink) {
  fold_rows(opened.reading, grammars.impl().lexicon, grammars.impl().forms, sink);
  return Recognition(opened, grammars, document, sink).run();
}

} // namespace jixiao
