#include "cli/on_demand/library.hpp"

#include <xlsxwriter.h>

namespace {

jixiao::cli::Library const& library() {
  static jixiao::cli::Library const loaded("xlsxwriter");
  return loaded;
}

} // namespace

#define LOADED(name) JIXIAO_LOADED(library, name)

extern "C" {

void format_set_align(lxw_format* format, uint8_t alignment) { return LOADED(format_set_align)(format, alignment); }
void format_set_bg_color(lxw_format* format, lxw_color_t color) { return LOADED(format_set_bg_color)(format, color); }
void format_set_bold(lxw_format* format) { return LOADED(format_set_bold)(format); }
void format_set_border(lxw_format* format, uint8_t style) { return LOADED(format_set_border)(format, style); }
void format_set_border_color(lxw_format* format, lxw_color_t color) {
  return LOADED(format_set_border_color)(format, color);
}
void format_set_font_color(lxw_format* format, lxw_color_t color) {
  return LOADED(format_set_font_color)(format, color);
}
void format_set_font_name(lxw_format* format, char const* font_name) {
  return LOADED(format_set_font_name)(format, font_name);
}
void format_set_font_size(lxw_format* format, double size) { return LOADED(format_set_font_size)(format, size); }
void format_set_indent(lxw_format* format, uint8_t level) { return LOADED(format_set_indent)(format, level); }
void format_set_num_format(lxw_format* format, char const* num_format) {
  return LOADED(format_set_num_format)(format, num_format);
}
void format_set_text_wrap(lxw_format* format) { return LOADED(format_set_text_wrap)(format); }
void format_set_underline(lxw_format* format, uint8_t style) { return LOADED(format_set_underline)(format, style); }
void lxw_rowcol_to_cell(char* cell_name, lxw_row_t row, lxw_col_t col) {
  return LOADED(lxw_rowcol_to_cell)(cell_name, row, col);
}
char* lxw_strerror(lxw_error error_num) { return LOADED(lxw_strerror)(error_num); }
char const* lxw_version() { return LOADED(lxw_version)(); }
void lxw_workbook_free(lxw_workbook* workbook) { return LOADED(lxw_workbook_free)(workbook); }
lxw_format* workbook_add_format(lxw_workbook* workbook) { return LOADED(workbook_add_format)(workbook); }
lxw_worksheet* workbook_add_worksheet(lxw_workbook* workbook, char const* sheetname) {
  return LOADED(workbook_add_worksheet)(workbook, sheetname);
}
lxw_error workbook_close(lxw_workbook* workbook) { return LOADED(workbook_close)(workbook); }
lxw_workbook* workbook_new(char const* filename) { return LOADED(workbook_new)(filename); }
lxw_workbook* workbook_new_opt(char const* filename, lxw_workbook_options* options) {
  return LOADED(workbook_new_opt)(filename, options);
}
lxw_error workbook_set_properties(lxw_workbook* workbook, lxw_doc_properties* properties) {
  return LOADED(workbook_set_properties)(workbook, properties);
}
lxw_error worksheet_autofilter(lxw_worksheet* worksheet, lxw_row_t first_row, lxw_col_t first_col, lxw_row_t last_row,
                               lxw_col_t last_col) {
  return LOADED(worksheet_autofilter)(worksheet, first_row, first_col, last_row, last_col);
}
lxw_error worksheet_data_validation_range(lxw_worksheet* worksheet, lxw_row_t first_row, lxw_col_t first_col,
                                          lxw_row_t last_row, lxw_col_t last_col, lxw_data_validation* validation) {
  return LOADED(worksheet_data_validation_range)(worksheet, first_row, first_col, last_row, last_col, validation);
}
void worksheet_fit_to_pages(lxw_worksheet* worksheet, uint16_t width, uint16_t height) {
  return LOADED(worksheet_fit_to_pages)(worksheet, width, height);
}
void worksheet_freeze_panes(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col) {
  return LOADED(worksheet_freeze_panes)(worksheet, row, col);
}
lxw_error worksheet_ignore_errors(lxw_worksheet* worksheet, uint8_t type, char const* range) {
  return LOADED(worksheet_ignore_errors)(worksheet, type, range);
}
lxw_error worksheet_repeat_rows(lxw_worksheet* worksheet, lxw_row_t first_row, lxw_row_t last_row) {
  return LOADED(worksheet_repeat_rows)(worksheet, first_row, last_row);
}
lxw_error worksheet_set_column(lxw_worksheet* worksheet, lxw_col_t first_col, lxw_col_t last_col, double width,
                               lxw_format* format) {
  return LOADED(worksheet_set_column)(worksheet, first_col, last_col, width, format);
}
lxw_error worksheet_set_footer(lxw_worksheet* worksheet, char const* string) {
  return LOADED(worksheet_set_footer)(worksheet, string);
}
lxw_error worksheet_set_header(lxw_worksheet* worksheet, char const* string) {
  return LOADED(worksheet_set_header)(worksheet, string);
}
void worksheet_set_landscape(lxw_worksheet* worksheet) { return LOADED(worksheet_set_landscape)(worksheet); }
void worksheet_set_margins(lxw_worksheet* worksheet, double left, double right, double top, double bottom) {
  return LOADED(worksheet_set_margins)(worksheet, left, right, top, bottom);
}
void worksheet_set_paper(lxw_worksheet* worksheet, uint8_t paper_type) {
  return LOADED(worksheet_set_paper)(worksheet, paper_type);
}
lxw_error worksheet_set_row(lxw_worksheet* worksheet, lxw_row_t row, double height, lxw_format* format) {
  return LOADED(worksheet_set_row)(worksheet, row, height, format);
}
lxw_error worksheet_write_blank(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, lxw_format* format) {
  return LOADED(worksheet_write_blank)(worksheet, row, col, format);
}
lxw_error worksheet_write_comment_opt(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, char const* string,
                                      lxw_comment_options* options) {
  return LOADED(worksheet_write_comment_opt)(worksheet, row, col, string, options);
}
lxw_error worksheet_write_formula_num(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, char const* formula,
                                      lxw_format* format, double result) {
  return LOADED(worksheet_write_formula_num)(worksheet, row, col, formula, format, result);
}
lxw_error worksheet_write_formula_str(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, char const* formula,
                                      lxw_format* format, char const* result) {
  return LOADED(worksheet_write_formula_str)(worksheet, row, col, formula, format, result);
}
lxw_error worksheet_write_number(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, double number,
                                 lxw_format* format) {
  return LOADED(worksheet_write_number)(worksheet, row, col, number, format);
}
lxw_error worksheet_write_string(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, char const* string,
                                 lxw_format* format) {
  return LOADED(worksheet_write_string)(worksheet, row, col, string, format);
}

} // extern "C"
