#include "cli/report_wire.hpp"

#include "text/wire.hpp"

namespace jixiao::cli {

namespace {

template <class Counts, class Each> void for_each_sum(Counts& counts, Each const& each) {
  each(counts.documents), each(counts.unreadable), each(counts.forms), each(counts.indicators);
  for (auto& count : counts.severities)
    each(count);
}

template <class Outcomes, class Each> void for_each_outcome(Outcomes& outcomes, Each const& each) {
  for (auto& [holds, broken, cannot_judge, does_not_apply] : outcomes)
    each(holds), each(broken), each(cannot_judge), each(does_not_apply);
}

} // namespace

Rendered pack(ReportPart part) {
  WireWriter out;
  auto const put = [&](std::uint64_t count) { out.number(count); };
  for_each_sum(part.counts, put);
  out.number(part.counts.codes.size());
  for_each_outcome(part.counts.codes, put);
  part.texts.push_back(out.take());
  return std::move(part.texts);
}

ReportPart unpack_part(Rendered rendered) {
  ReportPart part;
  auto const packed = std::move(rendered.back());
  rendered.pop_back();
  WireReader in(packed);
  auto const get = [&](std::uint64_t& count) { count = in.number(); };
  for_each_sum(part.counts, get);
  part.counts.codes.resize(in.number());
  for_each_outcome(part.counts.codes, get);
  part.texts = std::move(rendered);
  return part;
}

} // namespace jixiao::cli
