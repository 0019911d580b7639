#include "batch/converters.hpp"

namespace jixiao {

namespace {

Diagnostic diagnostic_of(WorkerEnd const& end, Limits const& limits) {
  auto const make = [](Code code, std::string_view name, std::string value) {
    return Diagnostic{code, info(code).severity, {{name, std::move(value)}}, {}, {}};
  };
  switch (end.cause) {
  case WorkerEnd::Cause::time:
    return make(Code::time_limit, "limit", std::to_string(limits.seconds));
  case WorkerEnd::Cause::memory:
    return make(Code::memory_limit, "limit", std::to_string(limits.memory));
  case WorkerEnd::Cause::fault:
    break;
  }
  return make(Code::conversion_crashed, "what", end.what);
}

} // namespace

Converters::Converters(Batch const& batch, std::size_t jobs, bool once) : batch_(batch) {
  if (batch.isolation == Isolation::threads)
    return;
  // What every conversion needs is made once, before it is copied into the workers. A single one makes it itself.
  if (!once)
    convert({"", "\t"}, batch.reading);
  auto const serve = [&batch](std::string_view request) { return pack(convert_task(batch, unpack_task(request))); };
  workers_.reserve(jobs);
  for (std::size_t i = 0; i < jobs; ++i)
    workers_.emplace_back(serve, WorkerLimits{batch.reading.limits.seconds, batch.reading.limits.memory}, workers_,
                          once);
  for (auto& worker : workers_)
    idle_.push_back(&worker);
}

Done Converters::operator()(Task task) {
  if (task.found.problem)
    return give_up(batch_, task, *task.found.problem);
  return workers_.empty() ? convert_task(batch_, std::move(task)) : isolated(task);
}

WorkerProcess& Converters::take_idle() {
  std::lock_guard const lock(mutex_);
  auto& worker = *idle_.back();
  idle_.pop_back();
  return worker;
}

Done Converters::isolated(Task const& task) {
  auto& worker = take_idle();
  auto answer = worker.ask(pack(task));
  {
    std::lock_guard const lock(mutex_);
    idle_.push_back(&worker);
  }
  if (auto const* end = std::get_if<WorkerEnd>(&answer))
    return give_up(batch_, task, diagnostic_of(*end, batch_.reading.limits));
  return unpack_done(std::get<std::string>(std::move(answer)));
}

} // namespace jixiao
