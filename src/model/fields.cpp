#include "model/fields.hpp"

#include <array>
#include <cstddef>

namespace jixiao {
namespace {

struct FieldRow {
  std::string_view name;
  FieldKind kind;
};

constexpr std::array fields{
#define JIXIAO_FIELD(id, name, kind) FieldRow{name, FieldKind::kind},
#include "model/fields.def"
#undef JIXIAO_FIELD
};

constexpr FieldRow const& row(FieldId field) { return fields[static_cast<std::size_t>(field)]; }

static_assert(row(FieldId::level1).name == "level1");

} // namespace

std::string_view name_of(FieldId field) { return row(field).name; }

FieldKind kind_of(FieldId field) { return row(field).kind; }

std::optional<FieldId> find_field(std::string_view name) {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == name)
      return static_cast<FieldId>(i);
  return std::nullopt;
}

} // namespace jixiao
