#pragma once

#include "text/source_text.hpp"
#include "writers/excerpt.hpp"
#include "writers/json_buffer.hpp"

#include <jixiao/report.hpp>

#include <optional>
#include <string>
#include <string_view>

/// The parts of a SARIF 2.1.0 log (OASIS, errata 01), each in a file of its own. Section numbers are those of the
/// standard.
namespace jixiao {

/// A URI reference (RFC 3986) for a path: bytes that a URI cannot hold are percent-encoded; an absolute path gets the
/// scheme `file`.
std::string uri_of(std::string_view path);

/// `{"text": …}`, a message or multiformatMessageString (§3.11, §3.12).
void put_message(JsonBuffer& out, std::string_view text);

/// A property that is a whole number.
template <JsonKey Name> void put_number(JsonBuffer& out, std::uint64_t number) {
  out.key<Name>();
  out.literal(std::to_string(number));
}

/// `rules` of the tool's driver (§3.19.23): every code of the catalogue, in its order, so that its index is the code's.
void put_rules(JsonBuffer& out, Language language);

/// The input as text, to count columns in and to quote.
class SarifSource {
public:
  explicit SarifSource(Checked const& checked);

  std::string_view name() const { return name_; }
  std::string_view media_type() const { return media_type_; }

  /// The part of a line that a finding is about; nothing when it has no line.
  std::optional<Place> find(Location const& at) const { return lines_.find(at, is_bytes()); }

  /// The bytes of the text are those of the input.
  bool is_bytes() const { return text_.decoded.empty(); }

  /// A row begins with a blank cell. A text with no such row may leave blanks out, and one row that begins with blanks
  /// would make it another kind of text.
  bool keeps_blanks() const { return keeps_blanks_; }

private:
  std::string_view name_, media_type_;
  SourceText text_;
  LineIndex lines_;
  bool keeps_blanks_ = text_.text.find("\n\t") != std::string_view::npos;
};

/// `locations` of a result (§3.27.12): the region, and the node of the canonical document as a logical location.
void put_locations(JsonBuffer& out, SarifSource const& source, Diagnostic const& finding);

/// `fixes` of a result (§3.27.30), where the repair is certain and can be said as a change of the text: a damaged label
/// written right, a row of tab-separated text moved back. Nothing else.
void put_fixes(JsonBuffer& out, SarifSource const& source, Diagnostic const& finding, Language language);

} // namespace jixiao
