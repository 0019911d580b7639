#include <jixiao/version.hpp>

#include <archive.h>
#include <boost/version.hpp>
#include <pugixml.hpp>
#include <rapidjson/rapidjson.h>
#include <sqlite3.h>
#include <unicode/uversion.h>
#include <xlsxwriter.h>
#include <zip.h>

namespace jixiao {

namespace {

std::string dotted(int major, int minor, int patch) {
  return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch);
}

std::string icu_version() {
  UVersionInfo numbers;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(numbers);
  u_versionToString(numbers, text);
  return text;
}

} // namespace

std::string_view version() { return JIXIAO_VERSION; }

std::vector<Component> built_on() {
  auto const archive = archive_version_number();
  std::vector<Component> components{
      {"Boost", dotted(BOOST_VERSION / 100'000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
      {"gumbo", JIXIAO_GUMBO_VERSION},
      {"ICU", icu_version()},
      {"libarchive", dotted(archive / 1'000'000, archive / 1000 % 1000, archive % 1000)},
      {"libxlsxwriter", lxw_version()},
      {"libzip", zip_libzip_version()},
      {"pugixml", std::to_string(PUGIXML_VERSION / 1000) + '.' + std::to_string(PUGIXML_VERSION / 10 % 100)},
      {"qpdf", JIXIAO_QPDF_VERSION},
      {"RapidJSON", RAPIDJSON_VERSION_STRING},
      {"SQLite", sqlite3_libversion()},
  };
  std::erase_if(components, [](Component const& component) { return component.version.empty(); });
  return components;
}

} // namespace jixiao
