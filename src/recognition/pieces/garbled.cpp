#include "recognition/pieces/garbled.hpp"

#include "text/alike.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace jixiao::recognition {
namespace {

constexpr std::size_t shortest_garbled = 24; ///< ideographs
constexpr double least_in_words = 0.5;       ///< of the ideographs
constexpr double most_repeated = 0.45;       ///< of the runs of four ideographs

/// Part of the ideographs that stand in words of two or more.
double part_in_words(std::u32string const& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  if (U_FAILURE(status))
    return 1;
  auto const unicode = icu::UnicodeString::fromUTF32(reinterpret_cast<UChar32 const*>(text.data()),
                                                     static_cast<std::int32_t>(text.size()));
  words->setText(unicode);
  std::int32_t in_words = 0, begin = words->first();
  for (auto end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next())
    in_words += end - begin >= 2 ? end - begin : 0;
  return static_cast<double>(in_words) / static_cast<double>(std::max(unicode.length(), 1));
}

double part_repeated(std::u32string const& text) {
  std::unordered_map<std::u32string, int> runs;
  std::size_t repeated = 0, count = 0;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at, ++count)
    repeated += runs[text.substr(at, 4)]++ > 0 ? 1 : 0;
  return count == 0 ? 0 : static_cast<double>(repeated) / static_cast<double>(count);
}

} // namespace

bool is_garbled(std::string_view text) {
  auto const ideographs = ideographs_of(text);
  if (ideographs.size() < shortest_garbled)
    return false;
  return part_in_words(ideographs) < least_in_words || part_repeated(ideographs) > most_repeated;
}

} // namespace jixiao::recognition
