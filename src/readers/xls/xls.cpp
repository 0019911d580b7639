#include "readers/xls/xls.hpp"

#include "readers/ole2/bytes.hpp"
#include "readers/ole2/compound_file.hpp"
#include "readers/xls/sheet.hpp"
#include "readers/xls/workbook.hpp"
#include "readers/xlsx/put_sheet.hpp"

namespace jixiao {
namespace {

constexpr std::string_view stream_name = "Workbook", old_stream_name = "Book";

class WorkbookReader {
public:
  WorkbookReader(std::string_view stream, Limits const& limits, DiagnosticSink& sink)
      : stream_(stream), limits_(limits), sink_(sink), builder_(limits, sink),
        book_(xls::read_workbook(stream, pages_)), reader_(book_, stream, limits.cells, pages_, builder_) {}

  Reading run() {
    if (book_.is_encrypted)
      return sink_.emit(Code::encrypted_document, {}), Reading{};
    if (!book_.is_known || book_.sheets.empty())
      report("has no sheets that can be read");
    std::uint32_t page = 0;
    for (auto const& entry : book_.sheets)
      if (!builder_.full())
        read_sheet(entry, ++page);
    if (is_cut_)
      report("ends inside a sheet, or is damaged there; read up to there");
    return std::move(builder_).finish();
  }

private:
  void report(std::string_view problem) {
    sink_.emit(Code::damaged_part, {{"part", stream_name}, {"problem", problem}});
  }

  void read_sheet(xls::SheetStream const& entry, std::uint32_t page) {
    auto sheet = reader_.read(entry.offset);
    is_cut_ |= reader_.was_cut();
    SheetEntry const shown{entry.name, std::string(stream_name), entry.hidden};
    SheetPlaceInReading const place{shown, page, tables_};
    if (entry.hidden && any_is_shown(book_.sheets))
      return report_hidden_sheet(place, sheet, sink_);
    auto const around = reader_.place_objects(sheet);
    tables_ += put_sheet(place, std::move(sheet), around, limits_, sink_, builder_) ? 1 : 0;
  }

  std::string_view stream_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder builder_;
  CodePages pages_;
  xls::Workbook book_;
  xls::SheetReader reader_;
  std::uint32_t tables_ = 0;
  bool is_cut_ = false;
};

/// The records of a workbook or a sheet without a container around them, as scripts write them.
bool is_bare_stream(std::string_view bytes) {
  constexpr std::uint16_t workbook = 0x0005, sheet = 0x0010, biff5 = 0x0500, biff8 = 0x0600;
  auto const record = xls::Records(bytes, 0).next();
  if (!record || record->type != xls::begin_of_stream || record->data.size() < 4 || record->data.size() > 16)
    return false;
  auto const version = ole2::u16(record->data, 0), kind = ole2::u16(record->data, 2);
  bool const is_known = version == biff5 || version == biff8 || (version == 0 && kind == sheet);
  return is_known && (kind == workbook || kind == sheet);
}

} // namespace

Identified identify_xls(std::string_view bytes) {
  if (is_bare_stream(bytes))
    return {Answer::yes, "records of a workbook without a container"};
  if (!ole2::is_compound_file(bytes))
    return {Answer::no, "no OLE2 container"};
  auto const file = ole2::CompoundFile::open(bytes);
  if (file && (file->has(stream_name) || file->has(old_stream_name)))
    return {Answer::yes, "an OLE2 container with a workbook"};
  return {Answer::no, "an OLE2 container without a workbook"};
}

Reading read_xls(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  if (is_bare_stream(source.bytes))
    return WorkbookReader(source.bytes, limits, sink).run();
  auto file = ole2::CompoundFile::open(source.bytes);
  auto stream = file ? file->stream(stream_name) : std::nullopt;
  if (file && !stream)
    stream = file->stream(old_stream_name);
  if (!stream) {
    sink.emit(Code::damaged_container, {{"problem", "has no workbook"}});
    return {};
  }
  if (file->is_damaged())
    sink.emit(Code::damaged_container, {{"problem", "ends before its streams do, or its sectors are in disorder"}});
  return WorkbookReader(*stream, limits, sink).run();
}

} // namespace jixiao
