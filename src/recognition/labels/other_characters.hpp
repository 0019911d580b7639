#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// A folded text with traditional characters of labels written as simplified ones, and without readings in Latin
/// letters behind a character: 項(xiàng)目名稱 is 项目名称. Nothing where it is that already. Linear.
std::optional<std::string> in_simplified(std::string_view folded);

/// A line written so, with the way back: 項(xiàng)目名稱甲 is read as 项目名称甲, and 甲 is found in the line as
/// printed. Parts of it view this object.
class SimplifiedLine {
public:
  explicit SimplifiedLine(std::string_view printed);
  SimplifiedLine(SimplifiedLine const&) = delete;
  SimplifiedLine& operator=(SimplifiedLine const&) = delete;

  std::string_view text() const { return text_; }

  /// What is printed where a part of `text()` stands, with the reading behind its last character; any other text as it
  /// is.
  std::string_view as_printed(std::string_view part) const;

private:
  std::string_view printed_;
  std::string text_;
  std::vector<std::uint32_t> from_; ///< for each byte of the text, and its end, the byte of the line
};

} // namespace jixiao::recognition
