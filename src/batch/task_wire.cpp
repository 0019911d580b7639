#include "batch/task.hpp"
#include "text/wire.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace jixiao {

namespace {

template <class Counts, class Each> void for_each_count(Counts& counts, Each const& each) {
  each(counts.documents), each(counts.forms), each(counts.indicators), each(counts.unchanged), each(counts.bytes);
  for (auto& count : counts.fates)
    each(count);
  for (auto& count : counts.severities)
    each(count);
}

// The worst severity and no severity, as one number.
std::uint64_t number_of(std::optional<Severity> worst) { return worst ? static_cast<std::uint64_t>(*worst) + 1 : 0; }
std::optional<Severity> worst_of(std::uint64_t number) {
  return number == 0 ? std::nullopt : std::optional(static_cast<Severity>(number - 1));
}

} // namespace

std::string pack(Task const& task) {
  WireWriter out;
  out.number(task.number);
  out.text(task.found.path);
  out.text(task.found.file);
  out.number(task.found.stored_bytes);
  out.number(task.known.has_value());
  if (task.known)
    out.text(task.known->sha256), out.number(static_cast<std::uint64_t>(task.known->fate)),
        out.number(number_of(task.known->worst));
  out.number(task.found.bytes.has_value());
  if (task.found.bytes)
    out.text(*task.found.bytes);
  return out.take();
}

Task unpack_task(std::string_view packed) {
  WireReader in(packed);
  Task out{in.number()};
  out.found.path = in.text();
  out.found.file = in.text();
  out.found.stored_bytes = in.number();
  if (in.number() != 0) {
    auto& known = out.known.emplace();
    known.sha256 = in.text();
    known.fate = static_cast<Fate>(in.number());
    known.worst = worst_of(in.number());
  }
  if (in.number() != 0)
    out.found.bytes = in.text();
  return out;
}

std::string pack(Done done) {
  auto& result = done.result;
  WireWriter out;
  out.number(result.number);
  out.text(result.path);
  out.number(static_cast<std::uint64_t>(result.fate));
  for_each_count(result.counts, [&](std::uint64_t count) { out.number(count); });
  out.number(number_of(result.worst));
  out.number(result.unchanged);
  out.number(done.stored_bytes);
  out.number(result.rendered.size());
  if (result.rendered.empty())
    return out.take();
  // One text is nearly all of the message: it stays where it is, and the others go before it.
  auto const longest = std::ranges::max_element(result.rendered, {}, &std::string::size);
  auto text = std::exchange(*longest, {});
  out.number(static_cast<std::uint64_t>(longest - result.rendered.begin()));
  for (auto const& other : result.rendered)
    out.text(other);
  return std::move(text.insert(0, out.take()));
}

Done unpack_done(std::string packed) {
  WireReader in(packed);
  Done out;
  auto& result = out.result;
  result.number = in.number();
  result.path = in.text();
  result.fate = static_cast<Fate>(in.number());
  for_each_count(result.counts, [&](std::uint64_t& count) { count = in.number(); });
  result.worst = worst_of(in.number());
  result.unchanged = in.number() != 0;
  out.stored_bytes = in.number();
  result.rendered.resize(in.number());
  if (result.rendered.empty())
    return out;
  auto& longest = result.rendered.at(in.number());
  for (auto& text : result.rendered)
    text = in.text();
  longest = std::move(packed.erase(0, packed.size() - in.rest()));
  return out;
}

} // namespace jixiao
