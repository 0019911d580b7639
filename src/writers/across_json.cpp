#include "writers/across.hpp"
#include "writers/sarif.hpp"

namespace jixiao {

namespace {

template <JsonKey Name> void put_or_null(JsonBuffer& out, std::string_view text) {
  out.key<Name>();
  text.empty() ? out.null() : out.string(text);
}

void put_at(JsonBuffer& out, Location const& at) {
  out.open('{');
  auto const put = [&]<JsonKey Name>(std::optional<std::uint32_t> number) {
    if (number)
      put_number<Name>(out, *number);
  };
  put.template operator()<"line">(at.line);
  put.template operator()<"column">(at.column);
  put.template operator()<"page">(at.page);
  put.template operator()<"table">(at.table);
  put.template operator()<"row">(at.row);
  put.template operator()<"cell">(at.cell);
  if (at.begin && at.end) {
    out.key<"bytes">();
    out.open('[');
    for (auto const end : {*at.begin, *at.end}) {
      out.next();
      out.literal(std::to_string(end));
    }
    out.close(']');
  }
  out.close('}');
}

void put_place(JsonBuffer& out, AcrossPlace const& place) {
  put_or_null<"document">(out, place.document);
  put_or_null<"form">(out, place.form);
  put_or_null<"project">(out, place.project);
  out.key<"year">();
  place.year ? out.literal(std::to_string(*place.year)) : out.null();
  put_or_null<"printed">(out, place.printed);
  put_or_null<"path">(out, place.path);
  out.key<"at">();
  put_at(out, place.at);
}

void put_arguments(JsonBuffer& out, Diagnostic const& finding) {
  out.key<"arguments">();
  out.open('{');
  for (auto const& argument : finding.arguments) {
    out.named(argument.name);
    out.string(argument.value);
  }
  out.close('}');
}

/// A location (§3.28) in a document whose bytes are gone: its region is what the place itself says.
void put_location(JsonBuffer& out, AcrossPlace const& place, std::string_view words) {
  auto const& at = place.at;
  out.open('{');
  out.key<"physicalLocation">();
  out.open('{');
  out.key<"artifactLocation">();
  out.open('{');
  put_or_null<"uri">(out, uri_of(place.document));
  out.close('}');
  if (at.line || (at.begin && at.end)) {
    out.key<"region">();
    out.open('{');
    if (at.line)
      put_number<"startLine">(out, *at.line);
    if (at.line && at.column)
      put_number<"startColumn">(out, *at.column);
    if (at.begin && at.end && *at.begin <= *at.end) {
      put_number<"byteOffset">(out, *at.begin);
      put_number<"byteLength">(out, *at.end - *at.begin);
    }
    out.close('}');
  }
  out.close('}');
  out.key<"logicalLocations">();
  out.open('[');
  out.next();
  out.open('{');
  put_or_null<"fullyQualifiedName">(out, place.path);
  put_or_null<"kind">(out, "element");
  out.close('}');
  out.close(']');
  if (!words.empty()) {
    out.key<"message">();
    put_message(out, words);
  }
  out.close('}');
}

} // namespace

void put_across(JsonBuffer& out, AcrossFinding const& one, Language language) {
  auto const& finding = one.finding;
  out.open('{');
  put_or_null<"code">(out, info(finding.code).id);
  put_or_null<"name">(out, info(finding.code).name);
  put_or_null<"severity">(out, to_string(finding.severity));
  put_or_null<"message">(out, statement(one, language));
  put_arguments(out, finding);
  put_place(out, one.here);
  out.key<"other">();
  if (one.there.document.empty()) {
    out.null();
  } else {
    out.open('{');
    put_place(out, one.there);
    out.close('}');
  }
  put_or_null<"remedy">(out, remedy_of(finding.code, language));
  put_or_null<"basis">(out, basis_of(finding.code, language));
  put_or_null<"fingerprint">(out, fingerprint(one));
  out.close('}');
}

void put_across_result(JsonBuffer& out, AcrossFinding const& one, Language language) {
  auto const& finding = one.finding;
  auto words = statement(one, language);
  if (auto const remedy = remedy_of(finding.code, language); !remedy.empty())
    words.append(language == Language::zh ? "。建议：" : ". ").append(remedy);
  out.open('{');
  put_or_null<"ruleId">(out, info(finding.code).id);
  put_number<"ruleIndex">(out, static_cast<std::uint64_t>(finding.code));
  put_or_null<"level">(out, to_string(finding.severity));
  out.key<"message">();
  put_message(out, words);
  out.key<"locations">();
  out.open('[');
  out.next();
  put_location(out, one.here, {});
  out.close(']');
  if (!one.there.document.empty()) {
    out.key<"relatedLocations">();
    out.open('[');
    out.next();
    put_location(out, one.there, across_place(one.there, language));
    out.close(']');
  }
  out.key<"partialFingerprints">();
  out.open('{');
  put_or_null<"fingerprint">(out, fingerprint(one));
  out.close('}');
  out.key<"properties">();
  out.open('{');
  put_arguments(out, finding);
  out.close('}');
  out.close('}');
}

} // namespace jixiao
