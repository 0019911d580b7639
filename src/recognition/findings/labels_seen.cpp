#include "recognition/findings/labels_seen.hpp"

#include "recognition/fused/lattice.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t shortest_label_seen = 6;    ///< bytes
constexpr std::size_t most_labels_named = 5;      ///< labels
constexpr std::size_t fewest_labels_in_lines = 3; ///< labels: fewer are words of a sentence
constexpr std::size_t most_of_lines = 60'000;     ///< bytes of lines

class SeenLabels {
public:
  void add(std::string_view label) {
    ++count_;
    if (auto name = clean_value(label);
        named_.size() < most_labels_named && std::ranges::find(named_, name) == named_.end())
      named_.push_back(std::move(name));
  }

  std::size_t count() const { return count_; }

  std::string text(std::string_view where) const {
    auto out = std::to_string(count_) + (count_ == 1 ? " label" : " labels") + std::string(where) + " (";
    for (auto const& name : named_)
      out += (&name == named_.data() ? "" : ", ") + name;
    return out + (named_.size() < count_ ? ", …)" : ")");
  }

private:
  std::size_t count_ = 0;
  std::vector<std::string> named_;
};

SeenLabels labels_in_lines(Reading const& reading, LabelFinder const& labels) {
  SeenLabels out;
  std::size_t size = 0;
  for (auto const& cell : reading.cells) {
    size += cell.text.size();
    if (size > most_of_lines)
      break;
    for (auto const& part : fused::part_line(cell.text, false, labels))
      if (part.kind == fused::Part::Kind::label)
        out.add(std::string_view(cell.text).substr(part.begin, part.end - part.begin));
  }
  return out;
}

} // namespace

std::string labels_seen(Page const& page, Reading const& reading, LabelFinder const& labels) {
  SeenLabels cells;
  for (auto const& piece : page.pieces)
    if (piece.label.known() && piece.label.text.size() >= shortest_label_seen)
      cells.add(piece.label.text);
  if (cells.count() > 0)
    return cells.text({});
  auto const lines = labels_in_lines(reading, labels);
  if (lines.count() >= fewest_labels_in_lines)
    return lines.text(" inside lines, with nothing that parts their values");
  std::size_t longest = 0;
  for (auto const& cell : reading.cells)
    longest = std::max(longest, cell.text.size());
  return longest <= fused::longest_line
             ? "none (no label of any form is in it)"
             : "none; a line of " + std::to_string(longest) + " bytes was not looked into; the limit is " +
                   std::to_string(fused::longest_line);
}

} // namespace jixiao::recognition
