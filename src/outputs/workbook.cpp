#include "outputs/continued_texts.hpp"
#include "outputs/formats.hpp"
#include "outputs/packed_rows.hpp"
#include "outputs/row_places.hpp"
#include "outputs/sheet_text.hpp"
#include "outputs/table_sheet.hpp"

namespace jixiao {

namespace {

/// What a formula can hold as one text.
constexpr std::size_t longest_link = 255;

/// What the sheets of a workbook have in common.
struct Shared {
  WorkbookFormats& formats;
  ContinuedTexts& continued;
  RowPlaces& places; ///< of the document whose rows are put
};

/// Puts the rows of a document into the sheet of their table, and notes where they stand.
class SheetSink : public RowSink {
public:
  SheetSink(TidyTable const& table, TableSheet& sheet, Shared const& shared)
      : key_(key_of(table)), sheet_(sheet), shared_(shared) {}

  void empty() override { sheet_.empty(); }
  void text(std::string_view value) override {
    note_key(value);
    put_text(value, shared_.formats.text);
  }
  void number(std::string_view digits) override {
    note_key(digits);
    sheet_.number(digits);
  }
  void end_row() override { sheet_.end_row(); }

protected:
  void put_text(std::string_view value, lxw_format* format) {
    auto const whole = escaped_for_sheet(value);
    std::string_view rest = whole;
    if (whole.size() <= longest_cell) // nearly always; else it may still fit, having fewer UTF-16 units than bytes
      return sheet_.text(whole, format);
    if (auto const cell = take_cell(rest); rest.empty())
      return sheet_.text(cell, format);
    auto const place = sheet_.place(sheet_.rows(), sheet_.column());
    rest = whole;
    auto const beginning = std::string(take_cell(rest, longest_cell - 1)) + "…";
    sheet_.text(beginning, shared_.formats.cut);
    shared_.continued.add(place, rest);
  }

  TableSheet& sheet() { return sheet_; }
  Shared const& shared() const { return shared_; }

private:
  /// `/forms/3/indicators/7` from the cells of a key, 3 and 7.
  void note_key(std::string_view value) {
    auto const column = sheet_.column();
    if (column >= key_.size())
      return;
    if (column == 0)
      pointer_.clear();
    else
      pointer_.append("/").append(key_[column].name).append("s/").append(value);
    if (column + 1 == key_.size())
      shared_.places.add(pointer_, sheet_, sheet_.rows());
  }

  std::span<TableColumn const> key_;
  TableSheet& sheet_;
  Shared const& shared_;
  std::string pointer_;
};

/// Diagnostics lead to the rows that they are about. Their table is the last, so that those stand already.
class LinkingSink final : public SheetSink {
public:
  using SheetSink::SheetSink;

  void text(std::string_view value) override {
    auto const name = sheet().heading().name;
    if (name == "severity")
      return put_text(value, shared().formats.severity(value));
    if (name == "path" && value.size() <= longest_link && escaped_for_sheet(value) == value)
      return sheet().link(shared().places.find(value), value);
    put_text(value, shared().formats.text);
  }
  void number(std::string_view digits) override {
    if (sheet().heading().name == "document")
      return sheet().link(shared().places.find(""), digits);
    sheet().number(digits);
  }
};

class Workbook final : public FreshOutput {
public:
  explicit Workbook(std::string const& path) : file_(path), continued_(file_) {
    sheets_.reserve(tidy_tables().size());
    for (auto const& table : tidy_tables())
      sheets_.emplace_back(file_, table.name, table.columns);
  }

  Rendered render(Document const& document, std::uint64_t number) const override { return pack_rows(document, number); }
  bool take(Rendered const& rendered) override {
    places_.clear();
    Shared const shared{file_.formats(), continued_, places_};
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      auto const& table = tidy_tables()[i];
      if (table.name == "diagnostics")
        put<LinkingSink>(rendered[i], table, sheets_[i], shared);
      else
        put<SheetSink>(rendered[i], table, sheets_[i], shared);
    }
    file_.check();
    return true;
  }
  void finish(Reach const&) override {
    for (auto& sheet : sheets_)
      sheet.finish();
    continued_.finish();
    file_.finish();
  }

private:
  template <class Sink>
  static void put(std::string_view rows, TidyTable const& table, TableSheet& sheet, Shared const& shared) {
    Sink sink(table, sheet, shared);
    unpack_rows(rows, sink);
  }

  WorkbookFile file_;
  ContinuedTexts continued_;
  RowPlaces places_;
  std::vector<TableSheet> sheets_;
};

} // namespace

std::unique_ptr<DocumentOutput> make_workbook(OutputOptions const& options) {
  return std::make_unique<Workbook>(options.path);
}

} // namespace jixiao
