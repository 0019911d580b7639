#include "outputs/continued_texts.hpp"

#include "outputs/sheet_text.hpp"

namespace jixiao {

namespace {

constexpr TableColumn columns[] = {
    {"cell", ColumnKind::text, 24, "单元格", "the cell whose text goes on here; in it, … stands for the rest"},
    {"part", ColumnKind::integer, 6, "序号", "place of this piece among those of the cell, from 1"},
    {"text", ColumnKind::text, 90, "文字", "the piece; put one behind the other they are the rest of the text"},
};

} // namespace

void ContinuedTexts::add(std::string const& place, std::string_view escaped) {
  if (!sheet_)
    sheet_.emplace(file_, "continued_texts", columns);
  for (int part = 1; !escaped.empty(); ++part) {
    sheet_->link(place, place);
    sheet_->number(std::to_string(part));
    sheet_->text(take_cell(escaped), file_.formats().text);
    sheet_->end_row();
  }
}

void ContinuedTexts::finish() {
  if (sheet_)
    sheet_->finish();
}

} // namespace jixiao
