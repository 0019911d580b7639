#include "batch/task.hpp"

#include "inputs/load.hpp"
#include "inputs/problems.hpp"
#include "text/sha256.hpp"

#include <algorithm>

namespace jixiao {

namespace {

BatchCounts counts_of(Document const& document, std::uint64_t bytes) {
  BatchCounts out;
  out.documents = 1;
  out.forms = document.forms.size();
  for (auto const& form : document.forms)
    out.indicators += form.indicators.size();
  ++out.fates[static_cast<std::size_t>(fate_of(document))];
  for (auto const& finding : document.diagnostics)
    ++out.severities[static_cast<std::size_t>(finding.severity)];
  out.bytes = bytes;
  return out;
}

Done unchanged(Task const& task, std::uint64_t bytes) {
  Done out{{task.number, task.found.path}, task.found.stored_bytes};
  auto& [number, path, fate, counts, worst, is_unchanged, rendered] = out.result;
  is_unchanged = true;
  fate = task.known->fate;
  worst = task.known->worst;
  counts.documents = counts.unchanged = counts.fates[static_cast<std::size_t>(fate)] = 1;
  counts.bytes = bytes;
  return out;
}

Done finish(Batch const& batch, Task const& task, Document const& document, std::string_view bytes,
            std::string_view shown) {
  Done out{{task.number, task.found.path}, task.found.stored_bytes};
  auto& result = out.result;
  result.fate = fate_of(document);
  result.counts = counts_of(document, bytes.size());
  for (auto const& finding : document.diagnostics)
    result.worst = std::max(result.worst, std::optional(finding.severity));
  if (batch.render)
    result.rendered = batch.render({document, task.found.path, bytes, shown}, task.number);
  return out;
}

} // namespace

Done give_up(Batch const& batch, Task const& task, Diagnostic problem) {
  return finish(batch, task, problem_document(task.found.path, std::move(problem)), {}, {});
}

Done convert_task(Batch const& batch, Task task) {
  load(task.found, batch.reading.limits.bytes);
  if (task.found.problem)
    return give_up(batch, task, *task.found.problem);
  auto const& bytes = *task.found.bytes;
  if (task.known && sha256_hex(bytes) == task.known->sha256)
    return unchanged(task, bytes.size());
  if (!batch.reading.hide_contacts) {
    auto document = convert({task.found.path, bytes}, batch.reading);
    document.source.path = task.found.path;
    return finish(batch, task, document, bytes, bytes);
  }
  auto shown = convert_shown({task.found.path, bytes}, batch.reading);
  shown.document.source.path = task.found.path;
  return finish(batch, task, shown.document, bytes, shown.bytes);
}

} // namespace jixiao
