#include "recognition/fused/unknown_records.hpp"

#include "recognition/fused/turns.hpp"
#include "recognition/fused/words.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <array>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

class UnknownReader {
public:
  explicit UnknownReader(std::span<RunColumn const> header)
      : has_nature_(has_nature(header)), has_unit_(has_unit(header)),
        has_answer_(!header.empty() && header.back().kind == ColumnKind::core) {}

  std::vector<Record> run(std::string_view stretch) {
    auto const turns = turns_of(stretch);
    for (std::size_t i = 0; i < turns.size(); ++i) {
      auto const& turn = turns[i];
      bool const behind_dash =
          i > 0 && turns[i - 1].run && i + 1 < turns.size() && turns[i + 1].run && has_dash(turn.text);
      bool const value =
          turn.run || turn.outcome || behind_dash || !has_ideograph(turn.text) || !half_of_double(turn.text).empty();
      if (value && !here_.name.empty())
        add_value(turn.text);
      else
        begin(has_answer_ ? take_answer(turn.text) : turn.text);
    }
    end();
    return are_sentences() ? std::vector{untold(stretch)} : std::move(out_);
  }

private:
  /// 4 一 目标明确 4: words behind a dash, also one that was read as 一, stand between values.
  static bool has_dash(std::string_view text) {
    return std::ranges::any_of(std::array{"一"sv, "—"sv, "-"sv}, [&](auto dash) { return text.starts_with(dash); });
  }

  /// 3 M. 8万元: signs and letters alone between numbers are what is left of one.
  static bool has_ideograph(std::string_view text) {
    constexpr unsigned char first = 0xE3; // of the first bytes of ideographs
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= first; });
  }

  /// Sentences with numbers in them: what stands between these is no name.
  bool are_sentences() const {
    return std::ranges::count_if(out_, [](Record const& r) { return names_in(r.name).empty(); }) > 1;
  }

  static Record untold(std::string_view stretch) {
    Record out;
    out.name = stretch;
    out.untold = true;
    return out;
  }

  void add_value(std::string_view text) { here_.run = here_.run.empty() ? text : span_of(here_.run, text); }

  /// 是, below the last label of the header: it stands before the next name.
  std::string_view take_answer(std::string_view text) {
    for (auto const answer : {"是"sv, "否"sv})
      if (!here_.run.empty() && text.starts_with(answer)) {
        add_value(text.substr(0, answer.size()));
        return text.substr(answer.size());
      }
    return text;
  }

  void begin(std::string_view name) {
    if (name.empty())
      return;
    end();
    here_.name = name;
    if (auto const half = double_at_end(name); !half.empty()) {
      here_.name.remove_suffix(2 * half.size());
      here_.run = name.substr(here_.name.size());
    }
    if (has_nature_)
      take_off(nature_at_end(here_.name), here_.nature);
    if (has_unit_)
      take_off(unit_at_end(here_.name), here_.unit);
  }

  void take_off(std::string_view end, std::string_view& to) {
    to = end;
    here_.name.remove_suffix(end.size());
  }

  void end() {
    here_.partings.cut = true;
    if (!here_.name.empty() && !here_.run.empty() && is_offered_row(span_of(here_.name, here_.run))) {
      here_.placeholder = true; // 指标2： of a template
      here_.name = span_of(here_.name, here_.run);
    }
    if (!here_.name.empty())
      out_.push_back(here_);
    here_ = {};
  }

  bool has_nature_, has_unit_, has_answer_;
  Record here_;
  std::vector<Record> out_;
};

} // namespace

std::vector<Record> records_of_unknown(std::string_view stretch, std::span<RunColumn const> header) {
  return UnknownReader(header).run(stretch);
}

} // namespace jixiao::recognition::fused
