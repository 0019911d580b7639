#pragma once

#include <jixiao/document.hpp>
#include <jixiao/export.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is expected of an input, written down by a person, and how a document differs from it: what `jixiao test`
/// does for a file. docs/testing-quirks.md has the notation.
namespace jixiao JIXIAO_PUBLIC {

/// The texts that state what is expected; either may be missing.
struct Expectation {
  std::optional<std::string> document;    ///< JSON: a canonical document, or a part of one
  std::optional<std::string> diagnostics; ///< a finding a line
};

struct Difference {
  enum class Kind : std::uint8_t {
    value,   ///< a field is not as stated
    missing, ///< a finding is stated and not there
    surplus, ///< a finding is there and not stated
    no_json, ///< `document` cannot be read
    no_line  ///< a line of `diagnostics` cannot be read
  };
  Kind kind{};
  std::string where;            ///< JSON Pointer; of what cannot be read: "3:14", line and column, or "3"
  std::string expected, actual; ///< compact JSON, a finding's line, or (expected) why it cannot be read
};

/// Every difference, in the order of the expectation. Fields that it does not state may be anything.
std::vector<Difference> compare(Expectation const& expected, Document const& actual);

/// The expectation rewritten so that compare() finds nothing: what it states stays stated, with what is there now.
/// A text that cannot be read, and a whole document (one with a "schema"), is written anew; so is a missing text when
/// both are missing.
Expectation updated(Expectation const& expected, Document const& actual);

/// A finding as a line of an expectation: severity, code, name, path, line:column, message. Ends in a line feed.
std::string diagnostic_line(Diagnostic const& finding);

} // namespace jixiao
