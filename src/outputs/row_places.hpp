#pragma once

#include "outputs/table_sheet.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace jixiao {

/// Where the rows of one document stand, by the JSON Pointer of what they are about: `/forms/3/funds/1`, empty for the
/// document.
class RowPlaces {
public:
  void clear() { rows_.clear(); }
  void add(std::string pointer, TableSheet const& sheet, std::uint64_t row) {
    rows_.insert_or_assign(std::move(pointer), Row{&sheet, row});
  }

  /// The place of the longest beginning of the pointer that has a row: that of `/forms/3/indicators/7` for
  /// `/forms/3/indicators/7/level1`. Empty when there is none.
  std::string find(std::string_view pointer) const {
    for (;;) {
      if (auto const found = rows_.find(pointer); found != rows_.end())
        return found->second.sheet->place(found->second.row);
      if (pointer.empty())
        return {};
      pointer = pointer.substr(0, std::min(pointer.rfind('/'), pointer.size() - 1));
    }
  }

private:
  struct Row {
    TableSheet const* sheet;
    std::uint64_t row;
  };
  std::map<std::string, Row, std::less<>> rows_;
};

} // namespace jixiao
