#pragma once

#include "recognition/labels/labels.hpp"

#include <optional>
#include <string_view>

namespace jixiao::recognition {

/// What a column holds by the words of its header, for a header that the vocabulary does not list:
/// grammars/vocabulary/headers.vocab. Nothing where no word tells.
std::optional<std::string_view> header_meaning(std::string_view label);

/// The same for a column of amounts in the fund block. Nothing for one of a part of the year or another year.
std::optional<std::string_view> measure_meaning(std::string_view label);

/// What the words of a text make it, though the vocabulary does not list it: the label of a column, of a measure, of a
/// goal that was expected or reached. None where no word tells.
Label label_by_words(std::string_view text);

/// Does a label say that of its time? `key` is one of grammars/vocabulary/periods.vocab: part_of_year, this_year.
bool says(std::string_view key, std::string_view label);

/// Does a label of the fund block say that its amount is the sum of the others? grammars/vocabulary/sums.vocab.
bool says_sum(std::string_view label);

} // namespace jixiao::recognition
