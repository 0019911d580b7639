#include <jixiao/expectation.hpp>

#include "harness/expected_document.hpp"
#include "harness/expected_findings.hpp"

#include <jixiao/writers.hpp>

namespace jixiao {

namespace {

std::string json_of(Document const& document) {
  std::string out;
  write_json(out, document);
  return out;
}

JsonTree tree_of(Document const& document) { return std::get<JsonTree>(parse_json(json_of(document))); }

void compare_document(std::string_view stated, Document const& actual, std::vector<Difference>& out) {
  auto const parsed = parse_json(stated);
  if (auto const* fault = std::get_if<JsonFault>(&parsed))
    out.push_back({Difference::Kind::no_json,
                   std::to_string(fault->line) + ':' + std::to_string(fault->column),
                   fault->what,
                   {}});
  else
    compare_documents(std::get<JsonTree>(parsed), tree_of(actual), out);
}

std::string updated_document(std::string_view stated, Document const& actual) {
  auto const parsed = parse_json(stated);
  auto const* tree = std::get_if<JsonTree>(&parsed);
  if (!tree || tree->kind != JsonTree::Kind::object || tree->find("schema"))
    return json_of(actual) + '\n';
  return to_json(restated(*tree, tree_of(actual)), true) + '\n';
}

} // namespace

std::vector<Difference> compare(Expectation const& expected, Document const& actual) {
  std::vector<Difference> out;
  if (expected.document)
    compare_document(*expected.document, actual, out);
  if (expected.diagnostics)
    compare_findings(*expected.diagnostics, actual.diagnostics, out);
  return out;
}

Expectation updated(Expectation const& expected, Document const& actual) {
  bool const none = !expected.document && !expected.diagnostics;
  Expectation out = expected;
  std::vector<Difference> in_document, in_findings;
  if (expected.document)
    compare_document(*expected.document, actual, in_document);
  if (none || !in_document.empty())
    out.document = updated_document(expected.document.value_or(""), actual);
  if (expected.diagnostics)
    compare_findings(*expected.diagnostics, actual.diagnostics, in_findings);
  if (none || !in_findings.empty())
    out.diagnostics = restated_findings(expected.diagnostics.value_or(""), actual.diagnostics);
  return out;
}

} // namespace jixiao
