#include "outputs/packed_rows.hpp"

#include <cstring>

namespace jixiao {

namespace {

// A cell is a mark, and behind it, unless it is empty, the length and the bytes of its text. The bytes never leave the
// machine, so that the length is in its own byte order.
enum Mark : char { empty_cell = 'e', text_cell = 't', number_cell = 'n', row_end = '.' };

using Length = std::uint32_t;

class Packer final : public RowSink {
public:
  explicit Packer(std::string& out) : out_(out) {}
  void empty() override { out_ += empty_cell; }
  void text(std::string_view value) override { put(text_cell, value); }
  void number(std::string_view digits) override { put(number_cell, digits); }
  void end_row() override { out_ += row_end; }

private:
  void put(Mark mark, std::string_view value) {
    auto const length = static_cast<Length>(value.size());
    char bytes[sizeof length];
    std::memcpy(bytes, &length, sizeof length);
    out_ += mark;
    out_.append(bytes, sizeof bytes).append(value);
  }

  std::string& out_;
};

/// Takes the text behind a mark off the front.
std::string_view take_text(std::string_view& packed) {
  Length length = 0;
  std::memcpy(&length, packed.data(), sizeof length);
  auto const text = packed.substr(sizeof length, length);
  packed.remove_prefix(sizeof length + length);
  return text;
}

} // namespace

Rendered pack_rows(Document const& document, std::uint64_t number) {
  Rendered out;
  for (auto const& table : tidy_tables()) {
    Packer packer(out.emplace_back());
    table.rows(document, number, packer);
  }
  return out;
}

void unpack_rows(std::string_view packed, RowSink& sink) {
  while (!packed.empty()) {
    auto const mark = packed.front();
    packed.remove_prefix(1);
    if (mark == text_cell)
      sink.text(take_text(packed));
    else if (mark == number_cell)
      sink.number(take_text(packed));
    else
      mark == row_end ? sink.end_row() : sink.empty();
  }
}

} // namespace jixiao
