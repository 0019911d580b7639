#include "recognition/repair/unlisted_labels.hpp"

#include "recognition/columns/columns.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace jixiao::recognition {

namespace {

class UnlistedLabels {
public:
  UnlistedLabels(Page& page, LabelFinder const& labels, DamagedLabels const& damaged, LabelsOver const& over,
                 std::uint32_t row)
      : page_(page), labels_(labels), damaged_(damaged), over_(over), row_(row) {}

  void run() {
    join_label_of_names(texts_of(page_, row_));
    auto const texts = texts_of(page_, row_);
    join_pieces_of_labels(texts);
  }

private:
  Piece& at(std::uint32_t piece) { return page_.pieces[piece]; }

  /// 二级指标 | 二级1 | 百 / 小 | 年度指标值: what is left of a label between those of groups and of values is that of
  /// the names, when no other is.
  void join_label_of_names(Texts const& texts) {
    constexpr std::size_t longest = 45; // bytes of the pieces
    auto const kind = [&](std::uint32_t i) { return column_kind(at(i).label); };
    auto const group = std::ranges::find(texts, ColumnKind::level2, kind);
    if (group == texts.end() || std::ranges::find(texts, ColumnKind::level3, kind) != texts.end())
      return;
    auto const end = std::find_if(group + 1, texts.end(), [&](std::uint32_t i) { return names_something(at(i)); });
    std::span<std::uint32_t const> const pieces(group + 1, end);
    std::size_t bytes = 0;
    for (auto const i : pieces)
      bytes += at(i).text.size();
    auto const follows = end == texts.end() ? std::nullopt : kind(*end);
    if (pieces.empty() || bytes > longest || (follows != ColumnKind::target && follows != ColumnKind::actual))
      return;
    join_pieces(page_, pieces, labels_.find("三级指标"));
    page_.mended.push_back(pieces.front());
  }

  /// Pieces of a label that nobody has listed: a time, a beginning too short for a label, with texts below that go over
  /// the edge, or what is behind the last label that tells by its words what it is.
  void join_pieces_of_labels(Texts const& texts) {
    constexpr std::size_t longest = 24, longest_last = 60, shortest = 9; // bytes
    constexpr std::size_t fewest_left = 2, no_name = 6; // characters of a label among others; bytes of two
    auto const scores = over_.edge_scores(at(texts.front()).row);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
      auto const &first = at(texts[i]), &second = at(texts[i + 1]);
      bool const remark = column_kind(first.label) == ColumnKind::remark; // 偏差原因 | 分析
      bool const last = i + 2 == texts.size() && (remark || header_meaning(first.text));
      if ((names_something(first) && !(last && remark)) || (names_something(second) && second.text.size() > no_name) ||
          !are_beside(page_, texts[i], texts[i + 1]) ||
          first.text.size() + second.text.size() > (last ? longest_last : longest))
        continue;
      std::array<Piece const*, 2> const pieces{&first, &second};
      std::array const both{first.text, second.text};
      if (auto label = damaged_.find(both, fewest_left); label.as(Role::column) && holds_known(label, pieces)) {
        page_.mended.push_back(texts[i]);
        join_pieces(page_, std::span(texts).subspan(i++, 2), std::move(label));
        continue;
      }
      if (names_something(second))
        continue;
      bool const period = says("part_of_year", scraped_text(pieces));
      if (period || last || (first.text.size() <= shortest && scores[second.x] > 0))
        join_pieces(page_, std::span(texts).subspan(i++, 2), Label(first.label));
    }
  }

  Page& page_;
  LabelFinder const& labels_;
  DamagedLabels const& damaged_;
  LabelsOver const& over_;
  std::uint32_t row_;
};

} // namespace

void join_unlisted_labels(Page& page, LabelFinder const& labels, DamagedLabels const& damaged, LabelsOver const& over,
                          std::uint32_t row) {
  UnlistedLabels(page, labels, damaged, over, row).run();
}

} // namespace jixiao::recognition
