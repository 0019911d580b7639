#include "grammars/spacing.hpp"

#include <doctest/doctest.h>

using namespace jixiao::grammars;

TEST_CASE("trim takes all white space off both ends") {
  CHECK_EQ(trim(""), "");
  CHECK_EQ(trim(" \t\r\n"), "");
  CHECK_EQ(trim("\u3000某 项\u00A0"), "某 项");
  CHECK_EQ(trim("\uFEFF某\u200B"), "某");
  CHECK_EQ(trim("\x80 \x80"), "\x80 \x80");
  CHECK_EQ(trim("\xE2\x80\n"), "\xE2\x80");
}

TEST_CASE("close_up keeps a space only between letters or digits") {
  CHECK_EQ(close_up("%的 场馆 参与"), "%的场馆参与");
  CHECK_EQ(close_up("5  km 内"), "5 km内");
  CHECK_EQ(close_up(" 个 "), "个");
}
