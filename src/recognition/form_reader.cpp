#include "recognition/form_reader.hpp"

#include "grammars/code_name.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/columns/tasks_header.hpp"
#include "recognition/fields/adopted_unit.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"
#include "recognition/fields/goal_meaning.hpp"
#include "recognition/fields/goal_texts.hpp"
#include "recognition/fields/goal_rows.hpp"
#include "recognition/fields/goals.hpp"
#include "recognition/fields/names_over_values.hpp"
#include "recognition/fields/pairs.hpp"
#include "recognition/fields/schedule.hpp"
#include "recognition/fields/unlisted_table.hpp"
#include "recognition/funds/fund_columns.hpp"
#include "recognition/funds/fund_matrix.hpp"
#include "recognition/funds/fund_run.hpp"
#include "recognition/funds/funds.hpp"
#include "recognition/funds/measure_pairs.hpp"
#include "recognition/inherited_lines.hpp"
#include "recognition/labels/titles.hpp"
#include "recognition/pieces/looks.hpp"
#include "recognition/records/table_end.hpp"
#include "recognition/records/tasks.hpp"
#include "recognition/records/total_row.hpp"
#include "text/clean.hpp"
#include "text/page_number.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

class FormReader {
public:
  FormReader(Page const& page, Segment const& segment, LabelFinder const& labels, std::vector<Claim>& claims,
             Evidence const& evidence)
      : page_(page), labels_(labels), evidence_(evidence), header_above_(segment.header_above), end_(segment.end),
        hard_(page.has_rows()) {
    drafts_.emplace_back(page, claims, static_cast<std::uint16_t>(evidence.form));
    drafts_.back().segment_first = segment.first;
    drafts_.back().segment_end = segment.end;
    set_title(segment);
    for (auto const head : segment.running_heads)
      draft().take_furniture(head, "running_head");
  }

  Drafts run(std::uint32_t at) {
    while (at < end_)
      at = std::max(at + 1, step(at));
    for (auto& draft : drafts_) {
      // A unit above a table of projects is that of each.
      auto& unit = draft.form.implementing_unit;
      if (auto const entry = adopt_unit(draft.form, labels_)) {
        adopted_ = unit ? unit : adopted_;
        draft.has_unit_line = draft.has_unit_line || stands_above_project(draft, "other/" + std::to_string(*entry));
      } else if (!unit)
        unit = adopted_;
      settle_expected_goal(draft);
      finish_funds(draft);
    }
    return std::move(drafts_);
  }

private:
  Draft& draft() { return drafts_.back(); }
  Piece const& piece(std::uint32_t index) const { return page_.pieces[index]; }

  void set_title(Segment const& segment) {
    if (segment.title < 0)
      return;
    title_ = static_cast<std::uint32_t>(segment.title);
    auto const title = read_title(piece(title_).text, page_.titles);
    if (!title)
      return;
    auto& form = draft().form;
    form.title = title->text;
    if (!title->ordinal.empty())
      form.ordinal = title->ordinal;
    form.kind = title->family;
    form.fiscal_year = title->year;
    draft().take_field(title_, FieldId::title);
    draft().places.push_back({"title", title_});
    if (!title->year && segment.heading >= 0)
      set_year_of_heading(static_cast<std::uint32_t>(segment.heading), title->text);
  }

  /// 2018年镇资产收益项目绩效目标申报表, the heading of the page, above 绩效目标申报表: the same title, and its year.
  void set_year_of_heading(std::uint32_t heading, std::string_view title) {
    auto const above = read_title(piece(heading).text, page_.titles);
    if (!above || !above->year || !above->text.ends_with(title))
      return;
    draft().form.fiscal_year = above->year;
    draft().places.push_back({"fiscal_year", heading});
  }

  /// Reads what begins at a piece; returns the piece behind it.
  std::uint32_t step(std::uint32_t at) {
    auto const& p = piece(at);
    if (!p.is_text() || draft().claim_of(at).kind != ClaimKind::none)
      return at + 1;
    if (auto const header = read_records_header(page_, at, end_); !header.columns.empty())
      return records(header);
    // Where a line is a row, the one that names the first project ends the table before its rows.
    if (auto const& header = draft().has_header ? columns_ : header_above_;
        (!draft().has_header || draft().form.indicators.empty()) && goes_on_below(page_, header, at)) {
      draft().below_header_above = !draft().has_header;
      return records({header, at, at});
    }
    if (auto const header = read_tasks_header(page_, at, end_); !header.columns.empty())
      return read_tasks(draft(), header, end_);
    if (auto const next = draft().has_header ? std::nullopt : read_unlisted_table(draft(), at, end_))
      return *next;
    if (auto const next = draft().has_header ? std::nullopt : read_names_over_values(draft(), at, end_))
      return *next;
    if (is_spent_total(at))
      return panels_.read_pair(draft(), at, end_);
    if (auto const next = read_measure_pairs(draft(), at, end_))
      return *next;
    if (auto const next = draft().has_header ? std::nullopt : read_measures_over(draft(), at, end_))
      return *next;
    if (is_kept_under_label(at))
      return read_beside(at);
    if (auto const header = read_measures_header(page_, at, end_); !header.columns.empty())
      return read_fund_matrix(draft(), header, end_);
    bool const behind_table = draft().has_header && !(is_fund_total(p.label) && is_of_other_block(at));
    if (auto const next = behind_table ? std::nullopt : read_fund_columns(draft(), at, end_))
      return *next;
    auto const& label = p.label;
    if (label.as(Role::total) && draft().has_header && label.rest == 0 && !label.as(Role::fund))
      return read_total(drafts_.back(), at, end_, columns_);
    if (auto const total = hard_ && draft().has_header && !label.known() ? total_in_row(p.row) : std::nullopt;
        total && *total > at)
      return read_total(drafts_.back(), *total, end_, columns_);
    if (label.as(Role::series) && label.rest > 0)
      return read_with_value(at);
    if (label.as(Role::series))
      return read_schedule(draft(), at, end_);
    bool const with_text = label.rest > 0 && !p.paragraph;
    bool const goal =
        is_goal_label(p) &&
        (!draft().has_header || stands_alone(at) || with_text || stands_between_tables(at) || is_of_other_block(at)) &&
        !is_heading_of_report(at);
    if (goal || (!draft().has_header && are_goals_by_words(page_, at, end_)))
      return read_goals(draft(), at, end_);
    if (auto const next = draft().has_header ? std::nullopt : read_fund_run(draft(), at, end_))
      return *next;
    if ((label.as(Role::fund) || is_sum_of_funds(at)) && takes_funds(at)) {
      last_fund_row_ = p.row;
      return panels_.read_pair(draft(), at, end_);
    }
    if (label.as(Role::note) && (label.rest > 0 || p.paragraph || draft().has_header))
      return read_note(at);
    if (label.as(Role::pair))
      return read_pair(draft(), at, end_);
    if (label.as(Role::side) || label.as(Role::column) || label.as(Role::measure) || label.as(Role::task))
      return read_side(at);
    // 本年债券资金（万元） | 6000 is a label, whatever its bracket says
    auto const value = hard_ && unit_of(bracket_in(p.text)) ? beside(at) : std::nullopt;
    if (!(value && looks_like_amount(draft(), *value)) && set_year_or_unit(draft(), at))
      return at + 1;
    return read_unlabelled(at);
  }

  std::uint32_t records(Header const& header) {
    draft().has_header = true;
    columns_ = header.columns;
    auto const read = read_records(drafts_, header, end_, labels_, evidence_);
    for (auto const first : read.between)
      read_between(first);
    return read.next;
  }

  /// A row or line between the records of a table, as if it stood behind them.
  void read_between(std::uint32_t at) {
    auto const form_end = std::exchange(end_, page_.rows[piece(at).row + 1]);
    while (at < end_)
      at = std::max(at + 1, step(at));
    end_ = form_end;
  }

  /// The label of the total in a row, which is asked for at each of its pieces.
  std::optional<std::uint32_t> total_in_row(std::uint32_t row) {
    if (total_row_ != row)
      total_row_ = row, total_label_ = total_label(page_, row);
    return total_label_;
  }

  /// (二)绩效目标完成情况 over paragraphs of a report, not in a table and with no other goal beside it.
  bool is_heading_of_report(std::uint32_t at) const {
    auto const& p = piece(at);
    if (!p.paragraph || !p.label.numbered || p.label.rest > 0 || !p.label.is(Role::goal, "actual") ||
        (p.text.front() >= '0' && p.text.front() <= '9'))
      return false;
    auto const next = page_.text_from(at + 1, end_);
    return next == end_ || !is_goal_label(piece(next));
  }

  /// 年度目标 | text, in a row of their own.
  bool stands_alone(std::uint32_t at) const {
    auto const value = beside(at);
    return value && !piece(at).paragraph &&
           (piece(at).label.one_of_several || look_of(piece(*value).text) >= Look::words) &&
           page_.texts_in(piece(at).row) == 2;
  }

  bool stands_between_tables(std::uint32_t at) const { return !hard_ && is_goal_between_tables(page_, at, end_); }

  /// The nearest text behind a piece, or before it.
  std::optional<std::uint32_t> next_text(std::uint32_t at, int step) const {
    for (auto next = std::int64_t{at} + step; next >= drafts_.front().segment_first && next < end_; next += step)
      if (auto const& p = piece(static_cast<std::uint32_t>(next)); p.is_text())
        return static_cast<std::uint32_t>(next);
    return std::nullopt;
  }

  /// The text beside a label in its row; nothing where there is none or a label stands there.
  std::optional<std::uint32_t> beside(std::uint32_t at, bool on_lines = false) const {
    bool const told = hard_ || (on_lines && page_.borders == Borders::soft);
    auto const next = told ? page_.text_from(at + 1, end_) : end_;
    bool const in_row = next < end_ && piece(next).row == piece(at).row;
    return in_row && !piece(next).label.known() && !piece(next).label.is_level() ? std::optional(next) : std::nullopt;
  }

  /// 年度预算执行率 | 100%, 说明 | text: in a table, and no column or note.
  bool is_kept_under_label(std::uint32_t at) {
    auto const& p = piece(at);
    if ((p.paragraph && !page_.by_blanks) || p.label.rest > 0 || p.label.as(Role::pair) || p.label.as(Role::fund))
      return false;
    bool const note = p.label.as(Role::note) && p.label.as(Role::measure);
    auto const value = beside(at, note || (page_.by_blanks && p.label.as(Role::measure)));
    if (!value)
      return false;
    auto const look = look_of(piece(*value).text);
    if (p.label.as(Role::measure) && !draft().has_header && look <= Look::money)
      return true;
    // 项目实施内容 | text, 年度主要任务 | text: no column or side of a table of tasks.
    if ((p.label.as(Role::task) || p.label.is(Role::side, "tasks")) && look >= Look::words && stands_alone(at))
      return true;
    // 未完成原因及改进措施 | text, below the table
    if (draft().has_header && column_kind(p.label) == ColumnKind::remark && look >= Look::words && stands_alone(at))
      return true;
    return note && (look >= Look::short_words || look == Look::none);
  }

  std::uint32_t read_beside(std::uint32_t at) {
    std::uint32_t const values[] = {*beside(at, true)};
    set_labelled(draft(), at, values);
    return values[0] + 1;
  }

  /// 资金支出计划：一季度20%: a label with its value in one cell.
  std::uint32_t read_with_value(std::uint32_t at) {
    set_labelled(draft(), at, {});
    return at + 1;
  }

  /// 合计 | 750 in the fund block, behind its label or below another of its rows. Where rows are not told it stands
  /// right behind that label.
  bool is_sum_of_funds(std::uint32_t at) const {
    auto const& p = piece(at);
    auto const label = next_text(at, -1), value = hard_ ? beside(at) : next_text(at, 1);
    bool const in_block = (label && piece(*label).label.is(Role::side, "fund")) ||
                          (hard_ && last_fund_row_ && p.row <= *last_fund_row_ + 1);
    return in_block && p.label.is(Role::total, "task") && p.label.rest == 0 && value && !piece(*value).label.known() &&
           looks_like_amount(drafts_.back(), *value);
  }

  /// Amounts stand above the indicators, or in a row of their own below them.
  bool takes_funds(std::uint32_t at) {
    return !draft().has_header || is_row_of_amounts(page_, piece(at).row) || is_of_other_block(at) ||
           (hard_ && is_first_total(draft(), at));
  }

  /// Asked at each label of a row.
  bool is_of_other_block(std::uint32_t at) {
    if (!hard_ || piece(at).paragraph)
      return false;
    if (auto const row = piece(at).row; other_row_ != row)
      other_row_ = row, heads_other_ = heads_other_block(page_, row);
    return heads_other_;
  }

  /// 执行数： beside the total of the budget, with its amount, and its rate or score behind that; 计划投资额 | 570 |
  /// 实际到位资金 | 390 | 结余 | 40 over their parts.
  bool is_spent_total(std::uint32_t at) {
    auto const& label = piece(at).label;
    bool const opens = label.is(Role::measure, "planned") || label.is(Role::measure, "received");
    bool const beside = (label.is(Role::measure, "executed") || label.is(Role::measure, "balance")) && !panels_.empty();
    bool const judged = (label.is(Role::measure, "execution_rate") || label.is(Role::measure, "weight") ||
                         label.is(Role::measure, "score")) &&
                        hard_ && panels_.has_spent_in(piece(at).row);
    if ((!opens && !beside && !judged) || !takes_funds(at))
      return false;
    if (label.rest > 0)
      return true;
    auto const next = next_text(at, 1);
    return next && (!hard_ || piece(*next).row == piece(at).row) && !piece(*next).label.known() &&
           looks_like_amount(draft(), *next);
  }

  /// A label of a block; the bracket behind it may name the unit of the amounts.
  std::uint32_t read_side(std::uint32_t at) {
    set_labelled(draft(), at, {});
    auto const* side = piece(at).label.as(Role::side);
    purpose_ = side && side->target == "fund_purpose";
    if (side && side->target == "fund")
      last_fund_row_ = piece(at).row;
    return at + 1;
  }

  /// 填报人：某人, 填报日期：2026年3月1日: filled in, and no instruction how to do so.
  static bool is_signature(Piece const& p) {
    constexpr std::size_t longest = 36; ///< bytes
    auto const* pair = p.label.as(Role::pair);
    auto const value = trim(p.text.substr(p.label.rest));
    auto const look = look_of(value);
    return pair && value.size() <= longest &&
           (look == Look::deadline ||
            (pair->target == "contact" && (look == Look::short_words || look == Look::number)));
  }

  /// Instructions below the form, to its end or to the next label.
  std::uint32_t read_note(std::uint32_t at) {
    auto next = at;
    for (; next < end_; ++next) {
      auto const& p = piece(next);
      if (next > at && hard_ && p.row != piece(next - 1).row && is_row_of_records(page_, p.row))
        break;
      if (next > at && !p.blank() && p.label.known() && !p.label.as(Role::note) &&
          (p.label.rest == 0 || is_signature(p)))
        break;
      if (!p.blank())
        draft().take_furniture(next, "note");
    }
    return next;
  }

  /// A text that no label leads to: the purpose of the funds, a unit's line above the table, or a label that is not in
  /// the vocabulary with its value.
  std::uint32_t read_unlabelled(std::uint32_t at) {
    if (is_unlisted_side(at)) {
      draft().take_label(at);
      set_unit_of_amounts(draft(), bracket_in(piece(at).text), at);
      return at + 1;
    }
    if (piece(at).look() != Look::number && is_page_number(piece(at).text)) {
      draft().take_furniture(at, "page_number");
      return at + 1;
    }
    if (without_continuation(piece(at).text).empty()) { // 续表 above the rest of a table
      draft().take_furniture(at, "running_head");
      return at + 1;
    }
    if (is_attachment_number(piece(at).text)) {
      draft().take_furniture(at, "attachment_number");
      return at + 1;
    }
    if (purpose_ && !draft().form.fund_purpose) {
      draft().form.fund_purpose = draft().text(at);
      draft().take_field(at, FieldId::fund_purpose);
      draft().places.push_back({"fund_purpose", at});
      return at + 1;
    }
    if (auto const title = read_title(piece(at).text, page_.titles);
        title && draft().form.title && without_continuation(title->text) == without_continuation(*draft().form.title)) {
      draft().take_furniture(at, "running_head");
      return at + 1;
    }
    if (is_unit_line(at)) {
      auto const text = draft().text(at);
      auto const party = grammars::match_code_name(text);
      draft().form.implementing_unit = Party{std::string(party->code), std::string(party->name)};
      draft().has_unit_line = true;
      draft().take_field(at, FieldId::implementing_unit);
      draft().places.push_back({"implementing_unit", at});
      return at + 1;
    }
    if (is_blank_opinion(at)) {
      draft().take_label(at);
      return at + 1;
    }
    if (auto const next = unknown_label(at))
      return *next;
    return at + 1;
  }

  /// 财政部门审核意见（盖章） alone in its row below the indicators: a place to sign, left blank.
  bool is_blank_opinion(std::uint32_t at) const {
    auto const& p = piece(at);
    if (!hard_ || p.paragraph || !drafts_.back().has_header || p.text.size() > longest_unlisted_label)
      return false;
    auto const text = folded(p.text);
    auto const name = std::string_view(text).substr(0, text.find('('));
    auto const row = page_.row(p.row);
    return name.ends_with("意见") && std::ranges::count_if(row, [](Piece const& cell) { return !cell.blank(); }) == 1;
  }

  /// 预算情况（万元） down the side of amounts: its bracket names their unit, and no value stands beside it.
  bool is_unlisted_side(std::uint32_t at) const {
    auto const& p = piece(at);
    if (!hard_ || p.paragraph || p.text.size() > longest_unlisted_label || !unit_of(bracket_in(piece(at).text)))
      return false;
    auto const next = page_.text_from(at + 1, end_);
    return next < end_ && piece(next).row == p.row && piece(next).label.known();
  }

  /// `218101某法院` above the first label.
  bool is_unit_line(std::uint32_t at) {
    auto const& form = draft().form;
    return !form.project_name && !form.implementing_unit && !draft().has_header && names_unit(draft().text(at));
  }

  /// In a row of pairs a short text in front of another is a label, though nobody has listed it.
  std::optional<std::uint32_t> unknown_label(std::uint32_t at) {
    auto const& p = piece(at);
    if (hard_ && !p.paragraph && draft().has_header && own_value(p.text) > 0) {
      keep_own_value(draft(), at);
      return at + 1;
    }
    auto const has_group = [&] {
      return std::ranges::any_of(page_.row(p.row), [](Piece const& other) { return other.label.is_level(); });
    };
    bool const told = hard_ || page_.borders == Borders::soft;
    if (!told || p.paragraph || p.text.size() > longest_unlisted_label || look_of(p.text) > Look::words ||
        look_of(p.text) < Look::short_words || has_group())
      return std::nullopt;
    auto const value = page_.text_from(at + 1, end_);
    if (value >= end_ || piece(value).row != p.row || piece(value).label.known() || piece(value).label.is_level())
      return std::nullopt;
    if (leads_on(p.text) && leads_on(piece(value).text)) { // 市： | 县：, neither of which was filled in
      draft().take_label(at);
      draft().take_label(value);
      return value + 1;
    }
    if (is_part_of_funds(at, value)) {
      draft().take_label(at);
      std::uint32_t const amount[] = {value};
      set_item(draft(), "year", "named", "budget", amount, at);
      return value + 1;
    }
    keep_unlisted(draft(), at, value);
    if (hard_ && !draft().has_header && looks_like_amount(draft(), value) && stands_before_total(value))
      panels_.open_unlisted(page_, at);
    return value + 1;
  }

  /// 其中：抗疫特别国债资金, which nobody has listed, in a row of the fund block.
  bool is_part_of_funds(std::uint32_t at, std::uint32_t value) {
    return last_fund_row_ == piece(at).row && piece(at).text.starts_with("其中") && looks_like_amount(draft(), value);
  }

  /// The next label of the row is that of a total of the fund block.
  bool stands_before_total(std::uint32_t value) const {
    auto const next = next_text(value, 1);
    return next && piece(*next).row == piece(value).row && is_fund_total(piece(*next).label);
  }

  Page const& page_;
  LabelFinder const& labels_;
  Evidence const& evidence_;
  std::vector<Column> const& header_above_;
  std::uint32_t end_;
  bool hard_;
  Drafts drafts_;
  std::vector<Column> columns_; ///< of the last table of indicators
  FundPanels panels_;
  std::optional<Party> adopted_;                         ///< the unit that a label of the form names
  std::optional<std::uint32_t> last_fund_row_;           ///< the last row in which a label of the fund block stands
  std::optional<std::uint32_t> total_row_, total_label_; ///< the row that was last looked at, and its label
  std::optional<std::uint32_t> other_row_;               ///< the row that was last asked about, and the answer
  bool heads_other_ = false;
  std::uint32_t title_ = 0;
  bool purpose_ = false; ///< the fund block has a text on its purpose
};

} // namespace

Drafts read_segment(Page const& page, Segment const& segment, LabelFinder const& labels, std::vector<Claim>& claims,
                    Evidence const& evidence) {
  return FormReader(page, segment, labels, claims, evidence).run(segment.first);
}

} // namespace jixiao::recognition
