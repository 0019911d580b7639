#include "repairs/groups.hpp"

#include <string>

namespace jixiao {

namespace {
constexpr std::size_t most_own_groups = 64;
}

int DocumentGroups::adopt(std::string_view name, int parent) {
  auto const& nodes = taxonomy().nodes;
  for (std::size_t i = base_.nodes.size(); i < nodes.size(); ++i)
    if (nodes[i].parent == parent && nodes[i].name == name)
      return static_cast<int>(i);
  if (nodes.size() >= base_.nodes.size() + most_own_groups)
    return -1;
  if (!own_)
    own_ = base_;
  own_->nodes.push_back({std::string(name), {}, parent});
  return static_cast<int>(own_->nodes.size()) - 1;
}

} // namespace jixiao
