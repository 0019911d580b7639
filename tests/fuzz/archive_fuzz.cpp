#include "reader_fuzz.hpp"

#include "inputs/archive_members.hpp"

using fuzz::require;

// Any bytes are read as an archive: its members stay within the bounds, each has bytes or a problem, and it ends.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::Limits limits;
  limits.bytes = 10'000;
  limits.inflation_floor = 100'000;
  limits.inflation_ratio = 20;
  auto members = jixiao::ArchiveMembers::of_bytes("x", std::string(reinterpret_cast<char const*>(data), size), limits);
  std::size_t unpacked = 0;
  while (auto const member = members.next()) {
    require(member->bytes.has_value() != member->problem.has_value());
    require(member->path.starts_with("x"));
    if (member->bytes) {
      require(member->bytes->size() <= limits.bytes + 1);
      unpacked += member->bytes->size();
    }
  }
  require(unpacked <= limits.inflation_floor + limits.inflation_ratio * size + limits.bytes + 1);
  return 0;
}
