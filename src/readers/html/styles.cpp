#include "readers/html/styles.hpp"

#include "readers/html/css_match.hpp"
#include "readers/html/css_text.hpp"
#include "readers/html/tree.hpp"
#include "readers/shown/turned.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::size_t most_rules = 1000;

/// What elements and attributes say without a style.
CssDeclarations presentation(GumboNode const& element) {
  CssDeclarations says;
  auto const name = tag_of(element);
  bool const is_closed = name == "dialog" && html_attribute(element, "open") == nullptr;
  if (is_closed || html_attribute(element, "hidden") != nullptr)
    says.removed = true;
  if (html_attribute(element, "popover") != nullptr) // until somebody asks for it
    says.removed = true;
  if (name == "w")
    says.underlined = true;
  if (name == "bdo")
    says.overrides = true;
  if (auto const direction = css_lower_case(style_value(element, "dir")); direction == "rtl" || direction == "ltr")
    says.from_right = direction == "rtl";
  constexpr std::array<std::string_view, 3> struck = {"z", "xtrike", "del"};
  if (std::ranges::find(struck, name) != struck.end())
    says.struck = true;
  if (name == "xont") {
    if (auto const face = style_value(element, "face"); !face.empty())
      says.font = read_css_declarations("font-family:" + std::string(face)).normal.font;
    if (auto const color = style_value(element, "color"); !color.empty())
      says.colour = read_css_declarations("color:" + std::string(color)).normal.colour;
  }
  if (auto const color = style_value(element, "bgcolor"); !color.empty())
    says.background = read_css_declarations("background:" + std::string(color)).normal.background;
  if (!style_value(element, "background").empty())
    says.background = unknown_colour;
  return says;
}

} // namespace

HtmlStyles::HtmlStyles(GumboNode const& root) {
  std::vector<std::string_view> sheets;
  std::vector<GumboNode const*> waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    auto const children = html_children(*node);
    if (node->type == GUMBO_NODE_ELEMENT) {
      auto const style = style_value(*node, "style");
      makes_tables_ = makes_tables_ || style.find("table") != std::string_view::npos;
      has_lines_ = has_lines_ || style.find("absolute") != std::string_view::npos;
      has_grids_ =
          has_grids_ || style.find("flex") != std::string_view::npos || style.find("grid") != std::string_view::npos;
    }
    if (!is_html(*node, GUMBO_TAG_STYLE)) {
      waiting.insert(waiting.end(), children.rbegin(), children.rend());
      continue;
    }
    for (auto const* child : children)
      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
        sheets.emplace_back(child->v.text.text);
  }
  for (auto const sheet : sheets)
    variables_.add(sheet);
  for (auto const sheet : sheets)
    for (auto& rule : read_css(variables_.put_in(sheet), most_rules))
      index(std::move(rule));
}

void HtmlStyles::index(CssRule rule) {
  makes_tables_ = makes_tables_ || rule.block.normal.display.value_or(CssDisplay::other) == CssDisplay::table;
  has_grids_ =
      has_grids_ || rule.block.normal.display == CssDisplay::flex || rule.block.normal.display == CssDisplay::grid;
  has_lines_ = has_lines_ || rule.block.normal.lies_over.value_or(false);
  has_counters_ = has_counters_ || rule.block.normal.resets || rule.block.normal.counts;
  if (rules_.size() + generating_.size() == most_rules) {
    too_many_ = true;
    return;
  }
  if (rule.part != CssPart::itself) {
    if (rule.block.normal.content)
      generating_.push_back(std::move(rule));
    return;
  }
  auto const& itself = rule.compounds.front();
  auto const key = !itself.id.empty()        ? "#" + itself.id
                   : !itself.classes.empty() ? "." + itself.classes.front()
                                             : itself.tag;
  by_key_[key].push_back(rules_.size());
  rules_.push_back(std::move(rule));
}

void HtmlStyles::add_rules(std::vector<std::size_t>& found, std::string_view key) const {
  if (auto const rules = by_key_.find(std::string(key)); rules != by_key_.end())
    found.insert(found.end(), rules->second.begin(), rules->second.end());
}

CssBlock HtmlStyles::declarations(GumboNode const& element) const {
  CssBlock all;
  std::vector<std::size_t> found;
  if (!rules_.empty()) {
    add_rules(found, "");
    auto const tag = tag_of(element);
    add_rules(found, tag);
    for (auto const* renamed : {"a", "b", "i", "s", "u", "font", "strike", "strong", "em", "small", "big", "rt"})
      if (tag != renamed && is_tag(renamed, tag))
        add_rules(found, renamed);
    for (auto const name : classes_of(element))
      add_rules(found, "." + std::string(name));
    if (auto const id = style_value(element, "id"); !id.empty())
      add_rules(found, "#" + std::string(id));
    std::erase_if(found, [&](std::size_t rule) { return !matches(rules_[rule], element); });
    std::ranges::sort(found, {}, [&](std::size_t rule) { return std::pair(rules_[rule].specificity, rule); });
  }
  all.normal = presentation(element);
  for (auto const rule : found) {
    all.normal.apply(rules_[rule].block.normal);
    all.important.apply(rules_[rule].block.important);
  }
  if (auto const style = style_value(element, "style"); !style.empty()) {
    bool const has_variables = style.find("var(") != std::string_view::npos;
    auto const own = read_css_declarations(has_variables ? variables_.put_in(style) : style);
    all.normal.apply(own.normal);
    all.important.apply(own.important);
  }
  all.normal.apply(all.important);
  return all;
}

namespace {

/// Details that nobody has opened. Those that hold a table hold what the page is about, and are opened by who reads it.
bool is_closed(GumboNode const& element) {
  constexpr std::size_t most_looked_at = 1000; // elements
  if (!is_html(element, GUMBO_TAG_DETAILS) || html_attribute(element, "open") != nullptr)
    return false;
  std::vector<GumboNode const*> waiting = {&element};
  for (std::size_t looked_at = 0; !waiting.empty(); ++looked_at) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (looked_at == most_looked_at || is_html(*node, GUMBO_TAG_TABLE))
      return false;
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.begin(), children.end());
  }
  return true;
}

/// A box of no extent that shows nothing beyond it. Parts of tables have the extent that their text needs.
bool cuts_off_text(GumboNode const& element, CssDeclarations const& says) {
  constexpr std::array<GumboTag, 5> of_tables = {GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TR, GUMBO_TAG_TD,
                                                 GUMBO_TAG_TH};
  return says.flat.value_or(false) && says.clips.value_or(false) &&
         std::ranges::find(of_tables, element.v.element.tag) == of_tables.end();
}

} // namespace

/// True when what a style sheet puts into the element, or an element without text in it, is a line through its text.
bool HtmlStyles::has_line_over(GumboNode const& element) const {
  auto const is_generated = [&](CssRule const& rule) { return rule.block.normal.strikes() && matches(rule, element); };
  auto const is_child = [&](GumboNode const* child) {
    return child->type == GUMBO_NODE_ELEMENT && html_children(*child).empty() && declarations(*child).normal.strikes();
  };
  return has_lines_ && (std::ranges::any_of(generating_, is_generated) ||
                        (!is_html(element, GUMBO_TAG_TABLE) && std::ranges::any_of(html_children(element), is_child)));
}

HtmlState HtmlStyles::make_state(GumboNode const& element, HtmlState const& around) const {
  auto const says = declarations(element).normal;
  auto state = around;
  // What is removed, or crossed out, is so with all that is in it.
  state.removed |= says.removed.value_or(false);
  state.struck |= says.struck.value_or(false) || has_line_over(element);
  state.underlined |= says.underlined.value_or(false);
  state.invisible = says.invisible.value_or(around.invisible);
  state.collapsed = says.collapsed.value_or(false);
  state.unseen = says.unseen.value_or(around.unseen) && !says.drawn.value_or(false);
  state.gone |= says.gone.value_or(false);
  state.floats = says.floats.value_or(false);
  state.unquoted = says.unquoted.value_or(around.unquoted);
  state.colour = says.colour.value_or(around.colour);
  state.background = says.background.value_or(around.background);
  state.font = says.font.value_or(around.font);
  state.display = says.display.value_or(CssDisplay::other);
  state.is_reversed = says.is_reversed.value_or(false);
  state.order = says.order.value_or(0);
  state.runs_down = says.runs_down.value_or(false);
  state.tracks = says.tracks.value_or(0);
  state.columns_in_grid = says.columns.value_or(1);
  state.rows_in_grid = says.rows.value_or(1);
  state.off_screen |= says.off_screen.value_or(false) || cuts_off_text(element, says);
  state.removed |= around.closed && !is_html(element, GUMBO_TAG_SUMMARY);
  state.closed = is_closed(element);
  state.from_right = says.from_right.value_or(around.from_right);
  state.overrides = says.overrides.value_or(false);
  state.script = says.script.value_or(around.script);
  state.letters = says.letters.value_or(around.letters);
  return state;
}

std::string HtmlStyles::generated(GumboNode const& element, CssPart part) {
  auto const& look = state(element);
  auto content = declared_content(element, part);
  if (!look.overrides || !look.from_right)
    return content;
  return part == CssPart::before ? std::string(turn_mark) + content : content.append(turn_end_mark);
}

void HtmlStyles::count(GumboNode const& element) {
  if (!has_counters_ || state(element).removed)
    return;
  auto const says = declarations(element).normal;
  counters_.reset(says.resets.value_or(""));
  counters_.increment(says.counts.value_or(""));
}

/// What --name stands for at the element: as it, or what is around it, says; else as the page says somewhere.
std::string HtmlStyles::text_of_variable(GumboNode const& element, CssDeclarations const& part,
                                         std::string_view reference) const {
  constexpr int most_around = 64;
  auto const name = trim_css(reference.substr(0, reference.find(',')));
  auto says = part.texts;
  auto const* at = &element;
  for (int i = 0; i < most_around && at != nullptr; ++i, at = parent_of(*at)) {
    for (auto text = says.rbegin(); text != says.rend(); ++text)
      if (text->first == name)
        return text->second;
    says = declarations(*at).normal.texts;
  }
  return variables_.value_of(reference);
}

namespace {

/// The n-th mark of `quotes: "《" "》"`; what browsers print where nothing is declared.
std::string mark_of_quotes(CssDeclarations const& part, std::size_t n) {
  std::string_view rest = part.quotes ? std::string_view(*part.quotes) : R"("“" "”")";
  for (std::size_t i = 0;; ++i) {
    auto const open = rest.find_first_of("\"'");
    auto const close = open == rest.npos ? open : rest.find(rest[open], open + 1);
    if (close == rest.npos)
      return {};
    if (i == n)
      return std::string(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
  }
}

} // namespace

std::string HtmlStyles::declared_content(GumboNode const& element, CssPart part) {
  CssRule const* strongest = nullptr;
  for (auto const& rule : generating_)
    if (rule.part == part && matches(rule, element) &&
        (strongest == nullptr || rule.specificity >= strongest->specificity))
      strongest = &rule;
  bool const is_shown = strongest != nullptr && !strongest->block.normal.removed.value_or(false) &&
                        !strongest->block.normal.off_screen.value_or(false);
  if (!is_shown)
    return {};
  auto const& says = strongest->block.normal;
  counters_.reset(says.resets.value_or(""));
  counters_.increment(says.counts.value_or(""));
  auto const own = declarations(element).normal;
  auto const& quoting = says.quotes ? says : own;
  auto const print = [&](std::string_view word, std::string_view arguments) -> std::optional<std::string> {
    if (word.ends_with("-quote"))
      return word == "open-quote" || word == "close-quote" ? mark_of_quotes(quoting, word == "open-quote" ? 0 : 1) : "";
    if (word == "attr")
      return std::string(style_value(element, css_lower_case(arguments).c_str()));
    return word.starts_with("counter") ? std::optional(counters_.print(arguments)) : std::nullopt;
  };
  return css_content(*says.content, [&](std::string_view word, std::string_view arguments) {
    return word == "var" ? std::optional(css_content(text_of_variable(element, says, arguments), print))
                         : print(word, arguments);
  });
}

void HtmlStyles::arrange(GumboNode const& box, std::vector<GumboNode const*>& parts) {
  auto const shown_as = display(box);
  if (shown_as != CssDisplay::flex && shown_as != CssDisplay::grid)
    return;
  auto const order = [&](GumboNode const* node) { return node->type == GUMBO_NODE_ELEMENT ? state(*node).order : 0; };
  std::ranges::stable_sort(parts, {}, order);
  if (shown_as == CssDisplay::flex && state(box).is_reversed)
    std::ranges::reverse(parts);
}

std::span<GumboNode const* const> HtmlStyles::children(GumboNode const& node) {
  auto const nodes = html_children(node);
  if (!has_grids_)
    return nodes;
  arranged_.assign(nodes.begin(), nodes.end());
  arrange(node, arranged_);
  return arranged_;
}

CssDisplay HtmlStyles::display(GumboNode const& element) {
  bool const is_made = (makes_tables_ || has_grids_) && element.type == GUMBO_NODE_ELEMENT;
  return is_made ? state(element).display : CssDisplay::other;
}

HtmlState const& HtmlStyles::state(GumboNode const& element) {
  std::vector<GumboNode const*> unknown;
  HtmlState state;
  for (auto const* at = &element; at != nullptr; at = parent_of(*at)) {
    if (auto const known = states_.find(at); known != states_.end()) {
      if (at == &element)
        return known->second;
      state = known->second;
      break;
    }
    unknown.push_back(at);
  }
  for (auto at = unknown.rbegin(); at != unknown.rend(); ++at)
    state = states_.emplace(*at, make_state(**at, state)).first->second;
  return states_.at(&element);
}

} // namespace jixiao
