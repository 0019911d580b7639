#include "readers/odf/controls.hpp"

#include "readers/odf/text.hpp"
#include "readers/xml.hpp"

#include <string_view>

namespace jixiao::odf {
namespace {

constexpr std::size_t most_looked_at = 4096; // elements of forms, for one control

/// The forms of the table or the text that a control stands in.
pugi::xml_node forms_around(pugi::xml_node node) {
  for (; exists(node); node = node.parent())
    if (auto const found = child(node, "forms"); exists(found))
      return found;
  return {};
}

pugi::xml_node described(pugi::xml_node forms, std::string_view id) {
  std::uint32_t depth = 0;
  std::size_t looked_at = 0;
  for (auto node = forms.first_child(); exists(node) && looked_at < most_looked_at;
       node = next_in_order(node, forms, depth), ++looked_at)
    if (attribute(node, "id") == id)
      return node;
  return {};
}

std::string_view first_said(pugi::xml_node node, std::string_view current, std::string_view otherwise) {
  auto const now = attribute(node, current);
  return now.empty() ? attribute(node, otherwise) : now;
}

} // namespace

Control control_of(pugi::xml_node drawing) {
  auto const form = described(forms_around(drawing), attribute(drawing, "control"));
  auto const name = local_name(form);
  if (name == "checkbox" || name == "radio") {
    bool const is_on = name == "radio" ? first_said(form, "current-selected", "selected") == "true"
                                       : first_said(form, "current-state", "state") == "checked";
    return {std::string(is_on ? "☑" : "☐").append(attribute(form, "label")), true};
  }
  if (name == "text" || name == "textarea" || name == "combobox" || name == "date" || name == "number")
    return {std::string(first_said(form, "current-value", "value")), true};
  return {{}, name == "button" || name == "image"};
}

} // namespace jixiao::odf
