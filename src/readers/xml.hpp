#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/convert.hpp>

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace jixiao {

/// Parses a part of a package in place (`bytes` must outlive the document). What is not well-formed is reported and
/// read up to there; a part that declares entities is reported and not read; elements deeper than the limit are cut
/// off. All text is valid UTF-8, whatever the part's encoding was. True when there is a root element.
///
/// The text of an element that has no other content is its child_value(), and no node of its own (parse_embed_pcdata);
/// white space counts where it is all that an element has.
bool parse_xml(std::string& bytes, std::string_view part, Limits const& limits, DiagnosticSink& sink,
               pugi::xml_document& document);

/// A name without its prefix: "w:tbl" gives "tbl".
std::string_view local_name(std::string_view name);
std::string_view local_name(pugi::xml_node node);

/// The value of the attribute of this local name, whatever its prefix is; empty when there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);

/// The first child element of this local name; a null node when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view local);

/// The element behind `node` in document order, below `root`; a null node at the end. `depth`, counted from `root`, is
/// kept up to date. For walks that hostile nesting must not overflow.
pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node root, std::uint32_t& depth);

} // namespace jixiao
