#include "recognition/fused/record_marks.hpp"
#include "recognition/fused/records.hpp"
#include "recognition/fused/turns.hpp"
#include "recognition/fused/unknown_records.hpp"
#include "text/clean.hpp"

namespace jixiao::recognition::fused {

namespace {

/// The record that 指标1 begins; what it holds cannot be told where it reads as several.
Record read_marked(std::string_view stretch, RecordMark const& mark, std::span<RunColumn const> header) {
  auto const text = trim(stretch.substr(mark.end));
  if (text.empty()) {
    Record placeholder;
    placeholder.name = trim(stretch.substr(mark.begin));
    placeholder.placeholder = true;
    return placeholder;
  }
  auto records = read_records(text, header);
  auto record = std::move(records.at(0));
  auto const name = record.name;
  bool const remark = has_column(header, ColumnKind::remark) && records.size() == 2 && records[1].run.empty() &&
                      records[1].words.empty() && !record.run.empty();
  if (remark)
    record.remark = records[1].name;
  else if (records.size() > 1) {
    auto const end = name.empty() ? 0 : static_cast<std::size_t>(name.data() + name.size() - text.data());
    record = {};
    record.name = name;
    record.run = trim(text.substr(end));
    record.partings.cut = true;
  }
  if (!name.empty())
    record.name = span_of(stretch.substr(mark.begin), record.name);
  return record;
}

} // namespace

std::vector<Record> part_records(std::string_view stretch, std::span<RunColumn const> header) {
  auto const marks = find_marks(stretch);
  if (has_unknown_value(header))
    return records_of_unknown(stretch, header);
  if (marks.empty())
    return read_records(stretch, header);
  std::vector<Record> out;
  if (auto const before = stretch.substr(0, marks[0].begin); !is_blank(before))
    out = read_records(before, header);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    auto const end = i + 1 < marks.size() ? marks[i + 1].begin : stretch.size();
    out.push_back(read_marked(stretch.substr(0, end), marks[i], header));
  }
  return out;
}

} // namespace jixiao::recognition::fused
