#include "outputs/sqlite_rows.hpp"

#include <charconv>

namespace jixiao {

namespace {

/// A column that the tidy tables lack, or whose value is not just the cell of its name (`:path` is that cell).
struct OwnValue {
  std::string_view table, column, value;
};

constexpr OwnValue own_values[] = {{"documents", "path", "coalesce(:path, :name)"},
                                   {"documents", "settings", ":settings"},
                                   {"funds", "printed", ":printed"}};

bool is_tidy(TidyTable const& table, std::string_view column) {
  for (auto const& tidy : table.columns)
    if (tidy.name == column)
      return true;
  return false;
}

std::string value_of(TidyTable const& table, std::string_view column) {
  for (auto const& own : own_values)
    if (own.table == table.name && own.column == column)
      return std::string(own.value);
  return ':' + std::string(column);
}

/// `INSERT INTO "goals" ("document", …) VALUES (:document, …)`. Parameters have the numbers of their columns, from 1.
std::string insert_into(TidyTable const& table) {
  std::string columns, values;
  auto const add = [&](std::string_view column) {
    auto const* const separator = columns.empty() ? "" : ", ";
    ((columns += separator) += '"').append(column) += '"';
    (values += separator) += value_of(table, column);
  };
  for (auto const& column : table.columns)
    add(column.name);
  for (auto const& own : own_values)
    if (own.table == table.name && !is_tidy(table, own.column))
      add(own.column);
  return "INSERT INTO \"" + std::string(table.name) + "\" (" + columns + ") VALUES (" + values + ')';
}

/// `800000.00` is 800000.
std::string_view without_empty_fraction(std::string_view digits) {
  if (digits.find('.') == digits.npos)
    return digits;
  auto const last = digits.find_last_not_of('0');
  return digits.substr(0, digits[last] == '.' ? last : last + 1);
}

} // namespace

TableInsert::TableInsert(Connection& connection, TidyTable const& table, std::string_view settings)
    : statement_(connection, insert_into(table)) {
  if (auto const parameter = statement_.parameter(":settings"))
    statement_.bind(parameter, settings);
  printed_ = statement_.parameter(":printed");
  number_ = statement_.parameter(":number");
}

void TableInsert::insert(std::string_view packed, std::int64_t document) {
  document_ = document;
  unpack_rows(packed, *this);
}

void TableInsert::empty() {
  statement_.bind(++cell_, nullptr);
  if (cell_ == number_ && printed_ != 0)
    statement_.bind(printed_, nullptr);
}

void TableInsert::text(std::string_view value) { statement_.bind(++cell_, value); }

void TableInsert::number(std::string_view digits) {
  if (++cell_ == 1)
    return statement_.bind(1, document_);
  if (cell_ == number_ && printed_ != 0)
    statement_.bind(printed_, digits);
  auto const short_digits = without_empty_fraction(digits);
  auto const* const end = short_digits.data() + short_digits.size();
  std::int64_t whole = 0;
  if (std::from_chars(short_digits.data(), end, whole).ptr == end)
    return statement_.bind(cell_, whole);
  double nearest = 0;
  std::from_chars(short_digits.data(), end, nearest);
  statement_.bind(cell_, nearest);
}

void TableInsert::end_row() {
  statement_.run();
  cell_ = 0;
}

std::vector<TableInsert> table_inserts(Connection& connection, std::string_view settings) {
  std::vector<TableInsert> out;
  for (auto const& table : tidy_tables())
    out.emplace_back(connection, table, settings);
  return out;
}

} // namespace jixiao
