#include "readers/ofd/ofd.hpp"

#include "readers/ofd/text.hpp"
#include "readers/ofd/values.hpp"
#include "tests/stored_package.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  Reading reading;
  std::vector<Diagnostic> findings;

  std::size_t count(Code code) const {
    return static_cast<std::size_t>(std::ranges::count(findings, code, &Diagnostic::code));
  }
};

Result read(std::string const& bytes, Limits const& limits = {}) {
  SourceText source;
  source.bytes = bytes;
  DiagnosticSink sink;
  auto reading = read_ofd(source, limits, sink);
  return {std::move(reading), sink.take()};
}

/// A package of pages with these objects.
std::string package(std::vector<std::string> const& pages, std::string const& resources = {},
                    std::string const& before = {}) {
  std::string list;
  std::vector<test::PackagePart> parts = {
      {"OFD.xml", "<OFD><DocBody><DocRoot>/D/Document.xml</DocRoot></DocBody></OFD>"},
      {"D/Res.xml", "<Res><Fonts><Font ID='1' FontName='SimSun'/></Fonts>" + resources + "</Res>"}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto const name = "P" + std::to_string(i) + ".xml";
    list += "<Page ID='" + std::to_string(i + 1) + "' BaseLoc='./" + name + "'/>";
    parts.emplace_back("D/" + name, "<Page>" + before + "<Content><Layer>" + pages[i] + "</Layer></Content></Page>");
  }
  parts.emplace_back("D/Document.xml",
                     "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
                     "<PublicRes>Res.xml</PublicRes></CommonData><Pages>" +
                         list + "</Pages></Document>");
  return test::stored_package(parts);
}

std::string text(std::string const& code, std::string const& attributes = {}) {
  return "<TextObject Boundary='20 20 100 5' Font='1' Size='4'" + attributes + ">" + code + "</TextObject>";
}

pugi::xml_node parsed(pugi::xml_document& document, char const* xml) {
  document.load_string(xml, pugi::parse_default | pugi::parse_embed_pcdata | pugi::parse_ws_pcdata_single);
  return document.document_element();
}

std::string characters(ofd::PlacedText const& placed) {
  std::string out;
  for (auto const& code : placed.codes)
    append_utf8(out, code.character);
  return out;
}

std::vector<ofd::PlacedText> placed(char const* xml) {
  pugi::xml_document document;
  return ofd::placed_texts(parsed(document, xml), SymbolFont::none, 4, 1);
}

} // namespace

TEST_CASE("steps between characters of OFD: runs, a list that ends too early") {
  using Steps = std::vector<double>;
  CHECK(ofd::steps("", 3).empty());
  CHECK(ofd::steps("4 2", 2) == Steps{4, 2});
  CHECK(ofd::steps("g 3 4 2", 4) == Steps{4, 4, 4, 2});
  CHECK(ofd::steps("1 g 1000000000 2", 3) == Steps{1, 2, 2});
  CHECK(ofd::steps("4", 3) == Steps{4, 4, 4});
  CHECK(ofd::steps("4 x", 2) == Steps{4, 4});
  CHECK(ofd::steps("g", 2).empty());
}

TEST_CASE("colours of OFD") {
  CHECK(ofd::colour("255 0 16") == 0xFF0010);
  CHECK(ofd::colour("#ff #0 #10") == 0xFF0010);
  CHECK(ofd::colour("128") == 0x808080);
  CHECK(ofd::colour("0 0 0 255") == 0);
  CHECK(ofd::colour("300 -1 nan") == 0xFF0000);
}

TEST_CASE("paths of OFD: attached letters, curves, what is no path") {
  auto const path = ofd::path("M0 0L10 0 L 10 5 C M 1 1 B 2 2 3 3 4 4", {2, 0, 0, 2, 0, 0});
  REQUIRE(path.subpaths.size() == 2);
  CHECK(path.subpaths[0].closed);
  CHECK(path.subpaths[0].points[1].x == 20);
  CHECK(path.subpaths[1].curved);
  CHECK(ofd::path("M 0 0 L 1", {}).subpaths[0].points.size() == 1);
  CHECK(ofd::path("m 0 0 l 1 1", {}).subpaths.empty());
}

TEST_CASE("texts of OFD: places by steps, from one code to the next") {
  auto const texts = placed("<T><TextCode X='1' Y='3' DeltaX='4'>项目名</TextCode><TextCode X='9'>甲</TextCode></T>");
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].codes[2].x == 9);
  CHECK(texts[0].codes[2].y == 3);
  CHECK(texts[1].codes[0].y == 3);
  CHECK(placed("<T><TextCode X='0' Y='0' DeltaY='4 4'>竖排字</TextCode></T>")[0].way.y == 1);
  CHECK(placed("<T><TextCode X='0' Y='0'>ab字</TextCode></T>")[0].codes[2].x == 4);
}

TEST_CASE("texts of OFD that name glyphs alone") {
  auto const of = [](std::string const& code, std::string const& glyphs) {
    return characters(placed(("<T><CGTransform CodePosition='0' CodeCount='3' GlyphCount='3'><Glyphs>" + glyphs +
                              "</Glyphs></CGTransform><TextCode X='0' Y='0' DeltaX='4'>" + code + "</TextCode></T>")
                                 .c_str())[0]);
  };
  CHECK(of("项目名", "1 2 3") == "项目名");
  CHECK(of("¤¤¤", "1 2 3") == "\uFFFD\uFFFD\uFFFD");
  CHECK(of("———", "7 7 7") == "———");
  CHECK(of("", "1 2") == "\uFFFD\uFFFD");
  CHECK(of("\uE001项\uE002", "1 2 3") == "\uFFFD项\uFFFD");
}

TEST_CASE("pages of OFD become paragraphs, with their pages") {
  auto const result = read(package({text("<TextCode X='0' Y='4' DeltaX='4'>第一页的文字</TextCode>"),
                                    text("<TextCode X='0' Y='4' DeltaX='4'>第二页的文字</TextCode>")}));
  REQUIRE(result.reading.blocks.size() == 2);
  CHECK(result.reading.blocks[1].page == 2);
  CHECK(result.reading.cells[1].text == "第二页的文字");
  CHECK(result.findings.empty());
}

TEST_CASE("an OFD document has no more pages than the limit") {
  Limits limits;
  limits.pages = 2;
  std::vector<std::string> const pages(4, text("<TextCode X='0' Y='4' DeltaX='4'>这一页的文字</TextCode>"));
  auto const result = read(package(pages), limits);
  CHECK(result.count(Code::too_many_pages) == 1);
  CHECK(result.reading.blocks.back().page == 2);
}

TEST_CASE("what an OFD page draws is bounded, however units nest") {
  std::string units = "<CompositeGraphicUnits>";
  for (int id = 1; id <= 9; ++id) {
    units += "<CompositeGraphicUnit ID='" + std::to_string(id) + "'><Content>";
    for (int i = 0; i < 12; ++i)
      units += id == 9 ? text("<TextCode X='0' Y='4'>字</TextCode>")
                       : "<CompositeObject ResourceID='" + std::to_string(id + 1) + "'/>";
    units += "</Content></CompositeGraphicUnit>";
  }
  auto const result = read(package({"<CompositeObject ResourceID='1'/>"}, units + "</CompositeGraphicUnits>"));
  CHECK(result.count(Code::page_damaged) == 1);
  CHECK(result.count(Code::page_too_full) == 1);
}

TEST_CASE("page blocks of OFD may nest deeper than is followed") {
  std::string blocks;
  for (int i = 0; i < 200; ++i)
    blocks += "<PageBlock>";
  CHECK(read(package({blocks})).count(Code::xml_too_deep) == 0);
  CHECK(read(package({text("<TextCode X='0' Y='4' DeltaX='4'>页面的文字</TextCode>") + blocks})).reading.cells.size() ==
        1);
}

TEST_CASE("draw parameters of OFD that refer to each other in a circle") {
  auto const parameters = "<DrawParams><DrawParam ID='5' Relative='6'/><DrawParam ID='6' Relative='5'/></DrawParams>";
  auto const result =
      read(package({text("<TextCode X='0' Y='4' DeltaX='4'>页面的文字</TextCode>", " DrawParam='5'")}, parameters));
  CHECK(result.reading.cells.size() == 1);
}

TEST_CASE("OFD packages that name nothing") {
  CHECK(read(test::stored_package({{"OFD.xml", "<OFD/>"}})).count(Code::damaged_part) == 1);
  CHECK(read(package({})).count(Code::damaged_part) == 1);
  CHECK(read(test::stored_package({{"OFD.xml", "<OFD><DocBody><DocRoot>../../x</DocRoot></DocBody></OFD>"}}))
            .count(Code::damaged_part) == 1);
  CHECK(identify_ofd(test::stored_package({{"a", ""}})).answer == Answer::no);
  CHECK(identify_ofd(package({})).answer == Answer::yes);
}
