#pragma once

#include <xlsxwriter.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace jixiao {

/// How cells of a workbook look. Each format is made once.
class WorkbookFormats {
public:
  explicit WorkbookFormats(lxw_workbook* workbook);

  /// Of a number with `scale` digits behind the point: "0", "0.00".
  lxw_format* number(std::size_t scale);
  /// Of `error` and `warning`; as text for any other.
  lxw_format* severity(std::string_view name) const;

  // Texts are indented: they stand beside numbers, which are flush right.
  lxw_format *header, *text;
  lxw_format* digits; ///< of a number that is written as a text
  lxw_format *link, *number_link;
  lxw_format* cut; ///< of a text that goes on elsewhere

private:
  lxw_format* make() const;
  lxw_format* filled(lxw_color_t fill, lxw_color_t letters) const;

  lxw_workbook* workbook_;
  lxw_format *error_, *warning_;
  std::array<lxw_format*, 19> numbers_{}; ///< by scale, 0 to 18
};

} // namespace jixiao
