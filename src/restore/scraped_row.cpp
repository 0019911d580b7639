#include "restore/scraped_row.hpp"

#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {
namespace {

constexpr std::size_t most_pieces = 4;
constexpr double sure = 0.85;

/// A run of neighbours that may be a label.
struct LabelRun {
  std::size_t first = 0, count = 0;
  LabelGuess guess;
};

class LabelJoiner {
public:
  LabelJoiner(ScrapedRow& row, LabelGuesser const& labels, Lexicon const& lexicon, double least)
      : row_(row), labels_(labels), lexicon_(lexicon), least_(least) {}

  void run() {
    for (std::size_t i = 0; i < row_.tokens.size(); ++i)
      if (!absorb(i) && row_.tokens[i].lexeme < 0)
        spread_words(i) || split_value(i);
    while (auto const run = best_run())
      take(*run);
  }

private:
  /// A label whose beginning is cut off and printed beside it once more (评分等 | 评分等级), or twice whole.
  bool absorb(std::size_t i) {
    if (i + 1 >= row_.tokens.size())
      return false;
    auto const& piece = row_.tokens[i];
    auto const& next = row_.tokens[i + 1];
    // 效益 | 效益指标 are pieces of two labels of groups.
    bool const again = next.lexeme >= 0 && !lexicon_[next.lexeme].canonical && next.x == piece.last_x + 1 &&
                       piece.text.size() > 3 && next.text.starts_with(piece.text);
    if (!again || (piece.lexeme >= 0 && piece.text != next.text))
      return false;
    auto whole = joined(row_, i, 2);
    whole.text = next.text;
    whole.lexeme = next.lexeme;
    replace(i, 2, std::move(whole));
    return true;
  }

  int find(std::string_view text) const {
    std::string folded;
    return text.size() > Lexicon::longest_label ? -1 : lexicon_.find(fold_label(text, folded));
  }

  /// Several labels that were scraped into one cell stand over the empty cells behind it.
  bool spread_words(std::size_t i) {
    auto const token = row_.tokens[i];
    auto const words = parts_at_blanks(token.raw);
    if (words.size() < 2 || find(words[0]) < 0 || find(words[1]) < 0)
      return false;
    auto const next = i + 1 < row_.tokens.size() ? row_.tokens[i + 1].x : static_cast<std::int32_t>(row_.width);
    std::vector<Token> parts;
    for (std::size_t w = 0; w < words.size() && token.x + static_cast<std::int32_t>(w) < next; ++w) {
      auto part = token;
      part.x = part.last_x = token.x + static_cast<std::int32_t>(w);
      part.text = words[w];
      part.lexeme = find(words[w]);
      parts.push_back(std::move(part));
    }
    auto const at = row_.tokens.begin() + static_cast<std::ptrdiff_t>(i);
    row_.tokens.insert(row_.tokens.erase(at), parts.begin(), parts.end());
    return true;
  }

  /// The run of neighbours that is most like a label.
  std::optional<LabelRun> best_run() const {
    LabelRun best;
    for (std::size_t i = 0; i < row_.tokens.size(); ++i) {
      std::vector<std::string_view> pieces;
      for (std::size_t count = 1; count <= most_pieces && i + count <= row_.tokens.size(); ++count) {
        auto const& token = row_.tokens[i + count - 1];
        if (token.lexeme >= 0 || (count > 1 && token.x != row_.tokens[i + count - 2].last_x + 1))
          break;
        pieces.push_back(token.text);
        if (auto const guess = labels_.guess(pieces); guess.likeness > best.guess.likeness)
          best = {i, count, guess};
      }
    }
    if (best.guess.lexeme < 0 || best.guess.likeness < least_)
      return std::nullopt;
    return best;
  }

  void take(LabelRun const& run) {
    auto whole = joined(row_, run.first, run.count);
    whole.lexeme = run.guess.lexeme;
    whole.is_guessed = run.guess.likeness < 1;
    replace(run.first, run.count, std::move(whole));
  }

  /// 评分等级 优, 项目 | 过目名称 某经费: the label, and behind it its value.
  bool split_value(std::size_t i) {
    for (std::size_t count = 1; count <= 2 && i + count <= row_.tokens.size(); ++count) {
      auto const last = row_.tokens[i + count - 1];
      auto const raw = trim(last.raw);
      auto const space = raw.find(' ');
      if (last.lexeme >= 0 || space == std::string::npos)
        continue;
      std::vector<std::string_view> pieces;
      if (count == 2)
        pieces.push_back(row_.tokens[i].text);
      pieces.push_back(raw.substr(0, space));
      auto const guess = labels_.guess(pieces);
      if (guess.lexeme < 0 || guess.likeness < std::max(least_, sure - 0.05))
        continue;
      auto label = joined(row_, i, count);
      label.lexeme = guess.lexeme;
      label.is_guessed = guess.likeness < 1;
      label.text = lexicon_[guess.lexeme].text;
      auto value = last;
      value.raw = raw.substr(space + 1);
      value.text = clean_value(value.raw);
      replace(i, count, std::move(label));
      row_.tokens.insert(row_.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(value));
      return true;
    }
    return false;
  }

  void replace(std::size_t i, std::size_t count, Token token) {
    auto const at = row_.tokens.begin() + static_cast<std::ptrdiff_t>(i);
    *at = std::move(token);
    row_.tokens.erase(at + 1, at + static_cast<std::ptrdiff_t>(count));
  }

  ScrapedRow& row_;
  LabelGuesser const& labels_;
  Lexicon const& lexicon_;
  double least_;
};

} // namespace

ScrapedRow read_scraped_row(Page const& page, std::uint32_t row, LabelGuesser const& labels) {
  ScrapedRow result{row, page.reading->rows[row].block, page.rows[row].width, {}};
  for (auto const& cell : page.row(row)) {
    auto text = clean_value(page.text(cell));
    if (text.empty())
      continue;
    bool const is_label =
        (cell.label.fit == LabelFit::whole || cell.label.fit == LabelFit::annotated) && labels.knows(cell.label.lexeme);
    result.tokens.push_back({cell.x, cell.x, std::move(text), page.text(cell), cell.cell, cell.cell,
                             is_label ? cell.label.lexeme : -1, false, false});
  }
  return result;
}

Token joined(ScrapedRow const& row, std::size_t first, std::size_t count) {
  auto token = row.tokens[first];
  std::vector<std::string_view> pieces;
  for (auto i = first; i < first + count; ++i)
    pieces.push_back(row.tokens[i].text);
  auto const& last = row.tokens[first + count - 1];
  token.text = join_cut(pieces);
  token.last_x = last.last_x;
  token.last_cell = last.last_cell;
  token.is_cut = count > 1;
  return token;
}

void join_labels(ScrapedRow& row, LabelGuesser const& labels, Lexicon const& lexicon, bool only_sure) {
  LabelJoiner(row, labels, lexicon, only_sure ? sure : 0).run();
}

} // namespace jixiao
