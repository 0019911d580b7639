#include "recognition/form_reader.hpp"

#include "grammars/code_name.hpp"
#include "recognition/amounts.hpp"
#include "recognition/fields.hpp"
#include "recognition/funds.hpp"
#include "recognition/goals.hpp"
#include "recognition/looks.hpp"
#include "recognition/schedule.hpp"
#include "recognition/tasks.hpp"
#include "recognition/titles.hpp"
#include "recognition/total_row.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

using Pieces = std::vector<std::uint32_t>;

constexpr std::size_t longest_unknown_label = 48; ///< bytes

class FormReader {
public:
  FormReader(Page const& page, Segment const& segment, LabelFinder const& labels, std::vector<Claim>& claims,
             Evidence const& evidence)
      : page_(page), labels_(labels), evidence_(evidence), end_(segment.end), hard_(page.has_rows()) {
    drafts_.emplace_back(page, claims, static_cast<std::uint16_t>(evidence.form));
    drafts_.back().segment_first = segment.first;
    drafts_.back().segment_end = segment.end;
    set_title(segment);
  }

  Drafts run(std::uint32_t at) {
    while (at < end_)
      at = std::max(at + 1, step(at));
    for (auto& draft : drafts_) {
      adopt_unit(draft);
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
  }

  /// Reads what begins at a piece; returns the piece behind it.
  std::uint32_t step(std::uint32_t at) {
    auto const& p = piece(at);
    if (p.blank() || p.joined || draft().claim_of(at).kind != ClaimKind::none)
      return at + 1;
    if (auto const header = read_records_header(page_, at, end_); !header.columns.empty())
      return records(header);
    if (auto const header = read_tasks_header(page_, at, end_); !header.columns.empty())
      return read_tasks(draft(), header, end_);
    if (auto const header = read_measures_header(page_, at, end_); !header.columns.empty())
      return read_fund_matrix(draft(), header, end_);
    auto const& label = p.label;
    if (label.as(Role::total) && draft().has_header && label.rest == 0 && !label.as(Role::fund))
      return read_total(drafts_.back(), at, end_, columns_);
    if (label.as(Role::series))
      return read_schedule(draft(), at, end_);
    if (is_goal_label(p) && !draft().has_header)
      return read_goals(draft(), at, end_);
    if (label.as(Role::fund) && !draft().has_header)
      return panels_.read_pair(draft(), at, end_);
    if (label.as(Role::note) && (label.rest > 0 || p.paragraph || draft().has_header))
      return read_note(at);
    if (label.as(Role::pair))
      return read_pair(at);
    if (label.as(Role::side) || label.as(Role::column) || label.as(Role::measure) || label.as(Role::task))
      return read_side(at);
    if (set_year_or_unit(draft(), at))
      return at + 1;
    return read_unlabelled(at);
  }

  std::uint32_t records(Header const& header) {
    draft().has_header = true;
    columns_ = header.columns;
    return read_records(drafts_, header, end_, labels_, evidence_);
  }

  /// A label with its values: up to the next label, in its row where the carrier has rows.
  std::uint32_t read_pair(std::uint32_t label) {
    Pieces values;
    auto at = label + 1;
    for (; at < end_; ++at) {
      auto const& next = piece(at);
      if (hard_ && next.row != piece(label).row)
        break;
      if (next.joined || next.blank())
        continue;
      if ((next.label.known() && !is_value(at)) || next.label.is_level() || is_title(at))
        break;
      values.push_back(at);
    }
    if (piece(label).label.rest > 0 && !hard_)
      return set_labelled(draft(), label, {}), label + 1;
    auto const taken = hard_ ? std::min<std::size_t>(values.size(), 1) : values.size();
    set_labelled(draft(), label, std::span(values).first(taken));
    if (values.empty())
      claim_blank(label);
    // 分配科学性 | 情况说明 | 存在问题: one more text is of the same label, more of them are labels and values of their
    // own.
    bool const keeps_next = piece(label).label.as(Role::pair)->target == "other" && values.size() == taken + 1;
    if (keeps_next)
      set_other(draft(), {label_text(draft(), label)}, std::span(values).subspan(taken, 1),
                draft().text(values[taken]));
    return hard_ && values.size() > taken + 1 ? values[taken] : at;
  }

  /// The blank cell beside a label is that of its field.
  void claim_blank(std::uint32_t label) {
    auto const next = label + 1;
    auto const field = find_field(piece(label).label.as(Role::pair)->target);
    if (field && next < end_ && page_.borders <= Borders::gridded && piece(next).row == piece(label).row &&
        piece(next).blank())
      draft().take_field(next, *field);
  }

  /// 资金性质 | 一般公共预算: a word of the fund block that no amount follows is a value.
  bool is_value(std::uint32_t at) const {
    auto const& label = piece(at).label;
    if (!hard_ || !label.as(Role::fund) || label.as(Role::pair) || label.as(Role::goal) || label.rest > 0)
      return false;
    for (auto next = at + 1; next < end_ && piece(next).row == piece(at).row; ++next)
      if (!piece(next).blank())
        return !looks_like_amount(drafts_.back(), next);
    return true;
  }

  bool is_title(std::uint32_t at) const {
    return piece(at).text.size() > 9 && read_title(piece(at).text, page_.titles).has_value();
  }

  /// A label of a block; the bracket behind it may name the unit of the amounts.
  std::uint32_t read_side(std::uint32_t at) {
    set_labelled(draft(), at, {});
    auto const* side = piece(at).label.as(Role::side);
    purpose_ = side && side->target == "fund_purpose";
    return at + 1;
  }

  /// Instructions below the form, to its end or to the next label.
  std::uint32_t read_note(std::uint32_t at) {
    auto next = at;
    for (; next < end_; ++next) {
      auto const& p = piece(next);
      if (next > at && !p.blank() && p.label.known() && !p.label.as(Role::note) && p.label.rest == 0)
        break;
      if (!p.blank())
        draft().take_furniture(next, "note");
    }
    return next;
  }

  /// A text that no label leads to: the purpose of the funds, a unit's line above the table, or a label that is not in
  /// the vocabulary with its value.
  std::uint32_t read_unlabelled(std::uint32_t at) {
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
    if (read_title(piece(at).text, page_.titles) && draft().form.title &&
        read_title(piece(at).text, page_.titles)->text == *draft().form.title) {
      draft().take_furniture(at, "running_head");
      return at + 1;
    }
    if (is_unit_line(at)) {
      auto const text = draft().text(at);
      auto const party = grammars::match_code_name(text);
      draft().form.implementing_unit = Party{std::string(party->code), std::string(party->name)};
      draft().take_field(at, FieldId::implementing_unit);
      draft().places.push_back({"implementing_unit", at});
      return at + 1;
    }
    if (auto const next = unknown_label(at))
      return *next;
    return at + 1;
  }

  /// `218101某法院` above the first label.
  bool is_unit_line(std::uint32_t at) {
    if (draft().form.project_name || draft().form.implementing_unit || draft().has_header)
      return false;
    auto const text = draft().text(at);
    auto const party = grammars::match_code_name(text);
    return party && !party->code.empty() && party->name.size() >= 9 && text.size() < 120;
  }

  /// In a row of pairs a short text in front of another is a label, though nobody has listed it.
  std::optional<std::uint32_t> unknown_label(std::uint32_t at) {
    auto const& p = piece(at);
    bool const has_group =
        std::ranges::any_of(page_.row(p.row), [](Piece const& other) { return other.label.is_level(); });
    if (!hard_ || p.paragraph || has_group || p.text.size() > longest_unknown_label || look_of(p.text) > Look::words ||
        look_of(p.text) < Look::short_words)
      return std::nullopt;
    auto value = at + 1;
    while (value < end_ && piece(value).row == p.row && piece(value).blank())
      ++value;
    if (value >= end_ || piece(value).row != p.row || piece(value).label.known() || piece(value).label.is_level())
      return std::nullopt;
    draft().remark(Code::label_unknown, {{"label", label_text(draft(), at)}, {"text", draft().text(value)}}, at,
                   "/other/" + std::to_string(draft().form.other.size()));
    draft().take_label(at);
    std::uint32_t const values[] = {value};
    set_other(draft(), {label_text(draft(), at)}, values, draft().text(value));
    return value + 1;
  }

  /// 填报单位 and 单位名称 name the implementing unit where no other label does.
  void adopt_unit(Draft& draft) const {
    auto& form = draft.form;
    if (form.implementing_unit)
      return;
    for (std::size_t i = 0; i < form.other.size(); ++i) {
      auto const name = labels_.find(form.other[i].label.front());
      auto const* pair = name.as(Role::pair);
      if (!pair || pair->target != "unit_of_party")
        continue;
      if (auto const party = grammars::match_code_name(form.other[i].text))
        form.implementing_unit =
            Party{party->code.empty() ? Text() : std::string(party->code), std::string(party->name)};
      return;
    }
  }

  Page const& page_;
  LabelFinder const& labels_;
  Evidence const& evidence_;
  std::uint32_t end_;
  bool hard_;
  Drafts drafts_;
  std::vector<Column> columns_; ///< of the last table of indicators
  FundPanels panels_;
  std::uint32_t title_ = 0;
  bool purpose_ = false; ///< the fund block has a text on its purpose
};

} // namespace

Drafts read_segment(Page const& page, Segment const& segment, LabelFinder const& labels, std::vector<Claim>& claims,
                    Evidence const& evidence) {
  return FormReader(page, segment, labels, claims, evidence).run(segment.first);
}

} // namespace jixiao::recognition
