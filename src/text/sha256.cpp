#include "text/sha256.hpp"

#include "text/sha256_blocks.hpp"

#include <algorithm>
#include <bit>

namespace jixiao {

std::array<std::uint32_t, 64> const sha256_rounds{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

namespace {

/// The 32 bits at `bytes`, the highest first.
std::uint32_t word_at(char const* bytes) {
  std::uint32_t word = 0;
  for (int i = 0; i < 4; ++i)
    word = word << 8 | static_cast<unsigned char>(bytes[i]);
  return word;
}

void add_block(Sha256State& state, char const* block) {
  std::array<std::uint32_t, 64> schedule;
  for (std::size_t i = 0; i < 16; ++i)
    schedule[i] = word_at(block + 4 * i);
  for (std::size_t i = 16; i < 64; ++i) {
    auto const a = schedule[i - 15], b = schedule[i - 2];
    schedule[i] = schedule[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) + schedule[i - 7] +
                  (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
  }
  auto const round = [&](std::size_t i, auto a, auto b, auto c, auto& d, auto e, auto f, auto g, auto& h)
      __attribute__((always_inline)) {
    h += (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + sha256_rounds[i] + schedule[i];
    d += h;
    h += (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
  };
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; i += 8) { // the variables change places instead of values
    round(i, a, b, c, d, e, f, g, h);
    round(i + 1, h, a, b, c, d, e, f, g);
    round(i + 2, g, h, a, b, c, d, e, f);
    round(i + 3, f, g, h, a, b, c, d, e);
    round(i + 4, e, f, g, h, a, b, c, d);
    round(i + 5, d, e, f, g, h, a, b, c);
    round(i + 6, c, d, e, f, g, h, a, b);
    round(i + 7, b, c, d, e, f, g, h, a);
  }
  std::array const added{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i)
    state[i] += added[i];
}

void add_blocks(Sha256State& state, char const* blocks, std::size_t count) {
  if (add_blocks_by_processor(state, blocks, count))
    return;
  for (; count > 0; --count, blocks += sha256_block_size)
    add_block(state, blocks);
}

} // namespace

void Sha256::add(std::string_view bytes) {
  size_ += bytes.size();
  if (open_size_ > 0) {
    auto const taken = std::min(bytes.size(), block_size - open_size_);
    std::copy_n(bytes.begin(), taken, open_.begin() + open_size_);
    bytes.remove_prefix(taken);
    open_size_ += taken;
    if (open_size_ < block_size)
      return;
    add_blocks(state_, open_.data(), 1);
  }
  add_blocks(state_, bytes.data(), bytes.size() / block_size);
  bytes.remove_prefix(bytes.size() / block_size * block_size);
  open_size_ = bytes.copy(open_.data(), block_size);
}

std::string Sha256::hex() {
  auto const bits = size_ * 8;
  std::string end(1 + (2 * block_size - 9 - open_size_) % block_size, '\0'); // up to the 64 bits of the length
  end.front() = '\x80';
  for (int shift = 56; shift >= 0; shift -= 8)
    end.push_back(static_cast<char>(bits >> shift));
  add(end);
  std::string out;
  for (auto const word : state_)
    for (int shift = 28; shift >= 0; shift -= 4)
      out.push_back("0123456789abcdef"[word >> shift & 0xF]);
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

} // namespace jixiao
