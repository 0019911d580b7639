#pragma once

#include "readers/package.hpp"

#include <pugixml.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace jixiao::ofd {

/// An XML part of the package. Its nodes live as long as it does.
struct Part {
  std::string name, bytes;
  pugi::xml_document document;

  pugi::xml_node root() const { return document.document_element(); }
};

/// The parts of a package by their locations.
class Parts {
public:
  Parts(Package& package, Limits const& limits, DiagnosticSink& sink)
      : package_(package), limits_(limits), sink_(sink) {}

  bool has(std::string_view part) const { return package_.has(part); }

  /// The part that a location in another one names: below the folder of that, or of one of those around it, as some
  /// writers have it, or from the root where it begins with a slash.
  std::string find(std::string_view location, std::string_view from) const;

  /// Nothing when it cannot be read, which is reported.
  std::unique_ptr<Part> open(std::string_view part);

private:
  Package& package_;
  Limits const& limits_;
  DiagnosticSink& sink_;
};

} // namespace jixiao::ofd
