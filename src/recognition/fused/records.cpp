#include "recognition/fused/records.hpp"

#include "recognition/fused/spaced_units.hpp"
#include "recognition/fused/turns.hpp"
#include "recognition/fused/words.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_value_columns = 24; ///< of a table in which names without values are told

constexpr std::size_t digits_of_several = 5; ///< of a bare number that is no part of a name

constexpr int most_quantities = 4; ///< at the start of a run that may be of the name

bool is_figure_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

class RecordReader {
public:
  RecordReader(std::string_view stretch, std::span<RunColumn const> header)
      : turns_(turns_of(stretch)), columns_(value_columns(header)), has_target_(has_column(header, ColumnKind::target)),
        has_actual_(has_column(header, ColumnKind::actual)), has_score_(has_column(header, ColumnKind::score)),
        has_definition_(has_explanation(header)), has_unit_(has_unit(header)), has_nature_(has_nature(header)),
        has_remark_(has_column(header, ColumnKind::remark) || has_column(header, ColumnKind::reasons)) {}

  std::vector<Record> run() {
    if (has_one_value())
      join_spaced_units(turns_);
    join_runs();
    give_back_units();
    std::string_view name;
    for (at_ = 0; at_ < turns_.size(); ++at_) {
      auto const text = turns_[at_].text;
      if (turns_[at_].outcome) {
        add_outcome_of_words(name, text);
        name = {};
        continue;
      }
      if (!turns_[at_].run || (!is_before_result(name) && is_part_of_name(name))) {
        name = name.empty() ? text : span_of(name, text);
        continue;
      }
      Record record;
      record.name = name;
      record.run = text;
      if (!take_outcome(record) && !take_result_between(record))
        take_words(record);
      add(std::move(record));
      name = {};
    }
    if (!name.empty())
      add_without_run(name);
    return std::move(out_);
  }

private:
  /// ≥98% 96% 20 18: runs that blanks part are one where they fit the columns.
  void join_runs() {
    std::vector<Turn> out;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      auto turn = turns_[i];
      auto end = i;
      while (turn.run && end + 1 < turns_.size() && turns_[end + 1].run)
        ++end;
      if (end == i && turn.run && i + 2 < turns_.size() && turns_[i + 2].run && turns_[i + 1].text == "-") {
        turn.text = span_of(turn.text, turns_[i + 2].text); // 2018-2022
        end = i += 2;
      }
      for (; end > i; --end)
        if (auto const joined = span_of(turn.text, turns_[end].text); !part_run(joined, columns_).ways.empty()) {
          turn.text = joined;
          i = end;
          break;
        }
      out.push_back(turn);
    }
    turns_ = std::move(out);
  }

  /// 10 10部 门预算编制率: points have no unit, so that it begins the next text, where the run then fits better.
  void give_back_units() {
    if (columns_.empty() || !columns_.back().is_points())
      return;
    for (std::size_t i = 0; i + 1 < turns_.size(); ++i) {
      auto &run = turns_[i].text, &next = turns_[i + 1].text;
      auto const digits = run.find_last_of("0123456789%") + 1;
      bool const adjacent = run.data() + run.size() == next.data();
      if (!turns_[i].run || turns_[i + 1].run || !adjacent || digits == 0 || digits == run.size())
        continue;
      auto const whole = part_run(run, columns_).ways, bare = part_run(run.substr(0, digits), columns_).ways;
      if (bare.empty() || (!whole.empty() && whole[0].cost <= bare[0].cost))
        continue;
      next = span_of(run.substr(digits), next);
      run = run.substr(0, digits);
    }
  }

  /// Nothing but a target stands behind a name.
  bool has_one_value() const { return columns_.size() == 1 && columns_[0].is_result(); }

  bool has_turns(std::size_t behind) const { return at_ + behind < turns_.size(); }
  bool is_run(std::size_t behind) const { return has_turns(behind) && turns_[at_ + behind].run; }
  bool is_outcome(std::size_t behind) const { return has_turns(behind) && turns_[at_ + behind].outcome; }
  bool is_words(std::size_t behind) const { return has_turns(behind) && !is_run(behind) && !is_outcome(behind); }

  /// The run at hand is of the name: nothing stands before it, or it lacks what the next one has.
  bool is_part_of_name(std::string_view name) const {
    if (!is_words(1) || (!is_run(2) && !name.empty()) || !has_letters(turns_[at_ + 1].text))
      return false; // no run behind it
    if (name.empty())
      return true;
    auto const &here = turns_[at_].text, &next = turns_[at_ + 2].text;
    if (columns_.size() < 2)
      return is_figure_at(here, 0) && !is_figure_at(next, 0) && !(has_unit_ && !unit_at_end(name).empty());
    if (!half_of_double(turns_[at_ + 1].text).empty() || is_long_number(here) ||
        (has_unit_ && !unit_at_end(name).empty()))
      return false;
    auto const ways = part_run(here, columns_).ways, ways_of_next = part_run(next, columns_).ways;
    if (may_hold_values(name) && has_only_points(here, ways))
      return false; // words of a target and a result, and their points
    if (is_outcome(3) && has_actual_ && !is_whole(here, ways))
      return true;
    return !ways_of_next.empty() && (ways.empty() || ways[0].cost > ways_of_next[0].cost + 1);
  }

  /// No ^ or … alone.
  static bool has_letters(std::string_view text) {
    constexpr unsigned char ideographs = 0xE3; // first bytes of those and of what stands behind them
    return std::ranges::any_of(text, [](char c) {
      return static_cast<unsigned char>(c) >= ideographs || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
  }

  /// Digits of several values.
  static bool is_long_number(std::string_view run) { return run.size() >= digits_of_several && is_bare_number(run); }

  /// Each column has a value, and none ends between two digits.
  static bool is_whole(std::string_view run, std::span<RunParting const> ways) {
    if (ways.empty())
      return false;
    auto const& parts = ways[0].parts;
    auto const ends_in_digits = [&](RunPart const& part) {
      return is_figure_at(run, part.end) && part.end > 0 && is_figure_at(run, part.end - 1);
    };
    return std::ranges::none_of(parts, [&](RunPart const& p) { return p.begin == p.end || ends_in_digits(p); });
  }

  /// ≥95% 达成预期指标 10: the words are the result, or said of it where the run holds one.
  bool take_outcome(Record& record) {
    if (!has_actual_ || !is_outcome(1))
      return false;
    record.outcome = turns_[++at_].text;
    record.partings = part_run(record.run, columns_);
    record.outcome_last = is_whole(record.run, record.partings.ways);
    if (record.outcome_last)
      return true;
    record.partings = part_run(record.run, before_actual(columns_));
    if (is_run(1) && !behind_actual(columns_).empty())
      record.run_behind = turns_[++at_].text;
    return true;
  }

  /// 100% 按规定执行 4 4: words between two runs are the result where the runs fill the columns before and behind it,
  /// and neither fills all.
  bool take_result_between(Record& record) {
    if (!is_before_result(record.name))
      return false;
    record.outcome = turns_[at_ + 1].text;
    record.partings = part_run(record.run, before_actual(columns_));
    record.run_behind = turns_[at_ + 2].text;
    at_ += 2;
    return true;
  }

  bool is_before_result(std::string_view name) const {
    auto const before = before_actual(columns_), behind = behind_actual(columns_);
    if (!has_actual_ || name.empty() || before.empty() || behind.empty() || !is_words(1) || !is_run(2) ||
        ends_as_name(turns_[at_ + 1].text) || !half_of_double(turns_[at_ + 1].text).empty())
      return false;
    auto const &here = turns_[at_].text, &next = turns_[at_ + 2].text;
    return is_whole(here, part_run(here, before).ways) && !fills(here, behind) && fills(next, behind) &&
           !fills(here, columns_) && !fills(next, columns_);
  }

  static bool fills(std::string_view run, std::span<RunColumn const> columns) {
    auto const ways = part_run(run, columns).ways;
    return !ways.empty() && std::ranges::none_of(ways[0].parts, [](RunPart const& p) { return p.begin == p.end; });
  }

  /// A name and words before the words of a result, or the words alone.
  void add_outcome_of_words(std::string_view name, std::string_view outcome) {
    Record record;
    record.name = name;
    record.outcome = outcome;
    record.untold = name.empty() || !has_actual_;
    if (auto const answer = answer_at_end(name); !answer.empty())
      record.words = {answer};
    else if (auto const result = has_target_ ? result_at_end(name) : std::string_view(); !result.empty())
      record.words = {result};
    else if (has_target_)
      record.untold = true;
    if (record.untold) {
      auto const behind = is_run(1) ? turns_[++at_].text : outcome;
      record.name = span_of(name.empty() ? outcome : name, behind);
      record.outcome = {};
      record.words.clear();
    }
    cut_words(record);
    if (has_nature_)
      take_off(record.name, nature_at_end(record.name), record.nature);
    if (!record.untold && is_run(1) && !behind_actual(columns_).empty())
      record.run_behind = turns_[++at_].text;
    out_.push_back(std::move(record));
  }

  void take_words(Record& record) {
    if (columns_.empty())
      return;
    if (columns_[0].kind == ColumnKind::weight)
      return take_words_behind(record);
    if (auto const doubled = double_of_name(record.name); !doubled.empty())
      record.words = {doubled, doubled};
    else if (!has_actual_ && columns_.size() == 2 && is_short_number(record.run))
      take_result(record);
    cut_words(record);
    if (!record.words.empty())
      std::swap(record.run, record.run_behind);
  }

  /// 10 显著提升显著提升 10
  void take_words_behind(Record& record) {
    if (!has_turns(1) || columns_.size() < 2 || !is_short_number(record.run))
      return;
    auto const text = turns_[at_ + 1].text;
    if (turns_[at_ + 1].run)
      return;
    auto const half = has_actual_ ? half_of_double(text) : std::string_view();
    if (!half.empty())
      record.words = {half, half};
    else if (has_actual_)
      record.words = pair_of_words(text);
    else if (is_result_word(text))
      record.words = {text};
    if (record.words.empty())
      return;
    ++at_;
    if (has_turns(1) && has_score_)
      record.run_behind = turns_[++at_].text;
  }

  std::string_view double_of_name(std::string_view name) const {
    return has_actual_ ? double_at_end(name) : std::string_view();
  }

  static void take_result(Record& record) {
    if (auto const result = result_at_end(record.name); result.size() >= "提升"sv.size())
      record.words = {result};
  }

  static void take_off(std::string_view& name, std::string_view end, std::string_view& to) {
    to = end;
    name.remove_suffix(end.size());
  }

  static void cut_words(Record& record) {
    for (auto const word : record.words)
      record.name.remove_suffix(word.size());
  }

  void add_without_run(std::string_view name) {
    Record record;
    record.name = name;
    if (auto const doubled = double_of_name(name); !doubled.empty())
      record.words = {doubled, doubled};
    else if (auto const result = has_target_ ? result_at_end(name) : std::string_view(); !result.empty())
      record.words = {result};
    else if (!has_letters(name))
      record.untold = true; // numbers alone
    else if (!columns_.empty() && !(is_reason(name) && !out_.empty()))
      return add_names(std::move(record));
    cut_words(record);
    add(std::move(record));
  }

  /// What stands behind the last value of a record, below a header with a column for that.
  bool is_reason(std::string_view text) const { return has_remark_ && names_in(text).empty(); }

  /// Names without values, where they can be told.
  void add_names(Record record) {
    auto const names = names_in(record.name);
    record.untold = names.empty() || columns_.size() > most_value_columns;
    if (record.untold)
      return out_.push_back(std::move(record));
    record.bare = names.size() > 1;
    for (auto const name : names) {
      record.name = name;
      add(record);
    }
  }

  void add(Record record) {
    if (record.words.empty() && record.outcome.empty() && !record.run.empty()) {
      record.partings = part_run(record.run, columns_);
      if (has_one_value() && record.partings.ways.empty() && record.run.find(' ') != std::string_view::npos)
        record.words.push_back(std::exchange(record.run, {})); // 200 人次
      lengthen_name(record);
      if (auto const words = words_behind_name(record); !words.empty()) {
        record.name.remove_suffix(words.size());
        record.run = span_of(words, record.run);
        record.partings = {{}, true};
      } else if (record.words.empty() && holds_values(record)) {
        record.name = span_of(record.name, record.run);
        record.untold = true;
      }
    }
    if (has_nature_)
      take_off(record.name, nature_at_end(record.name), record.nature);
    if (has_unit_ && !record.run.empty())
      take_off(record.name, unit_at_end(record.name), record.unit); // 护岸长度 公里 3.210
    if (has_definition_)
      part_definition(record);
    out_.push_back(std::move(record));
  }

  /// 绿化、保洁绿化良好、保洁及时 10 10: points alone behind words of which some must be the target and the result.
  bool holds_values(Record const& record) const {
    return has_only_points(record.run, record.partings.ways) && may_hold_values(record.name);
  }

  /// 更新及时率按规定时限 5 5: what stands behind the end of the name is the target or the result.
  std::string_view words_behind_name(Record const& record) const {
    return has_only_points(record.run, record.partings.ways) ? words_behind_end(record.name) : std::string_view();
  }

  bool has_only_points(std::string_view run, std::span<RunParting const> ways) const {
    if (!has_target_ || !has_actual_ || ways.empty() || !columns_[0].is_result())
      return false; // points before the results have a run of their own
    auto const is_of_points = [&](RunParting const& way) {
      for (std::size_t c = 0; c < columns_.size(); ++c)
        if (columns_[c].is_result() && way.parts[c].begin != way.parts[c].end)
          return false;
      return true;
    };
    return std::ranges::any_of(ways, is_of_points) && !fills(run, columns_);
  }

  /// 衬砌渠道 18.6公里2020: the first quantity of a run may be of the name.
  void lengthen_name(Record& record) const {
    auto const& ways = record.partings.ways;
    auto const run = record.run;
    bool const limit = !is_figure_at(run, 0); // ≥80盏 is a target
    // Target and result that differ are as likely as a number in the name.
    if ((!ways.empty() && ways[0].cost <= not_as_planned) || record.partings.cut || columns_.empty() ||
        record.name.empty() || limit)
      return;
    int quantities = 0;
    for (std::size_t cut = 1; cut < run.size() && quantities < most_quantities; ++cut) {
      if (!is_figure_at(run, cut) || is_figure_at(run, cut - 1) || run[cut - 1] == '.' || run[cut - 1] == '-')
        continue;
      ++quantities;
      auto rest = part_run(run.substr(cut), columns_);
      auto const most = ways.empty() ? not_as_planned : 0;
      if (rest.ways.empty() || rest.ways[0].cost > most ||
          (rest.ways.size() > 1 && rest.ways[1].cost == rest.ways[0].cost))
        continue;
      record.name = span_of(record.name, run.substr(0, cut));
      record.run = run.substr(cut);
      record.partings = std::move(rest);
      return;
    }
  }

  /// 开展修复工程 反映修复工程开展情况
  static void part_definition(Record& record) {
    static auto const words = listed_words("definitions.vocab");
    for (auto const& [word, key] : words)
      if (auto const at = record.name.find(word); at != std::string_view::npos && at >= shortest_name) {
        record.definition = record.name.substr(at);
        record.name = trim(record.name.substr(0, at));
        return;
      }
  }

  std::vector<Turn> turns_;
  std::vector<RunColumn> columns_;
  bool has_target_, has_actual_, has_score_, has_definition_, has_unit_, has_nature_, has_remark_;
  std::size_t at_ = 0; ///< of the turn at hand
  std::vector<Record> out_;
};

} // namespace

std::vector<Record> read_records(std::string_view stretch, std::span<RunColumn const> header) {
  return RecordReader(stretch, header).run();
}

} // namespace jixiao::recognition::fused
