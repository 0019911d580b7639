#include "batch/worker_process.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

using namespace jixiao;

namespace {

constexpr WorkerLimits limits{1, 1ULL << 30};

/// Answers with the request behind the process's number, or does what it is told.
std::string serve(std::string_view request) {
  if (request == "fault")
    std::raise(SIGSEGV);
  if (request == "exit")
    _exit(7);
  for (bool volatile forever = request == "spin"; forever;) {
  }
  if (request == "eat")
    for (std::string eaten;; eaten.append(64 << 20, 'x')) {
    }
  return std::to_string(getpid()).append(1, ' ').append(request);
}

std::string answer(WorkerProcess& worker, std::string_view request) {
  auto const got = worker.ask(request);
  REQUIRE(std::holds_alternative<std::string>(got));
  auto const& text = std::get<std::string>(got);
  return text.substr(text.find(' ') + 1);
}

WorkerEnd end(WorkerProcess& worker, std::string_view request) {
  auto const got = worker.ask(request);
  REQUIRE(std::holds_alternative<WorkerEnd>(got));
  return std::get<WorkerEnd>(got);
}

} // namespace

TEST_CASE("a worker answers from another process, texts of any length") {
  WorkerProcess worker(serve, limits, {});
  std::string const long_text(3'000'000, 'z');
  for (std::string_view const request : {std::string_view(), std::string_view("绩效"), std::string_view(long_text)})
    CHECK(answer(worker, request) == request);
  CHECK(std::get<std::string>(worker.ask("x")) != std::to_string(getpid()) + " x");
}

TEST_CASE("behind a fault stands a new worker") {
  WorkerProcess worker(serve, limits, {});
  for (int i = 0; i < 3; ++i) {
    CHECK(end(worker, "exit").what == "exit status 7");
    CHECK(answer(worker, "next") == "next");
  }
}

TEST_CASE("an end says its cause") {
  WorkerProcess worker(serve, limits, {});
  CHECK(end(worker, "spin").cause == WorkerEnd::Cause::time);
  CHECK(end(worker, "exit").cause == WorkerEnd::Cause::fault);
#ifndef JIXIAO_SANITIZED
  WorkerProcess small(serve, {60, 256ULL << 20}, {});
  CHECK(end(small, "eat").cause == WorkerEnd::Cause::memory);
  auto const fault = end(worker, "fault");
  CHECK(fault.cause == WorkerEnd::Cause::fault);
  CHECK(fault.what.starts_with("signal 11 ("));
#endif
  CHECK(answer(worker, "next") == "next");
}

TEST_CASE("a worker that is asked once has no keeper, and answers and ends alike") {
  auto const once = [] { return WorkerProcess(serve, limits, {}, true); };
  std::string const long_text(3'000'000, 'z');
  { auto unasked = once(); }
  auto worker = once();
  CHECK(answer(worker, long_text) == long_text);
  auto leaving = once(), spinning = once(), failing = once();
  CHECK(end(leaving, "exit").what == "exit status 7");
  CHECK(end(spinning, "spin").cause == WorkerEnd::Cause::time);
#ifndef JIXIAO_SANITIZED
  CHECK(end(failing, "fault").what.starts_with("signal 11 ("));
  WorkerProcess small(serve, {60, 256ULL << 20}, {}, true);
  CHECK(end(small, "eat").cause == WorkerEnd::Cause::memory);
#endif
}

TEST_CASE("workers do not hold each other") {
  std::vector<WorkerProcess> workers;
  workers.reserve(3);
  for (int i = 0; i < 3; ++i)
    workers.emplace_back(serve, limits, workers);
  CHECK(end(workers[1], "exit").what == "exit status 7");
  for (auto& worker : workers)
    CHECK(answer(worker, "next") == "next");
}
