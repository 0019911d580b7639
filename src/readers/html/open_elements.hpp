#pragma once

#include <gumbo.h>

#include <cstddef>
#include <vector>

namespace jixiao {

/// The stack of open elements (HTML, "tree construction") as tags build it up: never less deep than the parser's, up
/// to the rows and bodies of tables it adds. A tag costs at most the depth.
class OpenElements {
public:
  /// Closes what a start tag closes. False when the tag opens nothing: a part of a table without a table.
  bool before_start(GumboTag tag);

  void push(GumboTag tag) { open_.push_back(tag); }

  /// Closes what an end tag closes. To the parser all elements that HTML does not know are the same.
  void end(GumboTag tag);

  std::size_t depth() const { return open_.size(); }

private:
  template <class Is, class Stops> void close(Is const& is, Stops const& stops);
  template <class Is> void clear_back_to(Is const& is);
  void start_table();
  bool in_table() const;

  std::vector<GumboTag> open_;
};

} // namespace jixiao
