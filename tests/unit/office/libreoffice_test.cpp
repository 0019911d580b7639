#include "office/process.hpp"

#include "tests/unit/temporary_folder.hpp"

#include <jixiao/office.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

using namespace jixiao;

namespace {

/// A program that does what this shell script says.
std::string program(test::TemporaryFolder const& folder, std::string const& script) {
  auto const path = folder.write("soffice", "#!/bin/sh\n" + script);
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

// The arguments: profile, --headless, --norestore, --convert-to, kind, --outdir, folder, input.
constexpr auto with_output = "mkdir \"$7\"; printf \"$CONTENT\" > \"$7/input.$5\"\n";

Converted run(std::string const& script, std::uint32_t seconds = 20, std::uint64_t largest = 1000) {
  test::TemporaryFolder const folder;
  auto const office =
      libreoffice({.program = program(folder, script), .seconds = seconds, .largest_output = largest});
  REQUIRE(office.convert);
  return office.convert("bytes", "doc", "docx");
}

} // namespace

TEST_CASE("what LibreOffice writes is taken when it is of the kind that was asked for") {
  CHECK(run(std::string("CONTENT=PK-package\n") + with_output).bytes == "PK-package");
  CHECK(run(std::string("CONTENT=text\n") + with_output).problem == "what it wrote is no docx");
  CHECK(run("exit 0").problem == "it wrote nothing");
  CHECK(run("exit 3").problem == "it failed");
  CHECK(run(std::string("CONTENT=PK-package\n") + with_output, 20, 3).problem == "what it wrote has 10 bytes");
}

TEST_CASE("LibreOffice is given up when it takes too long, with what it started") {
  auto const begin = std::chrono::steady_clock::now();
  CHECK(run("sleep 60 & sleep 60", 1).problem == "it took more than 1 s");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("without LibreOffice there is no conversion, unless it was to be used always") {
  CHECK_FALSE(libreoffice({.program = "/nowhere/soffice"}).convert);
  auto const always = libreoffice({.program = "/nowhere/soffice", .always = true});
  CHECK(always.convert("x", "doc", "docx").problem.find("not installed") != std::string::npos);
  CHECK(find_program("sh").find("/sh") != std::string::npos);
  CHECK(find_program("no-such-program-of-ours").empty());
}
