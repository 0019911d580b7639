#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/convert.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// A ZIP package (OPC, ECMA-376 part 2), read in place and within the limits. What cannot be read is reported. Sizes
/// that the package declares are not trusted: a part is unpacked up to the limits and no further. Where a name stands
/// twice, the first is read; entries whose names lead out of the package are not read. `bytes`, `limits` and `sink`
/// must outlive it.
class Package {
public:
  /// Nothing when the bytes are no package that can be opened, or it has too many entries.
  static std::optional<Package> open(std::string_view bytes, Limits const& limits, DiagnosticSink& sink);

  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  bool has(std::string_view part) const;

  /// The part, inflated; nothing when it is missing, damaged or over a limit, which is reported (missing: only when
  /// `required`). Part names are compared as OPC says: without regard to ASCII case, and with or without a leading
  /// slash in `part`.
  std::optional<std::string> read(std::string_view part, bool required = true);

private:
  struct Impl;

public:
  /// A part that is inflated as far as it is needed. Must not outlive the package.
  class Stream {
  public:
    Stream(Impl& impl, std::string part, std::uint64_t packed, std::uint64_t declared, std::shared_ptr<void> file)
        : impl_(&impl), part_(std::move(part)), packed_(packed), declared_(declared), file_(std::move(file)) {}

    /// Appends up to `size` further bytes. False at the end of the part, and where the rest is damaged or over a limit,
    /// which is reported.
    bool read_more(std::string& bytes, std::uint64_t size);
    bool has_failed() const { return has_failed_; }

    /// Bytes that the reader dropped at once do not count against the limits of size, up to a multiple of those.
    void forgive(std::uint64_t bytes);

  private:
    Impl* impl_;
    std::string part_;
    std::uint64_t packed_, declared_, length_ = 0, forgiven_ = 0;
    std::shared_ptr<void> file_;
    bool has_failed_ = false;
  };

  /// As read(), but inflates nothing yet.
  std::optional<Stream> stream(std::string_view part, bool required = true);

private:
  explicit Package(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

} // namespace jixiao
