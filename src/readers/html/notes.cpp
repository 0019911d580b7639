#include "readers/html/notes.hpp"

#include "readers/html/look.hpp"
#include "readers/html/tree.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t longest_mark = 16; // bytes: "[12]"

std::string_view value_of(GumboNode const& element, char const* name) {
  auto const* const value = html_attribute(element, name);
  return value == nullptr ? std::string_view() : value;
}

struct Begin {
  std::string_view id, what;
};

/// What programs name the targets of notes.
constexpr std::array begins = {
    Begin{"_ftn", "a footnote"},     Begin{"_edn", "an endnote"},      Begin{"_msocom", "a comment"},
    Begin{"fn", "a footnote"},       Begin{"_com", "a comment"},       Begin{"sdfootnote", "a footnote"},
    Begin{"footnote", "a footnote"}, Begin{"sdendnote", "an endnote"}, Begin{"endnote", "an endnote"},
};

/// A link from a note back to its mark.
bool is_back(std::string_view id) {
  return id.find("ref") != std::string_view::npos || id.find("anchor") != std::string_view::npos ||
         id.find("anc") != std::string_view::npos;
}

/// The nearest element around that holds lines of its own.
GumboNode const* block_around(GumboNode const* node) {
  for (; node != nullptr && node->type == GUMBO_NODE_ELEMENT; node = node->parent) {
    auto const look = html_look(*node);
    if (look == HtmlLook::block || look == HtmlLook::item)
      return node;
  }
  return nullptr;
}

} // namespace

std::string html_text(GumboNode const& root) {
  std::string out;
  std::vector<GumboNode const*> waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_TEXT)
      out += node->v.text.text;
    else if (node->type == GUMBO_NODE_WHITESPACE)
      out.push_back(' ');
    else if (node->type == GUMBO_NODE_ELEMENT && html_look(*node) == HtmlLook::hidden)
      continue;
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return clean_value(out);
}

GumboNode const* HtmlNotes::target(std::string_view id) {
  if (!by_id_) {
    by_id_.emplace();
    std::vector<GumboNode const*> waiting = {&root_};
    while (!waiting.empty()) {
      auto const* const node = waiting.back();
      waiting.pop_back();
      auto const children = html_children(*node);
      waiting.insert(waiting.end(), children.rbegin(), children.rend());
      if (node->type != GUMBO_NODE_ELEMENT)
        continue;
      for (auto const* name : {"id", "name"})
        if (auto const value = value_of(*node, name); !value.empty())
          by_id_->try_emplace(value, node);
    }
  }
  auto const found = by_id_->find(id);
  return found == by_id_->end() ? nullptr : found->second;
}

std::optional<HtmlNotes::Note> HtmlNotes::find(GumboNode const& element) {
  auto const link = value_of(element, "href");
  if (!link.starts_with('#'))
    return std::nullopt;
  auto const id = link.substr(1);
  auto const begin = std::ranges::find_if(begins, [&](Begin const& known) { return id.starts_with(known.id); });
  bool const is_note = begin != begins.end() || value_of(element, "role") == "doc-noteref";
  if (!is_note || is_back(id))
    return std::nullopt;
  auto const mark = html_text(element);
  auto const* const block = mark.size() > longest_mark ? nullptr : block_around(target(id));
  bool const is_bracketed = mark.size() <= longest_mark && mark.starts_with('[') && mark.ends_with(']');
  if (block == nullptr) // the note is not in the file
    return is_bracketed && begin != begins.end() ? std::optional(Note{begin->what, mark}) : std::nullopt;
  if (!told_.insert(id).second)
    return Note{};
  auto const text = html_text(*block);
  auto note = std::string(trim(text));
  if (note.starts_with(mark))
    note.erase(0, mark.size());
  if (note.ends_with("↩︎"))
    note.resize(note.size() - std::string_view("↩︎").size());
  return Note{begin == begins.end() ? "a footnote" : begin->what, std::string(trim(note))};
}

} // namespace jixiao
