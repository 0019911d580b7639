#include "recognition/repair/glued_labels.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_glued_name = 90;   ///< bytes of a group with a name
constexpr std::size_t shortest_glued_name = 9;   ///< of the name
constexpr std::size_t longest_glued_value = 120; ///< of a value with the next label
constexpr std::size_t shortest_glued_value = 6;
constexpr std::size_t shortest_glued_label = 12, longest_glued_label = 36;

/// Where a piece ends in two, and what is said of it.
struct Seam {
  std::size_t at = 0; ///< bytes; 0: none
  bool name = false;  ///< the second part is the name of an indicator, else the first is a value
};

class GluedLabels {
public:
  GluedLabels(Page& page, LabelFinder const& labels) : page_(page), labels_(labels) {}

  void run() {
    std::vector<std::pair<std::uint32_t, Seam>> seams;
    for (std::uint32_t at = 0; at < page_.pieces.size(); ++at) {
      auto const& piece = page_.pieces[at];
      if (!piece.is_text())
        continue;
      if (!piece.label.known() && !piece.label.is_level())
        if (auto const seam = find_seam(at); seam.at > 0)
          seams.emplace_back(at, seam);
      auto const* column = piece.label.as(Role::column);
      in_table_ |= column && column->column && is_name_or_level(*column->column) && !piece.label.is_level();
      if (piece.label.is(Role::pair, "project_name"))
        in_table_ = false; // another form
      before_ = at;
    }
    if (!seams.empty())
      part(seams);
  }

private:
  Seam find_seam(std::uint32_t at) const {
    if (auto const seam = behind_group(at); seam.at > 0)
      return seam;
    if (auto const seam = behind_sentence(at); seam.at > 0)
      return seam;
    return behind_value(at);
  }

  /// 质量指标水面清洁率, but neither 质量指标完成率 nor a name below its own group.
  Seam behind_group(std::uint32_t at) const {
    constexpr std::string_view ending = "指标";
    static auto const of_label = vocabulary_words("looks.vocab", "label_goes_on");
    auto const text = page_.pieces[at].text;
    auto const end = text.find(ending);
    if (!in_table_ || text.size() > longest_glued_name || end == std::string_view::npos ||
        text.find("。") != std::string_view::npos || (before_ && page_.pieces[*before_].label.level2 >= 0))
      return {};
    auto const name = text.substr(end + ending.size());
    auto const group = labels_.find(text.substr(0, end + ending.size()));
    bool const suits = name.size() >= shortest_glued_name && static_cast<unsigned char>(name.front()) >= 0x80 &&
                       std::ranges::none_of(of_label, [&](std::string_view word) { return name.starts_with(word); });
    return suits && group.level2 >= 0 && group.rest == 0 && !labels_.find(name).known()
               ? Seam{end + ending.size(), true}
               : Seam{};
  }

  /// …公里。绩效指标 before the labels of columns.
  Seam behind_sentence(std::uint32_t at) const {
    auto const text = page_.pieces[at].text;
    for (std::string_view const mark : {"。", "；"}) {
      auto const end = text.rfind(mark);
      if (end == std::string_view::npos || text.size() - end > longest_glued_label ||
          text.find('\n', end) != std::string_view::npos)
        continue;
      auto const label = labels_.find(trim(text.substr(end + mark.size())));
      if (!label.as(Role::side) || label.rest > 0)
        continue;
      if (auto const* next = next_text(at); next && next->label.as(Role::column))
        return {end + mark.size(), false};
    }
    return {};
  }

  /// 云台区水务局实施单位 between a label and another value.
  Seam behind_value(std::uint32_t at) const {
    auto const text = page_.pieces[at].text;
    if (in_table_ || !before_ || text.size() > longest_glued_value ||
        text.size() < shortest_glued_value + shortest_glued_label)
      return {};
    auto const& before = page_.pieces[*before_].label;
    auto const* next = next_text(at);
    if (!before.as(Role::pair) || before.rest > 0 || !next || next->label.known() || next->label.is_level() ||
        (page_.has_rows() && next->row != page_.pieces[at].row))
      return {};
    auto const target = before.as(Role::pair)->target;
    for (auto begin = shortest_glued_value; begin + shortest_glued_label <= text.size(); ++begin) {
      bool const inside = (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80;
      if (inside || text.size() - begin > longest_glued_label)
        continue;
      auto const label = labels_.find(text.substr(begin));
      if (label.as(Role::pair) && label.rest == 0 && !label.is(Role::pair, target))
        return {begin, false};
    }
    return {};
  }

  Piece const* next_text(std::uint32_t at) const {
    constexpr std::size_t most_blanks = 32;
    auto const behind = std::span(page_.pieces).subspan(at + 1);
    auto const near = behind.first(std::min(behind.size(), most_blanks));
    auto const found = std::ranges::find_if(near, &Piece::is_text);
    return found == near.end() ? nullptr : &*found;
  }

  void part(std::vector<std::pair<std::uint32_t, Seam>> const& seams) {
    constexpr std::size_t longest_said = 48; ///< bytes of a text in the message
    std::vector<Piece> pieces;
    pieces.reserve(page_.pieces.size() + seams.size());
    auto seam = seams.begin();
    std::size_t row = 0;
    for (std::uint32_t at = 0; at <= page_.pieces.size(); ++at) {
      for (; row < page_.rows.size() && page_.rows[row] == at; ++row)
        page_.rows[row] = static_cast<std::uint32_t>(pieces.size());
      if (at == page_.pieces.size())
        break;
      if (seam == seams.end() || seam->first != at) {
        pieces.push_back(std::move(page_.pieces[at]));
        continue;
      }
      auto const whole = std::move(page_.pieces[at]);
      auto const first = static_cast<std::uint32_t>(pieces.size());
      std::string_view const parts[] = {trim(whole.text.substr(0, seam->second.at)),
                                        trim(whole.text.substr(seam->second.at))};
      FusedNote note;
      for (auto const text : parts) {
        auto& piece = pieces.emplace_back(whole);
        piece.text = text;
        piece.known_look.reset();
        piece.label = labels_.find(text);
        auto begin = text.size() > longest_said ? text.size() - longest_said : 0;
        while (begin > 0 && begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
          ++begin;
        note.cells +=
            (note.cells.empty() ? "" : " | ") + std::string(begin > 0 ? "…" : "") + clean_value(text.substr(begin));
      }
      note.what = clean_value(parts[1]);
      page_.fused.push_back({first, first + (seam->second.name ? 1U : 0U), std::move(note)});
      ++seam;
    }
    page_.pieces = std::move(pieces);
  }

  Page& page_;
  LabelFinder const& labels_;
  std::optional<std::uint32_t> before_; ///< the last piece that holds a text
  bool in_table_ = false;               ///< a label of names or groups stood above
};

} // namespace

void part_glued_labels(Page& page, LabelFinder const& labels) { GluedLabels(page, labels).run(); }

} // namespace jixiao::recognition
