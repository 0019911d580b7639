#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao {

/// The fields of the canonical model, generated from fields.def.
enum class FieldId : std::uint8_t {
#define JIXIAO_FIELD(id, name, kind) id,
#include "model/fields.def"
#undef JIXIAO_FIELD
};

inline constexpr std::size_t field_count = 0
#define JIXIAO_FIELD(id, name, kind) +1
#include "model/fields.def"
#undef JIXIAO_FIELD
    ;

enum class FieldKind : std::uint8_t {
  text,
  prose,
  party,
  date,
  year,
  unit,
  amount,
  decimal,
  period,
  value,
  level,
  schedule
};

std::string_view name_of(FieldId field);
FieldKind kind_of(FieldId field);
std::optional<FieldId> find_field(std::string_view name);

/// True for the fields of a record (an indicator), false for those of the form itself.
constexpr bool is_record_field(FieldId field) { return field >= FieldId::level1; }

} // namespace jixiao
