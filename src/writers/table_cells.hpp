#pragma once

#include "writers/names.hpp"
#include "writers/tables.hpp"

#include <concepts>

namespace jixiao {

/// Puts values of the model into a row, a cell each; an empty field is an empty cell.
class TableCells {
public:
  explicit TableCells(RowSink& sink) : sink_(sink) {}
  ~TableCells() { sink_.end_row(); }
  TableCells(TableCells const&) = delete;
  TableCells& operator=(TableCells const&) = delete;

  template <class... Values> TableCells& put(Values const&... values) {
    (cell(values), ...);
    return *this;
  }

private:
  void cell(std::string_view value) { sink_.text(value); }
  void cell(std::string const& value) { sink_.text(value); }
  void cell(std::integral auto value) { sink_.number(std::to_string(value)); }
  void cell(Decimal value) { sink_.number(to_string(value)); }
  void cell(Value const& value) {
    put(value.text, name_of(value.kind));
    value.op == Comparator::none ? sink_.empty() : sink_.text(sign_of(value.op));
    put(value.number, value.upper, value.unit, value.subject);
  }
  void cell(Party const& party) { put(party.code, party.name); }
  template <class T> void cell(std::optional<T> const& value) { value ? cell(*value) : cell(nullptr); }
  void cell(std::nullptr_t) { sink_.empty(); }
  void cell(std::optional<Value> const& value) {
    if (value)
      return cell(*value);
    for (int i = 0; i < 7; ++i)
      sink_.empty();
  }
  void cell(std::optional<Party> const& value) { cell(value.value_or(Party{})); }

  RowSink& sink_;
};

} // namespace jixiao
