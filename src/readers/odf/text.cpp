#include "readers/odf/text.hpp"

#include "readers/odf/controls.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao::odf {
namespace {

constexpr std::uint32_t most_spaces = 200;

/// What is not printed where it stands.
constexpr std::array<std::string_view, 5> skipped = {"annotation-end", "ruby-text", "script", "title", "desc"};

bool is_embedded(pugi::xml_node node) {
  auto const name = local_name(node);
  return name == "object" || name == "object-ole" || name == "plugin";
}

std::uint32_t spaces_of(pugi::xml_node node) {
  auto const digits = attribute(node, "c");
  std::uint32_t count = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return std::min(count, most_spaces);
}

/// True where a field takes its paragraph out of sight.
bool hides_paragraph(pugi::xml_node paragraph) {
  for (auto const node : children(paragraph))
    if (local_name(node) == "hidden-paragraph" && attribute(node, "is-hidden") == "true")
      return true;
  return false;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

} // namespace

std::string text_below(pugi::xml_node root) {
  std::string text;
  std::uint32_t depth = 0;
  for (auto node = root; exists(node); node = next_in_order(node, root, depth))
    text += node.value();
  return text;
}

std::string comment_of(pugi::xml_node annotation) {
  std::string text;
  for (auto const part : children(annotation))
    if (local_name(part) == "p" || local_name(part) == "list")
      text.append(text.empty() ? "" : "\n").append(text_below(part));
  return std::string(trim(text));
}

bool is_box(pugi::xml_node node) {
  auto const name = local_name(node);
  return name == "text-box" || name == "custom-shape" || name == "rect" || name == "ellipse" || name == "caption";
}

flow::Text TextReader::read(pugi::xml_node paragraph, flow::Look look, std::vector<pugi::xml_node>& boxes,
                            std::string_view number, bool has_gap) {
  after_space_ = true;
  look.hidden |= hides_paragraph(paragraph);
  builder_.append_number(look.hidden ? std::string_view() : number, has_gap && !look.hidden);
  std::vector<Open> open{{paragraph.first_child(), look}};
  while (!open.empty()) {
    auto const node = open.back().next;
    auto inner = open.back().look;
    if (!exists(node)) {
      open.pop_back();
      continue;
    }
    open.back().next = node.next_sibling();
    if (node.type() != pugi::node_element)
      append_plain(node.value(), inner);
    else if (append_element(node, inner, boxes))
      open.push_back({node.first_child(), inner});
  }
  return builder_.take();
}

/// White space of the file counts as one space, and for nothing at the beginning.
void TextReader::append_plain(std::string_view text, flow::Look const& look) {
  std::string plain;
  for (char const c : text) {
    if (!is_space(c))
      plain.push_back(c);
    else if (!after_space_)
      plain.push_back(' ');
    after_space_ = is_space(c);
  }
  builder_.append(plain, look);
}

/// A check box or a list of a form.
void TextReader::append_form_field(pugi::xml_node field, flow::Look const& look) {
  auto const type = attribute(field, "type");
  std::vector<std::string_view> entries;
  std::size_t chosen = 0;
  bool checked = false;
  for (auto const parameter : children(field)) {
    auto const name = attribute(parameter, "name"), value = attribute(parameter, "value");
    if (name == "Checkbox_Checked")
      checked = value == "true";
    else if (name == "Dropdown_ListEntry")
      entries.push_back(value);
    else if (name == "Dropdown_Selected")
      std::from_chars(value.data(), value.data() + value.size(), chosen);
  }
  if (type.ends_with("FORMCHECKBOX"))
    builder_.append(checked ? "☒" : "☐", look);
  else if (chosen < entries.size())
    builder_.append(entries[chosen], look);
}

bool TextReader::append_element(pugi::xml_node node, flow::Look& look, std::vector<pugi::xml_node>& boxes) {
  auto const name = local_name(node);
  if (name == "span" || name == "a") {
    look = styles_.apply("text", attribute(node, "style-name"), look);
    return true;
  }
  if (attribute(node, "display") == "none") // of a variable that is set, and shown elsewhere
    return false;
  if (name == "s") {
    builder_.append(std::string(spaces_of(node), ' '), look);
  } else if (name == "tab") {
    builder_.append("\t", look);
    after_space_ = true;
  } else if (name == "line-break") {
    builder_.append("\n", look);
    after_space_ = true;
  } else if (name == "note") {
    auto const text = text_below(child(node, "note-body"));
    auto const kind = attribute(node, "note-class");
    if (!is_blank(text))
      builder_.find(Code::note_beside,
                    {{"what", kind == "endnote" ? "an endnote" : "a footnote"}, {"text", std::string(trim(text))}});
  } else if (name == "annotation") {
    if (auto text = comment_of(node); !text.empty())
      builder_.find(Code::note_beside, {{"what", "a comment"}, {"text", std::move(text)}});
  } else if (name == "placeholder" || attribute(node, "showing-place-holder") == "true") {
    builder_.find(Code::prompt_left, {{"text", std::string(trim(text_below(node)))}});
  } else if (name == "hidden-text") {
    look.hidden |= attribute(node, "is-hidden") != "false";
    return true;
  } else if (name == "fieldmark") {
    append_form_field(node, look);
  } else if (is_embedded(node) && !child(node, "math")) {
    builder_.find(Code::graphic_not_read, {{"what", "an embedded object"}});
  } else if (name == "image") {
    if (!is_embedded(node.previous_sibling())) // else it stands in for the object
      builder_.find(Code::graphic_not_read, {{"what", "a picture"}});
  } else if (name == "control") {
    auto const control = control_of(node);
    builder_.append(control.text, look);
    if (!control.is_known)
      builder_.find(Code::graphic_not_read, {{"what", "a form control"}});
  } else if (is_box(node)) {
    boxes.push_back(node);
  } else {
    return std::ranges::find(skipped, name) == skipped.end();
  }
  return false;
}

} // namespace jixiao::odf
