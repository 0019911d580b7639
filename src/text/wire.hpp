#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

/// What processes of one program say to each other: numbers of eight bytes in the machine's own order, and texts behind
/// their length.
namespace jixiao {

class WireWriter {
public:
  void number(std::uint64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof bytes);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  std::string take() { return std::move(out_); }

private:
  std::string out_;
};

/// Reads what a WireWriter wrote, in the same order.
class WireReader {
public:
  explicit WireReader(std::string_view in) : in_(in) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    std::memcpy(&value, in_.data(), sizeof value);
    in_.remove_prefix(sizeof value);
    return value;
  }
  std::string_view text() {
    auto const size = number();
    auto const out = in_.substr(0, size);
    in_.remove_prefix(size);
    return out;
  }
  /// Bytes that are not read yet.
  std::size_t rest() const { return in_.size(); }

private:
  std::string_view in_;
};

} // namespace jixiao
