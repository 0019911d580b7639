#pragma once

#include <jixiao/grammar_set.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::form_language {

/// A `.form` text and the way from an address in it to a line and a column.
class FormText {
public:
  FormText(std::string_view text, std::string_view file_name);

  std::string_view text() const { return text_; }
  std::string_view file() const { return file_; }

  /// 1-based number of the line that `at` stands in.
  std::uint32_t line(char const* at) const;

  /// The line that `at` stands in, without its end.
  std::string_view line_text(char const* at) const;

private:
  std::string_view text_, file_;
  std::vector<std::uint32_t> line_starts_;
};

/// A word as messages show it.
std::string quoted(std::string_view word);

/// Collects errors; the first `limit` are kept.
class ErrorList {
public:
  static constexpr std::size_t limit = 20;

  explicit ErrorList(FormText const& text) : text_(text) {}

  FormText const& text() const { return text_; }
  bool empty() const { return found_.empty(); }

  /// `at` points into the text, or at its end; a view's address serves.
  void add(char const* at, std::string what);
  void add(std::string_view at, std::string what) { add(at.data(), std::move(what)); }

  /// The errors in the order of the text, each with its excerpt.
  std::vector<GrammarError> take();

private:
  struct Found {
    char const* at;
    std::string what;
  };

  FormText const& text_;
  std::vector<Found> found_;
};

} // namespace jixiao::form_language
