#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/convert.hpp>

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace jixiao {

/// Parses a part of a package in place (`bytes` must outlive the document). What is not well-formed is reported and
/// read up to there; a part that declares entities is reported and not read; elements deeper than the limit are cut
/// off. True when there is a root element.
bool parse_xml(std::string& bytes, std::string_view part, Limits const& limits, DiagnosticSink& sink,
               pugi::xml_document& document);

/// The name without its prefix: "w:tbl" gives "tbl".
std::string_view local_name(pugi::xml_node node);

/// The attribute of this local name, whatever its prefix is.
std::string_view attribute(pugi::xml_node node, std::string_view local);

/// The first child element of this local name; a null node when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view local);

} // namespace jixiao
