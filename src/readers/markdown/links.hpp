#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace jixiao {

/// [begin, end) of a text's bytes.
struct TextRange {
  std::size_t begin = 0, end = 0;
};

/// What is not printed of links, anchors and spans: "[" and "](target)" around a link's text, "[" and "]{.class}"
/// around a span's, and all of an image, unless its text is to be kept. Brackets of Chinese official writing
/// ([2024]15号, [注](见附件)) stay: a target is ASCII and looks like an address. Linear.
std::vector<TextRange> link_marks(std::string_view text, bool keeps_picture_texts = false);

/// True for an address, with a title behind it or not: `http://example.org/ "title"`
bool is_link_target(std::string_view target);

/// Where the attributes "{#id .class key=value}" at `at` end; `at` when there are none.
std::size_t attributes_end(std::string_view text, std::size_t at);

} // namespace jixiao
