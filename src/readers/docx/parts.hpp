#pragma once

#include "readers/package.hpp"
#include "readers/xml.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::docx {

/// The parts of a Word document that are read, wherever they stand: a ZIP package, a flat package (pkg:package), or a
/// WordML 2003 document, which is all in one.
class Parts {
public:
  Parts(std::string_view bytes, Limits const& limits, DiagnosticSink& sink);

  /// The root of the main part; a null node when it cannot be read, which was reported.
  pugi::xml_node main();

  /// What the main part is called in findings.
  std::string_view main_name() const { return package_ ? main_name_ : std::string_view("XML"); }

  /// The root of the part that the main part names with a relationship of this type ("numbering"); null when none.
  pugi::xml_node related(std::string_view type);

  /// The roots of all parts that the main part names with this type, up to a few.
  std::vector<pugi::xml_node> all_related(std::string_view type);

  /// The root of the part that the package names with this type ("core-properties"); null when none.
  pugi::xml_node of_package(std::string_view type);

  /// As related(), for a part of a ZIP package that is read in pieces; nothing for other documents.
  std::optional<Package::Stream> related_stream(std::string_view type);

  /// The root of the part that the main part names by the identifier of a relationship; null when none.
  pugi::xml_node part(std::string_view id);

  /// As part(), for a part that need not be XML: its name and its bytes.
  struct Content {
    std::string name;
    std::optional<std::string> bytes; ///< nothing when they cannot be read, which was reported
  };
  Content content(std::string_view id);

  /// The styles; null when there are none.
  pugi::xml_node styles();

  /// Parses a part, or a piece of one. What it gives lives as long as this.
  pugi::xml_node parse(std::string bytes, std::string_view name);

private:
  struct Part {
    std::string bytes;
    pugi::xml_document document;
  };

  pugi::xml_node root_of(std::string_view name, bool required);
  pugi::xml_node packed_root(std::string_view name, bool required);
  pugi::xml_node flat_root(std::string_view name, bool required);
  static std::string target(std::string_view of, pugi::xml_node relationships, std::string_view type);
  bool has_relationships();
  std::string related_name(std::string_view type);
  std::string name_by_id(std::string_view id);

  Limits const& limits_;
  DiagnosticSink& sink_;
  std::deque<Part> parts_; ///< whose nodes are in use
  std::optional<Package> package_;
  pugi::xml_node flat_;
  std::string main_name_;
  std::optional<pugi::xml_node> relationships_; ///< of the main part, once asked for
};

} // namespace jixiao::docx
