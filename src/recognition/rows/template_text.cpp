#include "recognition/rows/template_text.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t same_ends = 3; ///< that end in the same text
constexpr std::size_t texts_of_filled = 3;

/// The texts of a row that are no labels of groups.
std::vector<std::string_view> own_texts(Page const& page, RecordSpan const& span) {
  std::vector<std::string_view> out;
  for (auto const& cell : span.cells)
    if (!cell.blank && cell.level1 < 0 && cell.level2 < 0)
      out.push_back(page.pieces[cell.piece].text);
  return out;
}

} // namespace

TemplateText::TemplateText(Page const& page, std::span<RecordSpan const> spans) {
  std::unordered_map<std::string_view, std::size_t> rows;
  for (auto const& span : spans)
    if (auto const texts = own_texts(page, span);
        texts.size() >= texts_of_filled && look_of(texts.back()) >= Look::short_words)
      ++rows[texts.back()];
  for (auto const& [text, count] : rows)
    if (count >= same_ends && 2 * count > spans.size())
      text_ = text;
}

bool TemplateText::is_all_of(Page const& page, RecordSpan const& span) const {
  if (text_.empty())
    return false;
  auto const texts = own_texts(page, span);
  return texts.size() == 1 && texts.front() == text_;
}

} // namespace jixiao::recognition
