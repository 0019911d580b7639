#include "restore/label_guess.hpp"

#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t longest_text = 24; ///< characters; longer text is no label
constexpr double least_of_text = 0.8;    ///< part of the text that must be the label's
constexpr double least_of_label = 0.5;   ///< part of the label that must be in the text
constexpr double clearly_better = 0.05;
constexpr double price_of_trimming = 0.05;

void add_texts(std::vector<std::string>& texts, std::vector<LabelRule> const& rules) {
  for (auto const& rule : rules)
    texts.insert(texts.end(), rule.texts.begin(), rule.texts.end());
}

std::vector<std::string> texts_of(FormGrammar const& grammar) {
  std::vector<std::string> texts;
  for (auto const& block : grammar.pairs)
    for (auto const& panel : block.panels)
      add_texts(texts, panel);
  for (auto const& block : grammar.matrices) {
    add_texts(texts, block.rows);
    add_texts(texts, block.columns);
  }
  for (auto const& block : grammar.below)
    add_texts(texts, block.headers);
  for (auto const& block : grammar.records) {
    for (auto const& column : block.columns)
      texts.insert(texts.end(), column.label.texts.begin(), column.label.texts.end());
    for (auto const& total : block.totals)
      texts.insert(texts.end(), total.label.texts.begin(), total.label.texts.end());
  }
  return texts;
}

struct Joined {
  std::u32string text;
  int trimmed = 0; ///< characters taken away
};

/// The pieces joined with a character taken away or not on either side of each cut.
std::vector<Joined> trimmed(std::span<std::string_view const> pieces) {
  std::vector<Joined> joined = {{ideographs_of(pieces.front()), 0}};
  for (auto const piece : pieces.subspan(1)) {
    auto const next = ideographs_of(piece);
    std::vector<Joined> longer;
    for (auto const& [text, lost] : joined) {
      longer.push_back({text + next, lost});
      if (!next.empty())
        longer.push_back({text + next.substr(1), lost + 1});
      if (!text.empty())
        longer.push_back({text.substr(0, text.size() - 1) + next, lost + 1});
      if (!text.empty() && !next.empty())
        longer.push_back({text.substr(0, text.size() - 1) + next.substr(1), lost + 2});
    }
    joined = std::move(longer);
  }
  return joined;
}

} // namespace

LabelGuesser::LabelGuesser(Lexicon const& lexicon, FormGrammar const& grammar, std::uint16_t form)
    : lexicon_(lexicon), form_(form) {
  for (auto const& text : texts_of(grammar)) {
    std::string folded;
    fold_label(text, folded);
    known_.push_back({ideographs_of(folded), lexicon.find(folded)});
  }
  std::erase_if(known_, [](Known const& known) { return known.lexeme < 0 || known.text.empty(); });
}

LabelGuess LabelGuesser::best(std::u32string const& text) const {
  LabelGuess found;
  double second = 0;
  for (auto const& known : known_) {
    if (text == known.text)
      return {known.lexeme, 1};
    auto const is_enough = [&](std::size_t common) {
      return static_cast<double>(common) >= least_of_text * static_cast<double>(text.size()) &&
             static_cast<double>(common) >= least_of_label * static_cast<double>(known.text.size()) && common >= 3;
    };
    if (!is_enough(std::min(text.size(), known.text.size())))
      continue; // most labels are too short or too long
    auto const whole = common_subsequence(text, known.text);
    if (!is_enough(whole))
      continue;
    auto const common = static_cast<double>(whole);
    auto const alike = 2 * common / static_cast<double>(text.size() + known.text.size());
    if (alike > found.likeness) {
      second = known.lexeme == found.lexeme ? second : found.likeness;
      found = {known.lexeme, alike};
    } else if (known.lexeme != found.lexeme) {
      second = std::max(second, alike);
    }
  }
  return found.likeness > second + clearly_better ? found : LabelGuess{};
}

LabelGuess LabelGuesser::guess(std::span<std::string_view const> pieces) const {
  std::size_t size = 0;
  for (auto const piece : pieces)
    size += piece.size();
  if (pieces.empty() || size > 4 * longest_text)
    return {};
  LabelGuess found;
  for (auto const& [text, lost] : trimmed(pieces)) {
    auto one = best(text);
    one.likeness -= lost * price_of_trimming;
    if (one.likeness > found.likeness)
      found = one;
  }
  return found;
}

LabelUse const* LabelGuesser::use(int lexeme, LabelRole role) const {
  if (lexeme < 0)
    return nullptr;
  for (auto const& use : lexicon_[lexeme].uses)
    if (use.form == form_ && use.role == role)
      return &use;
  return nullptr;
}

bool LabelGuesser::knows(int lexeme) const {
  auto const& known = lexicon_[lexeme];
  return known.canonical ||
         std::any_of(known.uses.begin(), known.uses.end(), [&](LabelUse const& use) { return use.form == form_; });
}

} // namespace jixiao
