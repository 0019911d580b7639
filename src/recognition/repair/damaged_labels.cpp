#include "recognition/repair/damaged_labels.hpp"

#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::recognition {

namespace {

constexpr std::size_t fewest_characters = 3, most_characters = 24; ///< of a label
constexpr int beyond = std::numeric_limits<int>::max() / 2;
constexpr int of_dropped = 1010, of_added = 1001; ///< characters count alike; an edge takes one rather than doubles it
constexpr int added_in = 10;                      ///< a price modulo this is the number of characters added

/// What it takes that the pieces are the label: characters to be dropped or added at the cuts; `beyond` where more is
/// wrong.
int damage(std::span<std::u32string const> pieces, std::u32string_view label) {
  std::vector<int> reached(label.size() + 1, beyond);
  reached[0] = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::vector<int> next(label.size() + 1, beyond);
    std::u32string_view const piece = pieces[i];
    std::size_t const before = i > 0 ? 1 : 0, behind = i + 1 < pieces.size() ? 1 : 0;
    for (std::size_t at = 0; at < label.size(); ++at)
      for (std::size_t lead = 0; lead <= before && reached[at] < beyond; ++lead)
        for (std::size_t trail = 0; trail <= behind && lead + trail <= piece.size(); ++trail)
          for (std::size_t added = 0; added <= before && at + added <= label.size(); ++added) {
            auto const body = piece.substr(lead, piece.size() - lead - trail);
            if (!label.substr(at + added).starts_with(body))
              continue;
            auto& to = next[at + added + body.size()];
            to = std::min(to, reached[at] + of_dropped * static_cast<int>(lead + trail) +
                                  of_added * static_cast<int>(added));
          }
    reached = std::move(next);
  }
  return reached.back();
}

/// · and the like, which an edge leaves of a line.
bool is_mark(char32_t c) { return c < U'0' || (c > U'9' && c < U'A') || (c >= 0x80 && c < 0x2E80); }

/// The pieces as labels are compared, what a bracket holds apart.
struct Parts {
  std::vector<std::u32string> texts;
  std::size_t size = 0;
  std::string annotation;
  bool of_which = false; ///< 其中：
};

Parts parts_of(std::span<std::string_view const> pieces) {
  Parts out;
  bool in_bracket = false;
  for (auto const piece : pieces) {
    auto text = folded(clean_value(piece));
    for (std::string_view const mark : {"其中:", "其中"})
      if (out.texts.empty() && text.starts_with(mark) && text.size() > mark.size()) {
        text.erase(0, mark.size());
        out.of_which = true;
      }
    auto const open = in_bracket ? 0 : std::min(text.find('('), text.size());
    out.annotation += text.substr(std::min(text.size(), open + (in_bracket ? 0 : 1)));
    in_bracket = in_bracket || open < text.size();
    auto part = characters_of(text.substr(0, open));
    while (!out.texts.empty() && !part.empty() && is_mark(part.front()))
      part.erase(0, 1);
    if (!part.empty())
      out.size += out.texts.emplace_back(std::move(part)).size();
  }
  if (out.annotation.ends_with(')'))
    out.annotation.pop_back();
  return out;
}

} // namespace

bool mean_the_same(Label const& a, Label const& b) {
  return a.known() && b.known() && a.meanings->front().role == b.meanings->front().role &&
         a.meanings->front().target == b.meanings->front().target;
}

DamagedLabels::DamagedLabels(LabelFinder const& labels) : labels_(labels) {
  labels.vocabulary().visit_labels([&](std::string const& text, auto const&) {
    auto label = characters_of(text);
    if (label.size() < fewest_characters || label.size() > most_characters)
      return;
    by_begin_[label.front()].push_back(label);
    by_end_[label.back()].push_back(std::move(label));
  });
}

/// The label that all of these texts are; none where they mean different things.
Label DamagedLabels::label_of(std::vector<std::u32string const*> const& texts) const {
  Label out;
  std::u32string const* first = nullptr;
  for (auto const* text : texts) {
    auto label = labels_.find_folded(utf8_of(*text));
    if (first && !mean_the_same(out, label))
      return {};
    if (first && *first <= *text)
      continue;
    first = text;
    out = std::move(label);
  }
  return out;
}

/// Of a single character at the begin nothing may be left.
std::vector<std::u32string const*> DamagedLabels::candidates(std::vector<std::u32string> const& pieces) const {
  std::vector<std::u32string const*> out;
  auto const add = [&](Labels const& labels) {
    for (auto const& label : labels)
      out.push_back(&label);
  };
  if (auto const found = by_begin_.find(pieces.front().front()); found != by_begin_.end())
    add(found->second);
  if (auto const found = by_end_.find(pieces.back().back()); found != by_end_.end() && pieces.front().size() == 1)
    add(found->second);
  return out;
}

Label DamagedLabels::find(std::span<std::string_view const> pieces, std::size_t fewest) const {
  auto parts = parts_of(pieces);
  auto const& texts = parts.texts;
  if (texts.size() < 2 || parts.size < fewest || parts.size > most_characters)
    return {};
  auto const cuts = texts.size() - 1;
  int least = beyond - 1;
  std::vector<std::u32string const*> best;
  for (auto const* label : candidates(texts)) {
    if (label->size() <= fewest || label->size() > parts.size + cuts || label->size() + 2 * cuts < parts.size)
      continue;
    auto const price = damage(texts, *label);
    if (price > least || label->size() < fewest + static_cast<std::size_t>(price % added_in))
      continue;
    if (price < least)
      best.clear();
    least = price;
    best.push_back(label);
  }
  auto out = label_of(best);
  out.annotation = std::move(parts.annotation);
  out.part = out.part || parts.of_which;
  return out;
}

} // namespace jixiao::recognition
