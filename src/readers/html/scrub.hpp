#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/convert.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// What a page is made to be before the parser sees it.
///
/// The parser takes quadratic time or more on some pages: deep ones (each tag looks through the open elements),
/// formatting elements that are never closed (each block opens them all again), tags with very many attributes. And
/// some elements switch it into modes in which tags count for little. None of this matters to what is printed. So the
/// page is scanned once, with the open elements kept as the parser would keep them, and changed in place, byte for
/// byte, which keeps every offset.
namespace jixiao {

/// A copy of the page, as long as it is, in which
/// - formatting elements, and those that change the parser's mode (<select>, <svg>, <form>, …), have an x for the first
///   letter of their name, which makes them unknown to the parser; <s>, <rt> and <rtc> have a z, <a> has a y;
/// - elements deeper than limits.xml_depth are a comment, which is reported, `line` being that of the page's begin;
/// - further <html> and <body> tags are comments, and attributes beyond what any page has are white space.
/// It ends early, which is reported, when there are more tags, comments and attributes than limits.cells. Linear.
std::string scrub_html(std::string_view page, std::uint32_t line, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
