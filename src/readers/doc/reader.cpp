#include "readers/doc/reader.hpp"

#include "readers/doc/form_field.hpp"
#include "readers/flow/page_line.hpp"
#include "readers/ole2/bytes.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace jixiao::doc {
namespace {

constexpr char16_t picture = 1, note_reference = 2, comment_reference = 5, drawn_object = 8, cell_mark = 7, tab = 9,
                   line_break = 11, page_break = 12, paragraph_mark = 13, column_break = 14, field_begin = 19,
                   field_separator = 20, field_end = 21, hyphen = 30, soft_hyphen = 31, symbol_mark = 40;

constexpr std::uint16_t default_character_style = 10;

/// Windows-1252 from 0x80 to 0x9F.
constexpr std::array<char16_t, 32> western = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                              0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char16_t unit_at(std::string_view bytes, std::size_t at, bool is_narrow) {
  auto const low = static_cast<unsigned char>(bytes[at]);
  if (!is_narrow)
    return static_cast<char16_t>(low | static_cast<unsigned char>(bytes[at + 1]) << 8);
  return low >= 0x80 && low < 0xA0 ? western[low - 0x80U] : char16_t{low};
}

/// The first of cells that are merged side by side keeps its text; a range of them begins where the value of the first
/// one of all stands again.
std::vector<flow::CellEdge> edges_of(RowShape const& row) {
  std::vector<flow::CellEdge> edges;
  std::uint8_t first = 0;
  for (auto const& cell : row.cells) {
    bool const begins = cell.horizontal != 0 && (first == 0 || cell.horizontal == first);
    first = cell.horizontal == 0 ? std::uint8_t{0} : begins ? cell.horizontal : first;
    edges.push_back({cell.right, cell.goes_on_above, cell.horizontal != 0 && !begins});
  }
  return edges;
}

} // namespace

DocumentReader::DocumentReader(File const& file, Limits const& limits, DiagnosticSink& sink)
    : file_(file), limits_(limits), sink_(sink), pieces_(read_pieces(file)), character_runs_(read_character_runs(file)),
      paragraph_runs_(read_paragraph_runs(file)), characters_(character_runs_), paragraphs_(paragraph_runs_),
      styles_(file), fonts_(read_fonts(file)), lists_(file, fonts_), boxes_(file), notes_(file) {}

/// What pages have above and below their text: of each section those of odd and of first pages, behind the separators
/// of notes.
flow::Blocks DocumentReader::read_page_texts() {
  constexpr std::size_t separators = 6, kinds = 6, most = 512;
  auto const places = file_.part(Part::headers);
  auto const begin = file_.information.text + file_.information.footnotes;
  flow::PageLines lines;
  for (auto story = separators; 4 * (story + 2) <= places.size() && story < most; ++story) {
    bool const is_of_even_pages = story % kinds == 0 || story % kinds == 2;
    auto const first = ole2::u32(places, 4 * story), last = ole2::u32(places, 4 * (story + 1));
    if (!is_of_even_pages && first < last && last <= file_.information.headers)
      lines.add(flow::text_of(read_range(begin + first, begin + last)));
  }
  flow::Blocks blocks;
  for (auto const& line : lines.lines())
    blocks.push_back({{line}});
  return blocks;
}

flow::Blocks DocumentReader::read() {
  auto blocks = read_page_texts();
  auto text = read_range(0, file_.information.text);
  std::move(text.begin(), text.end(), std::back_inserter(blocks));
  for (auto const& box : boxes_.rest()) {
    auto rest = read_range(box.begin, box.end);
    std::move(rest.begin(), rest.end(), std::back_inserter(blocks));
  }
  if (pieces_.is_damaged)
    sink_.emit(Code::damaged_part,
               {{"part", "WordDocument"}, {"problem", "lacks pieces of its text; read what there is"}});
  if (is_too_deep_)
    sink_.emit(Code::tables_too_deep, {{"limit", limits_.table_depth}});
  if (changes_.insertions + changes_.deletions > 0)
    sink_.emit(Code::tracked_changes, {{"insertions", changes_.insertions}, {"deletions", changes_.deletions}});
  return blocks;
}

flow::Blocks DocumentReader::read_range(std::uint32_t begin, std::uint32_t end) {
  Story story{flow::TableBuilder(limits_), flow::TextBuilder(changes_)};
  auto const outer_look = std::exchange(look_, {});
  auto const outer_units = std::exchange(units_, {});
  auto const outer_properties = properties_;
  auto piece = std::ranges::upper_bound(pieces_.pieces, begin, {}, &Piece::end);
  for (; piece != pieces_.pieces.end() && piece->first < end; ++piece)
    read_piece(*piece, std::max(begin, piece->first), std::min(end, piece->end), story);
  flush(story);
  if (!story.text.is_empty())
    end_paragraph(paragraph_mark, {}, story);
  is_too_deep_ |= story.tables.was_too_deep();
  look_ = outer_look;
  units_ = outer_units;
  properties_ = outer_properties;
  has_look_ = false;
  return std::move(story.tables).finish();
}

void DocumentReader::read_piece(Piece const& piece, std::uint32_t begin, std::uint32_t end, Story& story) {
  has_look_ = false;
  std::uint32_t const size = piece.is_narrow ? 1 : 2;
  for (auto place = begin; place < end; ++place) {
    auto const offset = piece.offset + (place - piece.first) * size;
    auto const unit = unit_at(file_.main, offset, piece.is_narrow);
    if (!is_same_run(offset)) {
      flush(story);
      update_look(offset, piece);
    }
    if (unit == paragraph_mark || unit == cell_mark || unit == page_break)
      end_paragraph(unit, paragraph_at(offset, piece), story);
    else if (unit > u' ' && notes_.is_mark(place))
      read_note(place, story);
    else if (!mark(unit, place, story))
      units_.push_back(unit);
  }
}

bool DocumentReader::is_same_run(std::uint32_t offset) {
  return has_look_ && characters_.find(offset) == run_ && paragraphs_.find(offset) == paragraph_;
}

void DocumentReader::update_look(std::uint32_t offset, Piece const& piece) {
  run_ = characters_.find(offset);
  paragraph_ = paragraphs_.find(offset);
  has_look_ = true;
  auto const& of_paragraph = styles_.characters_of_paragraph(paragraph_ == nullptr ? 0 : paragraph_->style);
  auto const modifiers = run_ == nullptr ? std::string_view() : run_->modifiers;
  properties_ = of_paragraph;
  apply(modifiers, of_paragraph, properties_);
  if (auto const style = properties_.style; style != default_character_style) {
    auto const base = styles_.characters(style, of_paragraph);
    properties_ = base;
    apply(modifiers, base, properties_);
  }
  apply(piece.modifiers, of_paragraph, properties_);
  look_ = {};
  look_.hidden = properties_.hidden;
  look_.tiny = properties_.tiny || properties_.narrow;
  look_.struck = properties_.struck || properties_.double_struck;
  look_.underlined = properties_.underlined;
  look_.capitals = properties_.capitals || properties_.small_capitals;
  look_.inserted = properties_.inserted;
  look_.deleted = properties_.deleted;
  look_.script = properties_.script;
  look_.font = properties_.font < fonts_.size() ? fonts_[properties_.font] : SymbolFont::none;
  look_.colour = properties_.colour;
  if (look_.colour != black_colour)
    look_.background = properties_.background.value_or(background_of(offset, piece));
}

/// Of the paragraph or its row; unknown where a cell of the row has a colour.
Colour DocumentReader::background_of(std::uint32_t offset, Piece const& piece) {
  auto const properties = paragraph_at(offset, piece);
  if (properties.background)
    return *properties.background;
  return properties.in_table && is_row_shaded(paragraphs_.find(offset)) ? unknown_colour : white_colour;
}

/// What a row looks like is told where it ends.
bool DocumentReader::is_row_shaded(PropertyRun const* paragraph) {
  constexpr std::size_t longest_row = 500; // paragraphs
  auto const first =
      paragraph == nullptr ? paragraph_runs_.size() : static_cast<std::size_t>(paragraph - paragraph_runs_.data());
  if (row_.begin <= first && first < row_.end)
    return row_.is_shaded;
  for (auto at = first; at < std::min(first + longest_row, paragraph_runs_.size()); ++at) {
    auto properties = styles_.paragraph(paragraph_runs_[at].style);
    apply(paragraph_runs_[at].modifiers, file_.data, properties);
    if (!properties.ends_row && !properties.ends_inner_row)
      continue;
    row_ = {first, at + 1, properties.row.is_shaded};
    return row_.is_shaded;
  }
  return true;
}

ParagraphProperties DocumentReader::paragraph_at(std::uint32_t offset, Piece const& piece) {
  auto const* run = paragraphs_.find(offset);
  if (run == nullptr)
    return {};
  auto properties = styles_.paragraph(run->style);
  properties.style = run->style;
  apply(run->modifiers, file_.data, properties);
  apply(piece.modifiers, file_.data, properties);
  return properties;
}

void DocumentReader::flush(Story& story) {
  if (units_.empty())
    return;
  std::string text;
  append_utf16(text, units_);
  units_.clear();
  story.text.append(text, look_);
}

bool DocumentReader::mark(char16_t unit, std::uint32_t place, Story& story) {
  if (unit >= u' ' && unit != symbol_mark)
    return false;
  if (unit == symbol_mark && !(properties_.is_special && properties_.symbol))
    return false;
  flush(story);
  switch (unit) {
  case symbol_mark: {
    auto look = look_;
    look.font = properties_.symbol_font < fonts_.size() ? fonts_[properties_.symbol_font] : SymbolFont::none;
    std::string sign;
    append_utf16(sign, std::u16string_view(&*properties_.symbol, 1));
    story.text.append(sign, look);
    break;
  }
  case tab:
    story.text.append("\t", look_);
    break;
  case line_break:
  case column_break:
    story.text.append("\n", look_);
    break;
  case hyphen:
    story.text.append("-", look_);
    break;
  case field_begin:
    story.text.begin_field();
    break;
  case field_separator:
    story.text.separate_field();
    break;
  case field_end:
    if (!story.form.empty())
      story.text.set_field_result();
    story.text.end_field(look_);
    story.text.append(std::exchange(story.form, {}), look_);
    break;
  case picture:
    if (properties_.is_form_data && properties_.data && story.text.is_in_form_code())
      story.form = form_field_text(file_.data, *properties_.data);
    else if (properties_.is_special && !properties_.is_form_data && !look_.hidden && !look_.deleted)
      story.text.find(Code::graphic_not_read, {{"what", "a picture"}});
    break;
  case note_reference:
  case comment_reference:
    read_note(place, story);
    break;
  case drawn_object:
    read_box(place, story);
    break;
  default: // soft hyphens
    break;
  }
  return true;
}

void DocumentReader::read_note(std::uint32_t place, Story& story) {
  flush(story);
  auto const note = notes_.take(place);
  if (!note)
    return;
  auto const text = flow::text_of(read_range(note->begin, note->end));
  if (!is_blank(text))
    story.text.find(Code::note_beside, {{"what", std::string(note->what)}, {"text", std::string(trim(text))}});
}

void DocumentReader::read_box(std::uint32_t place, Story& story) {
  auto const box = boxes_.take(place);
  if (!box)
    return;
  auto blocks = read_range(box->begin, box->end);
  std::move(blocks.begin(), blocks.end(), std::back_inserter(story.boxes));
}

void DocumentReader::end_paragraph(char16_t mark, ParagraphProperties const& properties, Story& story) {
  flush(story);
  auto const level = properties.level();
  bool const is_cell = mark == cell_mark, is_row = is_cell ? properties.ends_row : properties.ends_inner_row;
  auto text = story.text.take();
  if (is_row && level > 0) {
    story.tables.end_row(level, properties.row.left, edges_of(properties.row));
    return;
  }
  if (properties.list > 0 && (level > 0 || !text.text.empty())) {
    auto const number = lists_.next(properties.list, properties.list_level);
    bool const needs_gap = number.gap && !text.text.empty() && static_cast<unsigned char>(text.text.front()) < 0x80;
    text.text.insert(0, number.text + (needs_gap ? " " : ""));
  }
  story.tables.paragraph(std::move(text), level);
  if (!story.boxes.empty())
    story.tables.append(std::exchange(story.boxes, {}));
  if (level > 0 && (is_cell || properties.ends_inner_cell))
    story.tables.end_cell(level);
}

} // namespace jixiao::doc
