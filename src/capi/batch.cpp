#include "capi/handles.hpp"
#include "capi/table_json.hpp"

#include <jixiao/batch.hpp>
#include <jixiao/writers.hpp>

namespace jixiao::capi {

namespace {

jixiao_text text_if(bool wanted, std::string const& text) {
  return wanted ? jixiao_text{text.data(), text.size()} : jixiao_text{};
}

Batch batch_of(jixiao_batch const& given, Options const& options) {
  Batch out;
  out.inputs.paths.assign(given.paths, given.paths + given.path_count);
  out.reading = options;
  out.jobs = given.jobs;
  out.isolation = given.isolated ? Isolation::processes : Isolation::threads;
  out.render = [json = given.json != 0, tables = given.tables != 0](BatchDocument const& read, std::uint64_t number) {
    Rendered texts(2);
    if (json)
      write_json(texts[0], read.document, JsonStyle::compact);
    if (tables)
      texts[1] = rows_json(read.document, number);
    return texts;
  };
  out.take = [&given](BatchResult const& result) {
    jixiao_result const told{.size = sizeof told,
                             .number = result.number,
                             .path = text_if(true, result.path),
                             .fate = static_cast<jixiao_fate>(result.fate),
                             .json = text_if(given.json != 0, result.rendered[0]),
                             .tables = text_if(given.tables != 0, result.rendered[1])};
    return given.take(given.user, &told) != 0;
  };
  return out;
}

} // namespace

} // namespace jixiao::capi

using namespace jixiao;
using namespace jixiao::capi;

jixiao_status jixiao_convert_all(jixiao_batch const* batch, jixiao_options const* options) {
  return guarded([&] {
    if (!batch || batch->size < sizeof batch->size)
      return fail(JIXIAO_BAD_ARGUMENT, "the size of the batch is not set");
    auto const given = taken(*batch);
    if (!given.take || (!given.paths && given.path_count > 0))
      return fail(JIXIAO_BAD_ARGUMENT, "jixiao_convert_all needs paths and somebody who takes the results");
    auto const reading = reading_of(options);
    if (!reading)
      return jixiao_status{JIXIAO_BAD_ARGUMENT};
    auto const summary = run_batch(batch_of(given, reading->options));
    return summary.cancelled ? fail(JIXIAO_CANCELLED, "a callback ended the run") : jixiao_status{JIXIAO_OK};
  });
}
