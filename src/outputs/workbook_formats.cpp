#include "outputs/workbook_formats.hpp"

#include <string>

namespace jixiao {

WorkbookFormats::WorkbookFormats(lxw_workbook* workbook) : workbook_(workbook) {
  header = filled(0x1F4E78, LXW_COLOR_WHITE);
  format_set_bold(header);
  text = make();
  format_set_indent(text, 1);
  digits = make();
  format_set_align(digits, LXW_ALIGN_RIGHT);
  link = make();
  format_set_indent(link, 1);
  number_link = make();
  for (auto* const format : {link, number_link}) {
    format_set_font_color(format, 0x0563C1);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
  }
  error_ = filled(0xFFC7CE, 0x9C0006);
  warning_ = filled(0xFFEB9C, 0x9C5700);
  cut = warning_;
}

lxw_format* WorkbookFormats::number(std::size_t scale) {
  auto*& format = numbers_.at(scale);
  if (format == nullptr) {
    format = make();
    format_set_num_format(format, (scale == 0 ? "0" : "0." + std::string(scale, '0')).c_str());
  }
  return format;
}

lxw_format* WorkbookFormats::severity(std::string_view name) const {
  return name == "error" ? error_ : name == "warning" ? warning_ : text;
}

lxw_format* WorkbookFormats::make() const {
  auto* const format = workbook_add_format(workbook_);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* WorkbookFormats::filled(lxw_color_t fill, lxw_color_t letters) const {
  auto* const format = make();
  format_set_bg_color(format, fill);
  format_set_font_color(format, letters);
  format_set_indent(format, 1);
  return format;
}

} // namespace jixiao
