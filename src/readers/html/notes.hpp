#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace jixiao {

/// The text below a node, white space collapsed, without scripts and reading aids.
std::string html_text(GumboNode const& node);

/// The footnotes and comments of a page, which links in its text point at.
class HtmlNotes {
public:
  explicit HtmlNotes(GumboNode const& root) : root_(root) {}

  struct Note {
    std::string_view what; ///< "a footnote"
    std::string text;
  };

  /// The note that an element marks the place of, as Word and pandoc write it; nothing for other elements. Each note is
  /// told once: further marks of it have no text.
  std::optional<Note> find(GumboNode const& element);

private:
  GumboNode const* target(std::string_view id);

  GumboNode const& root_;
  std::optional<std::unordered_map<std::string_view, GumboNode const*>> by_id_; ///< once asked for
  std::unordered_set<std::string_view> told_;
};

} // namespace jixiao
