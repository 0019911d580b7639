#include "recognition/fused/records.hpp"

#include "recognition/fused/turns.hpp"
#include "recognition/fused/words.hpp"
#include "recognition/looks.hpp"
#include "recognition/vocabulary_file.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_unit_of_name = 15; ///< bytes

constexpr int most_quantities = 4; ///< at the start of a run that may be of the name

bool is_figure_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

class RecordReader {
public:
  RecordReader(std::string_view stretch, std::span<RunColumn const> header)
      : turns_(turns_of(stretch)), columns_(value_columns(header)), has_target_(has_column(header, ColumnKind::target)),
        has_actual_(has_column(header, ColumnKind::actual)), has_score_(has_column(header, ColumnKind::score)),
        has_definition_(has_explanation(header)), has_unit_(has_unit(header)) {}

  std::vector<Record> run() {
    join_runs();
    std::string_view name;
    for (at_ = 0; at_ < turns_.size(); ++at_) {
      auto const text = turns_[at_].text;
      if (!turns_[at_].run || is_part_of_name(name)) {
        name = name.empty() ? text : span_of(name, text);
        continue;
      }
      Record record;
      record.name = name;
      record.run = text;
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

  bool has_turns(std::size_t behind) const { return at_ + behind < turns_.size(); }

  /// The run at hand is of the name: nothing stands before it, or it lacks what the next one has.
  bool is_part_of_name(std::string_view name) const {
    if (!has_turns(1) || (!has_turns(2) && !name.empty()))
      return false; // no run behind it
    if (name.empty())
      return true;
    auto const &here = turns_[at_].text, &next = turns_[at_ + 2].text;
    if (columns_.size() < 2)
      return is_figure_at(here, 0) && !is_figure_at(next, 0);
    if (!half_of_double(turns_[at_ + 1].text).empty())
      return false;
    auto const ways = part_run(here, columns_).ways, ways_of_next = part_run(next, columns_).ways;
    return !ways_of_next.empty() && (ways.empty() || ways[0].cost > ways_of_next[0].cost + 1);
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
    auto const half = has_actual_ ? half_of_double(text) : std::string_view();
    if (!half.empty())
      record.words = {half, half};
    else if (!has_actual_ && is_result_word(text))
      record.words = {text};
    else
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
    cut_words(record);
    add(std::move(record));
  }

  void add(Record record) {
    if (record.words.empty() && !record.run.empty()) {
      record.partings = part_run(record.run, columns_);
      lengthen_name(record);
    }
    if (has_unit_ && is_figure_at(record.run, 0))
      part_unit(record);
    if (has_definition_)
      part_definition(record);
    out_.push_back(std::move(record));
  }

  /// 衬砌渠道 18.6公里2020: the first quantity of a run may be of the name.
  void lengthen_name(Record& record) const {
    auto const& ways = record.partings.ways;
    auto const run = record.run;
    bool const limit = !is_figure_at(run, 0); // ≥80盏 is a target
    if (ways.empty() || ways[0].cost == 0 || columns_.empty() || record.name.empty() || limit)
      return;
    int quantities = 0;
    for (std::size_t cut = 1; cut < run.size() && quantities < most_quantities; ++cut) {
      if (!is_figure_at(run, cut) || is_figure_at(run, cut - 1) || run[cut - 1] == '.')
        continue;
      ++quantities;
      auto rest = part_run(run.substr(cut), columns_);
      if (rest.ways.empty() || rest.ways[0].cost > 0 || (rest.ways.size() > 1 && rest.ways[1].cost == 0))
        continue;
      record.name = span_of(record.name, run.substr(0, cut));
      record.run = run.substr(cut);
      record.partings = std::move(rest);
      return;
    }
  }

  /// 护岸长度 公里 3.210: the longest unit.
  static void part_unit(Record& record) {
    for (auto at = record.name.size(); at-- > shortest_name && record.name.size() - at <= longest_unit_of_name;)
      if (auto const unit = record.name.substr(at); is_character_start(unit[0]) && look_of(unit) == Look::unit)
        record.unit = unit;
    record.name.remove_suffix(record.unit.size());
  }

  static bool is_character_start(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

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
  bool has_target_, has_actual_, has_score_, has_definition_, has_unit_;
  std::size_t at_ = 0; ///< of the turn at hand
  std::vector<Record> out_;
};

std::span<RunColumn const> before_target(std::span<RunColumn const> header) {
  auto const target = std::ranges::find(header, ColumnKind::target, &RunColumn::kind);
  return header.first(static_cast<std::size_t>(target - header.begin()));
}

template <class Is> std::vector<RunColumn> those_of(std::span<RunColumn const> header, Is is) {
  std::vector<RunColumn> out;
  std::ranges::copy_if(header, std::back_inserter(out), is);
  return out;
}

} // namespace

std::vector<RunColumn> value_columns(std::span<RunColumn const> header) {
  return those_of(header, [](RunColumn const& c) { return c.is_points() || c.is_result(); });
}

bool has_explanation(std::span<RunColumn const> header) {
  return has_column(header, ColumnKind::definition) || has_column(before_target(header), ColumnKind::standard);
}

bool has_unit(std::span<RunColumn const> header) { return has_column(before_target(header), ColumnKind::unit); }

std::vector<RunColumn> points_columns(std::span<RunColumn const> header) {
  return those_of(header, [](RunColumn const& c) { return c.is_points(); });
}

std::vector<Record> part_records(std::string_view stretch, std::span<RunColumn const> header) {
  return RecordReader(stretch, header).run();
}

} // namespace jixiao::recognition::fused
