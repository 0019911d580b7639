#include "text/sha256.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("digests are those of FIPS 180-4's examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("bytes that come in pieces of any size have the digest of the whole") {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text.push_back(static_cast<char>(i * 7));
  for (std::size_t size = 0; size <= text.size(); ++size) {
    std::string_view const whole = std::string_view(text).substr(0, size);
    Sha256 pieces;
    for (std::size_t at = 0, step = 1; at < size; at += step, step = step * 3 % 67 + 1)
      pieces.add(whole.substr(at, step));
    CHECK(pieces.hex() == sha256_hex(whole));
  }
}
