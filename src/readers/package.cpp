#include "readers/package.hpp"

#include "readers/zip_directory.hpp"

#include <zip.h>

#include <algorithm>
#include <unordered_map>

namespace jixiao {
namespace {

constexpr std::uint64_t chunk = 256 << 10;
constexpr std::uint64_t best_deflate = 1032; // no deflated byte gives more

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;

/// The name as it is looked up: part names are equal without regard to ASCII case.
std::string key_of(std::string_view part) {
  std::string key(part);
  for (auto& c : key)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return key;
}

Archive open_archive(std::string_view bytes, DiagnosticSink& sink) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive) {
    sink.emit(Code::damaged_package, {{"reason", zip_error_strerror(&error)}});
    zip_source_free(source);
  }
  zip_error_fini(&error);
  return archive;
}

} // namespace

struct Package::Impl {
  struct Entry {
    zip_uint64_t index = 0;
    bool repeated = false;
  };

  std::uint64_t size;
  Limits const& limits;
  DiagnosticSink& sink;
  Archive archive;
  std::unordered_map<std::string, Entry> entries;
  std::uint64_t inflated = 0;

  void list_entries();
  void damaged(std::string_view part, std::string_view problem) const;
  bool is_within_limits(std::string_view part, std::uint64_t packed, std::uint64_t unpacked) const;
  std::optional<std::string> inflate(std::string_view part, zip_stat_t const& stat);
};

void Package::Impl::list_entries() {
  auto const count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    auto const index = static_cast<zip_uint64_t>(i);
    auto const* const name = zip_get_name(archive.get(), index, ZIP_FL_ENC_RAW);
    if (name == nullptr)
      continue;
    if (leads_out(name))
      sink.emit(Code::unsafe_part_name, {{"part", name}});
    else if (auto const [entry, added] = entries.try_emplace(key_of(name), Entry{index}); !added)
      entry->second.repeated = true;
  }
}

void Package::Impl::damaged(std::string_view part, std::string_view problem) const {
  sink.emit(Code::damaged_part, {{"part", part}, {"problem", problem}});
}

bool Package::Impl::is_within_limits(std::string_view part, std::uint64_t packed, std::uint64_t unpacked) const {
  auto const ratio = unpacked / std::max<std::uint64_t>(packed, 1);
  if (unpacked > limits.part_bytes)
    sink.emit(Code::part_too_large, {{"part", part}, {"bytes", unpacked}, {"limit", limits.part_bytes}});
  else if (inflated + unpacked > limits.inflated_bytes)
    sink.emit(Code::package_too_large, {{"part", part}, {"limit", limits.inflated_bytes}});
  else if (unpacked > limits.inflation_floor && ratio > limits.inflation_ratio)
    sink.emit(Code::inflation_ratio, {{"part", part}, {"ratio", ratio}, {"limit", limits.inflation_ratio}});
  else
    return true;
  return false;
}

std::optional<std::string> Package::Impl::inflate(std::string_view part, zip_stat_t const& stat) {
  File const file(zip_fopen_index(archive.get(), stat.index, 0));
  if (!file)
    return damaged(part, std::string("cannot be unpacked: ") + zip_strerror(archive.get())), std::nullopt;
  auto const packed = std::min<std::uint64_t>(stat.comp_size, size);
  std::string bytes;
  bytes.reserve(std::min({stat.size, packed * best_deflate, limits.part_bytes}) + 1);
  for (std::uint64_t length = 0;;) {
    // One byte more than declared, so that the end is seen without another round.
    auto const ahead = std::clamp<std::uint64_t>(bytes.capacity() - length, 1, chunk);
    bytes.resize(length + ahead);
    auto const got = zip_fread(file.get(), bytes.data() + length, ahead);
    if (got < 0)
      return damaged(part, std::string("cannot be unpacked: ") + zip_file_strerror(file.get())), std::nullopt;
    length += static_cast<std::uint64_t>(got);
    if (!is_within_limits(part, packed, length))
      return std::nullopt;
    if (got == 0) {
      bytes.resize(length);
      inflated += length;
      return bytes;
    }
  }
}

Package::Package(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

std::optional<Package> Package::open(std::string_view bytes, Limits const& limits, DiagnosticSink& sink) {
  if (auto const claimed = claimed_entries(bytes); claimed > limits.entries) {
    sink.emit(Code::too_many_entries, {{"entries", claimed}, {"limit", limits.entries}});
    return std::nullopt;
  }
  auto archive = open_archive(bytes, sink);
  if (!archive)
    return std::nullopt;
  auto impl = std::make_unique<Impl>(Impl{bytes.size(), limits, sink, std::move(archive), {}, 0});
  impl->list_entries();
  return Package(std::move(impl));
}

bool Package::has(std::string_view part) const {
  part.remove_prefix(part.starts_with('/') ? 1 : 0);
  return impl_->entries.contains(key_of(part));
}

std::optional<std::string> Package::read(std::string_view part, bool required) {
  part.remove_prefix(part.starts_with('/') ? 1 : 0);
  auto const found = impl_->entries.find(key_of(part));
  if (found == impl_->entries.end()) {
    if (required)
      impl_->damaged(part, "is missing");
    return std::nullopt;
  }
  if (found->second.repeated)
    impl_->damaged(part, "stands twice in the package; the first was read");
  zip_stat_t stat;
  if (zip_stat_index(impl_->archive.get(), found->second.index, 0, &stat) != 0)
    return impl_->damaged(part, "cannot be found in the package"), std::nullopt;
  if (stat.encryption_method != ZIP_EM_NONE)
    return impl_->damaged(part, "is encrypted; save the document without a password"), std::nullopt;
  return impl_->inflate(part, stat);
}

} // namespace jixiao
