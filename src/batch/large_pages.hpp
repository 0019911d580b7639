#pragma once

#include <cstddef>

namespace jixiao {

constexpr std::size_t large_page_size = 2 << 20;

/// Asks the system to give memory that was not used yet in large pages, as far as it holds whole ones, and to give the
/// rest before it at once: on its own, each page that is first used costs as much as filling it does.
void ask_for_large_pages(void* memory, std::size_t size);

} // namespace jixiao
