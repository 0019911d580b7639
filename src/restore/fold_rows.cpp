#include "restore/fold_rows.hpp"

#include "restore/form_folder.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {
namespace {

/// Writes the folded blocks into a reading; those of no form as they are.
class Refill {
public:
  explicit Refill(Reading& reading) : reading_(reading), cells_(std::move(reading.cells)) {
    rows_ = std::move(reading.rows);
    old_blocks_ = std::move(reading.blocks);
    reading.cells.clear();
    reading.rows.clear();
    reading.blocks.clear();
  }

  void keep(std::uint32_t row) {
    auto const& old = rows_[row];
    reading_.blocks.push_back(old_blocks_[old.block]);
    reading_.blocks.back().first_row = count32(reading_.rows.size());
    reading_.rows.push_back({count32(reading_.cells.size()), 1, count32(reading_.blocks.size() - 1)});
    reading_.cells.push_back(cells_[old.first_cell]);
  }

  void add(FoldedBlock const& block) {
    reading_.blocks.push_back({block.is_table ? BlockKind::table : BlockKind::paragraph, count32(reading_.rows.size()),
                               count32(block.rows.size()), 0, block.is_table ? tables_++ : 0, 0});
    for (auto const& row : block.rows) {
      reading_.rows.push_back(
          {count32(reading_.cells.size()), count32(row.size()), count32(reading_.blocks.size() - 1)});
      for (std::size_t x = 0; x < row.size(); ++x)
        add(row[x], static_cast<std::uint16_t>(x));
    }
  }

private:
  static std::uint32_t count32(std::size_t size) { return static_cast<std::uint32_t>(size); }

  void add(Cells const& lines, std::uint16_t x) {
    Cell cell;
    if (!lines.cells.empty())
      cell = cells_[lines.cells[0]];
    if (lines.cells.size() > 1) {
      std::string joined;
      for (auto const line : lines.cells)
        joined.append(joined.empty() ? "" : "\n").append(cells_[line].text);
      cell.text = reading_.own(std::move(joined));
    }
    cell.x = x;
    reading_.cells.push_back(cell);
  }

  Reading& reading_;
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<Block> old_blocks_;
  std::uint32_t tables_ = 0;
};

bool is_lines_only(Reading const& reading) {
  return std::ranges::all_of(reading.blocks, [](Block const& block) { return block.kind == BlockKind::paragraph; });
}

Location line_of(Cell const& cell) {
  Location at;
  at.line = cell.line;
  return at;
}

void report(FormFolder const& folder, Reading const& reading, DiagnosticSink& sink) {
  if (folder.doubtful_cell() >= 0)
    sink.emit(Code::garbled_columns, {}, line_of(reading.cells[static_cast<std::size_t>(folder.doubtful_cell())]));
  for (auto const& [cell, paragraph] : folder.further_paragraphs())
    sink.emit(Code::cell_goes_on,
              {{"text", clean_value(reading.cells[paragraph].text)}, {"cell", clean_value(reading.cells[cell].text)}},
              line_of(reading.cells[paragraph]));
}

} // namespace

void fold_rows(Reading& reading, Lexicon const& lexicon, std::vector<FormGrammar> const& forms, DiagnosticSink& sink) {
  if (!is_lines_only(reading))
    return;
  auto const page = read_page(reading, lexicon);
  auto const candidates = find_candidates(page, forms);
  auto const rows = static_cast<std::uint32_t>(page.rows.size());
  auto const begin_of = [&](std::size_t i) { return i < candidates.size() ? candidates[i].first_row : rows; };
  std::vector<std::vector<FoldedBlock>> folded;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    FormFolder folder(page, candidates[i], begin_of(i + 1), forms[candidates[i].form]);
    folded.push_back(folder.has_header() ? folder.run() : std::vector<FoldedBlock>{});
    report(folder, reading, sink);
  }
  Refill refill(reading);
  for (std::uint32_t row = 0; row < begin_of(0); ++row)
    refill.keep(row);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (auto const& block : folded[i])
      refill.add(block);
    for (auto row = begin_of(i); folded[i].empty() && row < begin_of(i + 1); ++row)
      refill.keep(row);
  }
}

} // namespace jixiao
