#include "batch/converters.hpp"
#include "batch/in_order.hpp"
#include "inputs/input_stream.hpp"

#include <jixiao/batch.hpp>

#include <algorithm>
#include <atomic>
#include <deque>
#include <thread>

namespace jixiao {

namespace {

class Run {
public:
  explicit Run(Batch const& batch) : batch_(batch), inputs_(batch.inputs, batch.reading.limits) {}

  BatchSummary operator()() {
    auto const jobs = useful_jobs();
    Converters converters(batch_, jobs, is_single_);
    in_order(
        jobs, [&] { return next(); }, [&](Task task) { return converters(std::move(task)); },
        [&](Done done) { take(std::move(done)); });
    return {progress_.done, ended_early_, inputs_.reach()};
  }

private:
  /// No more workers than inputs: to start one takes as long as to convert a document. A list is not waited for.
  std::size_t useful_jobs() {
    auto const asked = batch_.jobs != 0 ? batch_.jobs : std::thread::hardware_concurrency();
    auto const jobs = std::max<std::size_t>(1, asked);
    if (batch_.inputs.more)
      return jobs;
    while (ahead_.size() < std::max<std::size_t>(2, jobs))
      if (auto found = inputs_.next())
        ahead_.push_back(std::move(*found));
      else
        break;
    is_single_ = ahead_.size() < 2;
    return std::clamp<std::size_t>(ahead_.size(), 1, jobs);
  }

  std::optional<FoundInput> next_input() {
    if (ahead_.empty())
      return inputs_.next();
    auto found = std::move(ahead_.front());
    ahead_.pop_front();
    return found;
  }

  std::optional<Task> next() {
    ended_early_ = ended_early_ || (batch_.cancelled && batch_.cancelled());
    if (ended_early_)
      return std::nullopt;
    auto found = next_input();
    if (!found)
      return std::nullopt;
    auto known = batch_.known ? batch_.known(found->path) : std::nullopt;
    return Task{number_++, std::move(*found), std::move(known)};
  }

  void take(Done done) {
    if (refused_)
      return;
    progress_.done += done.result.counts;
    progress_.bytes_on_disk += done.stored_bytes;
    if (batch_.take && !batch_.take(std::move(done.result)))
      ended_early_ = refused_ = true;
    if (batch_.progress)
      batch_.progress(progress_);
  }

  Batch const& batch_;
  InputStream inputs_;
  std::deque<FoundInput> ahead_; ///< found before the first was wanted
  std::uint64_t number_ = 0;
  BatchProgress progress_;
  std::atomic<bool> ended_early_ = false;
  bool is_single_ = false; ///< there is one input at most
  bool refused_ = false;   ///< take() wants no more
};

} // namespace

BatchCounts& BatchCounts::operator+=(BatchCounts const& other) {
  documents += other.documents, forms += other.forms, indicators += other.indicators;
  for (std::size_t i = 0; i < std::size(fates); ++i)
    fates[i] += other.fates[i];
  for (std::size_t i = 0; i < std::size(severities); ++i)
    severities[i] += other.severities[i];
  unchanged += other.unchanged, bytes += other.bytes;
  return *this;
}

BatchSummary run_batch(Batch const& batch) { return Run(batch)(); }

} // namespace jixiao
