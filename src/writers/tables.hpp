#pragma once

#include "diagnostics/shared_api.hpp"

#include <jixiao/document.hpp>

#include <cstdint>
#include <span>
#include <string_view>

/// The tidy tables of documents, whatever format they are written to.
namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

enum class ColumnKind : std::uint8_t { text, integer, decimal };

struct TableColumn {
  std::string_view name;
  ColumnKind kind;
  int width;                    ///< of most of its values, in digits; a 字 takes two
  std::string_view title;       ///< in Chinese: what forms call it, "一级指标"
  std::string_view description; ///< in English, a phrase
};

/// Takes the cells of a table's rows, left to right.
class RowSink {
public:
  virtual void empty() = 0;
  virtual void text(std::string_view value) = 0;
  virtual void number(std::string_view digits) = 0;
  virtual void end_row() = 0;

protected:
  ~RowSink() = default;
};

struct TidyTable {
  std::string_view name; ///< "indicators"
  std::string_view description;
  std::span<TableColumn const> columns;
  void (*rows)(Document const& document, std::uint64_t number, RowSink& sink);
};

/// documents, sections, forms, funds, goals, indicators, parts, extras, fields, diagnostics: a table behind those that
/// its rows refer to.
std::span<TidyTable const> tidy_tables();

/// The columns that tell a table's rows apart, `document` first. The last is named after the table, those before it are
/// the key of the table that its rows belong to: funds have document, form, fund.
std::span<TableColumn const> key_of(TidyTable const& table);

/// The rows of the table `fields`.
void field_rows(Document const& document, std::uint64_t number, RowSink& sink);

/// The rows of the table `parts`: targets and results of indicators that have several.
void part_rows(Document const& document, std::uint64_t number, RowSink& sink);

/// The rows of the table `extras`: what is printed and has no column: contacts, choices, tasks, other.
void extra_rows(Document const& document, std::uint64_t number, RowSink& sink);

/// The names with `separator` between them; nothing for none.
Text joined(std::vector<std::string> const& names, std::string_view separator);

/// `3月底 25%; 6月底 50%`; nothing for an empty schedule.
Text one_line(std::vector<ScheduleEntry> const& schedule);

} // namespace JIXIAO_BETWEEN_LIBRARIES
