#include "recognition/findings/why.hpp"

#include "recognition/findings/label_of.hpp"
#include "recognition/records/indicator_fields.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_readings = 4; ///< that are shown

/// A row of a table that was kept.
struct KeptRow {
  WeighedTable const* table = nullptr;
  std::size_t row = 0;

  RecordSpan const& span() const { return table->spans[row]; }
};

/// What each entry comes to.
std::map<Price, double> totals(std::span<prices::Charge const> charges) {
  std::map<Price, double> out;
  for (auto const& charge : charges)
    out[charge.price] += charge.amount();
  return out;
}

std::vector<PriceDifference> differences(std::span<prices::Charge const> chosen,
                                         std::span<prices::Charge const> other) {
  constexpr double none = 1e-9;
  auto all = totals(other);
  for (auto const& [price, amount] : totals(chosen))
    all[price] -= amount;
  std::vector<PriceDifference> out;
  for (auto const& [price, amount] : all)
    if (std::abs(amount) > none)
      out.push_back({&price_list()[static_cast<std::size_t>(price)], amount});
  std::ranges::stable_sort(out, std::greater{}, [](PriceDifference const& d) { return std::abs(d.amount); });
  return out;
}

/// Readings, cheapest first, as they are shown: the chosen one first. `name` tells what a reading makes of the field.
template <class Reading, class IsChosen, class Name>
std::vector<WeighedReading> shown(std::vector<Reading> readings, IsChosen is_chosen, Name name) {
  auto const chosen = std::ranges::find_if(readings, is_chosen);
  if (chosen == readings.end())
    return {};
  std::rotate(readings.begin(), chosen, chosen + 1);
  std::vector<WeighedReading> out;
  for (auto const& reading : readings)
    if (out.size() < most_readings)
      out.push_back({name(reading), reading.cost, differences(readings[0].charges, reading.charges)});
  return out;
}

class Explainer {
public:
  Explainer(ExplainedPage const& read, std::string_view pointer) : d_(read) { why_.pointer = pointer; }

  std::optional<Why> run() {
    for (std::uint32_t i = 0; i < d_.claims.size(); ++i)
      if (is_of(pointer_of(d_.claims[i])))
        pieces_.push_back(i);
    for (auto const piece : pieces_)
      why_.values.push_back(printed(piece));
    if (!pieces_.empty())
      return explain_value(pieces_[0]);
    return explain_record();
  }

private:
  /// The pointer is that of a claim, or leads into what it took.
  bool is_of(std::string_view claimed) const {
    std::string_view const asked = why_.pointer;
    return !claimed.empty() && asked.starts_with(claimed) &&
           (asked.size() == claimed.size() || asked[claimed.size()] == '/');
  }

  QuotedText printed(std::uint32_t piece) const { return {clean_value(d_.page.pieces[piece].text), d_.locate(piece)}; }

  /// The last row that was kept with a piece: a stretch may have been read twice.
  std::optional<KeptRow> row_of(std::uint32_t piece) const {
    for (auto table = d_.weighed.tables.rbegin(); table != d_.weighed.tables.rend(); ++table)
      for (std::size_t row = 0; row < table->spans.size(); ++row)
        if (std::ranges::find(table->spans[row].cells, piece, &RowCell::piece) != table->spans[row].cells.end())
          return KeptRow{&*table, row};
    return std::nullopt;
  }

  std::optional<Why> explain_value(std::uint32_t piece) {
    auto const row = row_of(piece);
    if (!row) {
      if (auto const label = label_of(d_.page, d_.claims, piece))
        why_.labels.push_back(printed(*label));
      return std::move(why_);
    }
    auto const& cells = row->span().cells;
    auto const cell = static_cast<std::size_t>(std::ranges::find(cells, piece, &RowCell::piece) - cells.begin());
    add_headers(*row, row->span().alignment.columns[cell]);
    if (d_.claims[piece].kind == ClaimKind::field)
      if (auto const label = label_of(d_.page, d_.claims, piece))
        why_.labels.push_back(printed(*label));
    weigh_columns(*row, cell);
    return std::move(why_);
  }

  void add_headers(KeptRow const& row, int column) {
    if (column == Alignment::none)
      return;
    auto const& header = row.table->columns[static_cast<std::size_t>(column)];
    auto cell = printed(header.piece);
    if (header.label.size() > 1) {
      cell.text.clear();
      for (auto const& text : header.label)
        cell.text += (cell.text.empty() ? "" : " / ") + text;
    }
    why_.labels.push_back(std::move(cell));
  }

  void weigh_columns(KeptRow const& row, std::size_t cell) {
    auto const& span = row.span();
    auto const& columns = row.table->columns;
    if (d_.page.borders == Borders::exact || (d_.page.has_rows() && span.in_place))
      return;
    auto const borders = std::max(d_.page.borders, Borders::separated);
    why_.by = DecidedBy::columns;
    why_.readings = shown(
        weigh_cell(span.cells, columns, borders, cell, columns.size() + 1),
        [&](CellReading const& reading) { return reading.column == span.alignment.columns[cell]; },
        [&](CellReading const& reading) {
          return reading.column == Alignment::none ? std::string()
                                                   : columns[static_cast<std::size_t>(reading.column)].label.back();
        });
  }

  /// A field of a record that no piece was read into: a group, or a column that is empty in its row.
  std::optional<Why> explain_record() {
    std::string_view rest = why_.pointer;
    auto const after = [&](std::string_view word, std::uint32_t& number) {
      if (!rest.starts_with(word))
        return false;
      rest.remove_prefix(word.size());
      auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
      rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
      return error == std::errc();
    };
    std::uint32_t form = 0, record = 0;
    if (!after("/forms/", form) || !after("/indicators/", record) || !rest.starts_with('/'))
      return std::nullopt;
    rest.remove_prefix(1);
    auto const piece = std::ranges::find_if(d_.claims, [&](Claim const& claim) {
      return claim.kind == ClaimKind::record && claim.form == form && claim.record == record;
    });
    if (piece == d_.claims.end())
      return std::nullopt;
    auto const row = row_of(static_cast<std::uint32_t>(piece - d_.claims.begin()));
    if (!row)
      return std::nullopt;
    auto const field = rest.substr(0, rest.find('/'));
    if (field == "level1" || field == "level2")
      explain_group(*row, field == "level1");
    else
      explain_empty(*row, field);
    return std::move(why_);
  }

  void explain_empty(KeptRow const& row, std::string_view field) {
    why_.by = DecidedBy::nothing;
    auto const& columns = row.table->columns;
    auto const& alignment = row.span().alignment;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (field_of(columns[c].kind) != field)
        continue;
      add_headers(row, static_cast<int>(c));
      auto const index = static_cast<int>(c);
      for (std::size_t i = 0; i < row.span().cells.size(); ++i)
        if (!row.span().cells[i].blank && (alignment.columns[i] == index || alignment.runners_up[i] == index)) {
          why_.values.push_back(printed(row.span().cells[i].piece));
          weigh_columns(row, i);
          why_.by = DecidedBy::nothing;
          return;
        }
      return;
    }
  }

  void explain_group(KeptRow const& row, bool level1) {
    why_.by = DecidedBy::labels;
    if (row.row < row.table->groups.size())
      weigh_groups(row);
    for (auto i = row.span().end; i-- > 0;) {
      auto const& label = d_.page.pieces[i].label;
      bool const of_level = level1 ? label.level1 >= 0 : label.level2 >= 0;
      if (of_level && d_.claims[i].kind == ClaimKind::label) {
        why_.labels.push_back(printed(i));
        return;
      }
    }
  }

  void weigh_groups(KeptRow const& row) {
    auto const& groups = row.table->groups;
    auto readings = weigh_row(groups, row.row, d_.taxonomy);
    if (readings.empty())
      return;
    why_.by = DecidedBy::groups;
    why_.readings = shown(
        std::move(readings), [&](GroupReading const& reading) { return reading.node == groups[row.row].choice.node; },
        [&](GroupReading const& reading) { return group_name(reading.node); });
  }

  std::string group_name(int node) const {
    auto const& name = d_.taxonomy.name(node);
    return d_.taxonomy.is_level1(node) ? name : d_.taxonomy.name(d_.taxonomy.parent(node)) + " / " + name;
  }

  ExplainedPage const& d_;
  Why why_;
  std::vector<std::uint32_t> pieces_;
};

} // namespace

std::optional<Why> explain_field(ExplainedPage const& read, std::string_view pointer) {
  return Explainer(read, pointer).run();
}

} // namespace jixiao::recognition
