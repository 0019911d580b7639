#pragma once

#include <doctest/doctest.h>
#include <pugixml.hpp>
#include <zip.h>

#include <memory>
#include <string>

/// What is inside a workbook, for tests of the one that we write.
namespace jixiao::test {

/// The text of a part; empty when there is none.
inline std::string part(std::string const& path, std::string const& name) {
  std::unique_ptr<zip_t, decltype(&zip_discard)> const archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr),
                                                               zip_discard);
  REQUIRE(archive);
  zip_stat_t stat;
  if (zip_stat(archive.get(), name.c_str(), 0, &stat) != 0)
    return {};
  std::string text(stat.size, '\0');
  auto* const file = zip_fopen(archive.get(), name.c_str(), 0);
  REQUIRE(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
  zip_fclose(file);
  return text;
}

/// A sheet by its name.
class SheetParts {
public:
  SheetParts(std::string const& path, std::string_view name) {
    pugi::xml_document workbook;
    REQUIRE(workbook.load_string(part(path, "xl/workbook.xml").c_str()));
    int number = 0;
    for (auto const sheet : workbook.child("workbook").child("sheets")) {
      ++number;
      if (sheet.attribute("name").value() == name)
        REQUIRE(xml_.load_string(part(path, "xl/worksheets/sheet" + std::to_string(number) + ".xml").c_str(),
                                 pugi::parse_default | pugi::parse_ws_pcdata));
    }
  }

  bool is_there() const { return !root().empty(); }
  pugi::xml_node root() const { return xml_.child("worksheet"); }
  std::size_t rows() const {
    auto const rows = root().child("sheetData").children();
    return static_cast<std::size_t>(std::distance(rows.begin(), rows.end()));
  }
  /// What the cell shows before anything is computed: a text, a number, the stored result of a formula.
  std::string text(std::string_view at) const {
    auto const found = cell(at);
    return found.child("v") ? found.child_value("v") : found.child("is").child_value("t");
  }
  std::string formula(std::string_view at) const { return cell(at).child_value("f"); }
  std::string type(std::string_view at) const { return cell(at).attribute("t").value(); }
  int style(std::string_view at) const { return cell(at).attribute("s").as_int(); }

private:
  pugi::xml_node cell(std::string_view at) const {
    return root().child("sheetData").find_node([at](pugi::xml_node node) {
      return node.attribute("r").value() == at && node.name() == std::string_view("c");
    });
  }

  pugi::xml_document xml_;
};

} // namespace jixiao::test
