#include "readers/xls/workbook.hpp"

#include "readers/ole2/bytes.hpp"
#include "text/utf8.hpp"

#include <map>

namespace jixiao::xls {
namespace {

using ole2::u16;
using ole2::u32;
using ole2::u8;

constexpr std::uint16_t biff5 = 0x0500, biff8 = 0x0600;
constexpr std::uint16_t sheet_kind = 0x0010;
constexpr std::uint16_t struck_bit = 0x0008;
constexpr std::uint16_t one_point = 20; // in twips
constexpr std::uint16_t raised = 1, lowered = 2;
constexpr std::uint16_t window_foreground = 0x40, window_background = 0x41, no_colour = 0x7FFF; // colours by number

class GlobalsReader {
public:
  explicit GlobalsReader(CodePages& pages) : pages_(pages) {}

  Workbook run(std::string_view stream) {
    Records records(stream, 0);
    for (auto record = records.next(); record && record->type != end_of_stream && !book_.is_encrypted;
         record = records.next())
      read(*record);
    resolve_formats();
    resolve_colours();
    return std::move(book_);
  }

private:
  StringReader strings() const { return {book_.is_unicode, book_.code_page, pages_}; }

  void read(Record const& record) {
    switch (record.type) {
    case begin_of_stream:
      begin(record);
      break;
    case code_page:
      book_.code_page = u16(record.data, 0);
      break;
    case file_password:
      book_.is_encrypted = true;
      break;
    case date_mode:
      book_.epoch_1904 = u16(record.data, 0) != 0;
      break;
    case sheet_entry:
      read_sheet(record);
      break;
    case font:
      read_font(record);
      break;
    case number_format:
      read_format(record);
      break;
    case cell_format:
      read_cell_format(record);
      break;
    case palette:
      read_palette(record);
      break;
    case shared_strings:
      book_.strings = read_shared_strings(record, strings());
      break;
    default:
      break;
    }
  }

  /// Programs that write a sheet alone, without a workbook around it, often leave the version out.
  void begin(Record const& record) {
    auto const version = u16(record.data, 0);
    bool const is_sheet = record.offset == 0 && u16(record.data, 2) == sheet_kind;
    book_.is_unicode = version >= biff8;
    book_.is_known = version >= biff5 || (is_sheet && version == 0);
    if (is_sheet)
      book_.sheets.push_back({});
  }

  void read_sheet(Record const& record) {
    RecordReader reader(record);
    auto const offset = reader.number(4);
    auto const state = reader.number(1), kind = reader.number(1);
    if (kind == 0)
      book_.sheets.push_back({to_utf8(strings().read(reader, 1).text), offset, (state & 3) != 0});
  }

  void read_font(Record const& record) {
    RecordReader reader(record);
    reader.skip(14);
    auto const script = u16(record.data, 8);
    flow::Look look;
    look.struck = (u16(record.data, 2) & struck_bit) != 0;
    look.underlined = u8(record.data, 10) != 0;
    look.tiny = u16(record.data, 0) <= one_point;
    look.script = script == raised    ? docx::Script::raised
                  : script == lowered ? docx::Script::lowered
                                      : docx::Script::none;
    look.font = symbol_font(to_utf8(strings().read(reader, 1).text));
    book_.fonts.push_back(look);
    font_colours_.push_back(u16(record.data, 4));
  }

  /// Without a pattern the paper is white; what a pattern of two colours shows is none of them.
  void read_cell_format(Record const& record) {
    auto const& data = record.data;
    constexpr std::uint32_t none = 0, solid = 1;
    auto const pattern = book_.is_unicode ? u32(data, 14) >> 26 : u32(data, 8) >> 16 & 0x3F;
    auto const fill = static_cast<std::uint16_t>((book_.is_unicode ? u16(data, 18) : u16(data, 8)) & 0x7F);
    looks_.push_back({u16(data, 0), u16(data, 2),
                      pattern == solid  ? fill
                      : pattern == none ? window_background
                                        : no_colour});
  }

  void read_palette(Record const& record) {
    for (std::size_t i = 0; i < u16(record.data, 0) && 6 + 4 * i <= record.data.size(); ++i) {
      auto const at = 2 + 4 * i;
      book_.palette.push_back(Colour{u8(record.data, at)} << 16 | Colour{u8(record.data, at + 1)} << 8 |
                              u8(record.data, at + 2));
    }
  }

  /// The palette stands behind the fonts.
  void resolve_colours() {
    for (std::size_t i = 0; i < book_.fonts.size(); ++i)
      book_.fonts[i].colour = book_.colour(font_colours_[i]);
    for (std::size_t i = 0; i < book_.looks.size(); ++i)
      book_.looks[i].background = book_.colour(looks_[i].fill);
  }

  void read_format(Record const& record) {
    RecordReader reader(record);
    auto const id = reader.number(2);
    codes_.try_emplace(id, to_utf8(strings().read(reader, book_.is_unicode ? 2 : 1).text));
  }

  void resolve_formats() {
    std::map<std::uint32_t, std::uint32_t> known{{0, 0}};
    for (auto const& [font, id, fill] : looks_) {
      auto const [at, is_new] = known.try_emplace(id, static_cast<std::uint32_t>(book_.formats.size()));
      if (is_new) {
        auto const custom = codes_.find(id);
        book_.formats.push_back(
            parse_number_format(custom == codes_.end() ? builtin_number_format(id) : custom->second));
      }
      book_.looks.push_back({font, at->second});
    }
  }

  CodePages& pages_;
  Workbook book_;
  std::map<std::uint32_t, std::string> codes_;
  struct CellFormat {
    std::uint16_t font, format, fill;
  };
  std::vector<CellFormat> looks_;
  std::vector<std::uint16_t> font_colours_;
};

} // namespace

/// There is no font of the number 4.
flow::Look Workbook::font(std::uint16_t index) const {
  auto const place = static_cast<std::size_t>(index) - (index > 4 ? 1 : 0);
  return place < fonts.size() ? fonts[place] : flow::Look{};
}

Colour Workbook::colour(std::uint16_t index) const {
  constexpr std::uint16_t first = 8, white = 9, built_in_white = 1;
  constexpr Colour of_palette = 0x20000000;
  if (index == window_background || index == built_in_white)
    return white_colour;
  if (index < first || index >= window_foreground)
    return unknown_colour;
  if (index - std::size_t{first} < palette.size())
    return palette[index - first] == black_colour ? unknown_colour : palette[index - first];
  return index == white ? white_colour : index == first ? unknown_colour : of_palette | index;
}

Workbook read_workbook(std::string_view stream, CodePages& pages) { return GlobalsReader(pages).run(stream); }

} // namespace jixiao::xls
