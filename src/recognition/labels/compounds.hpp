#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// The first two characters of a text; empty where it has fewer.
std::string_view first_two(std::string_view text);

/// The same, or all of a shorter text.
std::string_view begin_of(std::string_view label);

/// One label pattern of grammars/vocabulary/compounds.vocab: `{项目|}起止{时间|日期}` is four labels.
class Compound {
public:
  explicit Compound(std::string_view pattern);

  /// True when the whole of a folded label is made of one choice for each part.
  bool matches(std::string_view folded) const { return matches(folded, 0); }

  /// The characters that its labels end with, each once; 0 stands for a label without any.
  std::vector<char32_t> last_characters() const;

  /// The first two characters of its labels; all of one that has fewer.
  std::vector<std::string> begins() const;

private:
  bool matches(std::string_view rest, std::size_t part) const;

  std::vector<std::vector<std::string>> parts_; ///< for each part what may stand there
};

} // namespace jixiao::recognition
