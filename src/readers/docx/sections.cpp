#include "readers/docx/sections.hpp"

#include "readers/docx/elements.hpp"
#include "readers/xml.hpp"

namespace jixiao::docx {

void Sections::find(pugi::xml_node body) {
  for (auto const block : children(body)) {
    auto const element = element_of(block);
    auto const section = element == Element::sect_pr ? block
                         : element == Element::p     ? child(child(block, Element::p_pr), Element::sect_pr)
                                                     : pugi::xml_node();
    if (section)
      sections_.push_back(section);
    else if (local_name(block) == "sect") // WordML 2003 has an element around each
      find(block);
  }
}

bool Sections::shows(std::string_view type, pugi::xml_node section) {
  if (type == "first")
    return is_on(jixiao::child(section, "titlePg"));
  if (type != "even")
    return true;
  if (!even_pages_differ_)
    even_pages_differ_ = is_on(jixiao::child(parts_.related("settings"), "evenAndOddHeaders"));
  return *even_pages_differ_;
}

std::vector<pugi::xml_node> Sections::shown(std::string_view reference, std::string_view element) {
  std::vector<pugi::xml_node> roots;
  if (current_ >= sections_.size())
    return roots;
  auto const section = sections_[current_];
  for (auto const property : children(section)) {
    auto const name = local_name(property);
    if ((name != reference && name != element) || !shows(jixiao::attribute(property, "type"), section))
      continue;
    auto const root = name == element ? property : parts_.part(jixiao::attribute(property, "id"));
    if (root)
      roots.push_back(root);
  }
  return roots;
}

} // namespace jixiao::docx
