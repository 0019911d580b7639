#pragma once

#include "model/taxonomy.hpp"

#include <optional>
#include <string_view>

namespace jixiao {

/// The taxonomy as one document uses it: the built-in groups, and those of its own that stand in place in its tables.
class DocumentGroups {
public:
  explicit DocumentGroups(Taxonomy const& base) : base_(base) {}

  Taxonomy const& taxonomy() const { return own_ ? *own_ : base_; }
  bool is_own(int node) const { return static_cast<std::size_t>(node) >= base_.nodes.size(); }

  /// The node of a group that only this document knows, added at first sight. Bounded: beyond 64 of them, -1.
  int adopt(std::string_view name, int parent);

private:
  Taxonomy const& base_;
  std::optional<Taxonomy> own_;
};

} // namespace jixiao
