#pragma once

#include "readers/ofd/document.hpp"

#include <string_view>

namespace jixiao::ofd {

/// How an object is drawn: by what it says itself, then by its draw parameters and those they refer to, then by its
/// layer's.
class Looks {
public:
  Looks(pugi::xml_node object, pugi::xml_node layer_parameters, Resources const& resources);

  /// An attribute of the first that has it.
  std::string_view attribute(std::string_view name) const;

  /// The colour that the first child of this name gives; black when there is none.
  struct Colour {
    std::uint32_t value = 0;
    bool seen = true; ///< lets not everything through
    double alpha = 1;
  };
  Colour colour(std::string_view name) const;

  /// An attribute that is "true" or "false".
  bool flag(std::string_view name, bool otherwise) const;

private:
  std::vector<pugi::xml_node> sources_;
};

/// False when an object's own attributes say that nobody sees it.
bool is_seen(pugi::xml_node object);

} // namespace jixiao::ofd
