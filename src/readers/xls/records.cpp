#include "readers/xls/records.hpp"

#include "readers/ole2/bytes.hpp"

#include <algorithm>

namespace jixiao::xls {

using ole2::u16;

std::optional<Record> Records::one() {
  if (at_ >= stream_.size() || stream_.size() - at_ < 4)
    return std::nullopt;
  Record record{u16(stream_, at_), at_};
  std::size_t const size = u16(stream_, at_ + 2);
  record.data = ole2::slice(stream_, at_ + 4, size);
  cut_ |= record.data.size() < size;
  at_ += 4 + size;
  return record;
}

std::optional<Record> Records::next() {
  auto record = one();
  while (record && at_ < stream_.size() && stream_.size() - at_ >= 4 && u16(stream_, at_) == continuation)
    record->continued.push_back(one()->data);
  return record;
}

bool RecordReader::advance() {
  while (at_ >= piece_.size()) {
    if (next_ >= rest_.size())
      return false;
    piece_ = rest_[next_++];
    at_ = 0;
  }
  return true;
}

std::uint32_t RecordReader::number(std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size && advance(); ++i)
    number |= std::uint32_t{static_cast<unsigned char>(piece_[at_++])} << (8 * i);
  return number;
}

void RecordReader::skip(std::uint64_t size) {
  while (size > 0 && advance()) {
    auto const step = std::min<std::uint64_t>(size, piece_.size() - at_);
    at_ += static_cast<std::size_t>(step);
    size -= step;
  }
}

std::u16string RecordReader::characters(std::size_t count, bool is_wide) {
  std::u16string text;
  while (text.size() < count) {
    if (at_ >= piece_.size()) {
      if (!advance())
        break;
      is_wide = (number(1) & 1) != 0;
      continue;
    }
    text.push_back(static_cast<char16_t>(number(is_wide ? 2 : 1)));
  }
  return text;
}

} // namespace jixiao::xls
