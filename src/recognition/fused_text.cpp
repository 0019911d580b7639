#include "recognition/fused_text.hpp"

#include "diagnostics/embedded.hpp"
#include "grammars/number.hpp"
#include "recognition/fused_runs.hpp"
#include "recognition/looks.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace jixiao {
std::span<EmbeddedFile const> embedded_vocabulary();
}

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t fewest_glued = 3;    ///< labels of a header with nothing between them
constexpr std::size_t longest_rest = 12;   ///< bytes of the end of a label on a line of its own
constexpr std::size_t shortest_name = 6;   ///< bytes
constexpr std::size_t longest_name = 240;  ///< bytes
constexpr std::size_t most_text = 400'000; ///< bytes of a document that is parted

std::vector<std::string> const& result_words() {
  static std::vector<std::string> const words = [] {
    std::vector<std::string> out;
    auto const files = embedded_vocabulary();
    auto const file = std::ranges::find(files, "results.vocab", &EmbeddedFile::name);
    auto text = file == files.end() ? std::string_view() : file->text;
    text.remove_prefix(std::min(text.size(), text.find("\nresult = ") + 10));
    while (!text.empty()) {
      auto const word = text.substr(0, text.find('|'));
      text.remove_prefix(std::min(text.size(), word.size() + 1));
      out.emplace_back(trim(word));
    }
    std::ranges::sort(out, {}, [](std::string const& word) { return word.size(); });
    std::ranges::reverse(out);
    return out;
  }();
  return words;
}

/// The word of a result that a text ends with, where a name is left before it.
std::string_view result_at_end(std::string_view text) {
  for (auto const& word : result_words())
    if (text.ends_with(word) && text.size() >= word.size() + shortest_name)
      return text.substr(text.size() - word.size());
  return {};
}

/// X where a text is X X, or ends so behind a name.
std::string_view doubled_end(std::string_view text, bool whole) {
  for (auto half = text.size() / 2; half >= 6; --half) {
    auto const last = text.substr(text.size() - half);
    if ((static_cast<unsigned char>(last[0]) & 0xC0) == 0x80 || text.substr(text.size() - 2 * half, half) != last)
      continue;
    if (whole ? 2 * half == text.size() : text.size() >= 2 * half + shortest_name)
      return last;
  }
  return {};
}

/// A name and the run behind it, with what may stand between.
struct FusedRecord {
  std::string_view name, definition;
  std::vector<std::string_view> words; ///< targets and results in words
  std::string_view run, run_behind;    ///< before and behind the words
  std::vector<RunParting> partings;    ///< of the run and what is behind it, as one
  std::uint32_t cell = 0;
  std::size_t piece = 0; ///< where its pieces are put
};

/// The texts and runs of a stretch, in turns; runs in brackets are of the text.
struct Turn {
  std::string_view text;
  bool run = false;
};

std::vector<Turn> turns_of(std::string_view stretch) {
  std::vector<Turn> out;
  std::size_t begin = 0;
  int depth = 0;
  auto const add = [&](std::size_t from, std::size_t to, bool run) {
    if (auto const text = trim(stretch.substr(from, to - from)); !text.empty())
      out.push_back({text, run});
  };
  for (std::size_t at = 0; at < stretch.size();) {
    auto const c = character_at(stretch, at);
    depth += c.value == '(' || c.value == U'（' ? 1 : c.value == ')' || c.value == U'）' ? -1 : 0;
    auto const length = depth > 0 ? 0 : run_length(stretch.substr(at));
    if (length == 0) {
      at += c.length;
      continue;
    }
    add(begin, at, false);
    add(at, at + length, true);
    at += length;
    begin = at;
  }
  add(begin, stretch.size(), false);
  return out;
}

std::string_view between(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

class FusedReader {
public:
  FusedReader(Reading const& reading, LabelFinder const& labels)
      : reading_(reading), labels_(labels), lattice_(labels) {}

  FusedCells run() {
    if (!is_fused())
      return {};
    for (std::uint32_t r = 0; r < reading_.rows.size(); ++r) {
      auto const& row = reading_.rows[r];
      if (reading_.blocks[row.block].kind == BlockKind::paragraph && row.cell_count > 0)
        read_line(row.first_cell);
    }
    finish_table();
    return std::move(cells_);
  }

private:
  bool is_fused() const {
    std::size_t size = 0, glued = 0;
    for (auto const& row : reading_.rows) {
      if (row.cell_count == 0)
        continue;
      auto const& text = reading_.cells[row.first_cell].text;
      size += text.size();
      if (reading_.blocks[row.block].kind == BlockKind::paragraph)
        glued = std::max(glued, lattice_.glued_columns(text));
    }
    return glued >= fewest_glued && size <= most_text && !has_table_header(reading_, labels_);
  }

  void read_line(std::uint32_t cell) {
    auto const line = reading_.cells[cell].text;
    if (is_blank(line))
      return;
    cell_ = cell;
    auto const was_in_table = in_table_;
    auto const parts = lattice_.part(line, in_table_);
    bool const is_text = parts[0].kind == FusedPart::Kind::text;
    if (parts.size() == 1 && is_text && !was_in_table && label_.empty() && run_of(trim(line)) != trim(line)) {
      fund_ = total_row_ = false;
      return; // nothing to part
    }
    last_ = parts[0].begin; // a value may stand on the line below its label
    bool const rest_of_label = parts.size() == 1 && line.size() <= longest_rest;
    if (is_text && continues_header_ && in_table_ && has(ColumnKind::level3) && !rest_of_label)
      in_records_ = true, continues_header_ = false;
    auto& out = cells_[cell];
    for (auto const& part : parts) {
      table_ = part.table;
      auto const text = line.substr(part.begin, part.end - part.begin);
      if (part.kind == FusedPart::Kind::text)
        read_text(text, part.begin);
      else if (part.kind == FusedPart::Kind::title)
        begin_form(), out.pieces.push_back({text, {}, false}), after_title_ = true;
      else
        read_label(part, text);
      last_ = part.end;
    }
  }

  static std::string_view run_of(std::string_view text) { return text.substr(0, run_length(text)); }

  FusedCell& cell() { return cells_[cell_]; }

  void begin_form() {
    finish_table();
    header_.clear();
    measures_.clear();
    in_records_ = false;
    total_ = {};
    fund_points_ = 0;
  }

  void read_label(FusedPart const& part, std::string_view text) {
    auto const& label = part.label;
    after_title_ = false;
    if (column_kind(label) == ColumnKind::level3 && !label.as(Role::side) && !in_records_ && part.table)
      put_group_columns();
    cell().pieces.push_back({text, label, false});
    label_ = clean_value(text);
    bool const follows = part.begin == last_;
    auto const kind = column_kind(label);
    auto const* measure = label.as(Role::measure);
    auto const* pair = label.as(Role::pair);
    if (label.is_level()) {
      in_records_ = !header_.empty();
    } else if (kind && *kind < ColumnKind::project_name && (table_ || !measure)) {
      if (in_records_)
        begin_form();
      if (!follows && !continues_header_)
        header_.clear();
      header_.push_back({*kind, {}, 0, text});
      continues_header_ = true;
      fund_ = total_row_ = false;
      return;
    } else if (measure && !table_) {
      measures_.push_back({ColumnKind::measure, measure->target, points_of(label.annotation), text});
    }
    continues_header_ = false;
    fund_ = label.as(Role::fund) && !measures_.empty() && !in_records_;
    total_row_ = label.as(Role::total) && !header_.empty();
    if (total_row_ || (in_records_ && (pair || label.as(Role::note))))
      in_records_ = false;
    if (pair && pair->target == "project_name" && !header_.empty())
      begin_form();
  }

  /// A header that has no columns of groups prints these among its other columns, or before the names.
  void put_group_columns() {
    if (has(ColumnKind::level1) || has(ColumnKind::level2))
      return;
    for (auto const label : {"一级指标"sv, "二级指标"sv}) {
      FusedPiece piece{label, labels_.find(label), false};
      piece.inferred = true;
      cell().pieces.push_back(std::move(piece));
    }
  }

  /// 20 of 20分*执行率
  static double points_of(std::string_view annotation) {
    auto const number = grammars::match_number(annotation);
    return number && annotation.substr(number.length).starts_with("分") ? to_double(*number) : 0;
  }

  void read_text(std::string_view text, std::size_t begin) {
    if (continues_header_ && begin == last_ && table_ && !in_records_)
      return read_unknown_columns(text);
    if (total_row_ && begin == last_ && run_of(text) == text)
      return read_total(text);
    if (after_title_)
      text = take_year(text);
    if (fund_ && begin == last_ && !run_of(text).empty())
      return read_fund(text);
    if (continues_header_ && table_ && text.size() <= longest_rest)
      return add_plain(text);
    if (in_records_ && text != "指标")
      return read_records(text);
    if (!label_.empty() && begin == last_)
      note(cell().pieces.size(), cell().pieces.size(), label_, clean_value(text), {});
    add_plain(text);
    label_.clear();
  }

  /// Labels of columns that are not known, and not parted.
  void read_unknown_columns(std::string_view text) {
    auto const piece = cell().pieces.size();
    cell().pieces.push_back({text, {}, true});
    note(piece, piece, {}, clean_value(text), "no way of parting it fits", {"表头"});
  }

  void add_plain(std::string_view text) { cell().pieces.push_back({text, {}, false}); }

  void note(std::size_t piece, std::size_t anchor, std::string what, std::string cells, std::string ways,
            std::vector<std::string> fields = {}) {
    cell().notes.push_back({piece, anchor, std::move(what), std::move(cells), std::move(ways), std::move(fields)});
  }

  std::vector<RunColumn> points_columns() const {
    std::vector<RunColumn> out;
    std::ranges::copy_if(header_, std::back_inserter(out), [](RunColumn const& c) {
      return c.kind == ColumnKind::weight || c.kind == ColumnKind::score;
    });
    return out;
  }

  void read_total(std::string_view run) {
    auto const columns = points_columns();
    auto const partings = part_run(run, columns);
    auto const chosen = choose_partings(std::span(&partings, 1), {});
    if (chosen[0] >= 0)
      sums_.push_back(partings[static_cast<std::size_t>(chosen[0])].points);
    put(run, partings, chosen[0], columns, label_, cell().pieces.size());
    total_row_ = false;
    finish_table();
  }

  /// 绩效目标表 2022年度 项目名称: the year behind a title is a piece of its own.
  std::string_view take_year(std::string_view text) {
    after_title_ = false;
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits != 4 || !text.substr(4).starts_with("年"))
      return text;
    std::size_t const end = text.substr(4).starts_with("年度") ? 10 : 7;
    add_plain(text.substr(0, end));
    return trim(text.substr(end));
  }

  void read_fund(std::string_view text) {
    auto const run = run_of(text);
    read_fund_run(run);
    if (auto const rest = trim(text.substr(run.size())); !rest.empty())
      read_unknown_columns(rest);
  }

  void read_fund_run(std::string_view run) {
    // What is a part of a total has amounts and a rate, and no points.
    auto columns = measures_;
    if (total_.budget > 0)
      std::erase_if(columns, [](RunColumn const& c) { return c.measure == "weight" || c.measure == "score"; });
    auto partings = part_run(run, columns, total_);
    if (partings.empty())
      columns = measures_, partings = part_run(run, columns, total_);
    auto const chosen = choose_partings(std::span(&partings, 1), {});
    if (chosen[0] >= 0)
      take_limits(columns, run, partings[static_cast<std::size_t>(chosen[0])]);
    put(run, partings, chosen[0], columns, label_, cell().pieces.size());
    fund_ = false;
  }

  /// What the first row of funds holds, the others are parts of.
  void take_limits(std::span<RunColumn const> columns, std::string_view run, RunParting const& parting) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const text = run.substr(parting.parts[i].begin, parting.parts[i].end - parting.parts[i].begin);
      auto const number = grammars::match_number(text);
      if (!number)
        continue;
      auto& slot = columns[i].measure == "executed" ? total_.executed : total_.budget;
      if (columns[i].measure == "executed" || columns[i].measure.ends_with("_budget"))
        slot = std::max(slot, to_double(*number));
      if (columns[i].measure == "weight" || (columns[i].measure == "score" && fund_points_ == 0))
        fund_points_ = std::max(fund_points_, std::lround(to_double(*number) * 100));
    }
  }

  /// The pieces of a run at the end of the current cell.
  void put(std::string_view run, std::span<RunParting const> partings, int chosen, std::span<RunColumn const> columns,
           std::string const& what, std::size_t anchor) {
    auto const first = cell().pieces.size();
    if (chosen < 0) {
      cell().pieces.push_back({run, {}, true});
      std::vector<std::string> fields;
      for (auto const& column : columns)
        fields.push_back(clean_value(column.label));
      cell().pieces.back().in_record = anchor != first;
      // No field takes them, but they keep the record apart from the next.
      for (std::size_t c = 1; c < columns.size() && anchor != first; ++c) {
        FusedPiece piece{"0", {}, true};
        piece.in_record = piece.inferred = true;
        cell().pieces.push_back(piece);
      }
      auto const ways =
          std::ranges::count_if(partings, [&](RunParting const& p) { return p.cost == partings[0].cost; });
      return note(first, anchor, what, std::string(run),
                  ways == 0 ? "no way of parting it fits"
                            : std::to_string(ways) + " ways of parting it fit equally well",
                  std::move(fields));
    }
    std::string cells;
    auto const& parts = partings[static_cast<std::size_t>(chosen)].parts;
    for (auto const& part : parts) {
      auto const text = run.substr(part.begin, part.end - part.begin);
      cell().pieces.push_back({text, {}, false});
      cells += (cells.empty() ? "" : " | ") + std::string(text.empty() ? "—" : text);
    }
    while (cell().pieces.size() > first + 1 && cell().pieces.back().text.empty())
      cell().pieces.pop_back();
    note(first, anchor, what, std::move(cells), {});
  }

  std::vector<RunColumn> value_columns() const {
    std::vector<RunColumn> out;
    std::ranges::copy_if(header_, std::back_inserter(out), [](RunColumn const& c) {
      return c.kind == ColumnKind::weight || c.kind == ColumnKind::score || c.kind == ColumnKind::target ||
             c.kind == ColumnKind::actual || c.kind == ColumnKind::revised_target ||
             c.kind == ColumnKind::result_to_date || c.kind == ColumnKind::result_expected;
    });
    return out;
  }

  bool has(ColumnKind kind) const { return std::ranges::find(header_, kind, &RunColumn::kind) != header_.end(); }

  /// A stretch behind labels of groups: names with their runs. The pieces are put when the whole table is known.
  void read_records(std::string_view stretch) {
    auto turns = turns_of(stretch);
    auto const columns = value_columns();
    std::string_view name;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      auto const& turn = turns[i];
      if (!turn.run) {
        name = name.empty() ? turn.text : between(name, turn.text);
        continue;
      }
      bool const more = i + 1 < turns.size();
      if (more && is_part_of_name(name, turns, i, columns)) {
        name = name.empty() ? turn.text : between(name, turn.text);
        continue;
      }
      FusedRecord record;
      record.name = name;
      record.run = turn.text;
      take_words(record, turns, i, columns);
      add(std::move(record), columns);
      name = {};
    }
    if (!name.empty()) {
      FusedRecord record;
      record.name = name;
      if (auto const doubled = has(ColumnKind::actual) ? doubled_end(name, false) : std::string_view();
          !doubled.empty())
        record.words = {doubled, doubled};
      else if (auto const result = has(ColumnKind::target) ? result_at_end(name) : std::string_view(); !result.empty())
        record.words = {result};
      for (auto const word : record.words)
        record.name.remove_suffix(word.size());
      add(std::move(record), columns);
    }
  }

  /// 完成 2个 站点数量 ≥2个: a run that lacks what the next one has, or that nothing stands before.
  bool is_part_of_name(std::string_view name, std::span<Turn const> turns, std::size_t at,
                       std::vector<RunColumn> const& columns) const {
    if (at + 2 >= turns.size() && !name.empty())
      return false; // no run behind it
    if (name.empty())
      return true;
    if (columns.size() < 2) {
      auto const plain = [](std::string_view run) { return !run.empty() && run[0] >= '0' && run[0] <= '9'; };
      return plain(turns[at].text) && !plain(turns[at + 2].text);
    }
    auto const here = part_run(turns[at].text, columns);
    auto const joined = part_run(turns[at + 2].text, columns);
    bool const words = !doubled_end(turns[at + 1].text, true).empty();
    return !words && !joined.empty() && (here.empty() || here[0].cost > joined[0].cost + 1);
  }

  /// 10 显著提升显著提升 10: the values are words.
  void take_words(FusedRecord& record, std::span<Turn const> turns, std::size_t& at,
                  std::vector<RunColumn> const& columns) const {
    bool const weight_first = !columns.empty() && columns[0].kind == ColumnKind::weight;
    if (weight_first && at + 1 < turns.size()) {
      auto const text = turns[at + 1].text;
      bool const lacks_values = columns.size() > 1 && is_single(record.run);
      if (auto const word = doubled_end(text, true); lacks_values && has(ColumnKind::actual) && !word.empty())
        record.words = {word, word};
      else if (lacks_values && !has(ColumnKind::actual) &&
               std::ranges::find(result_words(), text) != result_words().end())
        record.words = {text};
      if (record.words.empty())
        return;
      ++at;
      if (at + 1 < turns.size() && has(ColumnKind::score))
        record.run_behind = turns[++at].text;
      return;
    }
    if (weight_first || columns.empty())
      return;
    auto const doubled = has(ColumnKind::actual) ? doubled_end(record.name, false) : std::string_view();
    if (!doubled.empty())
      record.words = {doubled, doubled};
    else if (auto const result = result_at_end(record.name); !result.empty() && !has(ColumnKind::actual) &&
                                                             columns.size() == 2 && is_single(record.run) &&
                                                             result.size() >= 6)
      record.words = {result};
    for (auto const word : record.words)
      record.name.remove_suffix(word.size());
    if (!record.words.empty())
      std::swap(record.run, record.run_behind);
  }

  /// A number of at most three digits and nothing else.
  static bool is_single(std::string_view run) {
    return run.size() <= 3 && std::ranges::all_of(run, [](char c) { return c >= '0' && c <= '9'; });
  }

  void add(FusedRecord record, std::vector<RunColumn> const& columns) {
    std::vector<RunColumn> left = columns;
    if (!record.words.empty())
      std::erase_if(left,
                    [](RunColumn const& c) { return c.kind != ColumnKind::weight && c.kind != ColumnKind::score; });
    auto const digits = record.words.empty() ? record.run : std::string_view();
    if (!digits.empty()) {
      record.partings = part_run(digits, left);
      add_with_longer_name(record, left);
    }
    if (has(ColumnKind::definition))
      part_definition(record);
    record.cell = cell_;
    record.piece = cell().pieces.size();
    cell().pieces.push_back({record.name, {}, false}); // replaced when the table is known
    pending_.push_back(std::move(record));
  }

  /// 开展修复工程 反映修复工程开展情况
  static void part_definition(FusedRecord& record) {
    for (auto const word : {"反映"sv, "考核"sv, "考察"sv, "衡量"sv})
      if (auto const at = record.name.find(word); at != std::string_view::npos && at >= shortest_name) {
        record.definition = record.name.substr(at);
        record.name = trim(record.name.substr(0, at));
        return;
      }
  }

  /// 衬砌渠道 18.6公里2020: the first quantity of a run may be of the name.
  static void add_with_longer_name(FusedRecord& record, std::span<RunColumn const> columns) {
    if (record.partings.empty() || record.partings[0].cost == 0 || columns.empty() || record.name.empty())
      return;
    auto const run = record.run;
    for (std::size_t cut = 1; cut < run.size(); ++cut) {
      if ((static_cast<unsigned char>(run[cut]) & 0xC0) == 0x80 || run[cut] < '0' || run[cut] > '9' ||
          (run[cut - 1] >= '0' && run[cut - 1] <= '9') || run[cut - 1] == '.')
        continue;
      auto const rest = part_run(run.substr(cut), columns);
      if (rest.empty() || rest[0].cost > 0 || (rest.size() > 1 && rest[1].cost == 0))
        continue;
      record.name = between(record.name, run.substr(0, cut));
      record.run = run.substr(cut);
      record.partings = rest;
      return;
    }
  }

  /// Weights add up to the total that is printed, else to 100, with or without those of the funds.
  std::vector<long> sums() const {
    std::vector<long> out = sums_;
    if (out.empty())
      out.push_back(10000);
    auto const printed = out.size();
    for (std::size_t i = 0; i < printed; ++i)
      if (fund_points_ > 0 && fund_points_ < out[i])
        out.push_back(out[i] - fund_points_);
    return out;
  }

  void finish_table() {
    if (!pending_.empty())
      put_records();
    pending_.clear();
    sums_.clear();
  }

  void put_records() {
    auto const columns = value_columns();
    std::vector<std::vector<RunParting>> runs;
    long fixed = 0;
    std::vector<std::size_t> of_run;
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if (!pending_[i].partings.empty() || (pending_[i].words.empty() && !pending_[i].run.empty())) {
        runs.push_back(pending_[i].partings);
        of_run.push_back(i);
      } else if (auto const number =
                     grammars::match_number(pending_[i].run.empty() ? pending_[i].run_behind : pending_[i].run)) {
        fixed += std::lround(to_double(*number) * 100);
      }
    }
    auto all = sums();
    for (auto& sum : all)
      sum -= fixed;
    auto const choices =
        choose_partings(runs, points_columns().empty() ? std::span<long const>() : std::span<long const>(all));
    // From the back, so that the places of the pieces before stay what they are.
    for (auto i = pending_.size(); i-- > 0;) {
      auto const found = std::ranges::find(of_run, i);
      put_record(pending_[i], found == of_run.end() ? -1 : choices[static_cast<std::size_t>(found - of_run.begin())],
                 columns);
    }
  }

  void put_record(FusedRecord const& record, int chosen, std::vector<RunColumn> const& columns) {
    FusedCell own;
    std::swap(own, cells_[record.cell]);
    std::vector<FusedPiece> behind(own.pieces.begin() + static_cast<std::ptrdiff_t>(record.piece) + 1,
                                   own.pieces.end());
    own.pieces.resize(record.piece);
    auto const old_notes = std::move(own.notes);
    own.notes.clear();
    auto const back = cell_;
    cell_ = record.cell;
    cells_[cell_] = std::move(own);
    if (!record.name.empty()) {
      add_plain(record.name);
      cell().pieces.back().begins = true;
    }
    if (has(ColumnKind::definition))
      add_plain(record.definition); // a blank keeps the name in its column
    auto const name = clean_value(record.name);
    if (!record.words.empty())
      put_words(record, columns, name);
    else if (!record.run.empty())
      put(record.run, record.partings, chosen, columns, name, record.piece);
    else
      note(record.piece, record.piece, name, name, {});
    auto& now = cells_[cell_];
    auto const grown = now.pieces.size() - record.piece - 1;
    now.pieces.insert(now.pieces.end(), behind.begin(), behind.end());
    for (auto moved : old_notes) {
      if (moved.piece > record.piece)
        moved.piece += grown, moved.anchor += grown;
      now.notes.push_back(std::move(moved));
    }
    cell_ = back;
  }

  void put_words(FusedRecord const& record, std::vector<RunColumn> const& columns, std::string const& name) {
    auto const first = cell().pieces.size();
    std::string cells;
    auto words = record.words.begin();
    bool run_used = false;
    for (auto const& column : columns) {
      bool const points = column.kind == ColumnKind::weight || column.kind == ColumnKind::score;
      std::string_view text;
      if (points) {
        bool const front = !run_used && words == record.words.begin() && !record.run.empty();
        text = front ? record.run : words == record.words.begin() ? std::string_view() : record.run_behind;
        run_used = true;
      } else if (words != record.words.end()) {
        text = *words++;
      }
      if (points && !text.empty() && !is_single(text) && split_points(text, columns, cells))
        break;
      cell().pieces.push_back({text, {}, false});
      cells += (cells.empty() ? "" : " | ") + std::string(text.empty() ? "—" : text);
    }
    note(first, record.piece, name, std::move(cells), {});
  }

  /// Weight and score behind words, as one run.
  bool split_points(std::string_view run, std::vector<RunColumn> const& columns, std::string& cells) {
    std::vector<RunColumn> points;
    std::ranges::copy_if(columns, std::back_inserter(points), [](RunColumn const& c) {
      return c.kind == ColumnKind::weight || c.kind == ColumnKind::score;
    });
    auto const partings = part_run(run, points);
    auto const chosen = choose_partings(std::span(&partings, 1), {});
    if (chosen[0] < 0)
      return false;
    for (auto const& part : partings[static_cast<std::size_t>(chosen[0])].parts) {
      auto const text = run.substr(part.begin, part.end - part.begin);
      cell().pieces.push_back({text, {}, false});
      cells += " | " + std::string(text);
    }
    return true;
  }

  Reading const& reading_;
  LabelFinder const& labels_;
  FusedLattice lattice_;
  FusedCells cells_;
  std::uint32_t cell_ = 0;
  std::string label_;               ///< before the text at hand
  std::size_t last_ = 0;            ///< where the part before ended
  std::vector<RunColumn> header_;   ///< of the table of indicators
  std::vector<RunColumn> measures_; ///< of the fund block
  bool table_ = false;              ///< behind the part at hand
  bool in_table_ = false, in_records_ = false, continues_header_ = false;
  bool fund_ = false, total_row_ = false, after_title_ = false;
  RunLimits total_;
  long fund_points_ = 0;
  std::vector<FusedRecord> pending_; ///< records of the table at hand
  std::vector<long> sums_;           ///< totals that are printed below it
};

} // namespace

bool has_table_header(Reading const& reading, LabelFinder const& labels) {
  return std::ranges::any_of(reading.rows, [&](Row const& row) {
    auto const cells = reading.cells_of(row);
    return reading.blocks[row.block].kind == BlockKind::table && std::ranges::count_if(cells, [&](Cell const& cell) {
                                                                   auto const kind =
                                                                       column_kind(labels.find(cell.text));
                                                                   return kind && *kind < ColumnKind::project_name;
                                                                 }) >= static_cast<std::ptrdiff_t>(fewest_glued);
  });
}

FusedCells part_fused_text(Reading const& reading, LabelFinder const& labels) {
  return FusedReader(reading, labels).run();
}

} // namespace jixiao::recognition
