#include "forms/claims.hpp"

#include <algorithm>

namespace jixiao {

std::string describe(Claim const& claim) {
  auto const field_path = [&] {
    std::string path(name_of(claim.field));
    std::replace(path.begin(), path.end(), '.', '/');
    return path;
  };
  auto const form = "/forms/" + std::to_string(claim.form) + "/";
  switch (claim.kind) {
  case ClaimKind::none:
    return {};
  case ClaimKind::label:
    return "label";
  case ClaimKind::layout:
    return "layout";
  case ClaimKind::document:
    return claim.field == FieldId::title ? "/title" : "/sections";
  case ClaimKind::record:
    return form + "indicators/" + std::to_string(claim.record) + "/" + field_path();
  case ClaimKind::listed:
    return form + std::string(claim.list) + '/' + std::to_string(claim.record);
  case ClaimKind::record_listed:
    return form + "indicators/" + std::to_string(claim.record) + '/' + std::string(claim.list);
  case ClaimKind::field:
    break;
  }
  if (claim.field == FieldId::funds)
    return form + "funds/" + std::to_string(claim.record);
  return form + field_path();
}

std::string pointer_of(Claim const& claim) {
  auto text = describe(claim);
  return text.starts_with('/') ? text : std::string();
}

} // namespace jixiao
