#include "readers/package.hpp"

#include "readers/zip_directory.hpp"

#include <zip.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace jixiao {
namespace {

constexpr std::uint64_t chunk = 256 << 10;
constexpr std::uint64_t best_deflate = 1032; // no deflated byte gives more
constexpr std::string_view first_entry = "PK\3\4";

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

/// The name as it is looked up: part names are equal without regard to ASCII case. Some writers separate folders with
/// backslashes.
std::string key_of(std::string_view part) {
  std::string key(part);
  for (auto& c : key)
    c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return key;
}

Archive open_archive(std::string_view bytes, DiagnosticSink& sink) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive) {
    bool const cut_off = error.zip_err == ZIP_ER_NOZIP && bytes.starts_with(first_entry);
    sink.emit(Code::damaged_package,
              {{"reason", cut_off ? "its end, where its directory stands, is missing; fetch the file again"
                                  : zip_error_strerror(&error)}});
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
  /// `declared` is how long the package says that the part is, which tells in a finding what limit would do.
  bool is_within_limits(std::string_view part, std::uint64_t packed, std::uint64_t unpacked,
                        std::uint64_t declared) const;
  std::uint64_t declared_bytes() const;
  std::optional<zip_stat_t> stat_of(std::string_view part, bool required) const;
  std::optional<Stream> open(std::string_view part, zip_stat_t const& stat);
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

std::uint64_t Package::Impl::declared_bytes() const {
  std::uint64_t bytes = 0;
  zip_stat_t stat;
  for (auto const& [name, entry] : entries)
    if (zip_stat_index(archive.get(), entry.index, 0, &stat) == 0)
      bytes += std::min<std::uint64_t>(stat.size, std::numeric_limits<std::uint64_t>::max() - bytes);
  return bytes;
}

bool Package::Impl::is_within_limits(std::string_view part, std::uint64_t packed, std::uint64_t unpacked,
                                     std::uint64_t declared) const {
  auto const ratio = unpacked / std::max<std::uint64_t>(packed, 1);
  if (unpacked > limits.part_bytes)
    sink.emit(Code::part_too_large,
              {{"part", part}, {"bytes", std::max(unpacked, declared)}, {"limit", limits.part_bytes}});
  else if (inflated > limits.inflated_bytes)
    sink.emit(Code::package_too_large,
              {{"part", part}, {"bytes", std::max(inflated, declared_bytes())}, {"limit", limits.inflated_bytes}});
  else if (unpacked > limits.inflation_floor && ratio > limits.inflation_ratio)
    sink.emit(Code::inflation_ratio, {{"part", part}, {"ratio", ratio}, {"limit", limits.inflation_ratio}});
  else
    return true;
  return false;
}

std::optional<zip_stat_t> Package::Impl::stat_of(std::string_view part, bool required) const {
  auto const found = entries.find(key_of(part));
  if (found == entries.end()) {
    if (required)
      damaged(part, "is missing");
    return std::nullopt;
  }
  if (found->second.repeated)
    damaged(part, "stands twice in the package; the first was read");
  zip_stat_t stat;
  if (zip_stat_index(archive.get(), found->second.index, 0, &stat) != 0)
    return damaged(part, "cannot be found in the package"), std::nullopt;
  if (stat.encryption_method != ZIP_EM_NONE)
    return damaged(part, "is encrypted; save the document without a password"), std::nullopt;
  return stat;
}

std::optional<Package::Stream> Package::Impl::open(std::string_view part, zip_stat_t const& stat) {
  std::shared_ptr<zip_file_t> file(zip_fopen_index(archive.get(), stat.index, 0),
                                   [](zip_file_t* opened) { opened == nullptr ? 0 : zip_fclose(opened); });
  if (!file)
    return damaged(part, std::string("cannot be unpacked: ") + zip_strerror(archive.get())), std::nullopt;
  return Stream(*this, std::string(part), std::min<std::uint64_t>(stat.comp_size, size), stat.size, std::move(file));
}

bool Package::Stream::read_more(std::string& bytes, std::uint64_t size) {
  if (has_failed_)
    return false;
  auto* const file = static_cast<zip_file_t*>(file_.get());
  auto const before = bytes.size();
  bytes.resize(before + size);
  auto const got = zip_fread(file, bytes.data() + before, size);
  auto const added = static_cast<std::uint64_t>(std::max<zip_int64_t>(got, 0));
  bytes.resize(before + added);
  length_ += added;
  impl_->inflated += added;
  if (got < 0)
    impl_->damaged(part_, std::string("cannot be unpacked: ") + zip_file_strerror(file));
  has_failed_ = got < 0 || !impl_->is_within_limits(part_, packed_, length_, declared_);
  if (has_failed_)
    impl_->inflated -= length_;
  return got > 0 && !has_failed_;
}

void Package::Stream::forgive(std::uint64_t bytes) {
  constexpr std::uint64_t most = 16;
  bytes = std::min(bytes, most * impl_->limits.part_bytes - std::min(forgiven_, most * impl_->limits.part_bytes));
  bytes = std::min({bytes, length_, impl_->inflated});
  forgiven_ += bytes;
  length_ -= bytes;
  impl_->inflated -= bytes;
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

std::optional<Package::Stream> Package::stream(std::string_view part, bool required) {
  part.remove_prefix(part.starts_with('/') ? 1 : 0);
  auto const stat = impl_->stat_of(part, required);
  return stat ? impl_->open(part, *stat) : std::nullopt;
}

std::optional<std::string> Package::read(std::string_view part, bool required) {
  part.remove_prefix(part.starts_with('/') ? 1 : 0);
  auto const stat = impl_->stat_of(part, required);
  auto stream = stat ? impl_->open(part, *stat) : std::nullopt;
  if (!stream)
    return std::nullopt;
  auto const packed = std::min<std::uint64_t>(stat->comp_size, impl_->size);
  std::string bytes;
  // One byte more than declared, so that the end is seen without another round.
  bytes.reserve(std::min({stat->size, packed * best_deflate, impl_->limits.part_bytes}) + 1);
  while (stream->read_more(bytes, std::clamp<std::uint64_t>(bytes.capacity() - bytes.size(), 1, chunk))) {
  }
  return stream->has_failed() ? std::nullopt : std::optional(std::move(bytes));
}

} // namespace jixiao
