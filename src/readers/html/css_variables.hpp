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

  /// The text with what its var(--name, otherwise) stand for.
  std::string put_in(std::string_view text) const;

private:
  std::string value_of(std::string_view reference) const;

  std::map<std::string, std::string, std::less<>> values_;
};

} // namespace jixiao
