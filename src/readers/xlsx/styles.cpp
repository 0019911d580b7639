#include "readers/xlsx/styles.hpp"

#include "readers/xml.hpp"

#include <charconv>
#include <map>

namespace jixiao {
namespace {

unsigned to_id(std::string_view text) {
  unsigned id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

std::map<unsigned, std::string_view> custom_codes(pugi::xml_node root) {
  std::map<unsigned, std::string_view> codes;
  for (auto const node : child(root, "numFmts").children())
    if (local_name(node) == "numFmt")
      codes.emplace(to_id(attribute(node, "numFmtId")), attribute(node, "formatCode"));
  return codes;
}

Palette palette_of(pugi::xml_node root) {
  constexpr std::size_t most = 256;
  Palette palette;
  for (auto const node : children(child(child(root, "colors"), "indexedColors")))
    if (auto const rgb = attribute(node, "rgb"); palette.size() < most)
      palette.push_back(rgb.size() < 6 ? unknown_colour : hexadecimal_colour(rgb.substr(rgb.size() - 6)));
  return palette;
}

std::vector<SheetFont> fonts_of(pugi::xml_node root, Palette const& palette) {
  std::vector<SheetFont> fonts;
  for (auto const node : child(root, "fonts").children())
    if (local_name(node) == "font")
      fonts.push_back(read_sheet_font(node, palette));
  return fonts;
}

/// By index: the colour that a fill gives a cell.
std::vector<Colour> fills_of(pugi::xml_node root, Palette const& palette) {
  std::vector<Colour> fills;
  for (auto const node : child(root, "fills").children()) {
    if (local_name(node) != "fill")
      continue;
    auto const pattern = child(node, "patternFill");
    auto const kind = attribute(pattern, "patternType");
    bool const is_bare = !child(node, "gradientFill") && (kind.empty() || kind == "none");
    fills.push_back(is_bare           ? white_colour
                    : kind == "solid" ? sheet_colour(child(pattern, "fgColor"), palette)
                                      : unknown_colour);
  }
  return fills;
}

/// What complements a format is a control; Excel has none but check boxes.
bool has_check_box(pugi::xml_node format) {
  for (auto const extension : children(child(format, "extLst")))
    if (exists(child(extension, "xfComplement")))
      return true;
  return false;
}

} // namespace

/// A fill of a conditional format has its colour in what is the background of a pattern elsewhere.
ConditionalLook conditional_look_of(pugi::xml_node format, Palette const& palette) {
  ConditionalLook look;
  auto const font = child(format, "font"), pattern = child(child(format, "fill"), "patternFill");
  look.strikes = read_sheet_font(font, palette).struck;
  if (auto const colour = child(font, "color"); exists(colour))
    look.colour = sheet_colour(colour, palette);
  if (auto const colour = child(pattern, "bgColor"); exists(colour))
    look.background = sheet_colour(colour, palette);
  if (auto const code = attribute(child(format, "numFmt"), "formatCode"); !code.empty()) {
    auto const shown = parse_number_format(code);
    look.hides = hides_texts(shown) && hides_number("1", shown);
  }
  return look;
}

CellStyles CellStyles::read(Package& package, std::string_view part, Limits const& limits, DiagnosticSink& sink) {
  CellStyles styles;
  auto bytes = part.empty() ? std::nullopt : package.read(part);
  pugi::xml_document document;
  if (!bytes || !parse_xml(*bytes, part, limits, sink, document))
    return styles;
  auto const root = document.document_element();
  auto const codes = custom_codes(root);
  auto const& palette = styles.palette_ = palette_of(root);
  auto const fills = fills_of(root, palette);
  styles.fonts_ = fonts_of(root, palette);
  for (auto const node : children(child(root, "dxfs")))
    if (local_name(node) == "dxf")
      styles.conditional_.push_back(conditional_look_of(node, palette));
  std::map<unsigned, std::uint32_t> known{{0, 0}};
  for (auto const node : child(root, "cellXfs").children()) {
    if (local_name(node) != "xf")
      continue;
    auto const id = to_id(attribute(node, "numFmtId"));
    auto const custom = codes.find(id);
    auto const [at, is_new] = known.try_emplace(id, static_cast<std::uint32_t>(styles.formats_.size()));
    if (is_new)
      styles.formats_.push_back(
          parse_number_format(custom == codes.end() ? builtin_number_format(id) : custom->second));
    auto const fill = to_id(attribute(node, "fillId"));
    styles.styles_.push_back({at->second, to_id(attribute(node, "fontId")),
                              fill < fills.size() ? fills[fill] : white_colour, has_check_box(node)});
  }
  return styles;
}

NumberFormat const& CellStyles::format(std::size_t index) const { return formats_[style(index).format]; }

SheetFont const& CellStyles::font(std::size_t index) const {
  static SheetFont const plain;
  auto const font = style(index).font;
  return font < fonts_.size() ? fonts_[font] : plain;
}

bool CellStyles::shows_check_box(std::size_t index) const { return style(index).shows_check_box; }

Colour CellStyles::background(std::size_t index) const { return style(index).background; }

} // namespace jixiao
