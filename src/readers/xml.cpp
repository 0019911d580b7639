#include "readers/xml.hpp"

#include "text/source_text.hpp"
#include "text/utf8.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::string_view broken_off = "is no well-formed XML from byte ";

void report(DiagnosticSink& sink, std::string_view part, std::string_view problem) {
  sink.emit(Code::damaged_part, {{"part", part}, {"problem", problem}});
}

/// Makes UTF-8 of a part that is none: UTF-16, which XML allows, and what writers do that declare another.
bool make_utf8(std::string& bytes, std::string_view part, DiagnosticSink& sink) {
  auto const check = check_utf8(bytes);
  if (check.valid == bytes.size() && !check.has_nul)
    return true;
  DiagnosticSink unheard; // its places are none of the input
  auto source = decode(bytes, unheard);
  if (!source.ok())
    return report(sink, part, "is text of no known encoding"), false;
  if (check.valid < bytes.size() && !source.encoding.starts_with("UTF-16"))
    report(sink, part, "is damaged UTF-8, or text of another encoding; read as " + source.encoding);
  bytes = std::string(source.text);
  return true;
}

/// True when the part declares entities, which only a document type declaration before the root element can.
bool declares_entities(std::string_view bytes) {
  auto const type = bytes.substr(0, 4096).find("<!DOCTYPE");
  return type != std::string_view::npos && bytes.find("<!ENTITY", type) != std::string_view::npos;
}

/// The value of the character reference at `at`, where "&#" stands; 0 is none that a text may hold.
struct Reference {
  std::uint32_t value = 0;
  std::size_t end = 0;
};
Reference reference_at(std::string_view bytes, std::size_t at) {
  bool const hex = bytes.substr(at).starts_with("&#x");
  Reference found{0, at + (hex ? 3 : 2)};
  for (; found.end < bytes.size(); ++found.end) {
    auto const c = static_cast<unsigned char>(bytes[found.end]);
    auto const letter = static_cast<unsigned>((c | 0x20) - 'a');
    auto const digit = c >= '0' && c <= '9' ? c - unsigned{'0'} : letter + 10;
    if (digit >= (hex ? 16U : 10U))
      break;
    found.value = std::min(found.value * (hex ? 16 : 10) + digit, 0x110000U);
  }
  return found;
}

/// Compares in place: a name is looked at for each node and attribute.
bool is_local_name(char const* name, std::string_view local) {
  auto const* at = name;
  for (; *at != 0; ++at)
    if (*at == ':')
      name = at + 1;
  return std::string_view(name, static_cast<std::size_t>(at - name)) == local;
}

bool is_character(std::uint32_t value) { return value != 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF); }

/// References to what is no character would become broken UTF-8, or end the text.
void mend_references(std::string& bytes) {
  std::string mended;
  std::size_t copied = 0;
  for (auto at = bytes.find("&#"); at != std::string::npos; at = bytes.find("&#", at + 2)) {
    auto const reference = reference_at(bytes, at);
    if (is_character(reference.value))
      continue;
    mended.append(bytes, copied, at - copied);
    append_utf8(mended, replacement_character);
    copied = reference.end + (bytes.substr(reference.end, 1) == ";" ? 1 : 0);
  }
  if (copied != 0)
    bytes = mended.append(bytes, copied);
}

/// True when a `<!` or a `<?` stands anywhere but at the beginning. Both signs are rare: most parts have none.
bool has_pieces(std::string_view bytes) {
  for (char const sign : {'!', '?'})
    for (auto at = bytes.find(sign, 2); at != std::string_view::npos; at = bytes.find(sign, at + 1))
      if (bytes[at - 1] == '<')
        return true;
  return false;
}

/// Comments, processing instructions and CDATA sections part a text into pieces, of which a reader would take the
/// first. Without the former, and with what the latter hold as plain text, it is one.
void join_pieces(std::string& bytes) {
  if (!has_pieces(bytes))
    return;
  struct Mark {
    std::string_view open, close;
    bool is_text;
  };
  constexpr std::array marks = {Mark{"<!--", "-->", false}, Mark{"<![CDATA[", "]]>", true}, Mark{"<?", "?>", false}};
  std::string joined;
  std::size_t copied = 0;
  std::string_view const all = bytes;
  for (auto begin = all.find('<'); begin != std::string_view::npos; begin = all.find('<', begin)) {
    auto const mark = std::ranges::find_if(marks, [&](Mark const& m) { return all.substr(begin).starts_with(m.open); });
    auto const end = mark == marks.end() ? std::string_view::npos : all.find(mark->close, begin + mark->open.size());
    bool const is_declaration = begin == 0; // it parts nothing, and places behind it stay as they are
    if (end == std::string_view::npos || is_declaration) {
      ++begin;
      continue;
    }
    joined.append(all.substr(copied, begin - copied));
    for (char const c : mark->is_text ? all.substr(begin + mark->open.size(), end - begin - mark->open.size()) : "")
      c == '<' ? joined.append("&lt;") : c == '&' ? joined.append("&amp;") : joined.append(1, c);
    begin = copied = end + mark->close.size();
  }
  if (copied != 0)
    bytes = joined.append(all.substr(copied));
}

/// Leaf by leaf, since pugixml removes a tree by recursion.
void remove_children(pugi::xml_node top) {
  for (auto node = top.first_child(); node && node != top;) {
    if (auto const below = node.first_child()) {
      node = below;
      continue;
    }
    auto const next = node.next_sibling();
    auto parent = node.parent();
    parent.remove_child(node);
    node = next ? next : parent;
  }
}

void cut_off_deep(pugi::xml_document& document, std::string_view part, std::uint32_t limit, DiagnosticSink& sink) {
  bool cut = false;
  std::uint32_t depth = 0;
  for (auto node = document.first_child(); exists(node); node = next_in_order(node, document, depth))
    if (depth + 1 >= limit && node.first_child()) {
      remove_children(node);
      cut = true;
    }
  if (cut)
    sink.emit(Code::xml_too_deep, {{"part", part}, {"limit", limit}});
}

} // namespace

bool parse_xml(std::string& bytes, std::string_view part, Limits const& limits, DiagnosticSink& sink,
               pugi::xml_document& document, XmlSpace space) {
  if (!make_utf8(bytes, part, sink))
    return false;
  if (declares_entities(bytes)) {
    sink.emit(Code::xml_declares_entities, {{"part", part}});
    return false;
  }
  join_pieces(bytes);
  mend_references(bytes);
  bytes.push_back('\n'); // pugixml ends the text with the last byte, which must be none of a character
  constexpr auto common = pugi::parse_eol | pugi::parse_escapes | pugi::parse_cdata;
  auto const flags = common | (space == XmlSpace::all ? pugi::parse_ws_pcdata
                                                      : pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata);
  auto const result = document.load_buffer_inplace(bytes.data(), bytes.size(), flags, pugi::encoding_utf8);
  if (!result)
    report(sink, part, std::string(broken_off).append(std::to_string(result.offset)).append(" on; read up to there"));
  cut_off_deep(document, part, limits.xml_depth, sink);
  return static_cast<bool>(document.document_element());
}

bool broke_off(DiagnosticSink const& sink, std::string_view part, std::size_t first) {
  auto const found = sink.kept();
  return std::ranges::any_of(found.subspan(std::min(first, found.size())), [&](Diagnostic const& finding) {
    auto const& arguments = finding.arguments;
    return finding.code == Code::damaged_part && arguments.size() == 2 && arguments[0].value == part &&
           arguments[1].value.starts_with(broken_off);
  });
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

std::string_view local_name(pugi::xml_node node) { return local_name(std::string_view(node.name())); }

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (auto const found : attributes(node))
    if (is_local_name(found.name(), local))
      return found.value();
  return {};
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
  for (auto const found : children(node))
    if (is_local_name(found.name(), local))
      return found;
  return {};
}

pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node root, std::uint32_t& depth) {
  if (auto const below = node.first_child(); exists(below)) {
    ++depth;
    return below;
  }
  while (std::bit_cast<void const*>(node) != std::bit_cast<void const*>(root)) {
    if (auto const next = node.next_sibling(); exists(next))
      return next;
    node = node.parent();
    --depth;
  }
  return {};
}

} // namespace jixiao
