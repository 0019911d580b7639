#include "readers/xls/objects.hpp"

#include "readers/ole2/bytes.hpp"
#include "readers/xlsx/page_header.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::xls {
namespace {

using ole2::u16;
using ole2::u32;

constexpr std::size_t most_objects = 4096; // of a sheet

/// ObjectType of [MS-XLS] 2.5.143.
enum Kind : std::uint16_t {
  chart = 0x05,
  picture = 0x08,
  check_box = 0x0B,
  option_button = 0x0C,
  edit_box = 0x0D,
  list_box = 0x12,
  note_box = 0x19,
};

bool is_control(std::uint16_t kind) { return kind == check_box || kind == option_button; }

} // namespace

void SheetObjects::take(Record const& record, StringReader const& strings) {
  RecordReader reader(record);
  switch (record.type) {
  case page_header:
  case page_footer:
    if (!record.data.empty())
      add_page_header(to_utf8(strings.read(reader, strings.is_unicode() ? 2 : 1).text),
                      record.type == page_header ? above_ : below_);
    break;
  case drawing:
    read_anchor(record);
    break;
  case object:
    read_object(record);
    break;
  case object_text:
    read_text(record);
    break;
  case cell_note:
    if (strings.is_unicode() && notes_.size() < most_objects)
      notes_.push_back({u16(record.data, 0), u16(record.data, 2), u16(record.data, 6)});
    break;
  default:
    break;
  }
}

/// The last anchor among the records of [MS-ODRAW]: groups, whose parts may stand in records that follow, are gone
/// into.
void SheetObjects::read_anchor(Record const& record) {
  constexpr std::uint16_t client_anchor = 0xF010;
  constexpr std::size_t head = 8;
  auto const& data = record.data;
  for (std::size_t at = 0; at + head <= data.size();) {
    bool const is_group = (u16(data, at) & 0xF) == 0xF;
    if (u16(data, at + 2) == client_anchor && at + head + 18 <= data.size())
      anchor_ = {u16(data, at + head + 6), u16(data, at + head + 2), u16(data, at + head + 14),
                 u16(data, at + head + 10)};
    at += head + (is_group ? 0 : std::min<std::size_t>(u32(data, at + 4), data.size()));
  }
}

void SheetObjects::read_object(Record const& record) {
  constexpr std::uint16_t common = 0x15, check_state = 0x12;
  auto const& data = record.data;
  if (u16(data, 0) != common || objects_.size() >= most_objects)
    return;
  Object made{u16(data, 4), u16(data, 6), false, std::exchange(anchor_, {})};
  for (std::size_t at = 0; at + 4 <= data.size(); at += 4 + u16(data, at + 2))
    if (u16(data, at) == check_state)
      made.is_checked = u16(data, at + 4) != 0;
  objects_.push_back(std::move(made));
}

/// The text follows in continuations of the record, behind a head that says whether its characters have two bytes.
void SheetObjects::read_text(Record const& record) {
  constexpr std::uint64_t head = 18;
  if (objects_.empty() || record.continued.empty())
    return;
  RecordReader reader(record);
  reader.skip(head);
  bool const is_wide = (reader.number(1) & 1) != 0;
  auto text = to_utf8(reader.characters(u16(record.data, 10), is_wide));
  std::erase(text, '\r');
  objects_.back().drawing.text = trim(text);
}

SheetSurroundings SheetObjects::place(Sheet& sheet, ReadingBuilder& builder) {
  SheetSurroundings around;
  around.above = std::exchange(above_, {});
  around.below = std::exchange(below_, {});
  DrawingPlacer placer(sheet, builder, around);
  for (auto const& note : std::exchange(notes_, {})) {
    auto const box = std::ranges::find(objects_, note.id, &Object::id);
    if (box != objects_.end() && !is_blank(box->drawing.text))
      placer.add(note.row, note.column, {Code::note_beside, {{"what", "a comment"}, {"text", box->drawing.text}}});
  }
  for (auto& object : std::exchange(objects_, {}))
    if (object.kind != note_box)
      place_object(std::move(object), placer);
  placer.put_in_order();
  return around;
}

void SheetObjects::place_object(Object&& object, DrawingPlacer& placer) const {
  auto& drawing = object.drawing;
  if (is_control(object.kind)) {
    drawing.is_control = true;
    drawing.text.insert(0, object.is_checked ? "☑" : "☐");
  } else if (object.kind == picture) {
    drawing.unread = "a picture";
  } else if (object.kind == chart) {
    drawing.unread = "a chart";
  } else if (object.kind == list_box || object.kind == edit_box) {
    drawing.unread = "a form control";
  }
  placer.take(std::move(drawing));
}

} // namespace jixiao::xls
