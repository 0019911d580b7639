#pragma once

#include <string_view>

namespace jixiao {

/// True for a text that begins with a label that is known, and its colon: `主管部门：`, `主管部门：某局`.
bool begins_with_label(std::string_view text);

/// True for a text that is no value of the label before it, since it is a label with a colon itself, brings one in
/// front, or is the title of a form.
bool has_label_or_title(std::string_view text);

} // namespace jixiao
