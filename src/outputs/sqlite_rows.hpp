#pragma once

#include "outputs/packed_rows.hpp"
#include "outputs/sqlite_connection.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// Inserts the rows of one of tidy_tables().
class TableInsert final : public RowSink {
public:
  /// `settings` go into the column of that name, where the table has one.
  TableInsert(Connection& connection, TidyTable const& table, std::string_view settings);

  /// The rows are given this document's number instead of their own.
  void insert(std::string_view packed, std::int64_t document);

private:
  void empty() override;
  void text(std::string_view value) override;
  void number(std::string_view digits) override;
  void end_row() override;

  Statement statement_;
  std::int64_t document_ = 0;
  int cell_ = 0;                 ///< how many of the row were bound
  int number_ = 0, printed_ = 0; ///< funds: the parameters of a number and of its digits
};

/// An insert for each table, in their order.
std::vector<TableInsert> table_inserts(Connection& connection, std::string_view settings);

} // namespace jixiao
