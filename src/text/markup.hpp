#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// HTML that extraction left in a text: tags of known names, and character references.
namespace jixiao {

enum class Tag : std::uint8_t {
  none,        ///< no tag of a known name stands here
  formatting,  ///< leaves no trace: <b>, <span>, …
  space,       ///< separates words: <td>
  paragraph,   ///< starts or ends a paragraph: <p>, <br>, <li>, …
  superscript, ///< <sup>
  subscript,   ///< <sub>
  end_script,  ///< </sup>, </sub>
};

struct TagMatch {
  Tag tag = Tag::none;
  std::size_t length = 0;
};

/// The tag at `at`, where a '<' stands. What could be printed text (`<5`, `<X项目>`, `a<b 且`) is none.
TagMatch match_tag(std::string_view text, std::size_t at);

/// True when a tag of a known name stands anywhere in the text.
bool has_tag(std::string_view text);

struct EntityMatch {
  char32_t value = 0;
  std::size_t length = 0; ///< 0: none
};

/// The character reference at `at`, where a '&' stands: &nbsp; &lt; &#8805; &#x2265; …
EntityMatch match_entity(std::string_view text, std::size_t at);

/// True when the text is nothing but character references and ASCII spaces.
bool is_all_entities(std::string_view text);

} // namespace jixiao
