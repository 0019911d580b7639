#include "recognition/segments.hpp"

#include "grammars/amount.hpp"
#include "grammars/code_name.hpp"
#include "grammars/fiscal_year.hpp"
#include "grammars/heading.hpp"
#include "recognition/columns/columns.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/columns/project_list.hpp"
#include "recognition/labels/titles.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace jixiao::recognition {

namespace {

constexpr int fewest_labels = 3;          ///< a form without a table of indicators has more
constexpr int fewest_of_department = 6;   ///< the same for one that names no project
constexpr std::size_t shortest_title = 9; ///< bytes
constexpr std::uint32_t lines_above = 4;  ///< rows of unit and year that may stand above the label of a project

bool is_name(Label const& label) {
  auto const* pair = label.as(Role::pair);
  return pair &&
         (pair->target == "project_name" || (pair->target == "implementing_unit" && label.text.starts_with("部门")));
}

/// 项目 over 预算数 and the sums of a budget names none: a project has an office, a goal or a period, too.
bool tells_more_than_amounts(Piece const& piece) {
  auto const& label = piece.label;
  bool const of_amounts = label.as(Role::fund) || label.as(Role::measure) || label.as(Role::total) ||
                          label.as(Role::side) || label.is(Role::pair, "amount_unit") ||
                          column_kind(label) == ColumnKind::budget ||
                          grammars::match_amount_unit(clean_value(piece.text));
  return !of_amounts && !is_name(label);
}

class Segmenter {
public:
  explicit Segmenter(Page const& page) : page_(page) {}

  std::vector<Segment> run() {
    auto const count = static_cast<std::uint32_t>(page_.pieces.size());
    for (std::uint32_t at = 0; at < count;) {
      auto const& piece = page_.pieces[at];
      if (!piece.is_text()) {
        ++at;
        continue;
      }
      if (auto const header = read_records_header(page_, at, count); !header.columns.empty()) {
        take_header(at, header);
        at = header.end;
        continue;
      }
      if (opens_row(at) && !is_project(at) && read_title(piece.text, page_.titles))
        take_title(at);
      else if (piece.label.known() && !(title_ < 0 && is_of_numbered_list(at)))
        take_label(at);
      ++at;
    }
    end_segment(count);
    return std::move(segments_);
  }

private:
  /// 表十一 | 项目支出绩效目标表: the number of an attachment may stand before it.
  bool opens_row(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    auto const row = page_.row(piece.row);
    auto const before = at - page_.rows[piece.row];
    return page_.borders >= Borders::soft || std::ranges::all_of(row.first(before), [](Piece const& p) {
             return p.blank() || is_attachment_number(p.text);
           });
  }

  bool is_number_label(std::uint32_t at) const { return trim(page_.pieces[at].text) == "序号"; }

  /// 序号 | 乡镇 | 项目名称 | 金额: the labels of a list, such as that of who gets how much, are none of a form.
  bool is_of_numbered_list(std::uint32_t at) const {
    constexpr std::uint32_t widest = 16; // columns
    if (is_number_label(at))
      return true;
    auto const row = page_.has_rows() ? page_.rows[page_.pieces[at].row] : 0;
    auto const least = std::max(row, at - std::min(at, widest));
    for (auto before = at; before > least; --before) {
      auto const& piece = page_.pieces[before - 1];
      if (!piece.is_text())
        continue;
      if (is_number_label(before - 1))
        return true;
      if (!may_be_label(piece) && !(piece.label.known() && piece.label.rest == 0))
        return false;
    }
    return false;
  }

  /// 项目名称 | 2023年执法经费绩效自评表: whatever it says, the text beside the label is the name.
  bool is_project(std::uint32_t at) const {
    auto before = at;
    while (before > 0 && page_.pieces[before - 1].blank())
      --before;
    if (!open_ || before == 0)
      return false;
    auto const& label = page_.pieces[before - 1].label;
    return label.rest == 0 && label.is(Role::pair, "project_name");
  }

  void end_segment(std::uint32_t end) {
    bool const named = has_name_ && (title_ >= 0 || beyond_amounts_ || !header_above_.empty());
    bool const enough =
        (has_header_ && (title_ >= 0 || of_form_)) || (labels_ >= fewest_labels && (named || is_of_department()));
    if (open_ && enough)
      segments_.push_back({first_, end, title_, heading_, std::move(running_heads_), std::move(header_above_)});
    open_ = has_header_ = of_form_ = has_name_ = has_office_ = name_left_blank_ = continued_ = beyond_amounts_ = false;
    labels_ = 0;
    title_ = heading_ = -1;
    name_ = {};
    printed_.clear();
    running_heads_.clear();
    header_above_.clear();
  }

  /// 整体支出绩效目标申报表 over the name of an office and tasks or funds: no project is named.
  bool is_of_department() const {
    if (title_ < 0 || !has_office_ || labels_ < fewest_of_department)
      return false;
    auto const title = read_title(page_.pieces[static_cast<std::size_t>(title_)].text, page_.titles);
    return title && title->family.starts_with("department");
  }

  void begin(std::uint32_t at, std::int64_t title) {
    end_segment(at);
    open_ = true;
    first_ = at;
    title_ = title;
    if (title < 0)
      header_above_ = last_header_;
  }

  void take_title(std::uint32_t at) {
    if (is_listed(at))
      return;
    if (open_ && labels_ == 0 && !has_header_) { // the title nearest to the labels is the form's
      auto const above = title_;
      begin(with_labels_above(at), at);
      heading_ = above;
      return;
    }
    if (open_ && title_ >= 0 && goes_on_behind(at))
      return running_heads_.push_back(at);
    if (open_ && title_ >= 0 && heads_table(at))
      return;
    if (open_ && title_ >= 0 && is_continuation(at)) {
      continued_ = true;
      return;
    }
    begin(with_labels_above(at), at);
  }

  /// 附件：1.资金分配表 2.绩效目标表: a letter lists what it has attached; the title is printed again above its form,
  /// where that has not been cut off.
  bool is_listed(std::uint32_t at) {
    auto const title = read_title(page_.pieces[at].text, page_.titles);
    if (!title || title->ordinal.empty() || !is_below_list_head(at))
      return false;
    if (last_titles_.empty())
      for (std::uint32_t i = 0; i < page_.pieces.size(); ++i)
        if (opens_row(i) && page_.pieces[i].text.size() >= shortest_title)
          if (auto const other = read_title(page_.pieces[i].text, page_.titles))
            last_titles_[other->text] = i;
    return last_titles_[title->text] > at || is_above_attachments(at);
  }

  /// Behind the list stands 附件1, the head of what is attached first: no form begins in the letter.
  bool is_above_attachments(std::uint32_t at) const {
    constexpr std::size_t farthest = 200; // cells
    auto const end = std::min(page_.pieces.size(), at + farthest);
    for (std::size_t below = at + 1; below < end; ++below) {
      auto const& piece = page_.pieces[below];
      if (is_attachment_number(piece.text.substr(piece.text.rfind('\n') + 1)))
        return true;
      if (piece.label.known())
        return false;
    }
    return false;
  }

  /// The text, or one above it with nothing but numbered ones between, each in one line or two, begins with 附件：.
  bool is_below_list_head(std::uint32_t at) const {
    constexpr int longest_list = 24; // lines
    bool broken = false;             ///< below the text stands the second line of an entry
    for (int i = 0; i < longest_list && at > 0; ++i) {
      auto const& above = page_.pieces[--at];
      if (!above.is_text())
        continue;
      if (begins_list_of_attachments(above.text))
        return true;
      auto const heading = grammars::match_heading(above.text);
      bool const numbered = heading && !heading->ordinal.empty();
      if (!numbered && (broken || above.label.known()))
        return false;
      broken = !numbered;
    }
    return false;
  }

  /// 报表编号：… above a title is the form's, as is 附件2 before it.
  std::uint32_t with_labels_above(std::uint32_t at) const {
    if (!page_.has_rows())
      return with_lines_of_labels_above(at);
    auto begin = page_.borders < Borders::soft ? page_.rows[page_.pieces[at].row] : at;
    for (std::uint32_t row = page_.pieces[at].row, i = 0; row > 0 && i < lines_above; ++i) {
      --row;
      auto const pieces = page_.row(row);
      bool const labelled = std::ranges::all_of(pieces, [](Piece const& p) {
        auto const* pair = p.label.as(Role::pair);
        return p.blank() || is_attachment_number(p.text) || (pair && pair->target != "contact" && p.label.rest > 0);
      });
      if (!labelled || pieces.empty() || pieces.front().paragraph != page_.pieces[at].paragraph)
        break;
      begin = page_.rows[row];
    }
    return begin;
  }

  /// The same where rows are not told. Below another form, a label with its value may be the last of that.
  std::uint32_t with_lines_of_labels_above(std::uint32_t at) const {
    if (at > 0 && page_.pieces[at - 1].row == page_.pieces[at].row && is_attachment_number(page_.pieces[at - 1].text))
      return at - 1;
    auto begin = at;
    std::uint32_t lines = 0;
    for (auto above = at; !open_ && segments_.empty() && above > 0 && lines < lines_above; --above) {
      auto const& piece = page_.pieces[above - 1];
      if (!piece.is_text())
        continue;
      auto const* pair = piece.label.as(Role::pair);
      if (!pair || pair->target == "contact" || piece.label.rest == 0)
        break;
      begin = above - 1, ++lines;
    }
    return begin;
  }

  /// 绩效项目指标表 over the table of a form that has had none yet.
  bool heads_table(std::uint32_t at) const {
    auto const count = static_cast<std::uint32_t>(page_.pieces.size());
    auto const next = page_.text_from(at + 1, count);
    return has_name_ && !has_header_ && next < count && !read_records_header(page_, next, count).columns.empty();
  }

  /// 自评表（续） below 自评表: its project may be printed again.
  bool is_continuation(std::uint32_t at) const {
    auto const here = read_title(page_.pieces[at].text, page_.titles),
               first = read_title(page_.pieces[static_cast<std::size_t>(title_)].text, page_.titles);
    return here && first && without_continuation(here->text) != here->text &&
           without_continuation(here->text) == without_continuation(first->text);
  }

  /// A title printed again at the head of a page: the same text, and behind it no label of a project.
  bool goes_on_behind(std::uint32_t at) {
    auto const here = read_title(page_.pieces[at].text, page_.titles),
               first = read_title(page_.pieces[static_cast<std::size_t>(title_)].text, page_.titles);
    if (!here || !first || without_continuation(here->text) != without_continuation(first->text))
      return false;
    auto const is_of_project = [](Label const& label) {
      return label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal);
    };
    // 项目概况, further down in the same form, has not been printed yet; another project repeats what this one has.
    for (auto next = at + 1; next < page_.pieces.size(); ++next) {
      auto const& piece = page_.pieces[next];
      auto const& label = piece.label;
      if (is_name(label) || (is_of_project(label) && printed_.contains(label.text)))
        return false;
      auto const kind = label.rest == 0 ? column_kind(label) : std::nullopt; // and not 单位：万元
      if (label.is_level() || (kind && *kind < ColumnKind::project_name) || is_title(next))
        return true;
    }
    return true;
  }

  /// Asked of each piece behind a title printed again, up to the next one.
  bool is_title(std::uint32_t at) const {
    return opens_row(at) && page_.pieces[at].text.size() > 9 && read_title(page_.pieces[at].text, page_.titles);
  }

  bool is_beside_label(std::uint32_t at) const {
    if (!page_.has_rows() || at == page_.rows[page_.pieces[at].row])
      return false;
    auto const& before = page_.pieces[at - 1].label;
    return before.rest == 0 && before.is(Role::pair, "other");
  }

  void take_label(std::uint32_t at) {
    auto const& label = page_.pieces[at].label;
    if (!open_)
      begin(row_begin(at), -1);
    if (label.rest > 0 && is_beside_label(at)) {
      ++labels_;
      return; // 项目概况 | 项目名称：…
    }
    bool const same_again = is_name(label) && has_name_ && label.text == name_ && !name_left_blank_;
    if (is_name(label) && !continued_ && ((has_name_ && has_header_) || same_again))
      begin(with_lines_above(at), -1);
    continued_ = continued_ && !is_name(label);
    ++labels_;
    printed_.insert(label.text);
    auto const* pair = label.as(Role::pair);
    beyond_amounts_ = beyond_amounts_ || tells_more_than_amounts(page_.pieces[at]);
    has_office_ = has_office_ || (pair && (pair->target == "supervising_department" ||
                                           pair->target == "implementing_unit" || pair->target == "unit_of_party"));
    if (names_project(at) && (!has_name_ || name_left_blank_)) {
      has_name_ = true;
      name_left_blank_ = is_left_blank(at);
      name_ = label.text;
    }
  }

  /// Without a title, neither 项目名称 | 项目类别 | 金额 over a list of who gets what nor 部门：某局 above one names
  /// the project of a form.
  bool names_project(std::uint32_t at) const {
    auto const& label = page_.pieces[at].label;
    if (!is_name(label) || title_ >= 0)
      return is_name(label);
    return label.rest > 0 ? label.is(Role::pair, "project_name") : !heads_list(at);
  }

  /// The label stands right before another, or in a row where others do.
  bool heads_list(std::uint32_t at) const {
    constexpr std::uint32_t widest = 16; // columns
    if (!page_.has_rows())
      return false;
    auto const row = page_.pieces[at].row;
    auto const is_label = [&](std::uint32_t i) {
      auto const& piece = page_.pieces[i];
      return piece.is_text() && piece.label.known() && piece.label.rest == 0;
    };
    int pairs = 0;
    for (auto i = std::max(page_.rows[row], at - std::min(at, widest)); i + 1 < page_.rows[row + 1] && i < at + widest;
         ++i)
      pairs += static_cast<int>(is_label(i) && is_label(i + 1)) * (i == at ? 2 : 1);
    return pairs > 1;
  }

  /// 项目名称： ______ on the cover of a template.
  bool is_left_blank(std::uint32_t at) const {
    auto const count = static_cast<std::uint32_t>(page_.pieces.size());
    auto const next = page_.text_from(at + 1, count);
    return next < count && page_.pieces[next].text.starts_with("__");
  }

  void take_header(std::uint32_t at, Header const& header) {
    bool const of_form =
        is_project_list(page_, header.columns) || std::ranges::any_of(header.columns, [](Column const& c) {
          return is_name_or_level(c.kind) || c.kind == ColumnKind::target || c.kind == ColumnKind::actual;
        });
    if (title_ < 0 && !of_form && is_of_numbered_list(at))
      return;
    if (!open_)
      begin(row_begin(at), -1);
    has_header_ = true;
    last_header_ = header.columns;
    of_form_ = of_form_ || of_form;
    labels_ += static_cast<int>(header.columns.size());
    has_name_ = has_name_ || has_column(header.columns, ColumnKind::project_name);
  }

  std::uint32_t row_begin(std::uint32_t at) const {
    return page_.borders >= Borders::soft ? at : page_.rows[page_.pieces[at].row];
  }

  /// The line of the unit and that of the year belong to the form below them.
  std::uint32_t with_lines_above(std::uint32_t at) const {
    auto begin = page_.rows[page_.pieces[at].row];
    for (std::uint32_t row = page_.pieces[at].row, i = 0; row > 0 && i < lines_above; ++i) {
      --row;
      if (!is_line_above(page_.row(row)))
        break;
      begin = page_.rows[row];
    }
    return std::max(begin, first_ + 1);
  }

  static bool is_line_above(std::span<Piece const> row) {
    return std::ranges::all_of(row, [](Piece const& piece) {
      if (piece.blank())
        return true;
      auto const text = clean_value(piece.text);
      auto const* pair = piece.label.as(Role::pair);
      auto const party = grammars::match_code_name(text);
      return (pair && (pair->target == "amount_unit" || pair->target == "unit_of_party")) ||
             grammars::match_fiscal_year(text) || grammars::match_amount_unit(text) ||
             (party && !party->code.empty() && text.size() < 120);
    });
  }

  Page const& page_;
  std::vector<Segment> segments_;
  bool open_ = false, has_header_ = false, has_name_ = false, has_office_ = false;
  bool name_left_blank_ = false;
  bool beyond_amounts_ = false; ///< a label tells of more than amounts and the name of a project
  bool of_form_ = false;        ///< a table tells of indicators, or of what projects came to: no list of who gets what
  bool continued_ = false;      ///< the title was printed again, and the project not yet
  int labels_ = 0;
  std::uint32_t first_ = 0;
  std::int64_t title_ = -1, heading_ = -1;
  std::string_view name_;                        ///< the label of the project
  std::unordered_set<std::string_view> printed_; ///< labels of the open form
  std::unordered_map<std::string, std::uint32_t>
      last_titles_; ///< where each is printed last; filled when it is asked for
  std::vector<std::uint32_t> running_heads_;
  std::vector<Column> last_header_, header_above_;
};

} // namespace

std::vector<Segment> find_segments(Page const& page) { return Segmenter(page).run(); }

} // namespace jixiao::recognition
