#pragma once

#include "inputs/found_input.hpp"

#include <jixiao/batch.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// One input on its way.
struct Task {
  std::uint64_t number = 0;
  FoundInput found{};
  std::optional<KnownDocument> known{};
};

/// A result with what only the run itself wants to know.
struct Done {
  BatchResult result;
  std::uint64_t stored_bytes = 0;
};

/// Reads, converts and renders one input.
Done convert_task(Batch const& batch, Task task);

/// Renders an input that gives no document.
Done give_up(Batch const& batch, Task const& task, Diagnostic problem);

std::string pack(Task const& task);
Task unpack_task(std::string_view packed);

std::string pack(Done done);
Done unpack_done(std::string packed);

} // namespace jixiao
