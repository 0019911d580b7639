#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace jixiao {

/// True when every part of a workbook can be read and ends as its first tag begins, and each sheet, in their order, is
/// at least as large as its rows.
///
/// Choice: libxlsxwriter asks of few of its writes whether they succeeded, so that on a full disk it packs parts that
/// are cut off, and says that all went well. Price: the workbook is inflated once more, a fraction of the time it took.
bool is_whole(std::string const& path, std::span<std::uint64_t const> rows);

} // namespace jixiao
