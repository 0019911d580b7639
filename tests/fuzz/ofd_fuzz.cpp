#include "package_fuzz.hpp"

#include "tests/stored_package.hpp"

#include <string>

namespace {

/// A package whose one page, template and resources have these texts.
std::string package(std::string_view page, std::string_view resources) {
  std::string const document =
      "<Document><CommonData><DocumentRes>R.xml</DocumentRes><TemplatePage ID='1' BaseLoc='T.xml'/>"
      "</CommonData><Pages><Page ID='2' BaseLoc='P.xml'/></Pages></Document>";
  return jixiao::test::stored_package(
      {{"OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"},
       {"D.xml", document},
       {"R.xml", std::string(resources)},
       {"T.xml", "<Page><Content><Layer/></Content></Page>"},
       {"P.xml", "<Page><Template TemplateID='1'/><Content>" + std::string(page) + "</Content></Page>"}});
}

} // namespace

// Any bytes are read as a package, and as a page with resources, which stand behind the first NUL.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  fuzz::read_package("ofd", bytes);
  auto const page = bytes.substr(0, bytes.find('\0'));
  fuzz::read_package("ofd", package(page, bytes.substr(std::min(page.size() + 1, bytes.size()))));
  return 0;
}
