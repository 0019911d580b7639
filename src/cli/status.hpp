#pragma once

#include <stdexcept>

namespace jixiao::cli {

/// Exit statuses, as the contract has them.
enum Status : int {
  done = 0,
  findings = 1, ///< a diagnostic at or above --fail-on
  wrong_usage = 2,
  unreadable_input = 3,  ///< an input could not be read
  ended_by_signal = 128, ///< and the signal's number: 130 after Ctrl-C
};

/// The command cannot run: the message says why and what was expected. Thrown by commands, caught in main().
class UsageError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

} // namespace jixiao::cli
