#include "readers/office_target.hpp"

#include "tests/stored_package.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao;

namespace {

/// An OLE2 container, as far as is looked at: its signature and the name of a stream.
std::string container(std::string_view stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (auto const c : stream)
    bytes.append(1, c).append(1, '\0');
  return bytes;
}

std::string target(std::string const& bytes) {
  auto const found = office_target(bytes);
  return found ? std::string(found->from).append(">").append(found->to) : "";
}

} // namespace

TEST_CASE("what an office program is asked to make of a file, by its content") {
  CHECK(target(container("WordDocument")) == "doc>docx");
  CHECK(target(container("Workbook")) == "xls>xlsx");
  CHECK(target(container("PowerPoint Document")) == "ppt>pdf");
  CHECK(target(container("EncryptedPackage")).empty());
  CHECK(target(test::stored_package({{"xl/workbook.bin", "x"}})) == "xlsb>xlsx");
  CHECK(target(test::stored_package({{"mimetype", "application/vnd.oasis.opendocument.text"}})) == "odt>docx");
  CHECK(target(test::stored_package({{"word/document.xml", "x"}})).empty());
  CHECK(target("{\\rtf1 x}") == "rtf>docx");
  CHECK(target("").empty());
  CHECK(target("项目名称\t校舍维修").empty());
}
