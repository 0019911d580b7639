#include "capi/handles.hpp"
#include "inputs/load.hpp"
#include "inputs/names.hpp"
#include "inputs/problems.hpp"

#include <jixiao/batch.hpp>
#include <jixiao/profile.hpp>
#include <jixiao/read_json.hpp>

#include <algorithm>
#include <memory>

namespace jixiao::capi {

namespace {

std::optional<Certainty> certainty_of(jixiao_certainty least) {
  if (least == JIXIAO_ANY_CERTAINTY)
    return std::nullopt;
  return least == JIXIAO_LIKELY ? Certainty::likely : Certainty::certain;
}

jixiao_status give_with_grid(Inspection inspection, jixiao_document** out) {
  return give(std::move(inspection.document), std::move(inspection.blocks), out);
}

jixiao_status convert_with_grid(std::string const& path, Options const& options, jixiao_document** out) {
  FoundInput found{as_text(path), path};
  load(found, options.limits.bytes);
  if (found.problem)
    return give(problem_document(found.path, *found.problem), std::nullopt, out);
  auto inspection = inspect({found.path, *found.bytes}, options);
  inspection.document.source.path = found.path;
  return give_with_grid(std::move(inspection), out);
}

} // namespace

std::optional<Reading> reading_of(jixiao_options const* options) {
  Reading out;
  if (!options)
    return out;
  if (options->size < sizeof options->size) {
    fail(JIXIAO_BAD_ARGUMENT, "the size of the options is not set");
    return std::nullopt;
  }
  auto const given = taken(*options);
  if (given.from) {
    auto const names = reader_names();
    if (std::ranges::find(names, given.from) == names.end()) {
      fail(JIXIAO_BAD_ARGUMENT, "there is no reader " + std::string(given.from));
      return std::nullopt;
    }
    out.options.from = given.from;
  }
  if (given.profile && !(out.options.check.profile = find_profile(given.profile))) {
    fail(JIXIAO_BAD_ARGUMENT, "there is no profile " + std::string(given.profile));
    return std::nullopt;
  }
  if (given.least < JIXIAO_ANY_CERTAINTY || given.least > JIXIAO_CERTAIN) {
    fail(JIXIAO_BAD_ARGUMENT, "there is no such certainty");
    return std::nullopt;
  }
  if (given.grammars)
    out.options.grammars = &given.grammars->set;
  if (given.limit_bytes != 0)
    out.options.limits.bytes = given.limit_bytes;
  out.options.least = certainty_of(given.least);
  out.options.hide_contacts = given.hide_contacts != 0;
  out.keep_grid = given.keep_grid != 0;
  return out;
}

jixiao_status give(Document document, std::optional<std::vector<InspectedBlock>> blocks, jixiao_document** out) {
  auto made = std::make_unique<jixiao_document>(jixiao_document{std::move(document), std::move(blocks), {}});
  made->messages.reserve(made->document.diagnostics.size());
  for (auto const& finding : made->document.diagnostics)
    made->messages.push_back(message(finding));
  *out = made.release();
  return JIXIAO_OK;
}

} // namespace jixiao::capi

using namespace jixiao;
using namespace jixiao::capi;

jixiao_status jixiao_convert(char const* name, void const* bytes, size_t size, jixiao_options const* options,
                             jixiao_document** document) {
  return guarded([&] {
    if (!document || (!bytes && size > 0))
      return fail(JIXIAO_BAD_ARGUMENT, "jixiao_convert needs bytes and a place for the document");
    auto const reading = reading_of(options);
    if (!reading)
      return jixiao_status{JIXIAO_BAD_ARGUMENT};
    Input const input{name ? name : "", {static_cast<char const*>(bytes), size}};
    if (reading->keep_grid)
      return give_with_grid(inspect(input, reading->options), document);
    return give(convert(input, reading->options), std::nullopt, document);
  });
}

jixiao_status jixiao_convert_file(char const* path, jixiao_options const* options, jixiao_document** document) {
  return guarded([&] {
    if (!path || !document)
      return fail(JIXIAO_BAD_ARGUMENT, "jixiao_convert_file needs a path and a place for the document");
    auto const reading = reading_of(options);
    if (!reading)
      return jixiao_status{JIXIAO_BAD_ARGUMENT};
    if (reading->keep_grid)
      return convert_with_grid(path, reading->options, document);
    return give(convert_file(path, reading->options), std::nullopt, document);
  });
}

jixiao_status jixiao_read_json(char const* text, size_t size, jixiao_document** document) {
  return guarded([&] {
    if (!text || !document)
      return fail(JIXIAO_BAD_ARGUMENT, "jixiao_read_json needs a text and a place for the document");
    auto read = read_json({text, size});
    if (!read)
      return fail(JIXIAO_BAD_JSON, read.error().where + ": " + read.error().what);
    return give(*std::move(read), std::nullopt, document);
  });
}

void jixiao_document_free(jixiao_document* document) { delete document; }

jixiao_status jixiao_grammars_load(char const* text, size_t size, char const* file_name, jixiao_grammars** grammars) {
  return guarded([&] {
    if (!text || !grammars)
      return fail(JIXIAO_BAD_ARGUMENT, "jixiao_grammars_load needs a text and a place for the grammars");
    auto loaded = GrammarSet::load({text, size}, file_name ? file_name : "grammar.form");
    if (!loaded) {
      std::string message;
      for (auto const& error : loaded.error())
        message += (message.empty() ? "" : "\n") + error.file + ':' + std::to_string(error.line) + ':' +
                   std::to_string(error.column) + ": " + error.what;
      return fail(JIXIAO_BAD_GRAMMAR, message);
    }
    *grammars = std::make_unique<jixiao_grammars>(jixiao_grammars{*std::move(loaded)}).release();
    return jixiao_status{JIXIAO_OK};
  });
}

void jixiao_grammars_free(jixiao_grammars* grammars) { delete grammars; }
