#include "readers/docx/notes.hpp"

#include "readers/docx/elements.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>

namespace jixiao::docx {

pugi::xml_node Notes::find(std::optional<ById>& notes, std::string_view part, std::string_view id) {
  if (!notes) {
    notes.emplace();
    for (auto const note : children(parts_.related(part)))
      notes->try_emplace(jixiao::attribute(note, "id"), note);
  }
  auto const found = notes->find(id);
  return found == notes->end() ? pugi::xml_node() : found->second;
}

Note Notes::find(pugi::xml_node reference) {
  auto const id = jixiao::attribute(reference, "id");
  auto const name = local_name(reference);
  if (name == "footnoteReference")
    return {"a footnote", find(footnotes_, "footnotes", id)};
  if (name == "endnoteReference")
    return {"an endnote", find(endnotes_, "endnotes", id)};
  return {"a comment", find(comments_, "comments", id)};
}

Note note_in_text(pugi::xml_node node) {
  auto const name = local_name(node);
  if (name == "annotation")
    return {"a comment", jixiao::child(node, "content")};
  return {name == "endnote" ? "an endnote" : "a footnote", node};
}

void Prompts::add(pugi::xml_node control) {
  auto const properties = jixiao::child(control, "sdtPr");
  if (!is_on(jixiao::child(properties, "showingPlcHdr")) || !runs_.insert(control.internal_object()).second)
    return;
  for (Walk walk(control); walk.more();) {
    auto const element = element_of(walk.node());
    bool const known = element == Element::sdt && runs_.contains(walk.node().internal_object());
    if (element == Element::r || element == Element::sdt)
      runs_.insert(walk.node().internal_object());
    known || element == Element::skipped ? walk.skip() : walk.descend();
  }
}

bool begins_like_prompt(std::string_view text) {
  constexpr std::array<std::string_view, 10> begins = {"单击", "点击", "点按",  "轻触",   "请",
                                                       "选择", "输入", "Click", "Choose", "Enter"};
  return std::ranges::any_of(begins, [&](auto begin) { return trim(text).starts_with(begin); });
}

} // namespace jixiao::docx
