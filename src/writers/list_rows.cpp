#include "writers/table_cells.hpp"

namespace jixiao {

namespace {

/// Counts the rows of a form, whichever of its lists and indicators they are of.
class ListRows {
public:
  ListRows(std::uint64_t number, std::size_t form, RowSink& sink)
      : sink_(sink), number_(number), form_(form), node_("/forms/" + std::to_string(form)) {}

  /// The lists that come next are those of an indicator.
  void enter(std::size_t indicator) {
    indicator_ = indicator;
    node_ = "/forms/" + std::to_string(form_) + "/indicators/" + std::to_string(indicator);
  }

  void put_parts(std::string_view list, std::vector<ValueOf> const& values) {
    for (auto const& [of, by, value] : values)
      TableCells(sink_).put(number_, form_, row_++, indicator_, list, of, by, value);
  }

  void put_extras(std::string_view list, std::vector<Labelled> const& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      put_extra(list, i, node_ + '/' + std::string(list) + '/' + std::to_string(i), values[i]);
  }

  void put_extras(std::string_view list, std::vector<TableRow> const& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t k = 0; k < rows[i].cells.size(); ++k)
        put_extra(list, i, node_ + '/' + std::string(list) + '/' + std::to_string(i) + '/' + std::to_string(k),
                  rows[i].cells[k]);
  }

  void put_extras(std::string_view list, std::vector<Choice> const& choices) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
      auto const& [label, text, chosen, offered, at] = choices[i];
      TableCells(sink_)
          .put(number_, form_, row_++, indicator_, list, i, label, joined(chosen, "; "), joined(offered, "; "))
          .put(node_ + '/' + std::string(list) + '/' + std::to_string(i))
          .put(at.line, at.column, at.page, at.table, at.row, at.cell);
    }
  }

private:
  void put_extra(std::string_view list, std::size_t item, std::string const& path, Labelled const& value) {
    auto const& [label, text, at] = value;
    TableCells(sink_)
        .put(number_, form_, row_++, indicator_, list, item, joined(label, " / "), text, nullptr, path)
        .put(at.line, at.column, at.page, at.table, at.row, at.cell);
  }

  RowSink& sink_;
  std::uint64_t number_;
  std::size_t form_, row_ = 0;
  std::optional<std::size_t> indicator_;
  std::string node_;
};

} // namespace

void part_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& indicators = document.forms[i].indicators;
    ListRows rows(number, i, sink);
    for (std::size_t k = 0; k < indicators.size(); ++k) {
      rows.enter(k);
      rows.put_parts("targets", indicators[k].targets);
      rows.put_parts("results", indicators[k].results);
    }
  }
}

void extra_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& form = document.forms[i];
    ListRows rows(number, i, sink);
    rows.put_extras("contacts", form.contacts);
    rows.put_extras("choices", form.choices);
    rows.put_extras("tasks", form.tasks);
    rows.put_extras("other", form.other);
    for (std::size_t k = 0; k < form.indicators.size(); ++k) {
      rows.enter(k);
      rows.put_extras("choices", form.indicators[k].choices);
      rows.put_extras("other", form.indicators[k].other);
    }
  }
}

} // namespace jixiao
