#include "model/fields.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace jixiao;

TEST_CASE("every field is found by its name") {
#define JIXIAO_FIELD(id, name, kind)                                                                                   \
  CHECK(find_field(name) == FieldId::id);                                                                              \
  CHECK(name_of(FieldId::id) == std::string_view(name));                                                               \
  CHECK(kind_of(FieldId::id) == FieldKind::kind);
#include "model/fields.def"
#undef JIXIAO_FIELD
}

TEST_CASE("almost a field is none") {
  for (std::string_view name : {"", "projectname", "Project_name", "goals", "goals.", "project_name "})
    CHECK_FALSE(find_field(name));
}

TEST_CASE("fields of a record and of a form") {
  CHECK_FALSE(is_record_field(FieldId::grade));
  CHECK(is_record_field(FieldId::level1));
  CHECK(is_record_field(FieldId::remark));
}
