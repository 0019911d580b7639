#include "tests/damage/run_variants.hpp"

#include "tests/damage/line_damage.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <map>
#include <new>
#include <stdexcept>

namespace damage {
namespace {

constexpr unsigned longest_seconds = 10;

/// What a worker is at, in memory that outlives it.
struct Progress {
  std::atomic<std::uint64_t> next, converted;
};

class SharedProgress {
public:
  explicit SharedProgress(std::size_t count) : bytes_(count * sizeof(Progress)) {
    auto* const memory = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
      throw std::runtime_error("jixiao_damage: no shared memory");
    workers_ = new (memory) Progress[count]();
  }
  SharedProgress(SharedProgress const&) = delete;
  SharedProgress& operator=(SharedProgress const&) = delete;
  ~SharedProgress() { munmap(workers_, bytes_); }

  Progress& operator[](std::size_t i) { return workers_[i]; }

private:
  std::size_t bytes_;
  Progress* workers_ = nullptr;
};

using Clock = std::chrono::steady_clock;

void convert_variant(Plan const& plan, std::uint64_t variant) {
  auto const bytes = variant_of(plan, variant);
  std::string json;
  jixiao::write_json(json, jixiao::convert({sample_of(plan, variant).name, bytes}));
}

/// Every variant of the worker from where the one before it ended.
[[noreturn]] void work(Plan const& plan, Progress& progress, Clock::time_point end) {
  while (progress.next < plan.first + plan.variants && Clock::now() < end) {
    alarm(longest_seconds);
    convert_variant(plan, progress.next);
    progress.next += plan.jobs;
    ++progress.converted;
  }
  _exit(0);
}

pid_t start(Plan const& plan, Progress& progress, Clock::time_point end) {
  auto const pid = fork();
  if (pid == 0)
    work(plan, progress, end);
  if (pid < 0)
    throw std::runtime_error("jixiao_damage: no process");
  return pid;
}

std::string what_ended(int status) {
  if (!WIFSIGNALED(status))
    return "exit status " + std::to_string(WEXITSTATUS(status));
  return WTERMSIG(status) == SIGALRM ? "takes too long" : "signal " + std::to_string(WTERMSIG(status));
}

} // namespace

Sample const& sample_of(Plan const& plan, std::uint64_t variant) { return plan.samples[variant % plan.samples.size()]; }

std::string variant_of(Plan const& plan, std::uint64_t variant) {
  Random random(static_cast<Random::result_type>((plan.seed * 1'000'003 + variant) * 2'654'435'761U % Random::modulus));
  random.discard(3);
  auto text = damage_lines(sample_of(plan, variant).bytes, random);
  if (random() % 16 != 0)
    return text;
  return splice_lines(text, plan.samples[random() % plan.samples.size()].bytes, random);
}

Outcome run_variants(Plan const& plan) {
  auto const begin = Clock::now();
  auto const end = plan.minutes == 0 ? Clock::time_point::max() : begin + std::chrono::minutes(plan.minutes);
  SharedProgress progress(plan.jobs);
  std::map<pid_t, std::size_t> running;
  for (std::size_t job = 0; job < plan.jobs; ++job) {
    progress[job].next = plan.first + job;
    running[start(plan, progress[job], end)] = job;
  }
  Outcome outcome;
  while (!running.empty()) {
    int status = 0;
    auto const pid = waitpid(-1, &status, 0);
    auto const found = running.find(pid);
    if (found == running.end())
      continue;
    auto const job = found->second;
    running.erase(found);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
      continue;
    outcome.findings.push_back({progress[job].next, what_ended(status)});
    progress[job].next += plan.jobs;
    running[start(plan, progress[job], end)] = job;
  }
  for (std::size_t job = 0; job < plan.jobs; ++job)
    outcome.converted += progress[job].converted;
  outcome.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  std::ranges::sort(outcome.findings, {}, &Finding::variant);
  return outcome;
}

} // namespace damage
