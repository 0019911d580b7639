#include "readers/mhtml/mhtml.hpp"

#include "readers/mhtml/mime.hpp"
#include "readers/mime_encodings.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::string texts_of(std::string_view message) {
  DiagnosticSink sink;
  SourceText source;
  source.bytes = message;
  auto const reading = read_mhtml(source, {}, sink);
  std::string out;
  for (auto const& cell : reading.cells)
    out.append(cell.text).append("|");
  for (auto const& finding : sink.take())
    out.append(info(finding.code).id);
  return out;
}

} // namespace

TEST_CASE("encodings of content") {
  CHECK(decode_base64("5pel\r\n5pyf") == "日期");
  CHECK(decode_base64("YQ==") == "a");
  CHECK(decode_quoted_printable("=E6=97=A5=\r\n=E6=9C=9F =\n=3D=zz") == "日期 ==zz");
}

TEST_CASE("header fields are folded, and names have no case") {
  constexpr std::string_view message =
      "content-type: multipart/related;\r\n\tboundary=\"b\"\r\nMIME-Version: 1.0\r\n\r\nx";
  CHECK(mime_header(message).size() == message.size() - 1);
  CHECK(mime_field(mime_header(message), "Content-Type") == "multipart/related; boundary=\"b\"");
  CHECK(identify_mhtml(message).answer == Answer::yes);
  CHECK(identify_mhtml("项目名称\t甲\n").answer == Answer::no);
  CHECK(identify_mhtml("Content-Type: text/html\n\n<p>a").answer == Answer::no);
}

TEST_CASE("pages are read, frames and pictures are not") {
  constexpr std::string_view message =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nA web archive.\n"
      "--b\nContent-Type: text/html\n\n<html><frameset><frame src=1></frameset>\n"
      "--b\nContent-Type: TEXT/HTML; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\nPHA+5pel5pyfPC9wPg==\n"
      "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
      "--b\nContent-Type: multipart/alternative; boundary=\"c\"\n\n--c\nContent-Type: "
      "text/html\n\n<p>二\n--c--\n--b--\n";
  CHECK(texts_of(message) == "日期|二|");
}

TEST_CASE("an archive without a page, and one cut off") {
  CHECK(texts_of("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n") == "S114");
  CHECK(
      texts_of(
          "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>一") ==
      "一|");
}
