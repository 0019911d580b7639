#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

namespace jixiao::odf {

/// The number:...-style elements of a file, as number formats are written in workbooks: a number-style of two decimal
/// places between texts is `"≥"0.00"%"`.
class DataStyles {
public:
  void add(pugi::xml_node style);

  /// With the formats that depend on the value before the style's own; empty when there is no style of this name.
  std::string format_code(std::string_view name) const;

private:
  struct DataStyle {
    std::string code;
    std::map<std::string, std::string_view> maps; ///< by condition: "[>=0]"
  };

  std::map<std::string_view, DataStyle> styles_;
};

} // namespace jixiao::odf
