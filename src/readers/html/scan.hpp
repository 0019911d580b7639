#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao {

/// A tag or comment of a page, as HTML's tokenizer finds it.
struct HtmlToken {
  enum class Kind : std::uint8_t { start, end, comment, none } kind = Kind::none; ///< none: the text ends
  std::size_t begin = 0, end = 0;
  std::string_view name;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::uint32_t attributes = 0;
  std::size_t surplus = 0; ///< where the first attribute beyond html_attribute_limit begins; 0: there is none
};

constexpr std::uint32_t html_attribute_limit = 256;

/// The next tag or comment from `at` on. One that is cut off is none.
HtmlToken next_html_token(std::string_view page, std::size_t at);

/// Where the first row or cell begins that no <table> holds, since the page lost that tag. Nothing where a table begins
/// before all rows, or there are none. Linear.
std::optional<std::size_t> row_without_table(std::string_view page);

/// True when the page ends inside of a table, or of a tag: it was cut off, since no program leaves out </table>. What
/// only lost that tag, and ends with </body> or </html>, was not. Linear.
bool is_cut_off(std::string_view page);

/// Where the content ends of an element whose content is no markup, and which begins at `at`.
std::size_t raw_text_end(std::string_view page, std::size_t at, std::string_view name);

} // namespace jixiao
