#include "batch/large_pages.hpp"

#include <algorithm>
#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace jixiao {

void ask_for_large_pages(void* memory, std::size_t size) {
  auto const up = [](std::uintptr_t at, std::uintptr_t page) { return (at + page - 1) / page * page; };
  auto const begin = up(reinterpret_cast<std::uintptr_t>(memory), static_cast<std::uintptr_t>(getpagesize()));
  auto const end = reinterpret_cast<std::uintptr_t>(memory) + size;
  auto const first = std::min(up(begin, large_page_size), end);
  auto const last = std::max(first, end / large_page_size * large_page_size);
  // Where the system does not know what it is asked for, it gives pages as it always does.
  if (first < last)
    madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
  if (begin < first)
    madvise(reinterpret_cast<void*>(begin), first - begin, MADV_POPULATE_WRITE);
#endif
}

} // namespace jixiao
