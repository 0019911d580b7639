#include "inputs/input_stream.hpp"
#include "inputs/load.hpp"

#include "../readers/zip_maker.hpp"
#include "tar_maker.hpp"
#include "../temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace jixiao;
using jixiao::test::TemporaryFolder;
using jixiao::testing::make_tar_gz;
using jixiao::testing::make_zip;

namespace {

/// What is found, a line each: the path below the folder, and its bytes or the code of its problem.
std::string found(TemporaryFolder const& folder, BatchInputs const& inputs, Limits const& limits = {}) {
  InputStream stream(inputs, limits);
  std::string out;
  while (auto input = stream.next()) {
    load(*input, limits.bytes);
    auto const name = input->path == folder.string() ? "." : input->path.substr(folder.string().size() + 1);
    out += name + ' ' + (input->problem ? std::string(info(input->problem->code).id) : *input->bytes) + '\n';
  }
  return out;
}

std::string found(TemporaryFolder const& folder, std::string_view name, Limits const& limits = {}) {
  return found(folder, {{folder / name}}, limits);
}

} // namespace

TEST_CASE("files of a folder are found in the order of their paths") {
  TemporaryFolder const folder;
  for (auto const* name : {"b.txt", "a/2.txt", "a-1.txt", "a.txt", "a/b/3.txt", "c/1.txt"})
    folder.write(name, "x");
  CHECK(found(folder, "") == "a-1.txt x\na.txt x\na/2.txt x\na/b/3.txt x\nb.txt x\nc/1.txt x\n");
}

TEST_CASE("what is no document is passed over") {
  TemporaryFolder const folder;
  for (auto const* name : {".hidden", ".git/form.txt", "out.json", "out.jsonl", "my.form", "form.txt",
                           "sample/input.txt", "sample/expected.json", "sample/notes.txt"})
    folder.write(name, "x");
  CHECK(found(folder, "") == "form.txt x\nsample/input.txt x\n");
}

TEST_CASE("a folder with nothing to read says so, and so does one that is not there") {
  TemporaryFolder const folder;
  folder.write("empty/.hidden", "x");
  CHECK(found(folder, "empty") == "empty S111\n");
  CHECK(found(folder, "nowhere") == "nowhere S110\n");
  CHECK(found(folder, {{folder / "empty", folder / "nowhere"}}) == "empty S111\nnowhere S110\n");
}

TEST_CASE("links to folders are not followed") {
  TemporaryFolder const folder;
  folder.write("a/form.txt", "x");
  std::filesystem::create_directory_symlink("..", folder / "a/up");
  std::filesystem::create_symlink("form.txt", folder / "a/link.txt");
  CHECK(found(folder, "a") == "a/form.txt x\na/link.txt x\n");
}

TEST_CASE("archives are read in place, in their own order") {
  TemporaryFolder const folder;
  folder.write("x.zip", make_zip({{"区/b.txt", "2"}, {"a.txt", "1"}, {"__MACOSX/._a.txt", "no"}, {".x", "no"}}));
  folder.write("y", make_tar_gz({{"./b.txt", "2"}, {"./a.txt", "1"}, {"./.git/c.txt", "no"}}));
  CHECK(found(folder, "") == "x.zip/区/b.txt 2\nx.zip/a.txt 1\ny/b.txt 2\ny/a.txt 1\n");
}

TEST_CASE("a packed file is one document") {
  TemporaryFolder const folder;
  folder.write("form.txt.gz", testing::make_gz("content"));
  CHECK(found(folder, "form.txt.gz") == "form.txt.gz/form.txt content\n");
}

TEST_CASE("a document that is a ZIP package is no archive") {
  TemporaryFolder const folder;
  for (auto const* first : {"[Content_Types].xml", "_rels/.rels", "mimetype", "word/document.xml"}) {
    CAPTURE(first);
    folder.write("one", make_zip({{first, ""}}));
    CHECK(found(folder, "one").starts_with("one PK"));
    folder.write("two", make_zip({{"a.txt", "1"}, {first, ""}}));
    CHECK(found(folder, "two").starts_with("two PK"));
  }
  CHECK(found(folder, {{folder / "nowhere"}}) == "nowhere S110\n");
}

TEST_CASE("archives in archives are read as deep as the limit says") {
  TemporaryFolder const folder;
  auto const inner = make_zip({{"a.txt", "1"}});
  folder.write("x.zip", make_zip({{"in.tgz", make_tar_gz({{"in.zip", inner}})}, {"b.txt", "2"}}));
  CHECK(found(folder, "x.zip") == "x.zip/in.tgz/in.zip/a.txt 1\nx.zip/b.txt 2\n");
  Limits shallow;
  shallow.archive_depth = 2;
  CHECK(found(folder, "x.zip", shallow).starts_with("x.zip/in.tgz/in.zip PK"));
}

TEST_CASE("names in GB18030 become text") {
  TemporaryFolder const folder;
  std::string const gb = "\xBC\xA8\xD0\xA7.txt"; // 绩效
  folder.write("x.tgz", make_tar_gz({{gb, "1"}, {"\xFF\xFF", "2"}}));
  CHECK(found(folder, "x.tgz") == "x.tgz/绩效.txt 1\nx.tgz/?? 2\n");
  // As packed on Windows: the same bytes without the mark of UTF-8, 0x0800 in the flags.
  auto bytes = testing::patch(make_zip({{"é¨Ð.t", "1"}}), "é¨Ð.t", gb.substr(0, 4) + "xx.t");
  for (auto const at : {std::size_t{7}, bytes.find("PK\1\2") + 9})
    bytes[at] = static_cast<char>(bytes[at] & ~0x08);
  folder.write("y.zip", bytes);
  CHECK(found(folder, "y.zip") == "y.zip/绩效xx.t 1\n");
}

TEST_CASE("a damaged archive gives what stands before the damage, and says where it ends") {
  TemporaryFolder const folder;
  auto const noise = [] {
    std::string out;
    for (std::uint32_t i = 1; out.size() < 300'000; i = i * 1664525 + 1013904223)
      out += static_cast<char>(i >> 24);
    return out;
  }();
  auto const tar = make_tar_gz({{"a.txt", "1"}, {"b.txt", noise}, {"c.txt", "3"}});
  folder.write("x.tgz", tar.substr(0, tar.size() / 2));
  CHECK(found(folder, "x.tgz") == "x.tgz/a.txt 1\nx.tgz/b.txt S110\nx.tgz S125\n");
  folder.write("y.zip", make_zip({{"a.txt", "1"}, {"b.txt", noise}}).substr(0, 100'000));
  CHECK(found(folder, "y.zip") == "y.zip/a.txt 1\ny.zip/b.txt S110\ny.zip S125\n");
  folder.write("empty.tgz", make_tar_gz({}));
  CHECK(found(folder, "empty.tgz") == "empty.tgz S111\n");
  folder.write("empty.zip", "PK\5\6" + std::string(18, '\0'));
  CHECK(found(folder, "empty.zip") == "empty.zip S111\n");
}

TEST_CASE("an archive that unpacks to very much is not read to its end") {
  TemporaryFolder const folder;
  std::string const zeros(200'000, '\0');
  folder.write("bomb.tgz", make_tar_gz({{"a.txt", zeros}, {"b.txt", zeros}, {"c.txt", zeros}}));
  Limits limits;
  limits.inflation_floor = 1000;
  auto const text = found(folder, "bomb.tgz", limits);
  CHECK(text.ends_with("\nbomb.tgz S126\n"));
  CHECK(text.find("c.txt") == text.npos);
  limits.inflation_ratio = 10'000;
  CHECK(found(folder, "bomb.tgz", limits).find("c.txt") != std::string::npos);
}

TEST_CASE("of a member that is too large only so much is unpacked as tells it") {
  TemporaryFolder const folder;
  folder.write("x.tgz", make_tar_gz({{"a.txt", std::string(1000, 'x')}, {"b.txt", "2"}}));
  Limits limits;
  limits.bytes = 10;
  CHECK(found(folder, "x.tgz", limits) == "x.tgz/a.txt xxxxxxxxxxx\nx.tgz/b.txt 2\n");
}

TEST_CASE("further paths are asked for behind those that are named") {
  TemporaryFolder const folder;
  folder.write("a.txt", "1");
  folder.write("b/c.txt", "2");
  std::vector<std::string> more{folder / "b", folder / "a.txt"};
  BatchInputs inputs{{folder / "a.txt"}, [&, next = std::size_t{0}]() mutable {
                       return next < more.size() ? std::optional(more[next++]) : std::nullopt;
                     }};
  CHECK(found(folder, inputs) == "a.txt 1\nb/c.txt 2\na.txt 1\n");
}

TEST_CASE("the reach names folders and archives, and what could not be read of them") {
  TemporaryFolder const folder;
  folder.write("a/form.txt", "1");
  folder.write("a/x.tgz", make_tar_gz({{"a.txt", "1"}}).substr(0, 30));
  folder.write("y.zip", make_zip({{"a.txt", "1"}}));
  folder.write("form.txt", "1");
  BatchInputs const inputs{{folder / "a", folder / "y.zip", folder / "form.txt"}};
  Limits const limits;
  InputStream stream(inputs, limits);
  while (stream.next()) {
  }
  CHECK(stream.reach().roots == std::vector{folder / "a", folder / "y.zip"});
  CHECK(stream.reach().unread == std::vector{folder / "a/x.tgz"});
}
