#include <jixiao/batch.hpp>

#include <map>
#include <mutex>

namespace jixiao {

namespace {

/// Documents between the worker that made them and the callback that takes them.
class Waiting {
public:
  void put(std::uint64_t number, Document const& document) {
    std::lock_guard const lock(mutex_);
    documents_.emplace(number, document);
  }

  std::optional<Document> take(std::uint64_t number) {
    std::lock_guard const lock(mutex_);
    auto node = documents_.extract(number);
    return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
  }

private:
  std::mutex mutex_;
  std::map<std::uint64_t, Document> documents_;
};

} // namespace

BatchSummary for_each_document(Batch batch, std::function<bool(Document document)> const& each) {
  Waiting waiting;
  batch.isolation = Isolation::threads;
  batch.render = [&](BatchDocument const& read, std::uint64_t number) {
    waiting.put(number, read.document);
    return Rendered{};
  };
  batch.take = [&](BatchResult const& result) {
    auto document = waiting.take(result.number);
    return !document || each(*std::move(document));
  };
  return run_batch(batch);
}

} // namespace jixiao
