#include "outputs/sqlite_batches.hpp"

#include <jixiao/outputs.hpp>

namespace jixiao {

namespace {

using namespace std::chrono_literals;

// A commit waits for no disk (synchronous=NORMAL), so that small batches cost little.
constexpr std::uint64_t most_documents = 500;
constexpr auto longest = 500ms;

} // namespace

Batches::~Batches() {
  try {
    if (!is_half_)
      commit();
  } catch (OutputError const&) { // there is nobody left to tell; what was committed before is there
  }
  roll_back();
}

void Batches::begin_document() {
  if (!is_open_) {
    connection_.run("BEGIN IMMEDIATE");
    is_open_ = true;
    begun_ = Clock::now();
  }
  is_half_ = true;
}

void Batches::end_document(bool is_new) {
  is_half_ = false;
  pending_ += is_new ? 1 : 0;
  if (pending_ >= most_documents || Clock::now() - begun_ >= longest)
    commit();
}

void Batches::commit() {
  if (!is_open_)
    return;
  connection_.run("COMMIT");
  is_open_ = false;
  stored_ += pending_;
  pending_ = 0;
}

void Batches::roll_back() noexcept {
  // SQLite may have rolled back by itself; then this fails, and nothing is lost by that.
  if (is_open_)
    sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  is_open_ = is_half_ = false;
  pending_ = 0;
}

} // namespace jixiao
