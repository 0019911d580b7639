#include "capi/handles.hpp"
#include "capi/table_json.hpp"
#include "writers/json_buffer.hpp"

#include <jixiao/report.hpp>
#include <jixiao/version.hpp>
#include <jixiao/writers.hpp>

namespace jixiao::capi {

namespace {

std::optional<Language> language_of(char const* name) {
  std::string_view const language = name ? name : "en";
  if (language == "en")
    return Language::en;
  return language == "zh" ? std::optional(Language::zh) : std::nullopt;
}

void put_block(JsonBuffer& out, InspectedBlock const& block) {
  out.next();
  out.open('{');
  out.key<"table">();
  out.literal(block.is_table ? "true" : "false");
  out.key<"rows">();
  out.open('[');
  for (auto const& row : block.rows) {
    out.next();
    out.open('[');
    for (auto const& cell : row) {
      out.next();
      out.open('{');
      out.key<"text">();
      out.string(cell.text);
      out.key<"claim">();
      out.string(cell.claim);
      out.close('}');
    }
    out.close(']');
  }
  out.close(']');
  out.close('}');
}

std::string blocks_json(std::vector<InspectedBlock> const& blocks) {
  std::string text;
  {
    JsonBuffer out(text, false, 0);
    out.open('[');
    for (auto const& block : blocks)
      put_block(out, block);
    out.close(']');
  }
  return text;
}

std::string report_on(Checked const& checked, ReportFormat format, Language language) {
  ReportStyle style{.text = {}, .version = version(), .levels = {}};
  style.text.language = language;
  auto const report = make_report(format, style);
  auto text = report->begin();
  text += report->add(report->part(checked));
  return text += report->end();
}

} // namespace

} // namespace jixiao::capi

using namespace jixiao;
using namespace jixiao::capi;

jixiao_status jixiao_document_json(jixiao_document const* document, int32_t pretty, jixiao_buffer* json) {
  return guarded([&] {
    if (!document)
      return fail(JIXIAO_BAD_ARGUMENT, "there is no document");
    std::string text;
    write_json(text, document->document, pretty ? JsonStyle::pretty : JsonStyle::compact);
    return give(text, json);
  });
}

jixiao_status jixiao_document_check(jixiao_document const* document, char const* format, char const* language,
                                    char const* name, void const* bytes, size_t size, jixiao_buffer* report) {
  return guarded([&] {
    auto const wanted = find_report_format(format ? format : "text");
    auto const spoken = language_of(language);
    if (!document || !wanted || !spoken || (!bytes && size > 0))
      return fail(JIXIAO_BAD_ARGUMENT,
                  "jixiao_document_check needs a document, a format (text, json, jsonl, sarif, junit) "
                  "and a language (en, zh)");
    auto const& of = document->document;
    auto const* const shown = name ? name : of.source.path.empty() ? of.source.name.c_str() : of.source.path.c_str();
    return give(report_on({of, shown, {static_cast<char const*>(bytes), size}, unreadable(of)}, *wanted, *spoken),
                report);
  });
}

jixiao_status jixiao_document_grid(jixiao_document const* document, jixiao_buffer* json) {
  return guarded([&] {
    if (!document || !document->blocks)
      return fail(JIXIAO_NOT_FOUND, "the document was not converted with keep_grid");
    return give(blocks_json(*document->blocks), json);
  });
}

jixiao_status jixiao_tables(jixiao_buffer* json) {
  return guarded([&] { return give(tables_json(), json); });
}

jixiao_status jixiao_document_tables(jixiao_document const* document, uint64_t number, jixiao_buffer* json) {
  return guarded([&] {
    if (!document)
      return fail(JIXIAO_BAD_ARGUMENT, "there is no document");
    return give(rows_json(document->document, number), json);
  });
}

char const* jixiao_explain(char const* code, char const* language) {
  char const* page = nullptr;
  guarded([&] {
    auto const spoken = language_of(language);
    auto const found = code ? find_code(code) : std::nullopt;
    if (!found || !spoken)
      return fail(JIXIAO_NOT_FOUND, "there is no such code, or it is not explained in that language");
    page = explanation(*found, *spoken).data();
    return jixiao_status{JIXIAO_OK};
  });
  return page;
}
