#include "model/build_indicator.hpp"

#include "grammars/indicator_value.hpp"
#include "model/cell_text.hpp"
#include "model/doubts.hpp"

namespace jixiao {

namespace {

Text optional_text(std::string text) {
  if (text.empty())
    return std::nullopt;
  return text;
}

class IndicatorBuilder {
public:
  IndicatorBuilder(BuildContext const& context, std::uint32_t form_index, std::uint32_t index)
      : context_(context), form_index_(form_index), index_(index) {}

  Indicator build(Record const& record) {
    Indicator result;
    result.level1 = optional_text(record.level1);
    result.level2 = optional_text(record.level2);
    result.at = context_.locate(record.row, -1);
    for (auto const& field : record.fields)
      set(result, field);
    for (auto const field : record.repaired)
      result.repaired.emplace_back(name_of(field));
    return result;
  }

private:
  void set(Indicator& indicator, RecordField const& field) {
    for (auto const cell : field.cells)
      context_.claims.claim(cell, {ClaimKind::record, field.field, static_cast<std::uint16_t>(form_index_), index_});
    auto text = joined_text(*context_.page.reading, field.cells);
    if (text.empty())
      return;
    report_doubt(context_, field.cells, name_of(field.field), path(field.field));
    switch (field.field) {
    case FieldId::level3:
      indicator.level3 = std::move(text);
      break;
    case FieldId::definition:
      indicator.definition = std::move(text);
      break;
    case FieldId::basis:
      indicator.basis = std::move(text);
      break;
    case FieldId::remark:
      indicator.remark = std::move(text);
      break;
    case FieldId::target:
      indicator.target = grammars::read_indicator_value(text);
      break;
    case FieldId::actual:
      indicator.actual = grammars::read_indicator_value(text);
      break;
    case FieldId::weight:
      indicator.weight = number(text, field);
      break;
    case FieldId::score:
      indicator.score = number(text, field);
      break;
    default:
      break;
    }
  }

  std::optional<Decimal> number(std::string const& text, RecordField const& field) {
    if (is_placeholder(text))
      return std::nullopt;
    auto const value = parse_decimal(text);
    if (!value)
      context_.sink.emit(Code::not_understood,
                         {{"label", name_of(field.field)}, {"text", text}, {"expected", "number"}},
                         context_.locate(0, field.cells[0]), path(field.field));
    return value;
  }

  std::string path(FieldId field) const {
    return "/forms/" + std::to_string(form_index_) + "/indicators/" + std::to_string(index_) + "/" +
           std::string(name_of(field));
  }

  BuildContext const& context_;
  std::uint32_t form_index_;
  std::uint32_t index_;
};

} // namespace

Indicator build_indicator(BuildContext const& context, Record const& record, std::uint32_t form_index,
                          std::uint32_t index) {
  return IndicatorBuilder(context, form_index, index).build(record);
}

} // namespace jixiao
