#include "writers/display.hpp"

#include "text/utf8.hpp"
#include "writers/report_counts.hpp"

#include <jixiao/writers.hpp>

namespace jixiao {

namespace {

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

bool is_steering(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

std::string displayed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      out += text[at++];
      continue;
    }
    auto const c = character_at(text, at);
    if (c.value == '\t')
      out += " │ ";
    else if (c.value == '\n')
      out += ' ';
    else
      append_utf8(out, is_steering(c.value) ? replacement_character : c.value);
    at += c.length;
  }
  return out;
}

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count).append(1, ' ').append(thing).append(count == 1 ? "" : "s");
}

std::string shown_place(std::string_view name, Location const& at, Language language) {
  std::string out(name);
  if (at.line)
    out += ':' + std::to_string(*at.line);
  if (at.line && at.column)
    out += ':' + std::to_string(*at.column);
  if (at.line)
    return out;
  bool const chinese = language == Language::zh;
  auto const add = [&](std::string_view english, std::string_view in_chinese, std::optional<std::uint32_t> number,
                       std::uint32_t first) {
    if (number)
      out.append(chinese ? in_chinese : english).append(std::to_string(*number + first));
  };
  add(", page ", "，页 ", at.page, 0);
  add(", table ", "，表 ", at.table, 1);
  add(", row ", "，行 ", at.row, 1);
  add(", cell ", "，格 ", at.cell, 1);
  return out;
}

std::string totals(ReportCounts const& counts, Language language) {
  auto const& [notes, warnings, errors] = counts.severities;
  auto const rules = sum_of_outcomes(counts);
  bool const chinese = language == Language::zh;
  std::string out;
  auto const add = [&](std::uint64_t count, std::string_view words) {
    out.append(std::to_string(count)).append(words);
  };
  if (chinese) {
    add(errors, " 个错误，"), add(warnings, " 个警告，"), add(notes, " 个提示；");
    add(counts.forms, " 张表单，"), add(counts.indicators, " 个指标");
  } else {
    out = counted(errors, "error") + ", " + counted(warnings, "warning") + ", " + counted(notes, "note") + "; " +
          counted(counts.forms, "form") + ", " + counted(counts.indicators, "indicator");
  }
  if (was_run(rules)) {
    out += chinese ? "；规则：" : "; rules: ";
    add(rules.holds, chinese ? " 项符合，" : rules.holds == 1 ? " holds, " : " hold, ");
    add(rules.broken, chinese ? " 项不符，" : " broken, ");
    add(rules.cannot_judge, chinese ? " 项无法判断，" : " cannot be judged, ");
    add(rules.does_not_apply, chinese ? " 项不适用" : rules.does_not_apply == 1 ? " does not apply" : " do not apply");
  }
  return out;
}

} // namespace jixiao
