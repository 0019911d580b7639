#pragma once

#include <jixiao/export.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao JIXIAO_PUBLIC {

enum class Severity : std::uint8_t { note, warning, error };

enum class Language : std::uint8_t { en, zh };

/// Where something stands in the source. Only what applies is set.
struct Location {
  std::optional<std::uint32_t> line;   ///< 1-based
  std::optional<std::uint32_t> column; ///< 1-based, counted in characters
  std::optional<std::uint32_t> page;   ///< 1-based
  std::optional<std::uint32_t> table;  ///< 0-based, as `row` and `cell`
  std::optional<std::uint32_t> row;
  std::optional<std::uint32_t> cell;
  std::optional<std::uint64_t> begin; ///< byte range [begin, end) in the source
  std::optional<std::uint64_t> end;

  friend bool operator==(Location const&, Location const&) = default;
};

/// Every kind of finding, generated from codes.def: the one table of codes.
enum class Code : std::uint16_t {
#define JIXIAO_CODE(id, name, severity, english, chinese) name,
#include <jixiao/codes.def>
#undef JIXIAO_CODE
};

/// A named piece of a finding: {"expected", "9"}. Names are those in the message template.
struct Argument {
  std::string_view name;
  std::string value;

  friend bool operator==(Argument const&, Argument const&) = default;
};

/// How sure a repair (codes R4xx) is.
enum class Certainty : std::uint8_t {
  certain,   ///< the labels on the row and the taxonomy leave no other reading
  likely,    ///< the best reading by far, but by evidence that is not on the row
  close_call ///< another reading was nearly as good: `runner_up` names it
};

/// One finding about the input. The text is made from the arguments by message().
struct Diagnostic {
  Code code{};
  Severity severity = Severity::note;
  std::vector<Argument> arguments;
  std::string path; ///< JSON Pointer (RFC 6901) into the document; empty when it is about no node
  Location at;
  std::optional<Certainty> certainty{}; ///< of repairs only
  std::string runner_up{};              ///< of a close call
};

/// What the catalogue knows of a code.
struct CodeInfo {
  Code code;
  std::string_view id;               ///< stage letter and number: "R301"
  std::string_view name;             ///< what is flagged: "row_shifted"
  Severity severity;                 ///< by default
  std::string_view english, chinese; ///< message templates with {named} arguments
};

/// The whole catalogue, in order of the table.
std::span<CodeInfo const> catalogue();
CodeInfo const& info(Code code);

/// Finds a code by its id or name, in any case; nothing when there is none.
std::optional<Code> find_code(std::string_view id_or_name);

/// The longer story of a code in Markdown: meaning, example, remedy. In English where there is no page in Chinese.
std::string_view explanation(Code code, Language language = Language::en);

/// The message template in a language.
std::string_view message_template(Code code, Language language);

/// The finding in one sentence, with the template's arguments filled in.
std::string message(Diagnostic const& diagnostic, Language language = Language::en);

/// message() without the row as printed at its end, for where the row itself is shown beside it.
std::string headline(Diagnostic const& diagnostic, Language language = Language::en);

std::string_view to_string(Severity severity);
std::string_view to_string(Certainty certainty);                ///< "close_call"
std::string_view word_of(Severity severity, Language language); ///< for a person: "warning", "警告"
std::optional<Severity> parse_severity(std::string_view text);

} // namespace jixiao
