#include "text/clean.hpp"
#include "writers/sarif.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {

namespace {

/// One replacement within a line; columns count characters, from 1.
struct Change {
  std::uint64_t line = 0, column = 0, end_column = 0, byte = 0, bytes = 0;
  std::string text;
};

std::string_view argument(Diagnostic const& finding, std::string_view name) {
  auto const found = std::ranges::find(finding.arguments, name, &Argument::name);
  return found == finding.arguments.end() ? std::string_view() : std::string_view(found->value);
}

std::uint64_t characters_between(std::string_view text) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The label as the layout has it, for what was read as that label and stands in its cell whole.
std::optional<Change> write_label(Location const& at, Place const& place, Diagnostic const& finding) {
  auto const cell = place.line.substr(place.begin, place.end - place.begin);
  auto const label = argument(finding, "label");
  if (label.empty() || clean_value(cell) != argument(finding, "printed") || *at.end - *at.begin != cell.size())
    return std::nullopt;
  return Change{*at.line,  *at.column,  *at.column + characters_between(cell),
                *at.begin, cell.size(), std::string(label)};
}

/// The tabs at the start of a row that slid as a whole.
std::optional<Change> move_row(Location const& at, Place const& place, Diagnostic const& finding, bool keeps_blanks) {
  auto const digits = argument(finding, "columns");
  std::size_t columns = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), columns);
  if (*at.column != 1 || columns == 0 || columns > 64)
    return std::nullopt;
  std::string const tabs(columns, '\t');
  if (argument(finding, "side") == "left" && !keeps_blanks)
    return std::nullopt;
  if (argument(finding, "side") == "left")
    return Change{*at.line, 1, 1, *at.begin, 0, tabs};
  if (!place.line.starts_with(tabs))
    return std::nullopt;
  return Change{*at.line, 1, 1 + columns, *at.begin, columns, {}};
}

std::optional<Change> change_for(SarifSource const& source, Diagnostic const& finding) {
  auto const& at = finding.at;
  if (!at.line || !at.column || !at.begin || !at.end || !source.is_bytes())
    return std::nullopt;
  auto const place = source.find(at);
  if (!place)
    return std::nullopt;
  if (finding.code == Code::label_damaged)
    return write_label(at, *place, finding);
  if (finding.code == Code::row_shifted && finding.certainty == Certainty::certain &&
      source.media_type() == "text/tab-separated-values")
    return move_row(at, *place, finding, source.keeps_blanks());
  return std::nullopt;
}

void put_replacement(JsonBuffer& out, Change const& change) {
  out.open('{');
  out.key<"deletedRegion">();
  out.open('{');
  put_number<"startLine">(out, change.line);
  put_number<"startColumn">(out, change.column);
  put_number<"endColumn">(out, change.end_column);
  put_number<"byteOffset">(out, change.byte);
  put_number<"byteLength">(out, change.bytes);
  out.close('}');
  if (!change.text.empty()) {
    out.key<"insertedContent">();
    put_message(out, change.text);
  }
  out.close('}');
}

std::string_view describe(Code code, Language language) {
  if (code == Code::label_damaged)
    return language == Language::zh ? "改为版式所用的标签" : "write the label as the layout has it";
  return language == Language::zh ? "把该行移回表头之下" : "move the row back under its headers";
}

} // namespace

void put_fixes(JsonBuffer& out, SarifSource const& source, Diagnostic const& finding, Language language) {
  auto const change = change_for(source, finding);
  if (!change)
    return;
  out.key<"fixes">();
  out.open('[');
  out.next();
  out.open('{');
  out.key<"description">();
  put_message(out, describe(finding.code, language));
  out.key<"artifactChanges">();
  out.open('[');
  out.next();
  out.open('{');
  out.key<"artifactLocation">();
  out.open('{');
  out.key<"uri">();
  out.string(uri_of(source.name()));
  out.close('}');
  out.key<"replacements">();
  out.open('[');
  out.next();
  put_replacement(out, *change);
  out.close(']');
  out.close('}');
  out.close(']');
  out.close('}');
  out.close(']');
}

} // namespace jixiao
