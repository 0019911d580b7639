#include "inputs/archive_members.hpp"

#include "inputs/names.hpp"
#include "inputs/problems.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <clocale>
#include <filesystem>

#include <locale.h>

namespace jixiao {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t block = 64 << 10;

archive* new_reader() {
  auto* const out = archive_read_new();
  archive_read_support_format_zip(out);
  archive_read_support_format_tar(out);
  archive_read_support_format_raw(out); // a single file, packed
  archive_read_support_filter_gzip(out);
  archive_read_support_filter_bzip2(out);
  archive_read_support_filter_xz(out);
  archive_read_support_filter_zstd(out);
  return out;
}

std::string reason_of(archive* opened) {
  auto const* text = archive_error_string(opened);
  return text == nullptr ? "its content is damaged" : text;
}

/// "form.docx.gz" holds "form.docx".
std::string without_packing(std::string const& path) { return fs::path(path).filename().replace_extension().string(); }

/// libarchive converts names to the character set of the locale. While this lives, that of this thread is UTF-8.
class Utf8Names {
public:
  Utf8Names() : before_(uselocale(utf8())) {}
  Utf8Names(Utf8Names const&) = delete;
  Utf8Names& operator=(Utf8Names const&) = delete;
  ~Utf8Names() { uselocale(before_); }

private:
  static locale_t utf8() {
    static locale_t const locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

std::string name_of(archive_entry* entry) {
  auto const* utf8 = archive_entry_pathname_utf8(entry);
  auto const* raw = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
  return raw == nullptr ? std::string() : member_name(raw);
}

/// False for what is passed over, and for what lies in a folder that is.
bool is_wanted(fs::path const& name) {
  auto const is_hidden = [](fs::path const& part) { return part.string().starts_with('.'); };
  return is_input_name(name) && std::ranges::none_of(name, is_hidden);
}

} // namespace

void ArchiveMembers::Close::operator()(archive* opened) const { archive_read_free(opened); }

ArchiveMembers::ArchiveMembers(std::string path, std::uint64_t size, Limits const& limits)
    : path_(std::move(path)), size_(size), limits_(limits), archive_(new_reader()) {}

ArchiveMembers ArchiveMembers::of_file(std::string path, std::string const& file, Limits const& limits) {
  std::error_code ignored;
  auto const size = fs::file_size(file, ignored);
  ArchiveMembers out(std::move(path), ignored ? 0 : size, limits);
  archive_read_open_filename(out.archive_.get(), file.c_str(), block);
  return out;
}

ArchiveMembers ArchiveMembers::of_bytes(std::string path, std::string bytes, Limits const& limits) {
  ArchiveMembers out(std::move(path), bytes.size(), limits);
  out.bytes_ = std::make_unique<std::string const>(std::move(bytes));
  archive_read_open_memory(out.archive_.get(), out.bytes_->data(), out.bytes_->size());
  return out;
}

std::optional<FoundInput> ArchiveMembers::next() {
  Utf8Names const names;
  while (!ended_) {
    archive_entry* entry = nullptr;
    auto const status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) {
      ended_ = true;
      if (is_empty_)
        return FoundInput{path_, {}, {}, no_readable_file(path_)};
    } else if (status < ARCHIVE_WARN) {
      return end({Code::archive_damaged, Severity::error, {{"reason", reason_of(archive_.get())}}, {}, {}});
    } else if (inflates_too_much()) {
      return end(
          {Code::archive_inflation, Severity::error, {{"ratio", std::to_string(limits_.inflation_ratio)}}, {}, {}});
    } else if (auto found = member(entry)) {
      return found;
    }
  }
  return std::nullopt;
}

FoundInput ArchiveMembers::end(Diagnostic problem) {
  ended_ = true;
  whole_ = false;
  return {path_, {}, {}, std::move(problem)};
}

/// Of a tar archive the headers count too: they pack very well.
bool ArchiveMembers::inflates_too_much() const {
  auto const streamed = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(archive_.get(), 0), 0));
  auto const unpacked = std::max(unpacked_, streamed);
  return unpacked > limits_.inflation_floor && unpacked / limits_.inflation_ratio > size_;
}

std::optional<FoundInput> ArchiveMembers::member(archive_entry* entry) {
  auto name = fs::path(archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW ? without_packing(path_) : name_of(entry))
                  .lexically_normal();
  if (archive_entry_filetype(entry) != AE_IFREG || !is_wanted(name))
    return std::nullopt;
  is_empty_ = false;
  return read({path_ + '/' + name.relative_path().string(), {}});
}

FoundInput ArchiveMembers::read(FoundInput found) {
  std::string bytes;
  auto const most = limits_.bytes + 1;
  la_ssize_t count = 0;
  do {
    auto const before = bytes.size();
    bytes.resize(before + std::min<std::uint64_t>(block, most - before));
    count = archive_read_data(archive_.get(), bytes.data() + before, bytes.size() - before);
    bytes.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
  } while (count > 0 && bytes.size() < most);
  unpacked_ += bytes.size();
  auto const passed = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(archive_.get(), -1), 0));
  found.stored_bytes = bytes_ ? 0 : passed - std::min(passed, passed_);
  passed_ = std::max(passed, passed_);
  if (count < 0)
    found.problem = unreadable_file(found.path, reason_of(archive_.get()));
  else
    found.bytes = std::move(bytes);
  return found;
}

} // namespace jixiao
