#include "readers/xlsx/strings.hpp"

#include "readers/xml.hpp"
#include "text/utf8.hpp"

#include <charconv>
#include <optional>

namespace jixiao {
namespace {

constexpr std::size_t escape_length = 7; // _xHHHH_

/// The UTF-16 unit of the escape at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  auto const escape = text.substr(at, escape_length);
  if (escape.size() < escape_length || !escape.starts_with("_x") || escape.back() != '_')
    return std::nullopt;
  unsigned unit = 0;
  auto const* const end = escape.data() + escape_length - 1;
  if (std::from_chars(escape.data() + 2, end, unit, 16).ptr != end)
    return std::nullopt;
  return unit;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Appends the character of the escape at `at`, which may take two; returns where it ends.
std::size_t append_escape(std::string_view text, std::size_t at, char32_t unit, std::string& out) {
  at += escape_length;
  auto const low = is_high_surrogate(unit) ? escape_at(text, at) : std::nullopt;
  if (low && is_low_surrogate(*low)) {
    append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (*low - 0xDC00));
    return at + escape_length;
  }
  append_utf8(out, is_high_surrogate(unit) || is_low_surrogate(unit) ? replacement_character : unit);
  return at;
}

/// CR LF and CR become LF.
void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos)
    return;
  std::string unified;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\r')
      unified += text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      unified += '\n';
  text = std::move(unified);
}

} // namespace

std::string element_text(pugi::xml_node node) {
  std::string text = node.value();
  for (auto const part : node.children())
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
      text += part.value();
  return text;
}

std::string unescape_xstring(std::string text) {
  if (auto at = text.find("_x"); at != std::string::npos) {
    std::string plain(text, 0, at);
    while (at < text.size())
      if (auto const unit = escape_at(text, at))
        at = append_escape(text, at, *unit, plain);
      else
        plain += text[at++];
    text = std::move(plain);
  }
  unify_line_ends(text);
  return text;
}

std::vector<SheetRun> string_item_runs(pugi::xml_node item, Palette const& palette) {
  std::vector<SheetRun> runs;
  for (auto const node : item.children()) {
    auto const name = local_name(node);
    if (name == "t") {
      runs.push_back({unescape_xstring(element_text(node)), {}});
    } else if (name == "r") {
      auto& run = runs.emplace_back();
      for (auto const part : node.children())
        if (local_name(part) == "t")
          run.text += unescape_xstring(element_text(part));
        else if (local_name(part) == "rPr")
          run.font = read_sheet_font(part, palette);
    }
  }
  return runs;
}

SheetText sheet_text(std::vector<SheetRun> runs, ReadingBuilder& builder) {
  std::string joined;
  bool is_plain = true;
  for (auto const& run : runs) {
    joined += run.text;
    is_plain = is_plain && !run.font;
  }
  return {builder.own(std::move(joined)), is_plain ? std::vector<SheetRun>() : std::move(runs)};
}

std::vector<SheetText> read_shared_strings(Package& package, std::string_view part, Palette const& palette,
                                           Limits const& limits, DiagnosticSink& sink, ReadingBuilder& builder) {
  std::vector<SheetText> strings;
  auto bytes = part.empty() ? std::nullopt : package.read(part);
  pugi::xml_document document;
  if (!bytes || !parse_xml(*bytes, part, limits, sink, document))
    return strings;
  for (auto const node : document.document_element().children())
    if (local_name(node) == "si")
      strings.push_back(sheet_text(string_item_runs(node, palette), builder));
  return strings;
}

} // namespace jixiao
