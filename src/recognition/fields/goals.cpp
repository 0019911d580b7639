#include "recognition/fields/goals.hpp"

#include "forms/printed_row.hpp"
#include "grammars/period.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/goal_meaning.hpp"
#include "recognition/fields/goal_rows.hpp"
#include "recognition/fields/goal_texts.hpp"
#include "recognition/fields/pairs.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

using Pieces = std::vector<std::uint32_t>;
constexpr std::size_t longest_cut_label = 6; ///< bytes: what is left of a label down the side, 绩 of 绩效指标

class GoalReader {
public:
  GoalReader(Draft& draft, std::uint32_t first, std::uint32_t end)
      : draft_(draft), page_(*draft.page), end_(end), at_(first) {}

  std::uint32_t run() {
    if (page_.cut && begin_lines_of_goals(page_, at_, end_))
      return read_lines();
    take_labels();
    bool const in_row = at_ < end_ && !labels_.empty() && piece(at_).row == piece(labels_.back()).row;
    if ((in_row || labels_.empty() || !page_.has_rows()) && is_own(at_) && !is_text_with_label(at_))
      return read_own();
    if (page_.has_rows() && in_row && has_text_in_row())
      return read_beside();
    if (at_ < end_ && are_left_blank(page_, labels_, at_))
      return at_;
    return page_.has_rows() ? read_below() : read_sequence();
  }

private:
  Piece const& piece(std::uint32_t index) const { return page_.pieces[index]; }

  bool may_head_block(std::uint32_t index) const {
    return heads_goals(piece(index)) || goal_target(piece(index)) == "annual";
  }

  /// The label of the block: 年度总体目标, or 目标完成情况 before 预期目标 | 实际完成情况.
  bool heads_block(std::uint32_t index) const {
    if (heads_goals(piece(index)))
      return true;
    return labels_.size() > 2 && index == labels_.front() && std::ranges::any_of(labels_, [&](std::uint32_t other) {
             return other != index && goal_target(piece(other)) == goal_target(piece(index));
           });
  }

  bool is_text(std::uint32_t index) const {
    auto const& p = piece(index);
    return p.is_text() && !p.label.is_level() && (!p.label.known() || is_answer(p.label));
  }

  /// 年度目标：修建水渠3公里: a label with its text.
  bool is_own(std::uint32_t index) const {
    return index < end_ && is_goal_label(piece(index)) && piece(index).label.rest > 0;
  }

  /// Under several labels, or beside one, a text may begin with a label of its own: 目标：修建水渠.
  bool is_text_with_label(std::uint32_t index) const {
    if (!is_own(index) || labels_.size() < 2)
      return false;
    auto const reached = [&](std::uint32_t i) { return goal_target(piece(i)) == "actual"; };
    return !reached(index) || std::ranges::any_of(labels_, reached);
  }

  /// Labels and texts as lines between two parts of a table that edges cut: the goals stood beside each other, and
  /// nothing tells whose lines these are.
  std::uint32_t read_lines() {
    for (; at_ < end_ && is_line_of_goal(piece(at_)); ++at_) {
      if (!heads_goals(piece(at_)))
        labels_.push_back(at_);
      draft_.take_label(at_);
    }
    Pieces texts;
    for (; at_ < end_ && piece(at_).paragraph && is_text(at_); ++at_)
      texts.push_back(at_);
    if (texts.empty())
      return at_;
    set(labels_.back(), texts, labels_);
    draft_.remark(Code::texts_interleaved,
                  {{"field", "goals." + std::string(goal_meaning(page_, labels_.back(), labels_))},
                   {"text", shortened(draft_.text(texts.front()))}},
                  texts.front(), "/goals");
    return at_;
  }

  /// The labels that follow each other: in one row, or over lines where the carrier has no rows.
  void take_labels() {
    auto const row = piece(at_).row;
    for (; at_ < end_; ++at_) {
      auto const& p = piece(at_);
      if (page_.has_rows() && p.row != row)
        break;
      if (!p.is_text())
        continue;
      if (!is_other_header(at_) && !is_rate(p) && !is_result_beside(p) && !is_told_by_words(at_) &&
          (!is_goal_label(p) || p.label.rest > 0) && !(labels_.empty() && are_goals_by_words(page_, at_, end_)))
        break;
      take_label(at_);
    }
    if (labels_.size() != 1 || !page_.has_rows() || at_ >= end_ || piece(at_).row == row || !may_head_block(labels_[0]))
      return;
    auto const below = texts_of_row(page_, at_, end_);
    if (are_labels_of_goals(page_, below.texts)) {
      std::ranges::for_each(below.texts, [&](std::uint32_t label) { take_label(label); });
      at_ = below.end;
    } else if (below.texts.size() > 1 && heads_goals(piece(below.texts[0]))) {
      labels_.clear(); // 三、总体目标 over 年度目标 | 预期 | 实际
      take_labels();
    }
  }

  void take_label(std::uint32_t index) {
    labels_.push_back(index);
    draft_.take_label(index);
  }

  /// 年度总体目标 | 计划 | 实际: two labels that nobody has listed, and nothing else in the row of the block.
  bool is_told_by_words(std::uint32_t index) const {
    if (!page_.has_rows() || labels_.empty() || !may_head_block(labels_.front()))
      return false;
    auto const row = texts_of_row(page_, labels_.front() + 1, end_).texts;
    return are_labels_of_goals(page_, row) && (index == row[0] || index == row[1]);
  }

  /// 目标内容 | 完成情况: right behind the label of what was expected it is that of what was reached.
  bool is_result_beside(Piece const& p) const {
    return page_.has_rows() && !labels_.empty() && goal_target(piece(labels_.back())) == "expected" &&
           tells_result(p) && p.label.rest == 0;
  }

  /// 预期目标 | 完成情况 | 总体完成率(%), by its name.
  bool is_rate(Piece const& p) const {
    return labels_.size() >= 2 && goal_target(piece(labels_.back())) == "actual" && p.label.is(Role::pair, "other") &&
           p.label.rest == 0 && p.label.text.ends_with("率");
  }

  /// 预期目标 | 完成情况 | 总体完成率(%) over a row of texts: a column that is no goal.
  bool is_other_header(std::uint32_t index) const {
    if (labels_.empty())
      return false;
    auto const& p = piece(index);
    auto const last = goal_target(piece(labels_.back()));
    if (labels_.size() < 2 || (last != "actual" && last != "expected") || page_.borders == Borders::order ||
        p.row != piece(labels_.back()).row || !(may_be_label(p) || is_label_of_reasons(p)) || own_value(p.text) > 0 ||
        p.row + 2 >= page_.rows.size())
      return false;
    auto const below = page_.row(p.row + 1);
    return std::ranges::count_if(below, &Piece::is_text) > 1 &&
           std::ranges::none_of(below, [](Piece const& b) { return b.label.known() || b.label.is_level(); });
  }

  bool has_text_in_row() const {
    for (auto at = at_; at < end_ && piece(at).row == piece(labels_.back()).row; ++at)
      if (is_text(at) || is_text_with_label(at) || (piece(at).is_text() && is_beside(at)))
        return true;
    return false;
  }

  /// Labels with their texts behind a colon, and the lines on which these go on.
  std::uint32_t read_own() {
    Pieces headers;
    std::vector<Pieces> texts;
    auto const row = piece(at_).row;
    for (; at_ < end_ && (!page_.has_rows() || piece(at_).row == row); ++at_) {
      auto const& p = piece(at_);
      if (!p.is_text())
        continue;
      if (is_own(at_)) {
        headers.push_back(at_);
        texts.push_back({at_});
      } else if (!page_.has_rows() && is_text(at_) && !ends_sentence(piece(texts.back().back()).text)) {
        texts.back().push_back(at_);
      } else {
        break;
      }
    }
    for (std::size_t i = 0; i < headers.size(); ++i)
      set(headers[i], texts[i], headers);
    return at_;
  }

  void set(std::uint32_t label, Pieces const& texts, Pieces const& headers) {
    auto const target = goal_meaning(page_, label, headers);
    auto const rest = texts.front() == label ? piece(label).label.rest : 0;
    if (auto const period = grammars::match_period(piece(label).label.annotation);
        period && !draft_.form.goals.project_period) {
      auto const printed = draft_.text(label);
      draft_.form.goals.project_period = printed_period(printed).value_or(*period);
      draft_.places.push_back({"goals.project_period", label});
    }
    if (target == "annual" && draft_.form.goals.annual && !draft_.form.goals.project) {
      if (!is_of_year(piece(label)) && draft_.annual_of_year)
        return set_goal(draft_, "project", texts);
      if (is_of_year(piece(label)) && !draft_.annual_of_year)
        make_annual_project();
    }
    if (target == "annual" && draft_.form.goals.annual && piece(label).label.one_of_several)
      return add_to_annual(draft_, texts, rest);
    if (target == "annual" && !draft_.form.goals.annual)
      draft_.annual_of_year = is_of_year(piece(label));
    if (target == "other" || (target == "revised" && !has_revised_goal_alone(draft_, end_)))
      return set_other(draft_, {label_text(draft_, label)}, texts, joined_text(draft_, texts, rest));
    set_goal(draft_, target == "revised" ? "annual" : target, texts, rest);
  }

  /// 总体目标 was read as the goal of the year, and now 年度目标 comes.
  void make_annual_project() {
    auto& goals = draft_.form.goals;
    goals.project = std::exchange(goals.annual, std::nullopt);
    rename_goal(draft_, FieldId::goals_annual, FieldId::goals_project);
  }

  /// 年度目标 | text, perhaps followed by another label and its text in the same row.
  std::uint32_t read_beside() {
    auto const row = piece(labels_.back()).row;
    auto label = labels_.back(), before = label;
    while (at_ < end_ && piece(at_).row == row) {
      Pieces texts;
      for (; at_ < end_ && piece(at_).row == row && (is_beside(at_) || is_text_with_label(at_)); ++at_) {
        if (!texts.empty() && is_label_between_texts(page_, at_, end_))
          break;
        if (piece(at_).is_text() && (texts.empty() || !is_figure(piece(at_))))
          texts.push_back(at_);
      }
      at_ = take_numbered_rows(page_, texts, at_, end_);
      if (is_labelled(texts))
        set_labelled(label, texts);
      else if (!texts.empty())
        set(label, texts, {before, label});
      if (at_ >= end_ || piece(at_).row != row ||
          (!is_goal_label(piece(at_)) && !is_label_between_texts(page_, at_, end_)))
        break;
      before = std::exchange(label, at_);
      draft_.take_label(at_++);
    }
    read_labelled(label);
    return at_;
  }

  /// A text behind a label of its own: 调整前 | text, 计划 | text.
  bool is_labelled(Pieces const& texts) const {
    return tells_change(page_, texts) || (texts.size() == 2 && !goal_by_words(piece(texts[0])).empty());
  }

  /// What was asked for before the goal changed is kept under its label.
  void set_labelled(std::uint32_t label, Pieces const& texts) {
    auto const& own = piece(texts[0]);
    Pieces const rest(texts.begin() + 1, texts.end());
    draft_.take_label(texts[0]);
    if (!tells_change(page_, texts))
      return set_goal(draft_, goal_by_words(own), rest);
    if (says_change("before_change", own.text))
      return set_other(draft_, {label_text(draft_, label), label_text(draft_, texts[0])}, rest,
                       joined_text(draft_, rest));
    set(label, rest, {label});
  }

  /// The rows of the same label that say so: 年度目标 | 调整前 | text over 调整后 | text.
  void read_labelled(std::uint32_t label) {
    while (at_ < end_) {
      auto const row = texts_of_row(page_, at_, end_);
      if (!is_labelled(row.texts))
        return;
      set_labelled(label, row.texts);
      at_ = row.end;
    }
  }

  /// No label, or one that a sentence begins with: 财政资金：用于修建水渠.
  bool is_beside(std::uint32_t index) const {
    auto const& p = piece(index);
    if (is_group_before_another(page_, index, end_))
      return false;
    return p.blank() || !p.label.known() ||
           (p.label.rest > 0 && !is_goal_label(p) && !p.label.is(Role::pair, "contact"));
  }

  /// A row of labels over a row of texts.
  std::uint32_t read_below() {
    auto row = at_ < end_ ? piece(at_).row : 0;
    // A label down the side may stand in front of the texts.
    Pieces texts;
    auto scan = at_;
    for (; scan < end_ && piece(scan).row == row; ++scan) {
      auto const& p = piece(scan);
      if (!p.is_text())
        continue;
      if (is_number(scan))
        draft_.take_furniture(scan, "number");
      else if (is_text(scan) || is_text_with_label(scan))
        texts.push_back(scan);
      else if (heads_goals(p) && texts.empty() && p.label.rest == 0)
        draft_.take_label(scan);
      else
        return at_;
    }
    if (texts.empty())
      return at_;
    at_ = scan;
    auto const of_labels = page_.row(piece(labels_.front()).row), of_texts = page_.row(row);
    bool const same_cells = of_labels.size() == of_texts.size();
    // The label of the block is a merged cell, and its text row leaves that out; it may leave out a blank goal too.
    // A grid that does so has blanks at the end of the row instead.
    bool const may_slide =
        page_.borders == Borders::separated ||
        (page_.borders == Borders::gridded && texts.size() > 1 && texts.size() + 1 == labels_.size());
    bool const slid = may_slide && labels_.size() > 1 && heads_block(labels_.front()) &&
                      texts.size() < labels_.size() && piece(texts.front()).x < piece(labels_[1]).x;
    if (slid)
      assign_in_order(texts);
    else if (page_.borders <= Borders::gridded || same_cells)
      assign_by_place(with_rows_below(std::move(texts)));
    else if (!assign_by_cells(of_texts))
      assign_in_order(texts);
    return at_;
  }

  /// 目标1 | its result over 目标2 | its result: rows whose texts stand below those of the first, as many of them.
  Pieces with_rows_below(Pieces texts) {
    auto const first = texts;
    while (labels_.size() >= 2 && first.size() >= 2 && at_ < end_) {
      auto row = texts_of_row(page_, at_, end_);
      auto const first_cell = row.texts.empty() ? at_ : row.texts[0];
      std::erase_if(row.texts, [&](auto i) { return is_number(i); });
      // 目标调整情况 | 无 is a pair: a word is a result beside a goal with a number or an end.
      bool const is_goal = is_number(first_cell) || (!row.texts.empty() && ends_sentence(piece(row.texts[0]).text));
      bool const same =
          row.texts.size() == first.size() && std::ranges::equal(row.texts, first, [&](auto below, auto above) {
            auto const look = piece(below).look();
            return is_text(below) && piece(below).x == piece(above).x &&
                   (look >= Look::words ||
                    (is_goal && above != first[0] && (look == Look::none || look == Look::short_words)));
          });
      if (!same)
        break;
      if (is_number(first_cell))
        draft_.take_furniture(first_cell, "number");
      texts.insert(texts.end(), row.texts.begin(), row.texts.end());
      at_ = row.end;
    }
    return texts;
  }

  bool is_number(std::uint32_t index) const { return is_number_before(page_, index, piece(labels_.front()).x); }

  void assign_by_place(Pieces const& texts) {
    Pieces headers;
    std::vector<Pieces> below(labels_.size());
    for (auto const text : texts) {
      // The last label that does not begin right of the text: the side label stands left of all others.
      auto const behind = std::ranges::find_if(labels_, [&](std::uint32_t i) { return piece(i).x > piece(text).x; });
      below[static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - labels_.begin(), 1) - 1)].push_back(text);
    }
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (!below[i].empty() || (goal_target(piece(labels_[i])) == "actual" && !is_of_plan(draft_.form)))
        headers.push_back(labels_[i]);
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (!below[i].empty())
        set(labels_[i], below[i], headers);
  }

  /// All labels but that of the block.
  Pieces labels_of_texts() const {
    bool const side = labels_.size() > 1 && heads_block(labels_.front());
    return {labels_.begin() + (side ? 1 : 0), labels_.end()};
  }

  /// The label of the block is a merged cell that the row of texts leaves out: its other labels have a cell each.
  bool assign_by_cells(std::span<Piece const> row) {
    auto headers = labels_of_texts();
    if (row.size() != headers.size())
      return false;
    auto const first = page_.rows[row.front().row];
    drop_results(headers, [&](std::size_t i) { return is_text(first + static_cast<std::uint32_t>(i)); });
    for (std::uint32_t i = 0; i < headers.size(); ++i)
      if (is_text(first + i))
        set(headers[i], {first + i}, headers);
    return true;
  }

  /// The blank column of results at the end of a plan's goals says nothing of the others.
  template <class HasText> void drop_results(Pieces& headers, HasText has_text) const {
    if (headers.size() > 1 && is_of_plan(draft_.form) && goal_target(piece(headers.back())) == "actual" &&
        !has_text(headers.size() - 1))
      headers.pop_back();
  }

  /// As many texts as labels, once the labels down the side are taken out.
  void assign_in_order(Pieces const& texts) {
    auto headers = labels_;
    if (headers.size() == 3 && texts.size() > 3 && heads_block(headers[0]) &&
        goal_target(piece(headers[2])) == "actual")
      headers.erase(headers.begin());
    std::size_t const sides = headers.size() > 2 && heads_block(headers.front()) ? 1 : 0;
    drop_results(headers, [&](std::size_t i) { return texts.size() > i - sides; });
    while (headers.size() > texts.size() && headers.size() > 1) {
      // 项目总目标 | 年度总体目标: the last label heads none of the others.
      auto const last = std::prev(headers.end());
      auto const side = std::find_if(headers.begin(), last, [&](std::uint32_t i) { return heads_block(i); });
      if (side == last)
        break;
      headers.erase(side);
    }
    auto const groups = texts_by_goal(draft_, texts, headers.size());
    for (std::size_t i = 0; i < groups.size(); ++i)
      set(headers[i], groups[i], headers);
    if (groups.size() < headers.size() && !groups.empty())
      for (auto const header : {headers[groups.size() - 1], headers[groups.size()]})
        draft_.remark(Code::ambiguous_cell,
                      {{"text", draft_.text(texts.back())},
                       {"chosen", label_text(draft_, headers[groups.size() - 1])},
                       {"runner_up", label_text(draft_, headers[groups.size()])},
                       {"cells", draft_.text(texts.back())}},
                      texts.back(), "/goals/" + std::string(goal_meaning(page_, header, headers)));
  }

  std::uint32_t read_sequence() {
    Pieces texts;
    // Blanks behind the texts belong to what follows.
    for (; at_ < end_; ++at_) {
      auto const& p = piece(at_);
      bool const text = is_text(at_) || is_text_with_label(at_);
      if (text && !texts.empty() && ends_goals(page_, at_))
        break;
      if (p.is_text() && !text) {
        if (!(heads_goals(p) && texts.empty() && labels_.size() > 1 && p.label.rest == 0))
          break;
        draft_.take_label(at_);
        continue;
      }
      if (text)
        texts.push_back(at_);
    }
    // 已实施情况： | 未实施情况及原因： below the last goal were not filled in.
    while (texts.size() > 1 && leads_on(piece(texts.back()).text)) {
      draft_.take_label(texts.back());
      texts.pop_back();
    }
    // The points of the block, before the lists of its goals, are none of them.
    auto const is_points = [&](std::uint32_t i) { return look_of(piece(i).text) == Look::number; };
    if (labels_.size() > 1 && texts.size() > labels_.size() && is_points(texts[0]) && !is_points(texts[1]))
      texts.erase(texts.begin());
    if (is_label_of_table(texts))
      at_ = texts.back(), texts.pop_back();
    if (!texts.empty() && !assign_by_blanks(texts))
      assign_in_order(texts);
    return at_;
  }

  /// One text too many in front of 一级指标 is a label of the table, though nobody has listed it.
  bool is_label_of_table(Pieces const& texts) const {
    auto const goals = labels_.size() - (labels_.size() > 1 && heads_block(labels_.front()) ? 1 : 0);
    auto const next = at_ < end_ ? column_kind(piece(at_).label) : std::nullopt;
    return texts.size() > goals && (next == ColumnKind::level1 || next == ColumnKind::level2) &&
           may_be_label(piece(texts.back())) &&
           (piece(texts.back()).text.find("指标") != std::string_view::npos ||
            piece(texts.back()).text.size() <= longest_cut_label);
  }

  /// A blank cell that is kept says which goal has no text.
  bool assign_by_blanks(Pieces const& texts) {
    auto headers = labels_of_texts();
    if (texts.size() >= headers.size())
      return false;
    if (blanks_between(page_, labels_.back(), texts.front()) < headers.size() - texts.size())
      return false;
    for (std::size_t i = 0; i < texts.size(); ++i)
      set(headers[headers.size() - texts.size() + i], {texts[i]}, headers);
    return true;
  }

  Draft& draft_;
  Page const& page_;
  std::uint32_t end_, at_;
  Pieces labels_;
};

} // namespace

std::uint32_t read_goals(Draft& draft, std::uint32_t first, std::uint32_t end) {
  return GoalReader(draft, first, end).run();
}

} // namespace jixiao::recognition
