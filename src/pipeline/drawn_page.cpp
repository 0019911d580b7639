#include "pipeline/drawn_page.hpp"

#include "readers/lattice/lattice.hpp"
#include "readers/page/printed_page.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace jixiao {
namespace {

constexpr std::string_view furniture = "furniture";

std::string without_spaces(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
  return out;
}

std::string shown(Claim const& claim) {
  return claim.kind == ClaimKind::layout ? std::string(furniture) : describe(claim);
}

PageBox public_box(Box const& box) { return {box.x0, box.y0, box.x1, box.y1}; }

/// Claims by the cells' places, and by their texts where a text stands in no cell that lines rule.
class Claims {
public:
  Claims(std::uint32_t page, Opened const& opened, ClaimMap const& claims) : reading_(opened.reading), claims_(claims) {
    auto const& reading = opened.reading;
    std::vector<bool> placed(reading.cells.size());
    // Where recognition laid the cells out anew, their texts say which is which.
    bool const same = opened.kept == nullptr || opened.kept->cells.size() == reading.cells.size();
    for (auto const& place : reading.places)
      if (same && place.cell < claims.size()) {
        placed[place.cell] = true;
        if (place.page == page)
          by_place_.emplace(std::tuple(place.x0, place.y0, place.x1, place.y1), place.cell);
      }
    // A paragraph may begin on the page before.
    for (auto const& row : reading.rows) {
      auto const at = row.page != 0 ? row.page : reading.blocks[row.block].page;
      for (auto cell = row.first_cell; (at == page || at + 1 == page) && cell < row.first_cell + row.cell_count; ++cell)
        if (!placed[cell] && !is_blank(reading.cells[cell].text))
          texts_.push_back({without_spaces(reading.cells[cell].text), cell});
    }
  }

  std::string of(Box const& cell) const {
    auto const* found = find(cell);
    return found == nullptr ? std::string(furniture) : shown(claims_[*found]);
  }

  std::string text_of(Box const& cell) const {
    auto const* found = find(cell);
    return found == nullptr ? std::string() : std::string(reading_.cells[*found].text);
  }

  /// By what the word stands in, from where the last one was found on.
  std::string of(std::string_view word) {
    auto const text = without_spaces(word);
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      auto const at = (next_ + i) % texts_.size();
      if (texts_[at].text.find(text) == std::string::npos)
        continue;
      next_ = at;
      return shown(claims_[texts_[at].cell]);
    }
    return std::string(furniture);
  }

private:
  std::uint32_t const* find(Box const& cell) const {
    auto const found = by_place_.find(std::tuple(cell.x0, cell.y0, cell.x1, cell.y1));
    return found == by_place_.end() ? nullptr : &found->second;
  }

  struct Text {
    std::string text;
    std::uint32_t cell = 0;
  };

  Reading const& reading_;
  ClaimMap const& claims_;
  std::map<std::tuple<float, float, float, float>, std::uint32_t> by_place_;
  std::vector<Text> texts_;
  std::size_t next_ = 0;
};

} // namespace

InspectedPage inspect_page(PageModel const& page, Opened const& opened, ClaimMap const& claims) {
  InspectedPage out{page.number, page.width, page.height, {}, {}, {}};
  for (auto const& rule : page.rules)
    out.lines.push_back(rule.horizontal ? PageLine{{rule.from, rule.at, rule.to, rule.at}, rule.width}
                                        : PageLine{{rule.at, rule.from, rule.at, rule.to}, rule.width});
  auto const placed = place_words(page, find_lattices(page));
  Claims of_page(page.number, opened, claims);
  for (auto const& cell : placed.cells)
    out.cells.push_back({of_page.text_of(cell), of_page.of(cell), public_box(cell)});
  for (auto const& word : placed.words)
    out.words.push_back({word.text,
                         word.aside  ? std::string(furniture)
                         : word.cell ? of_page.of(*word.cell)
                                     : of_page.of(word.text),
                         public_box(word.box)});
  return out;
}

} // namespace jixiao
