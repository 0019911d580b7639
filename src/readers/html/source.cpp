#include "readers/html/source.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

Location HtmlSource::line_at(std::size_t place) const {
  Location at;
  if (line_ != 0)
    at.line =
        line_ + static_cast<std::uint32_t>(std::ranges::upper_bound(line_begins_, place) - line_begins_.begin() - 1);
  return at;
}

HtmlText HtmlSource::stretch(std::size_t begin, std::size_t length) const {
  auto const raw = html_.substr(std::min(begin, html_.size()), length);
  constexpr std::string_view white_space = " \t\r\n\f";
  auto const first = raw.find_first_not_of(white_space);
  if (first == std::string_view::npos)
    return {{}, begin, begin};
  return {{}, begin + first, begin + raw.find_last_not_of(white_space) + 1};
}

Piece HtmlSource::piece(HtmlText text, ReadingBuilder& builder) const {
  auto const begin = std::min(text.begin, html_.size()), end = std::clamp(text.end, begin, html_.size());
  auto const source = html_.substr(begin, end - begin);
  auto const printed = source == text.text ? source : builder.own(std::move(text.text));
  if (line_ == 0)
    return {printed};
  auto const line = std::ranges::upper_bound(line_begins_, begin) - line_begins_.begin() - 1;
  return {printed, line_ + static_cast<std::uint32_t>(line), begin_ + static_cast<std::uint32_t>(begin),
          begin_ + static_cast<std::uint32_t>(end)};
}

} // namespace jixiao
