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
  explicit Package(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

} // namespace jixiao
