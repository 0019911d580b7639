#include "desk/desk.hpp"
#include "desk/workbook_rows.hpp"
#include "writers/report_counts.hpp"

#include <jixiao/outputs.hpp>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include <unistd.h>

namespace jixiao {

namespace {

constexpr std::uint8_t a4 = 9;
constexpr std::size_t longest_cell = 32'000; ///< bytes; a cell holds 32,767 characters
constexpr double line_height = 15;
constexpr double text_size = 10;
constexpr int slack = 1; ///< characters that punctuation carries over to the next line
constexpr double tallest_row = 400;

/// The library writes to files only.
struct TemporaryFile {
  TemporaryFile() {
    std::error_code error;
    path = (std::filesystem::temp_directory_path(error) / "jixiao-XXXXXX").string();
    auto const descriptor = error ? -1 : mkstemp(path.data());
    if (descriptor < 0)
      throw OutputError("no temporary file can be made in the folder of TMPDIR: " +
                        (error ? error.message() : std::string(std::strerror(errno))));
    close(descriptor);
  }
  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }

  std::string path;
};

struct Release {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

std::string cut(std::string text) {
  if (text.size() <= longest_cell)
    return text;
  auto end = longest_cell;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(0, end) + "…";
}

/// Lines that a text takes in a column so many characters wide; Chinese ones count double. Between characters that no
/// blank, slash or hyphen parts a line ends only where it has to.
double lines_in(std::string_view text, int width) {
  double lines = 1, used = 0, word = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++lines;
      used = word = 0;
    } else if ((byte & 0xC0) != 0x80) {
      double const wide = byte < 0x80 ? 1 : 2;
      bool const joins = byte < 0x80 && byte != ' ' && byte != '/' && byte != '-';
      used += wide;
      word = joins ? word + wide : 0;
      if (used > width) {
        ++lines;
        used = word = word > 0 && word <= width ? word : wide;
      }
    }
  }
  return lines;
}

class Workbook {
public:
  explicit Workbook(Language language) : language_(language) {
    workbook_.reset(workbook_new(file_.path.c_str()));
    if (!workbook_)
      throw OutputError("the workbook cannot be made");
    lxw_doc_properties properties{};
    std::tm first_of_zip{};
    first_of_zip.tm_year = 80;
    first_of_zip.tm_mday = 1;
    properties.created = timegm(&first_of_zip);
    workbook_set_properties(workbook_.get(), &properties);
    header_ = format();
    format_set_bold(header_);
    format_set_bg_color(header_, 0x1F4E79);
    format_set_font_color(header_, LXW_COLOR_WHITE);
    format_set_align(header_, LXW_ALIGN_CENTER);
    body_ = format();
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      constexpr std::array<lxw_color_t, 3> colours{0xE8F1FA, 0xFFF2CC, 0xF8D7DA};
      levels_[i] = format();
      format_set_bg_color(levels_[i], colours[i]);
    }
    for (auto const sheet : {DeskSheet::overview, DeskSheet::findings, DeskSheet::originals})
      open(sheet);
  }

  /// Puts a sheet behind the others.
  void open(DeskSheet sheet) {
    auto const index = static_cast<std::size_t>(sheet);
    auto* const out = sheets_[index] =
        workbook_add_worksheet(workbook_.get(), std::string(name_of_sheet(sheet, language_)).c_str());
    auto const columns = columns_of(sheet);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const column = static_cast<lxw_col_t>(i);
      auto const name = std::string(language_ == Language::zh ? columns[i].chinese : columns[i].english);
      worksheet_set_column(out, column, column, columns[i].width, nullptr);
      worksheet_write_string(out, 0, column, name.c_str(), header_);
    }
    worksheet_freeze_panes(out, 1, 0);
    worksheet_repeat_rows(out, 0, 0);
    worksheet_set_landscape(out);
    worksheet_set_paper(out, a4);
    worksheet_fit_to_pages(out, 1, 0);
    worksheet_set_margins(out, 0.4, 0.4, 0.5, 0.6);
    worksheet_set_header(out, "&L&A");
    worksheet_set_footer(out, "&C&P / &N");
  }

  void add(DeskRow const& row) {
    auto const index = static_cast<std::size_t>(row.sheet);
    auto const columns = columns_of(row.sheet);
    auto const at = ++rows_[index];
    double lines = 1;
    for (std::size_t i = 0; i < columns.size() && i < row.cells.size(); ++i) {
      put(sheets_[index], at, i, columns[i], row.cells[i]);
      lines = std::max(lines, lines_in(row.cells[i], columns[i].width - slack));
    }
    worksheet_set_row(sheets_[index], at, std::min(lines * line_height, tallest_row), nullptr);
  }

  std::string finish() {
    for (std::size_t i = 0; i < desk_sheets; ++i)
      if (sheets_[i])
        close(static_cast<DeskSheet>(i));
    if (auto const error = workbook_close(workbook_.release()); error != LXW_NO_ERROR)
      throw OutputError(lxw_strerror(error));
    std::ifstream in(file_.path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

private:
  lxw_format* format() {
    auto* const out = workbook_add_format(workbook_.get());
    format_set_text_wrap(out);
    format_set_font_size(out, text_size);
    if (language_ == Language::zh)
      format_set_font_name(out, "宋体");
    format_set_align(out, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(out, LXW_BORDER_THIN);
    format_set_border_color(out, 0xBFBFBF);
    return out;
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, std::size_t index, DeskColumn const& column, std::string const& text) {
    auto const at = static_cast<lxw_col_t>(index);
    auto* look = body_;
    for (std::size_t i = 0; i < levels_.size(); ++i)
      if (column.english == "severity" && text == word_of(static_cast<Severity>(i), language_))
        look = levels_[i];
    if (column.english == "no.")
      worksheet_write_number(sheet, row, at, row, look);
    else if (column.number)
      worksheet_write_number(sheet, row, at, std::strtod(text.c_str(), nullptr), look);
    else if (text.empty())
      worksheet_write_blank(sheet, row, at, look);
    else
      worksheet_write_string(sheet, row, at, cut(text).c_str(), look);
  }

  /// The choices of an answer, and a filter over all rows.
  void close(DeskSheet sheet) {
    auto const index = static_cast<std::size_t>(sheet);
    auto const columns = columns_of(sheet);
    auto const last = std::max<lxw_row_t>(rows_[index], 1);
    worksheet_autofilter(sheets_[index], 0, 0, last, static_cast<lxw_col_t>(columns.size() - 1));
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].english.starts_with("reviewer") || columns[i].english.starts_with("original"))
        choices(sheets_[index], static_cast<lxw_col_t>(i), last, columns[i].english.starts_with("original"));
  }

  void choices(lxw_worksheet* sheet, lxw_col_t column, lxw_row_t last, bool of_original) const {
    bool const chinese = language_ == Language::zh;
    char const* answers[] = {chinese ? "采纳" : "accepted", chinese ? "不采纳" : "rejected", nullptr};
    char const* checks[] = {chinese ? "一致" : "as printed", chinese ? "不一致" : "differs", nullptr};
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<char**>(of_original ? checks : answers);
    validation.ignore_blank = LXW_VALIDATION_ON;
    worksheet_data_validation_range(sheet, 1, column, last, column, &validation);
  }

  Language language_;
  TemporaryFile file_;
  std::unique_ptr<lxw_workbook, Release> workbook_;
  std::array<lxw_worksheet*, desk_sheets> sheets_{};
  std::array<lxw_row_t, desk_sheets> rows_{};
  lxw_format *header_ = nullptr, *body_ = nullptr;
  std::array<lxw_format*, 3> levels_{};
};

class WorkbookReport final : public CheckReport {
public:
  explicit WorkbookReport(ReportStyle const& style) : style_(style.text), workbook_(style_.language) {}

  ReportPart part(Checked const& checked) const override {
    auto const review = review_of(checked.document, style_.selection, checked.bytes);
    ReportPart out{{}, counts_of(checked, review)};
    for (auto const& row : rows_of(checked, review, style_.language))
      out.texts.push_back(pack(row));
    return out;
  }
  std::string begin() override { return {}; }
  std::string add(ReportPart const& part) override {
    for (auto const& text : part.texts)
      workbook_.add(unpack_row(text));
    return {};
  }
  std::string across(AcrossReview const& review) override {
    workbook_.open(DeskSheet::across);
    for (auto const& finding : review.findings)
      workbook_.add(row_of(finding, style_.language));
    return {};
  }
  std::string end() override { return workbook_.finish(); }

private:
  TextStyle const& style_;
  Workbook workbook_;
};

} // namespace

std::unique_ptr<CheckReport> make_workbook_report(ReportStyle const& style) {
  return std::make_unique<WorkbookReport>(style);
}

} // namespace jixiao
