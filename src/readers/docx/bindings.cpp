#include "readers/docx/bindings.hpp"

#include "readers/docx/elements.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao::docx {
namespace {

/// "name" and 2 of the step `ns0:name[2]`.
struct Step {
  std::string_view name;
  std::uint32_t ordinal = 1;
};

/// Takes a step from the front of a path: `/a:b[1]/c:d[1]`, `/a:b[1]/@c`.
Step take_step(std::string_view& path) {
  path.remove_prefix(path.starts_with('/') ? 1 : 0);
  auto const text = path.substr(0, path.find('/'));
  path.remove_prefix(text.size());
  auto const bracket = text.find('[');
  auto const ordinal = bracket == text.npos ? 1 : number_of(text.substr(bracket + 1), 0);
  bool const is_attribute = text.starts_with('@');
  auto const name = local_name(text.substr(is_attribute ? 1 : 0, bracket - (is_attribute ? 1 : 0)));
  return {name, is_attribute ? 0 : ordinal};
}

pugi::xml_node nth_child(pugi::xml_node parent, Step const& step, std::size_t& looks_left) {
  auto left = step.ordinal;
  for (auto const node : children(parent)) {
    if (looks_left == 0)
      break;
    --looks_left;
    if (local_name(node) == step.name && --left == 0)
      return node;
  }
  return {};
}

/// What the path leads to, from the root element on; nothing where it leads nowhere.
std::optional<std::string> value_at(pugi::xml_node root, std::string_view path, std::size_t& looks_left) {
  constexpr int most_steps = 16;
  auto const first = take_step(path);
  if (first.name != local_name(root) || first.ordinal != 1)
    return std::nullopt;
  auto node = root;
  for (int i = 0; i < most_steps && !path.empty(); ++i) {
    auto const step = take_step(path);
    if (step.name == "text()" && path.empty())
      break;
    if (step.ordinal == 0)
      return path.empty() ? std::optional(std::string(jixiao::attribute(node, step.name))) : std::nullopt;
    node = nth_child(node, step, looks_left);
    if (!exists(node))
      return std::nullopt;
  }
  return path.empty() ? std::optional(std::string(node.text().get())) : std::nullopt;
}

/// What a list shows for a value.
std::string shown_of_list(pugi::xml_node list, std::string const& value) {
  for (auto const item : children(list)) {
    auto const shown = jixiao::attribute(item, "displayText");
    if (jixiao::attribute(item, "value") == value && !shown.empty())
      return std::string(shown);
  }
  return value;
}

/// The texts of a control, without those of controls in it.
std::vector<pugi::xml_node> texts_of(pugi::xml_node content) {
  std::vector<pugi::xml_node> texts;
  for (Walk walk(content); walk.more();) {
    auto const element = element_of(walk.node());
    if (element == Element::t)
      texts.push_back(walk.node());
    element == Element::sdt || element == Element::skipped ? walk.skip() : walk.descend();
  }
  return texts;
}

/// Where a control without a text can take one.
pugi::xml_node new_text(pugi::xml_node content) {
  auto place = content;
  for (Walk walk(content); walk.more(); walk.descend())
    if (element_of(walk.node()) == Element::p) {
      place = walk.node();
      break;
    }
  return place.append_child("w:r").append_child("w:t");
}

} // namespace

std::optional<std::string> Bindings::value_of(pugi::xml_node binding) {
  if (!data_) {
    data_ = parts_.all_related("customXml");
    for (auto const* const type : {"core-properties", "extended-properties"})
      data_->push_back(parts_.of_package(type));
  }
  auto const path = jixiao::attribute(binding, "xpath");
  for (auto const root : *data_)
    if (auto value = exists(root) && !path.empty() ? value_at(root, path, looks_left_) : std::nullopt)
      return value;
  return std::nullopt;
}

std::optional<Bindings::Difference> Bindings::fill(pugi::xml_node control) {
  constexpr std::size_t most = 10'000;
  auto const properties = jixiao::child(control, "sdtPr");
  auto const binding = jixiao::child(properties, "dataBinding"), content = jixiao::child(control, "sdtContent");
  auto list = jixiao::child(properties, "dropDownList");
  list = exists(list) ? list : jixiao::child(properties, "comboBox");
  if (!exists(binding) || !exists(content) || ++filled_ > most ||
      (!exists(list) && !exists(jixiao::child(properties, "text"))))
    return std::nullopt;
  auto const value = value_of(binding);
  auto const prompt = jixiao::child(properties, "showingPlcHdr");
  if (!value || (value->empty() && is_on(prompt)))
    return std::nullopt;
  auto shown = shown_of_list(list, *value);
  auto texts = texts_of(content);
  std::string stored;
  for (auto const text : texts)
    stored += text.child_value();
  if (clean_value(stored) == clean_value(shown))
    return std::nullopt;
  if (texts.empty())
    texts.push_back(new_text(content));
  for (auto const text : texts)
    text.text().set(text == texts.front() ? shown.c_str() : "");
  if (is_on(prompt))
    pugi::xml_node(properties).remove_child(prompt);
  return Difference{std::move(stored), std::move(shown)};
}

} // namespace jixiao::docx
