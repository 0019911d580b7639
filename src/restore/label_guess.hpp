#pragma once

#include "forms/lexicon.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// A label that damaged text may be.
struct LabelGuess {
  int lexeme = -1;
  double likeness = 0; ///< 1: the text is the label
};

/// Finds the labels of one form in text that was cut at the edges of columns, or of whose lines the ends are lost.
class LabelGuesser {
public:
  LabelGuesser(Lexicon const& lexicon, FormGrammar const& grammar, std::uint16_t form);

  /// The label that these pieces of one row are together: a character at a cut may be halved or doubled, and characters
  /// may be lost, but no more than half of the label, and little else may stand in the pieces. None when two labels are
  /// about as likely.
  LabelGuess guess(std::span<std::string_view const> pieces) const;

  /// True for a label of this form or of the taxonomy.
  bool knows(int lexeme) const;

  /// The form's use of the label in that role; null when there is none.
  LabelUse const* use(int lexeme, LabelRole role) const;

private:
  struct Known {
    std::u32string text;
    int lexeme;
  };

  LabelGuess best(std::u32string const& text) const;

  Lexicon const& lexicon_;
  std::uint16_t form_;
  std::vector<Known> known_;
};

} // namespace jixiao
