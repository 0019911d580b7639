#include "text/sha256_blocks.hpp"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace jixiao {

#if defined(__x86_64__)

namespace {

/// SHA-NI, and SSE4.1 for what goes around it.
bool has_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0 || (c & bit_SSSE3) == 0)
    return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

/// The instructions keep the state as ABEF and CDGH, and do two rounds each.
__attribute__((target("sha,sse4.1,ssse3"))) void add_with_instructions(Sha256State& state, char const* blocks,
                                                                       std::size_t count) {
  auto const load = [](void const* from) __attribute__((always_inline, target("sha,sse4.1,ssse3"))) {
    return _mm_loadu_si128(static_cast<__m128i const*>(from));
  };
  auto const to_words = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL); // the highest byte first
  auto const cdab = _mm_shuffle_epi32(load(state.data()), 0xB1), efgh = _mm_shuffle_epi32(load(state.data() + 4), 0x1B);
  auto abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (; count > 0; --count, blocks += sha256_block_size) {
    auto const abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
    for (int i = 0; i < 4; ++i)
      words[i] = _mm_shuffle_epi8(load(blocks + 16 * i), to_words);
#pragma GCC unroll 16
    for (int i = 0; i < 16; ++i) {
      auto& word = words[i % 4];
      auto const added = _mm_add_epi32(word, load(sha256_rounds.data() + 4 * i));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0E));
      auto const &next = words[(i + 1) % 4], &after = words[(i + 2) % 4], &last = words[(i + 3) % 4];
      if (i < 12)
        word = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(word, next), _mm_alignr_epi8(last, after, 4)),
                                    last);
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  auto const feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  auto const store = [&](std::size_t at, __m128i value) __attribute__((always_inline, target("sha,sse4.1,ssse3"))) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data() + at), value);
  };
  store(0, _mm_blend_epi16(feba, dchg, 0xF0));
  store(4, _mm_alignr_epi8(dchg, feba, 8));
}

} // namespace

bool add_blocks_by_processor(Sha256State& state, char const* blocks, std::size_t count) {
  static bool const can = has_instructions();
  if (can)
    add_with_instructions(state, blocks, count);
  return can;
}

#else

bool add_blocks_by_processor(Sha256State&, char const*, std::size_t) { return false; }

#endif

} // namespace jixiao
