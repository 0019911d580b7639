#include "recognition/fused/form.hpp"

#include "grammars/date.hpp"
#include "grammars/number.hpp"
#include "recognition/fused/glyphs.hpp"
#include "recognition/fused/turns.hpp"
#include "recognition/fused/value_columns.hpp"
#include "recognition/fused/values.hpp"
#include "recognition/fused/words.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_rest = 12;      ///< bytes of the end of a label on a line of its own
constexpr std::size_t shortest_sentence = 60; ///< bytes

std::string_view run_of(std::string_view text) { return text.substr(0, spaced_run_length(text)); }

bool is_run(std::string_view text) { return run_of(text) == text; }

std::ptrdiff_t count_runs(std::string_view text) { return std::ranges::count_if(turns_of(text), &Turn::run); }

constexpr std::ptrdiff_t fewest_runs_without_group = 2; ///< that tell records before the first group

/// Bytes of the date or number that a label asks for, where words that are none of it stand behind it; 0 otherwise.
std::size_t asked_length(std::string_view field, std::string_view text) {
  std::size_t length = 0;
  if (field == "start_date" || field == "end_date") {
    if (auto const date = grammars::match_leading_date(text))
      length = date.length;
  } else if (field == "total_score") {
    if (auto const number = grammars::match_number(text))
      length = number.length;
  }
  auto const behind = trim(text.substr(length));
  if (length == 0 || behind.empty())
    return 0;
  auto const next = character_at(behind, 0).value;
  return is_ideographic(next) && U"年月日号至到起止前底左分"sv.find(next) == std::u32string_view::npos ? length : 0;
}

/// 1(40分) of 年度绩效目标1(40分) over a header.
bool is_number_of_heading(std::string_view text) {
  auto const bracket = text.substr(is_run(text.substr(0, 1)) ? 1 : 0);
  std::string folded;
  fold_label(bracket, folded);
  return bracket.size() < text.size() && folded.starts_with('(') && folded.ends_with("分)");
}

/// What a line holds before a title shows where that begins: nothing, a blank, the end of a sentence, 附件2.
bool stands_apart(std::string_view before) {
  for (auto const mark : {" "sv, "\t"sv, "　"sv, "。"sv, ";"sv, "；"sv, ")"sv, "）"sv, "》"sv})
    if (before.ends_with(mark))
      return true;
  auto const number = before.find_last_not_of("0123456789-") + 1;
  return before.empty() || before.substr(0, number).ends_with("附件") || before.substr(0, number).ends_with("附表");
}

bool is_column(Part const& part) {
  return part.kind == Part::Kind::label && !part.label.is_level() && column_kind(part.label);
}

} // namespace

void FormReader::read_line(std::uint32_t cell, std::string_view line, std::size_t mark) {
  if (mark > 0) {
    put_aside(cells_[cell], line.substr(0, mark));
    line.remove_prefix(mark);
    cell_ = cell;
    if (goes_on(line))
      return;
  }
  if (is_blank(line))
    return;
  in_note_ = false;
  auto const parts = part_line(line, in_table_, labels_);
  bool const begins_with_text = parts[0].kind == Part::Kind::text;
  bool const only_text = begins_with_text && parts.size() == 1;
  if (only_text && !in_table_ && label_.empty() && !is_run(trim(line))) {
    in_funds_ = in_total_ = false;
    return; // nothing to part
  }
  cell_ = cell;
  in_table_ = parts.back().table;
  last_ = parts[0].begin; // a value may stand on the line below its label
  bool const rest_of_label = only_text && line.size() <= longest_rest;
  bool const has_names = has_column(table_.header, ColumnKind::level3);
  if (begins_with_text && in_header_ && in_table_ && has_names && !rest_of_label)
    in_records_ = true, in_header_ = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const& part = parts[i];
    auto const text = line.substr(part.begin, part.end - part.begin);
    begins_line_ = i == 0;
    before_column_ = i + 1 < parts.size() && is_column(parts[i + 1]);
    if (auto const note = note_in(part, text); note < text.size()) {
      read_text(part, trim(text.substr(0, note)));
      i = read_note(parts, i, line, part.begin + note);
    } else if (part.kind == Part::Kind::text)
      read_text(part, text);
    else if (part.kind == Part::Kind::title)
      read_title(text, stands_apart(line.substr(0, part.begin)));
    else
      read_label(part, text);
    last_ = parts[i].end;
  }
}

/// The rest of what was cut above: of a note, or of a run, whose parts are not known then.
bool FormReader::goes_on(std::string_view line) {
  if (in_note_)
    put_aside(cell(), trim(line));
  else if (in_records_ && run_length(line) > 0)
    table_.cut_last_run();
  return in_note_;
}

/// Where a note of the form begins, 注：…, behind its table; the end of the text where none does.
std::size_t FormReader::note_in(Part const& part, std::string_view text) const {
  if (part.kind != Part::Kind::text || !had_table_)
    return text.size();
  for (auto const word : {"注:"sv, "注："sv}) {
    auto const at = text.find(word);
    if (at != std::string_view::npos && (in_records_ || at == 0 || at == run_length(text)))
      return at;
  }
  return text.size();
}

/// Words of labels stand in a note, too: it goes on to the next title, or to the end of the line. Gives its last part.
std::size_t FormReader::read_note(std::span<Part const> parts, std::size_t at, std::string_view line,
                                  std::size_t begin) {
  while (at + 1 < parts.size() && parts[at + 1].kind != Part::Kind::title)
    ++at;
  auto const text = line.substr(begin, parts[at].end - begin);
  cell().pieces.push_back({text, labels_.find(text)});
  cell().pieces.back().begins = true; // in the row of an indicator it would be its remark
  in_table_ = in_records_ = false;
  in_note_ = at + 1 == parts.size();
  return at;
}

FusedCells FormReader::finish() {
  table_.finish(cells_, funds_.points());
  return std::move(cells_);
}

void FormReader::begin_form() {
  table_.finish(cells_, funds_.points());
  table_.header.clear();
  funds_ = {};
  in_records_ = had_table_ = false;
}

void FormReader::read_title(std::string_view text, bool apart) {
  begin_form();
  auto const piece = cell().pieces.size();
  put_text(cell(), text);
  if (!apart)
    cell().notes.push_back({piece, piece, "标题", clean_value(text), {}, {}});
  after_title_ = true;
}

void FormReader::read_label(Part const& part, std::string_view text) {
  auto const& label = part.label;
  auto const kind = column_kind(label);
  after_title_ = behind_measure_ = false;
  if (in_records_ && part.table && kind == ColumnKind::level3 && label.as(Role::side) && !before_column_) {
    cell().pieces.push_back({text, label}); // 绩效指标 again, at the side of a later page
    return;
  }
  auto const* measure = label.as(Role::measure);
  bool const in_table = part.table || (in_header_ && follows(part)); // 完成值 | 分值, before the levels
  bool const of_indicators = kind && *kind < ColumnKind::project_name && (in_table || !measure);
  if (of_indicators && !label.is_level() && (in_records_ || !in_header_))
    end_table(); // before its pieces are counted
  if (kind == ColumnKind::level3 && !label.as(Role::side) && !in_records_ && part.table)
    put_group_columns();
  if (label.is_level() && in_header_)
    put_name_column();
  cell().pieces.push_back({text, label});
  if (kind == ColumnKind::level2 && part.table)
    level2_ = {cell_, cell().pieces.size()};
  goals_ = !label.as(Role::goal) ? 0 : follows(part) ? goals_ + 1 : 1;
  auto const* pair = label.as(Role::pair);
  asked_ = pair ? pair->target : std::string_view();
  label_ = goals_ > 1 ? label_ + "、" + clean_value(text) : clean_value(text);
  if (in_header_ && part.table && !kind && measure && measure->target == "reason") {
    cell().pieces.pop_back();
    return put_aside(cell(), text); // 说明, at the end of a header: nothing tells where its texts begin
  }
  if (of_indicators && !label.is_level())
    return read_column(*kind, text, follows(part));
  behind_measure_ = measure && !part.table && !label.is_level() && !pair && !label.as(Role::goal);
  if (measure && !part.table && !label.is_level())
    funds_.add_measure(label, measure->target, text);
  enter_block(label);
}

/// 指标名称 | 指标值 | 权重: no groups stand before the names.
bool FormReader::is_flat_header() const {
  auto const& header = table_.header;
  return has_column(header, ColumnKind::level3) && has_column(header, ColumnKind::target) &&
         !has_column(header, ColumnKind::level1) && !has_column(header, ColumnKind::level2);
}

/// A new header: the records that wait are of the one before.
void FormReader::end_table() {
  if (in_records_)
    return begin_form();
  table_.finish(cells_, funds_.points());
}

void FormReader::read_column(ColumnKind kind, std::string_view text, bool follows) {
  if (!follows && !in_header_)
    table_.header.clear();
  // 绩效指标 | 一级指标 | 二级指标: what stands before the levels is the label at the side.
  if (in_header_ && (kind == ColumnKind::level1 || kind == ColumnKind::level2))
    std::erase_if(table_.header, [](RunColumn const& c) { return c.kind == ColumnKind::level3; });
  table_.header.push_back({kind, {}, 0, text});
  in_header_ = true;
  in_funds_ = in_total_ = false;
}

/// What a label that is none of a column leads to.
void FormReader::enter_block(Label const& label) {
  auto const* pair = label.as(Role::pair);
  bool const has_header = !table_.header.empty();
  if (label.is_level())
    in_records_ = had_table_ = has_header;
  in_header_ = false;
  bool const amounts = label.as(Role::fund) || (label.as(Role::total) && !has_header);
  in_funds_ = amounts && funds_.has_measures() && !in_records_;
  in_total_ = label.as(Role::total) && has_header;
  if (in_total_ || pair || label.as(Role::note))
    in_records_ = false;
  if (pair && pair->target == "project_name" && has_header) {
    begin_form();
    cell().pieces.back().begins = true; // the row of the last record is of the form before
  }
}

/// A header that has no columns of groups prints these among its other columns, or before the names.
void FormReader::put_group_columns() {
  if (has_column(table_.header, ColumnKind::level1) || has_column(table_.header, ColumnKind::level2))
    return;
  for (auto const label : {"一级指标"sv, "二级指标"sv})
    put_inferred(cell(), label, labels_);
}

/// 一级指标 | 二级指标 | 指标值 over 数量指标: the deepest level of a header names the indicators below the groups.
void FormReader::put_name_column() {
  if (has_column(table_.header, ColumnKind::level3) || !has_column(table_.header, ColumnKind::level2) ||
      level2_.first != cell_)
    return;
  insert_inferred(cell(), level2_.second, "三级指标", labels_);
  table_.header.push_back({ColumnKind::level3, {}, 0, {}});
}

void FormReader::read_text(Part const& part, std::string_view text) {
  if (text.empty())
    return;
  if (before_column_ && is_number_of_heading(text))
    return put_aside(cell(), text);
  if (in_header_ && follows(part) && part.table && !in_records_ && read_in_header(text))
    return;
  if (in_header_ && !part.table && text.size() > longest_rest) {
    in_header_ = false; // a sentence: what comes is another header
    table_.header.clear();
  }
  if (in_total_ && follows(part) && !run_of(text).empty())
    return read_total(text);
  if (after_title_)
    text = take_year(text);
  if (in_funds_ && follows(part) && !run_of(text).empty())
    return read_fund(text);
  if (behind_measure_ && follows(part) && run_length(text) > 0 && run_length(text) < text.size())
    text = take_amounts_without_label(text);
  if (in_header_ && part.table && text.size() <= longest_rest)
    return put_text(cell(), text);
  if (in_records_ && text != "指标")
    return table_.add_records(text, cells_, cell_, begins_line_);
  read_value(text, follows(part));
}

/// Text right behind a label of the header: other labels of it, and the first records. False where these are left.
bool FormReader::read_in_header(std::string_view& text) {
  text = take_unlisted_column(text);
  auto const least = is_flat_header() && !before_column_ ? 1 : fewest_runs_without_group;
  if (count_runs(text) < least) {
    if (text.empty())
      return true;
    if (!table_.header.empty() && table_.header.back().kind == ColumnKind::target && names_places(text))
      table_.header.back().kind = ColumnKind::other; // it stands over those of the places
    table_.header.push_back({ColumnKind::other, {}, 0, text, true});
    put_unknown_columns(cell(), text);
    return true;
  }
  in_records_ = had_table_ = true, in_header_ = false;
  return false;
}

/// 偏差及原因分析, the last label of a header that nobody has listed, ends as such labels do.
std::string_view FormReader::take_unlisted_column(std::string_view text) {
  auto const length = unlisted_column_length(text);
  if (length == 0)
    return text;
  auto const label = text.substr(0, length);
  cell().pieces.push_back({label, labels_.find(label)});
  table_.header.push_back({ColumnKind::remark, {}, 0, label});
  return trim(text.substr(length));
}

void FormReader::read_value(std::string_view text, bool follows) {
  auto const piece = cell().pieces.size();
  auto const length = follows ? asked_length(asked_, text) : 0;
  auto const value = length > 0 ? text.substr(0, length) : text;
  put_text(cell(), value);
  if (value.size() > shortest_sentence && !in_funds_)
    funds_.end_header();
  if (follows && !label_.empty())
    cell().notes.push_back({piece, piece, label_, clean_value(value), {}, {}, goals_ > 1});
  if (length > 0)
    put_behind_value(cell(), trim(text.substr(length)), label_);
  label_.clear();
  goals_ = 0;
}

/// Amounts right behind the header of the fund block: the label of their row was lost, or stands before the header.
std::string_view FormReader::take_amounts_without_label(std::string_view text) {
  auto const run = text.substr(0, run_length(text));
  funds_.put_undecided_amounts(cell(), run, label_);
  label_.clear();
  return trim(text.substr(run.size()));
}

/// 总分 100 97.73 优: what stands behind the points is no number.
void FormReader::read_total(std::string_view text) {
  auto const run = run_of(text);
  table_.add_total(run, label_, cell());
  table_.finish(cells_, funds_.points());
  in_total_ = false;
  if (auto const rest = trim(text.substr(run.size())); !rest.empty())
    put_text(cell(), rest);
}

void FormReader::read_fund(std::string_view text) {
  auto const run = run_of(text);
  funds_.put_amounts(cell(), run, label_);
  in_funds_ = false;
  if (auto const rest = trim(text.substr(run.size())); !rest.empty())
    put_unknown_columns(cell(), rest);
}

/// 绩效目标表 2022年度 项目名称: the year behind a title is a piece of its own.
std::string_view FormReader::take_year(std::string_view text) {
  after_title_ = false;
  auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
  auto const behind = text.substr(digits);
  if (digits != 4 || !behind.starts_with("年"))
    return text;
  auto const end = digits + (behind.starts_with("年度") ? "年度"sv : "年"sv).size();
  put_text(cell(), text.substr(0, end));
  return trim(text.substr(end));
}

} // namespace jixiao::recognition::fused
