#include "recognition/records/table_end.hpp"

#include "grammars/heading.hpp"
#include "recognition/columns/columns.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/fields/goal_rows.hpp"
#include "recognition/fields/pairs.hpp"
#include "recognition/labels/titles.hpp"
#include "recognition/pieces/looks.hpp"
#include "recognition/records/total_row.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t farthest_group = 4000; ///< pieces to the next label of a group: a hundred rows and more
constexpr std::uint32_t farthest_record = 12;  ///< rows to the next one of indicators, over lines of text

/// The row has the rest of a cell that the end of a page cut: nothing but a text below none of the first columns.
bool ends_cut_cell(Page const& page, std::uint32_t row) {
  Piece const* text = nullptr;
  for (auto const& piece : page.row(row)) {
    if (!piece.is_text())
      continue;
    if (text || piece.paragraph || piece.x == 0 || piece.label.known() || piece.label.is_level() ||
        read_title(piece.text, page.titles))
      return false;
    text = &piece;
  }
  return text != nullptr;
}

/// True when the table goes on behind lines of text that stand between its parts, such as the foot of a page.
bool goes_on_behind(Page const& page, std::uint32_t index, std::uint32_t end) {
  constexpr int most_lines = 4, most_rests = 4;
  for (int lines = 0; index < end && page.pieces[index].paragraph; ++index) {
    auto const& piece = page.pieces[index];
    bool const note = piece.label.as(Role::note) && piece.label.rest > 0;
    if (++lines > most_lines || (piece.label.known() && !note) || read_title(piece.text, page.titles))
      return false;
  }
  if (index == end)
    return false;
  auto row = page.pieces[index].row;
  bool const cut = page.text && page.has_rows();
  for (int rests = 0; cut && rests < most_rests && row + 2 < page.rows.size() && ends_cut_cell(page, row); ++rests)
    ++row;
  return page.rows[row] < end && is_row_of_records(page, row);
}

/// 生态效益 | 指标: a group whose label a line end broke, so that its first line is one by itself.
bool is_broken_group(Page const& page, Piece const& piece) {
  return page.breaks_cells && piece.label.is_level() && piece.label.rest == 0;
}

/// True when labels of groups stand below, before the next header.
bool groups_follow(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const own_row = page.pieces[index].row;
  for (auto at = index + 1; at < std::min(end, index + farthest_group); ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text() || (page.has_rows() && piece.row == own_row))
      continue;
    if (piece.label.is_level() && piece.label.text.ends_with("指标"))
      return true;
    if (page.pieces[index].label.text == "小计" && piece.label.as(Role::total) && piece.label.rest == 0)
      return true; // the sum of a group, above that of all
    if (column_kind(piece.label) == ColumnKind::level1 || read_title(piece.text, page.titles))
      return false;
  }
  return false;
}

/// The next row is the header of another table.
bool heads_another_table(Page const& page, std::uint32_t row, std::uint32_t end) {
  if (row + 2 >= page.rows.size())
    return false;
  auto const next = page.text_from(page.rows[row + 1], page.rows[row + 2]);
  return next < std::min(page.rows[row + 2], end) && !read_records_header(page, next, end).columns.empty();
}

/// 小计 below the rows of a group that is not the first to have one is no sum of all.
bool is_another_subtotal(Page const& page, std::uint32_t index, std::uint32_t first) {
  if (page.pieces[index].label.text != "小计")
    return false;
  auto const above = std::span(page.pieces).subspan(first, index - first);
  return std::ranges::any_of(above, [](Piece const& piece) { return piece.label.text == "小计"; });
}

/// 存在问题, 复核人: what a reviewer or the office adds, wherever there is room.
bool is_added(Label const& label) {
  auto const* pair = label.as(Role::pair);
  return pair && (pair->target == "other" || pair->target == "contact" || pair->target == "grade");
}

/// Rows of indicators stand below: groups, or values.
bool records_follow(Page const& page, std::uint32_t row, std::uint32_t end) {
  auto const last_row = std::min<std::size_t>(row + 1 + farthest_record, page.rows.size() - 1);
  for (auto at = page.rows[row + 1]; at < std::min(end, page.rows[last_row]); ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text())
      continue;
    auto const look = piece.look();
    if (piece.label.is_level() || look == Look::quantity || look == Look::percentage)
      return true;
    if ((piece.label.known() && !is_added(piece.label)) || piece.paragraph || read_title(piece.text, page.titles))
      return false;
  }
  return false;
}

/// A line across the foot of a table: one cell that begins at its left edge, and over the names where spans are told;
/// or cells of which the first says what it is: 制表：… | 审核：….
bool is_line_below(Page const& page, Header const& header, std::uint32_t index, std::uint32_t end) {
  auto const& piece = page.pieces[index];
  auto const name = std::ranges::find(header.columns, ColumnKind::level3, &Column::kind);
  if (page.borders > Borders::gridded || name == header.columns.end() || name == header.columns.begin() ||
      piece.x > header.columns.front().x || piece.look() < Look::short_words)
    return false;
  auto const texts = page.texts_in(piece.row);
  bool const across = page.borders != Borders::exact || piece.x_end > name->x;
  return ((texts == 1 && across) || own_value(piece.text) > 0) && !records_follow(page, piece.row, end);
}

/// What stands on a sheet right of all columns, in a row that has nothing else: a note that somebody made there.
bool is_beside_columns(Page const& page, Header const& header, std::uint32_t index, std::uint32_t end) {
  auto const& piece = page.pieces[index];
  if (page.borders > Borders::gridded || header.columns.empty() || piece.label.is_level())
    return false;
  auto const right = std::ranges::max(header.columns, {}, &Column::x_end).x_end;
  return right > 0 && piece.x >= right && !records_follow(page, piece.row, end);
}

/// The only text beside `label` in its row, where there is one and it is neither a label nor a value.
Piece const* only_text_beside(Page const& page, Piece const& label) {
  Piece const* text = nullptr;
  for (auto const& other : page.row(label.row)) {
    if (&other == &label || !other.is_text())
      continue;
    if (text || other.label.known() || other.look() < Look::short_words)
      return nullptr;
    text = &other;
  }
  return text;
}

/// A cell over all that is right of `label`, and over columns of more than one kind: none of an indicator.
bool is_across(Header const& header, Piece const& label, Piece const& text) {
  constexpr std::ptrdiff_t fewest = 3; ///< columns
  auto const right = std::ranges::max(header.columns, {}, &Column::x_end).x_end;
  auto const under = std::ranges::count_if(header.columns, [&](Column const& c) { return overlap(text, c); });
  return text.x == label.x_end && text.x_end >= right && under >= fewest;
}

/// The columns up to the last text of a row where covered cells are left out: those of the groups that go down into it,
/// and its cells.
std::size_t reach_of(std::span<Piece const> row) {
  if (row.size() < 2)
    return 0;
  return row.size() + (row[1].label.is_level() ? 0 : row[0].label.is_level() ? 1 : 2); // 成本指标 may be either level
}

/// Where covered cells are left out: two cells of a table whose rows all go on behind the values, of which no points
/// are left, or a sentence. Where no row can go on behind them, whole sentences.
bool is_pair_by_count(Page const& page, Header const& header, Piece const& label, Piece const& text) {
  constexpr std::size_t up_to_values = 4; ///< two groups, the name and its target
  if (page.borders != Borders::separated || page.row(label.row).size() != 2)
    return false;
  if (header.columns.size() <= up_to_values)
    return text.look() == Look::prose && text.text.ends_with("。");
  if (!is_sentence(text.text) && !has_column(header.columns, {ColumnKind::weight, ColumnKind::score}))
    return false;
  auto const first = page.pieces[header.end].row;
  for (auto row = first; row < label.row; ++row)
    if (reach_of(page.row(row)) <= up_to_values)
      return false;
  return first < label.row;
}

/// 改进措施 | text, left of where names stand. A label that nobody has listed is told by a text over all columns.
bool is_pair_below(Page const& page, Header const& header, std::uint32_t index, std::uint32_t end) {
  constexpr std::size_t shortest = 12; ///< bytes; 备注 may be a name
  auto const& piece = page.pieces[index];
  auto const name = std::ranges::find(header.columns, ColumnKind::level3, &Column::kind);
  bool const left = page.borders <= Borders::gridded ? name != header.columns.end() && piece.x < name->x
                                                     : page.borders == Borders::separated;
  if (!left || piece.label.rest > 0 || piece.text.size() < shortest)
    return false;
  auto const* text = only_text_beside(page, piece);
  bool const alone =
      !piece.label.known() && text &&
      (page.borders == Borders::exact ? is_across(header, piece, *text) : is_pair_by_count(page, header, piece, *text));
  bool const told = piece.label.as(Role::pair) || alone;
  return text && told && !records_follow(page, piece.row, end);
}

/// 年度绩效目标 | a sentence, left of where names stand, below all rows: no indicator, though it heads a column
/// elsewhere.
bool is_goal_below(Page const& page, Header const& header, std::uint32_t index, std::uint32_t end) {
  auto const& piece = page.pieces[index];
  auto const name = std::ranges::find(header.columns, ColumnKind::level3, &Column::kind);
  bool const of_grid = has_column(header.columns, ColumnKind::goal);
  if (!page.has_rows() || of_grid || !piece.label.as(Role::goal) || piece.label.rest > 0 ||
      name == header.columns.end() || (page.borders <= Borders::gridded && piece.x >= name->x))
    return false;
  auto const* text = only_text_beside(page, piece);
  return text && (text->look() == Look::prose || text->text.ends_with("。")) && !records_follow(page, piece.row, end);
}

/// 说明 | 无, 备注 | text: a row of its own at the foot of a table, of which no column but the first says anything.
bool is_note_below(Page const& page, std::uint32_t index, std::uint32_t end) {
  return page.borders != Borders::order && page.texts_in(page.pieces[index].row) == 2 &&
         !records_follow(page, page.pieces[index].row, end) && !groups_follow(page, index, end);
}

/// 考核节点进度完成率 | 10分 | 项目采购节约率 | 10分: what the whole was given, at the foot of a table. A label of them
/// all may stand before it.
bool is_row_of_points(Page const& page, std::uint32_t index, std::uint32_t end) {
  std::vector<Piece const*> texts;
  for (auto const& piece : page.row(page.pieces[index].row))
    if (piece.is_text())
      texts.push_back(&piece);
  auto const is_name = [](Piece const& piece) {
    auto const look = piece.look();
    return !piece.label.is_level() && (look == Look::short_words || look == Look::words);
  };
  auto const are_points = [](Piece const& piece) {
    return piece.look() == Look::quantity && trim(piece.text).ends_with("分");
  };
  auto const first = texts.size() % 2;
  if (texts.size() < 4 || (first == 1 && !is_name(*texts.front())))
    return false;
  for (auto i = first; i < texts.size(); i += 2)
    if (!is_name(*texts[i]) || !are_points(*texts[i + 1]))
      return false;
  return !groups_follow(page, index, end);
}

/// 财政部门支出股室初审意见 on a line of its own: a place to sign.
bool is_line_of_opinion(Page const& page, std::uint32_t index, std::uint32_t end) {
  constexpr std::size_t shortest = 12, longest = 60; ///< bytes
  auto const& piece = page.pieces[index];
  auto const text = folded(piece.text);
  auto const name = std::string_view(text).substr(0, text.find('('));
  bool const alone = std::ranges::all_of(page.row(piece.row), [&](Piece const& other) {
    return &other == &piece || !other.is_text() || other.text.front() == '(' || other.text.starts_with("（");
  });
  return alone && name.ends_with("意见") && name.size() >= shortest && name.size() <= longest &&
         !records_follow(page, piece.row, end);
}

/// (四)部门职能职责。, 五、存在问题: of a report, and no name of an indicator.
bool is_heading_of_report(Piece const& piece) {
  constexpr std::size_t longest = 60; ///< bytes
  if (piece.blank() || piece.label.known() || piece.label.is_level() || piece.text.size() > longest)
    return false;
  constexpr std::string_view digits = "0123456789";
  auto const heading = grammars::match_heading(piece.text);
  return heading && heading->ordinal.find_first_of(digits) == std::string_view::npos && !heading->ordinal.empty() &&
         (heading->style == grammars::OrdinalStyle::chinese || heading->style == grammars::OrdinalStyle::bracketed);
}

/// The next part of a report, behind indicators whose names are not numbered like it.
bool goes_on_as_report(Page const& page, std::uint32_t first, std::uint32_t index, std::uint32_t end) {
  return is_heading_of_report(page.pieces[index]) && !records_follow(page, page.pieces[index].row, end) &&
         std::ranges::none_of(std::span(page.pieces).subspan(first, index - first), is_heading_of_report);
}

/// 扫一扫在手机打开当前页, 附件：: what a web page prints below its text.
bool is_of_web_page(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const& text = page.pieces[index].text;
  bool const attachment = folded(text) == "附件" || is_attachment_number(text);
  return (attachment || is_line_of_web_page(text)) && !groups_follow(page, index, end);
}

/// 项目目标 | 4: a goal is told in words, so that a label of one with a number behind it is the name of a group.
bool has_number_behind(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const next = page.text_from(index + 1, end);
  return next < end && page.pieces[next].look() == Look::number;
}

/// 完工时间 | 定性 | 2024年7月底前 | 2024年7月1日 | 8 | 8: the name of an indicator that is a label of a form
/// elsewhere. A label of a form has one value behind it, or other labels.
bool names_record(Page const& page, Header const& header, std::uint32_t index) {
  constexpr std::size_t fewest = 4; // texts of such a row
  if (!page.has_rows() || !page.pieces[index].label.as(Role::pair) || page.pieces[index].label.rest > 0)
    return false;
  std::size_t texts = 0;
  bool figure = false;
  for (auto const& piece : page.row(page.pieces[index].row)) {
    if (!piece.is_text())
      continue;
    if (&piece != &page.pieces[index] && piece.label.known() && !piece.label.is_level())
      return false;
    auto const look = piece.look();
    figure = figure || look == Look::number || look == Look::quantity || look == Look::percentage;
    ++texts;
  }
  return figure && texts >= fewest && 2 * texts > header.columns.size();
}

/// A label of what is not an indicator: of a value, an amount, a goal, or of several of them.
bool is_of_form(Label const& label) {
  return label.rest == 0 && !label.is_level() &&
         (label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal) || label.as(Role::measure) ||
          label.as(Role::side));
}

/// A label of a form left of all columns, where 绩效指标 stands beside the rows of indicators.
bool is_left_of_columns(Page const& page, Header const& header, Piece const& piece) {
  return page.borders <= Borders::gridded && !header.columns.empty() && piece.x_end <= header.columns.front().x &&
         (is_of_form(piece.label) || (piece.label.rest > 0 && piece.label.as(Role::pair))) &&
         !piece.label.is(Role::side, "indicators");
}

/// 绩效指标, merged beside all rows of the table, ends above the row. Spans worked out from lines do not tell so much.
bool is_below_side(Page const& page, Header const& header, Piece const& piece) {
  auto const& side = page.pieces[header.first];
  return page.borders == Borders::exact && !page.by_lines && side.label.is(Role::side, "indicators") &&
         side.y_span > 2 && piece.row >= side.row + side.y_span && piece.x <= side.x && !is_side_label(piece);
}

/// 成本指标 on a line of its own, which heads the rows below it.
bool is_group_alone(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const& label = page.pieces[index].label;
  return label.is_level() && label.rest == 0 && label.text.ends_with("指标") &&
         records_follow(page, page.pieces[index].row, end);
}

} // namespace

bool is_goal_between_tables(Page const& page, std::uint32_t index, std::uint32_t end) {
  auto const& label = page.pieces[index].label;
  if (!label.as(Role::goal) || label.rest > 0)
    return false;
  if (page.has_rows())
    return heads_another_table(page, page.pieces[index].row, end);
  auto const text = page.text_from(index + 1, end), header = page.text_from(text + 1, end);
  return header < end && !page.pieces[text].label.known() &&
         (page.pieces[text].look() >= Look::words || label.one_of_several) &&
         !read_records_header(page, header, end).columns.empty();
}

bool is_row_of_records(Page const& page, std::uint32_t row) {
  bool group = false, value = false, other = false;
  for (auto const& piece : page.row(row)) {
    if (!piece.is_text())
      continue;
    auto const look = piece.look();
    group = group || piece.label.is_level();
    value = value || look == Look::quantity || look == Look::percentage;
    other = other || (piece.label.known() && !piece.label.is_level());
  }
  return group || (value && !other);
}

bool is_row_of_amounts(Page const& page, std::uint32_t row) {
  constexpr std::size_t fewest = 2; ///< amounts of money
  if (!page.has_rows())
    return false;
  std::size_t money = 0;
  Piece const* label = nullptr;
  for (auto const& piece : page.row(row)) {
    if (!piece.is_text())
      continue;
    if (piece.label.is_level())
      return false;
    bool const of_funds = (piece.label.as(Role::fund) || piece.label.as(Role::measure)) && piece.label.rest == 0;
    auto const look = piece.look();
    auto const* measure = label ? label->label.as(Role::measure) : nullptr;
    bool const points =
        measure && !label->label.as(Role::fund) &&
        (measure->target == "weight" || measure->target == "score" || measure->target == "execution_rate");
    money += label && !points && (look == Look::number || look == Look::money) ? 1 : 0;
    label = of_funds ? &piece : nullptr;
  }
  return money >= fewest;
}

bool heads_other_block(Page const& page, std::uint32_t row) {
  constexpr std::size_t most_unlisted = 4; ///< one in so many labels of a block is one that nobody has listed
  std::size_t labels = 0, values = 0, unlisted = 0;
  bool behind_label = false;
  for (auto const& piece : page.row(row)) {
    if (!piece.is_text())
      continue;
    auto const kind = column_kind(piece.label);
    if (piece.label.is_level() || (kind && is_name_or_level(*kind)))
      return false;
    bool const label = is_of_form(piece.label);
    if (!label && !behind_label)
      return false;
    labels += label ? 1 : 0;
    values += label ? 0 : 1;
    unlisted += !label && may_be_label(piece) ? 1 : 0;
    behind_label = label;
  }
  return labels >= 2 &&
         (values == 0 || values + 1 >= labels || (values == unlisted && unlisted * most_unlisted <= labels));
}

bool ends_table(Page const& page, Header const& header, std::uint32_t index, std::uint32_t end) {
  auto const first = header.first;
  auto const& piece = page.pieces[index];
  if (!piece.is_text())
    return false;
  if (piece.paragraph && !page.pieces[first].paragraph)
    return !is_broken_group(page, piece) && !goes_on_behind(page, index, end) && !is_group_alone(page, index, end);
  bool const hard = page.has_rows();
  bool const opens_row =
      page.pieces[index - 1].row != piece.row ||
      std::ranges::all_of(page.row(piece.row).subspan(0, index - page.rows[piece.row]), &Piece::blank);
  if (hard && !opens_row)
    return false;
  // 100 | 合计
  if (auto const total = hard && !piece.label.known() ? total_label(page, piece.row) : std::nullopt)
    return !groups_follow(page, *total, end);
  auto const& label = piece.label;
  if (label.is_level())
    return false;
  if (hard && (is_row_of_amounts(page, piece.row) || heads_other_block(page, piece.row) ||
               is_below_side(page, header, piece) || is_left_of_columns(page, header, piece)))
    return !groups_follow(page, index, end);
  if (page.borders >= Borders::soft && opens_row &&
      (is_of_web_page(page, index, end) || goes_on_as_report(page, first, index, end)))
    return true;
  if (opens_row && !label.known() && is_line_of_opinion(page, index, end))
    return true;
  if (opens_row && page.borders <= Borders::soft && !label.known() && is_row_of_points(page, index, end))
    return true;
  if (opens_row && is_beside_columns(page, header, index, end))
    return true;
  if (is_pair_below(page, header, index, end) || (!label.known() && is_line_below(page, header, index, end)))
    return true;
  if (is_goal_between_tables(page, index, end) || is_goal_below(page, header, index, end))
    return true;
  // 主管部门盖章： | 财政部门盖章：
  if (piece.text.find("盖章") != std::string_view::npos && (!label.known() || !records_follow(page, piece.row, end)))
    return true;
  // 项目完成时间 may be the name of an indicator, and 合计 stand over the rows.
  bool const ends = (label.as(Role::total) && label.rest == 0) || label.as(Role::pair) || label.as(Role::fund);
  if (!label.as(Role::total) && names_record(page, header, index))
    return false;
  if (ends && (groups_follow(page, index, end) || is_another_subtotal(page, index, first)))
    return false;
  if (label.as(Role::total) && label.rest == 0)
    return true;
  // 说明：无偏差 among the cells of a row, or before more rows, is a remark.
  bool const remark = !hard && (!opens_row || records_follow(page, piece.row, end));
  if (label.as(Role::note) && !remark)
    return !label.as(Role::column) || is_note_below(page, index, end);
  bool const goal = label.as(Role::goal) && !(label.rest == 0 && has_number_behind(page, index, end));
  return (label.as(Role::pair) || label.as(Role::fund) || goal) && !label.as(Role::column) && label.text.size() >= 9;
}

} // namespace jixiao::recognition
