#include "recognition/layouts/printed_labels.hpp"

#include "recognition/labels/labels.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

namespace jixiao::recognition {

namespace {

/// Labels of one row of headers stand behind each other: [first, end) of the labels.
struct Run {
  std::size_t first = 0, end = 0;

  std::size_t size() const { return end - first; }
  bool has(std::size_t index) const { return index >= first && index < end; }
};

constexpr std::size_t usual_labels = 64; ///< of a form

class PrintedLabels {
public:
  explicit PrintedLabels(Draft const& draft) : draft_(draft) {}

  std::vector<PrintedLabel> run() && {
    collect();
    auto const columns = header(columns_run());
    auto const measures = longest(Role::measure, columns.size() > 0 ? columns.first : labels_.size());
    for (std::size_t i = 0; i < labels_.size(); ++i)
      labels_[i].kind = columns.has(i)                           ? LabelKind::column
                        : measures.size() > 1 && measures.has(i) ? LabelKind::amount_column
                                                                 : kind_alone(label_of(i));
    keep_first();
    return std::move(labels_);
  }

private:
  /// Of labels that say the same and do the same, the first.
  void keep_first() {
    std::vector<std::size_t> order(labels_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Lengths first: few labels are as long as another.
    auto const what = [&](std::size_t i) {
      return std::tuple(labels_[i].text.size(), labels_[i].kind, std::string_view(labels_[i].text));
    };
    std::ranges::stable_sort(order, {}, what);
    std::vector<bool> again(labels_.size());
    for (std::size_t i = 1; i < order.size(); ++i)
      again[order[i]] = what(order[i]) == what(order[i - 1]);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (!again[i] && kept++ != i)
        labels_[kept - 1] = std::move(labels_[i]);
    labels_.resize(kept);
  }

  Label const& label_of(std::size_t index) const { return draft_.piece(labels_[index].piece).label; }

  void collect() {
    labels_.reserve(usual_labels);
    for (auto i = draft_.first_piece; i <= draft_.last_piece && i < draft_.page->pieces.size(); ++i) {
      auto const& piece = draft_.piece(i);
      auto const& claim = draft_.claim_of(i);
      // 年度资金总额：16 is the place of its amount, and a label all the same.
      bool const with_amount = claim.kind == ClaimKind::field && claim.field == FieldId::funds && piece.label.rest > 0;
      if ((claim.kind != ClaimKind::label && !with_amount) || claim.form != draft_.number || piece.label.is_level() ||
          piece.joined)
        continue;
      auto const printed = piece.label.rest > 0 ? piece.text.substr(0, piece.label.rest) : piece.text;
      auto const& own = piece.label.text;
      auto whole = printed == own ? own : folded(printed);
      if (!own.empty() || !whole.empty()) {
        auto& label = labels_.emplace_back();
        label.text = own.empty() ? whole : own;
        label.whole = std::move(whole);
        label.piece = i;
        label.listed = piece.label.known();
      }
    }
  }

  bool stands_behind(std::size_t index) const {
    for (auto i = labels_[index - 1].piece + 1; i < labels_[index].piece; ++i)
      if (draft_.piece(i).is_text())
        return false;
    return true;
  }

  /// The longest run of labels of a role before `end`.
  Run longest(Role role, std::size_t end) const {
    Run best, run;
    for (std::size_t i = 0; i < end; ++i) {
      bool const fits = label_of(i).as(role) != nullptr;
      if (!fits || run.size() == 0 || !stands_behind(i))
        run.first = i;
      run.end = fits ? i + 1 : i;
      if (run.size() > best.size())
        best = run;
    }
    return best;
  }

  /// The labels around the header of the names.
  Run columns_run() const {
    Run best;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (!label_of(i).is(Role::column, "level3"))
        continue;
      Run run{i, i + 1};
      while (run.first > 0 && is_column(run.first - 1) && stands_behind(run.first))
        --run.first;
      while (run.end < labels_.size() && (is_column(run.end) || !labels_[run.end].listed) && stands_behind(run.end))
        ++run.end;
      if (run.size() > best.size())
        best = run;
      i = run.end - 1; // another header of names among these makes no longer run
    }
    return best.size() > 1 ? best : Run{};
  }

  bool is_column(std::size_t index) const { return label_of(index).as(Role::column) != nullptr; }

  /// 绩效指标 before 一级指标 stands down the side.
  Run header(Run run) const {
    if (run.size() > 2 && label_of(run.first).as(Role::side) && label_of(run.first + 1).as(Role::column) &&
        !label_of(run.first).is(Role::column, "level1"))
      ++run.first;
    return run;
  }

  static LabelKind kind_alone(Label const& label) {
    if (label.as(Role::pair) || label.as(Role::goal) || label.as(Role::fund) || !label.known())
      return LabelKind::value;
    if (label.as(Role::series))
      return LabelKind::series;
    if (label.as(Role::total))
      return LabelKind::total;
    if (label.as(Role::side))
      return LabelKind::side;
    return label.as(Role::note) ? LabelKind::ignored : LabelKind::value;
  }

  Draft const& draft_;
  std::vector<PrintedLabel> labels_;
};

} // namespace

std::vector<PrintedLabel> printed_labels(Draft const& draft) { return PrintedLabels(draft).run(); }

} // namespace jixiao::recognition
