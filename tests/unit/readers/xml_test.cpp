#include "readers/xml.hpp"

#include <doctest/doctest.h>

using namespace jixiao;
using namespace std::literals;

namespace {

struct Parsed {
  std::string bytes;
  pugi::xml_document document;
  bool ok = false;
  std::vector<Diagnostic> findings;

  pugi::xml_node root() const { return document.document_element(); }
  bool reports(Code code) const { return findings.size() == 1 && findings[0].code == code; }
};

std::unique_ptr<Parsed> parse(std::string bytes, std::uint32_t depth = 256) {
  auto parsed = std::make_unique<Parsed>();
  parsed->bytes = std::move(bytes);
  Limits limits;
  limits.xml_depth = depth;
  DiagnosticSink sink;
  parsed->ok = parse_xml(parsed->bytes, "part.xml", limits, sink, parsed->document);
  parsed->findings = sink.take();
  return parsed;
}

std::uint32_t depth_of(pugi::xml_node root) {
  std::uint32_t depth = 0, deepest = 0;
  for (auto node = root.first_child(); node; node = next_in_order(node, root, depth))
    deepest = std::max(deepest, depth + 1);
  return deepest;
}

std::string repeat(std::string_view text, std::size_t count) {
  std::string all;
  for (; count > 0; --count)
    all += text;
  return all;
}

} // namespace

TEST_CASE("names and attributes without prefixes") {
  auto const parsed = parse("<w:a xmlns:w='x'><w:b w:val='1' other='2'/><c/></w:a>");
  REQUIRE(parsed->ok);
  CHECK(local_name(parsed->root()) == "a");
  CHECK(attribute(child(parsed->root(), "b"), "val") == "1");
  CHECK(attribute(child(parsed->root(), "b"), "other") == "2");
  CHECK(attribute(child(parsed->root(), "b"), "none").empty());
  CHECK(child(parsed->root(), "c"));
  CHECK_FALSE(child(parsed->root(), "d"));
}

TEST_CASE("text, and white space that is all of it") {
  auto const parsed = parse("<a>\n  <b>x &lt; &#20013;</b>\n  <b> </b><b><![CDATA[<y>]]></b></a>");
  REQUIRE(parsed->ok);
  auto node = parsed->root().first_child();
  CHECK(node.child_value() == "x < 中"sv);
  CHECK(node.next_sibling().child_value() == " "sv);
  CHECK(node.next_sibling().next_sibling().child_value() == "<y>"sv);
}

TEST_CASE("what is not well-formed is read up to there") {
  auto const parsed = parse("<a><b>1</b><b>2</c></a>");
  CHECK(parsed->ok);
  CHECK(parsed->reports(Code::damaged_part));
  CHECK(child(parsed->root(), "b").child_value() == "1"sv);
  CHECK_FALSE(parse("")->ok);
  CHECK_FALSE(parse("no markup")->ok);
}

TEST_CASE("entities of a part's own are refused") {
  auto const bomb = parse("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>");
  CHECK_FALSE(bomb->ok);
  CHECK(bomb->reports(Code::xml_declares_entities));
  CHECK(parse("<!DOCTYPE a SYSTEM 'a.dtd'><a/>")->ok);
}

TEST_CASE("references to what is no character") {
  auto const parsed = parse("<a>1&#0;2&#xD800;3&#x110000;4&#99999999999;5&#10;</a>");
  REQUIRE(parsed->ok);
  CHECK(parsed->root().child_value() == "1\uFFFD2\uFFFD3\uFFFD4\uFFFD5\n"sv);
}

TEST_CASE("other encodings are read") {
  auto const gbk = parse("<?xml version='1.0' encoding='gb2312'?><a>\xCF\xEE\xC4\xBF\xBC\xA8\xD0\xA7</a>");
  CHECK(gbk->ok);
  CHECK(gbk->root().child_value() == "项目绩效"sv);
  CHECK(gbk->reports(Code::damaged_part));

  auto const utf16 = parse("\xFF\xFE<\0a\0>\0\x79\x98<\0/\0a\0>\0"s);
  CHECK(utf16->ok);
  CHECK(utf16->root().child_value() == "项"sv);
  CHECK(utf16->findings.empty());
}

TEST_CASE("elements below the limit are cut off") {
  CHECK(depth_of(parse("<a><b><c/></b></a>", 3)->document) == 3);
  CHECK(parse("<a><b><c/></b></a>", 3)->findings.empty());
  auto const cut = parse("<a><b><c><d/><d><e/></d></c><f/></b></a>", 3);
  CHECK(cut->reports(Code::xml_too_deep));
  CHECK(depth_of(cut->document) == 3);
  CHECK(child(cut->root().first_child(), "f"));
}

TEST_CASE("nesting without end does no harm") {
  auto const open = parse(repeat("<a>", 200'000));
  CHECK(depth_of(open->document) <= 257);
  auto const closed = parse(repeat("<a>", 200'000) + repeat("</a>", 200'000));
  CHECK(closed->reports(Code::xml_too_deep));
}

TEST_CASE("texts in pieces are one") {
  auto const text = parse("<?xml version=\"1.0\"?><a>x<!-- <b>no</b> -->y<![CDATA[<&>]]>z<?p i?>w</a>");
  CHECK(text->root().child_value() == "xy<&>zw"s);
  CHECK(text->findings.empty());
  CHECK(parse("<a>Ja! <b>x!<!--?--></b></a>")->root().child("b").child_value() == "x!"s);
  CHECK(parse("<a>x<!-- not closed</a>")->findings.size() == 1);
}
