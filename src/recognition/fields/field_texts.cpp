#include "recognition/fields/fields.hpp"

#include "text/clean.hpp"

#include <utility>

namespace jixiao::recognition {

std::string joined_text(Draft const& draft, std::span<std::uint32_t const> pieces, std::size_t rest) {
  if (pieces.size() == 1)
    return clean_prose(draft.piece(pieces[0]).text.substr(rest));
  std::string out;
  for (auto const index : pieces) {
    auto const text = clean_prose(draft.piece(index).text.substr(std::exchange(rest, 0)));
    out += (out.empty() || text.empty() ? "" : "\n") + text;
  }
  return out;
}

std::string label_text(Draft const& draft, std::uint32_t index) {
  auto const& piece = draft.piece(index);
  auto text = clean_value(piece.label.rest > 0 ? piece.text.substr(0, piece.label.rest) : piece.text);
  for (auto next = index + 1;
       next < draft.page->pieces.size() && draft.piece(next).joined && !draft.piece(next).undecided; ++next)
    text += draft.text(next);
  std::string_view view = text;
  for (std::string_view const colon : {":", "："})
    if (view.ends_with(colon))
      view.remove_suffix(colon.size());
  return std::string(trim(view));
}

} // namespace jixiao::recognition
