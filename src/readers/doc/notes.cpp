#include "readers/doc/notes.hpp"

#include "readers/ole2/bytes.hpp"

namespace jixiao::doc {

using ole2::u16;
using ole2::u32;

namespace {

constexpr std::size_t note_size = 2, comment_size = 30; // of what is said of each

} // namespace

Notes::Notes(File const& file) {
  auto const& lengths = file.information;
  auto const endnotes = lengths.text + lengths.footnotes + lengths.headers + lengths.macros + lengths.comments;
  add(file.part(Part::footnote_references), file.part(Part::footnotes),
      {"a footnote", lengths.text, lengths.text + lengths.footnotes}, note_size);
  add(file.part(Part::comment_references), file.part(Part::comments),
      {"a comment", endnotes - lengths.comments, endnotes}, comment_size);
  add(file.part(Part::endnote_references), file.part(Part::endnotes),
      {"an endnote", endnotes, endnotes + lengths.endnotes}, note_size);
}

void Notes::add(std::string_view references, std::string_view texts, Note kind, std::size_t reference_size) {
  auto const count = references.size() < 4 ? 0 : (references.size() - 4) / (4 + reference_size);
  std::uint32_t reached = 0;
  for (std::size_t i = 0; i < count && 4 * (i + 2) <= texts.size(); ++i) {
    auto const begin = u32(texts, 4 * i), end = u32(texts, 4 * (i + 1));
    if (begin < reached || end <= begin || end > kind.end - kind.begin)
      continue;
    reached = end;
    auto const place = u32(references, 4 * i);
    if (reference_size == note_size && u16(references, 4 * (count + 1) + note_size * i) == 0)
      marks_.insert(place);
    notes_.try_emplace(place, Note{kind.what, kind.begin + begin, kind.begin + end});
  }
}

std::optional<Note> Notes::take(std::uint32_t reference) {
  auto const found = notes_.find(reference);
  if (found == notes_.end())
    return std::nullopt;
  auto const note = found->second;
  notes_.erase(found);
  return note;
}

} // namespace jixiao::doc
