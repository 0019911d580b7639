#pragma once

#include "outputs/sqlite_connection.hpp"

#include <chrono>
#include <cstdint>

namespace jixiao {

/// Transactions of whole documents, committed when there are many or when they are old: whatever ends the process, the
/// database has no document by halves and lacks the last half second at most.
class Batches {
public:
  explicit Batches(Connection& connection) : connection_(connection) {}
  Batches(Batches const&) = delete;
  Batches& operator=(Batches const&) = delete;

  /// Commits, or rolls back when a document is half there.
  ~Batches();

  /// What is done from here to end_document() is seen as a whole or not at all. `is_new`: it counts as stored.
  void begin_document();
  void end_document(bool is_new);

  void commit();

  /// After a failure: gives up what is not committed.
  void roll_back() noexcept;

  std::uint64_t stored() const { return stored_; } ///< documents committed so far

private:
  using Clock = std::chrono::steady_clock;

  Connection& connection_;
  Clock::time_point begun_;
  bool is_open_ = false, is_half_ = false;
  std::uint64_t pending_ = 0, stored_ = 0;
};

} // namespace jixiao
