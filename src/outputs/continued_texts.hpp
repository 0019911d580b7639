#pragma once

#include "outputs/table_sheet.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// The sheet "continued_texts": what texts are too long for one cell go on with. It is there only when it is needed.
class ContinuedTexts {
public:
  explicit ContinuedTexts(WorkbookFile& file) : file_(file) {}

  /// The rest of the text whose cell is at `place`, in as many rows as it needs.
  void add(std::string const& place, std::string_view escaped);
  void finish();

private:
  WorkbookFile& file_;
  std::optional<TableSheet> sheet_;
};

} // namespace jixiao
