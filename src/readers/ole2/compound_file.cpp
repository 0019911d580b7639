#include "readers/ole2/compound_file.hpp"

#include "readers/ole2/bytes.hpp"

#include <algorithm>
#include <bit>

namespace jixiao::ole2 {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t last_sector = 0xFFFFFFFA; ///< beyond are marks: free, end of a chain
constexpr std::size_t header_size = 512, entry_size = 128, places_in_header = 109;
constexpr std::uint32_t no_entry = 0xFFFFFFFF;
constexpr std::uint8_t storage = 1, root_entry = 5;

std::string name_of(std::string_view entry) {
  auto const length = std::min<std::size_t>(u16(entry, 64), 64) / 2;
  std::string name;
  for (std::size_t i = 0; i + 1 < length; ++i) {
    auto const unit = u16(entry, i * 2);
    name.push_back(unit < 0x80 ? static_cast<char>(unit) : '?');
  }
  return name;
}

bool equal_names(std::string_view a, std::string_view b) {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

bool is_compound_file(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }

std::optional<CompoundFile> CompoundFile::open(std::string_view bytes) {
  CompoundFile file(bytes);
  return file.read() ? std::optional(std::move(file)) : std::nullopt;
}

bool CompoundFile::read() {
  auto const shift = u16(bytes_, 30), short_shift = u16(bytes_, 32);
  if (!is_compound_file(bytes_) || bytes_.size() < header_size || shift < 7 || shift > 16 || short_shift < 3 ||
      short_shift >= shift)
    return false;
  sector_size_ = 1U << shift;
  short_sector_size_ = 1U << short_shift;
  short_limit_ = u32(bytes_, 56);
  read_table();
  read_directory(u32(bytes_, 48));
  return !entries_.empty();
}

std::string_view CompoundFile::sector(std::uint32_t index) const {
  // The header has the room of a sector of its own.
  return slice(bytes_, (std::uint64_t{index} + 1) << std::countr_zero(sector_size_), sector_size_);
}

void CompoundFile::add_table_sector(std::uint32_t index) {
  auto const part = sector(index);
  damaged_ |= part.size() < sector_size_;
  for (std::size_t at = 0; at + 4 <= part.size(); at += 4)
    table_.push_back(u32(part, at));
  // Places count: what is cut off of a sector of the table leaves none out before the next one's.
  table_.resize((table_.size() + sector_size_ / 4 - 1) / (sector_size_ / 4) * (sector_size_ / 4), no_entry);
}

/// The table's sectors are listed in the header, and then in sectors of their own (DIFAT).
void CompoundFile::read_table() {
  auto const sectors = bytes_.size() / sector_size_ + 1;
  auto left = std::min<std::uint64_t>(u32(bytes_, 44), sectors * 4 / sector_size_ + 1);
  table_.reserve(left * (sector_size_ / 4));
  for (std::size_t i = 0; i < places_in_header && left > 0; ++i, --left)
    if (auto const place = u32(bytes_, 76 + i * 4); place <= last_sector)
      add_table_sector(place);
  auto list = u32(bytes_, 68);
  for (std::size_t lists = 0; lists <= sectors && list <= last_sector && left > 0; ++lists) {
    auto const part = sector(list);
    for (std::size_t i = 0; i + 1 < sector_size_ / 4 && left > 0; ++i, --left)
      if (auto const place = u32(part, i * 4); i * 4 + 4 <= part.size() && place <= last_sector)
        add_table_sector(place);
    list = part.size() == sector_size_ ? u32(part, sector_size_ - 4) : no_entry;
  }
}

std::uint32_t CompoundFile::next(std::vector<std::uint32_t> const& table, std::uint32_t sector) const {
  return sector < table.size() ? table[sector] : no_entry;
}

std::string CompoundFile::chain(std::uint32_t first, std::uint64_t size) {
  std::string out;
  auto steps = bytes_.size() / sector_size_ + 1;
  for (auto at = first; at <= last_sector && out.size() < size && steps > 0; at = next(table_, at), --steps) {
    auto const part = sector(at);
    if (part.empty())
      break;
    out += part.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(part.size(), size - out.size())));
  }
  return out;
}

std::string CompoundFile::short_chain(std::uint32_t first, std::uint64_t size) {
  open_short_sectors();
  std::string out;
  auto steps = short_stream_.size() / short_sector_size_ + 1;
  for (auto at = first; at <= last_sector && out.size() < size && steps > 0; at = next(*short_table_, at), --steps) {
    auto const part = slice(short_stream_, std::size_t{at} * short_sector_size_, short_sector_size_);
    if (part.empty())
      break;
    out += part.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(part.size(), size - out.size())));
  }
  return out;
}

void CompoundFile::open_short_sectors() {
  if (short_table_)
    return;
  auto& table = short_table_.emplace();
  auto const bytes = chain(u32(bytes_, 60), bytes_.size());
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
    table.push_back(u32(bytes, at));
  short_stream_ = chain(entries_.front().first_sector, std::min<std::uint64_t>(entries_.front().size, bytes_.size()));
}

void CompoundFile::read_directory(std::uint32_t first) {
  auto const bytes = chain(first, bytes_.size());
  for (std::size_t at = 0; at + entry_size <= bytes.size(); at += entry_size) {
    auto const entry = std::string_view(bytes).substr(at, entry_size);
    entries_.push_back({name_of(entry), u8(entry, 66), u32(entry, 68), u32(entry, 72), u32(entry, 76), u32(entry, 116),
                        u32(entry, 120)});
  }
  if (entries_.empty())
    return;
  // The storage's entries are a tree; one that leads in circles is damaged.
  std::vector<bool> seen(entries_.size());
  std::vector<std::uint32_t> open{entries_.front().child};
  while (!open.empty()) {
    auto const index = open.back();
    open.pop_back();
    if (index >= entries_.size() || seen[index])
      continue;
    seen[index] = true;
    of_root_.push_back(index);
    open.push_back(entries_[index].left);
    open.push_back(entries_[index].right);
  }
}

CompoundFile::Entry const* CompoundFile::find(std::string_view name) const {
  for (auto const index : of_root_)
    if (entries_[index].kind != root_entry && equal_names(entries_[index].name, name))
      return &entries_[index];
  return nullptr;
}

std::optional<std::string> CompoundFile::stream(std::string_view name) {
  auto const* entry = find(name);
  if (entry == nullptr || entry->kind == storage)
    return std::nullopt;
  auto const size = std::min<std::uint64_t>(entry->size, bytes_.size());
  auto bytes = entry->size < short_limit_ ? short_chain(entry->first_sector, size) : chain(entry->first_sector, size);
  damaged_ |= bytes.size() < entry->size;
  return bytes;
}

} // namespace jixiao::ole2
