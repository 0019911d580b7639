#pragma once

#include <jixiao/report.hpp>
#include <jixiao/review.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The rows of a review's workbook, packed for the way from a worker to the one who writes.
namespace jixiao {

enum class DeskSheet : std::uint8_t { overview, findings, originals, across };

constexpr std::size_t desk_sheets = 4;

struct DeskColumn {
  std::string_view english, chinese;
  int width = 10;      ///< characters
  bool number = false; ///< its cells are numbers
};

std::string_view name_of_sheet(DeskSheet sheet, Language language);
std::span<DeskColumn const> columns_of(DeskSheet sheet);

struct DeskRow {
  DeskSheet sheet = DeskSheet::overview;
  std::vector<std::string> cells;
};

std::string pack(DeskRow const& row);
DeskRow unpack_row(std::string_view packed);

/// The row of a finding across documents.
DeskRow row_of(AcrossFinding const& finding, Language language);

/// All rows of a document, but for the running numbers, which are left empty.
std::vector<DeskRow> rows_of(Checked const& checked, Review const& review, Language language);

} // namespace jixiao
