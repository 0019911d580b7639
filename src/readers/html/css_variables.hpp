#pragma once

#include <map>
#include <string>
#include <string_view>

namespace jixiao {

/// What style sheets declare as `--name: value`; the first value of a name counts.
class CssVariables {
public:
  /// Takes the declarations of a sheet, or of a style attribute.
  void add(std::string_view sheet);

  /// The text with what its var(--name, otherwise) stand for, but for those of `content`, which hang on the element.
  std::string put_in(std::string_view text) const;

  /// Of "--name" or "--name, otherwise"; empty when nothing is known.
  std::string value_of(std::string_view reference) const;

private:
  std::map<std::string, std::string, std::less<>> values_;
};

} // namespace jixiao
