#pragma once

#include "readers/colour.hpp"
#include "readers/docx/script.hpp"
#include "readers/docx/styles.hpp"
#include "readers/docx/table_regions.hpp"
#include "readers/symbols.hpp"

#include <pugixml.hpp>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::docx {

/// What Word prints around a text of two lines in one.
struct Brackets {
  std::string_view before, behind;
  bool operator==(Brackets const&) const = default;
};

/// What properties of runs say of the characters that are shown; what they do not say is not set.
struct RunProperties {
  std::optional<bool> vanish, strike, double_strike, capitals, underlined;
  std::optional<Colour> colour, background;
  std::optional<SymbolFont> ascii, other; ///< of ASCII, and of the characters beyond it
  std::optional<Script> script;
  std::optional<Brackets> brackets; ///< around two lines in one
  std::optional<bool> tiny;         ///< too small for letters to be seen
  std::optional<bool> narrow;       ///< letters of next to no width
  std::optional<bool> low_lines;    ///< of a style of paragraphs: has_low_lines()
  std::optional<bool> clear;        ///< without ink: what is behind the letters shows through them
  bool placeholder = false;         ///< the style of the prompts of content controls

  bool operator==(RunProperties const&) const = default;

  /// What hides and strikes text, as far as the other ones say something of it.
  void take_hiding(RunProperties const& stronger);
};

/// Of the regions of a table style, what can hide a text.
using TableRegionProperties = std::array<RunProperties, table_regions>;

/// How a run is shown.
struct RunLook {
  SymbolFont ascii = SymbolFont::none, other = SymbolFont::none;
  Script script = Script::none;
  bool hidden = false, tiny = false, clear = false, struck = false, capitals = false, placeholder = false;
  bool underlined = false;
  Brackets brackets;
  Colour colour = unknown_colour;
  std::optional<Colour> background; ///< its own, or that of its styles
};

/// Puts together what styles and the properties of a run say (ECMA-376 part 1, 17.7.2 and 17.7.3): a property that is
/// switched on by the styles of the table, the paragraph and the run is on when an odd number of them do so.
class Looks {
public:
  Looks(Parts& parts, Styles& styles) : parts_(parts), styles_(styles) {}

  /// Of the style with all that it is based on. An empty identifier is the default one of the type.
  RunProperties const& paragraph_style(std::string_view id) { return style(id, "paragraph"); }
  RunProperties const& table_style(std::string_view id) { return style(id, "table"); }
  /// What a table style strikes or hides in its regions.
  TableRegionProperties const& table_regions_of(std::string_view id);

  RunLook look(RunProperties const& table, RunProperties const& paragraph, pugi::xml_node run_properties);

  /// Of a run without properties. Paragraphs that follow each other mostly have the same.
  RunLook const& plain_look(RunProperties const& table, RunProperties const& paragraph);

private:
  struct PlainLook {
    RunProperties table, paragraph;
    RunLook look;
  };

  RunProperties const& style(std::string_view id, std::string_view type);
  RunProperties read_chain(pugi::xml_node style);
  std::vector<pugi::xml_node> chain_of(pugi::xml_node style);
  void read(pugi::xml_node run_properties, RunProperties& out);
  SymbolFont font(pugi::xml_node fonts, std::string_view theme_attribute, std::string_view attribute);
  SymbolFont theme_font(std::string_view name);
  RunProperties const& defaults();

  Parts& parts_;
  Styles& styles_;
  std::map<std::string, RunProperties, std::less<>> styles_read_;
  std::map<std::string, TableRegionProperties, std::less<>> regions_read_;
  std::optional<RunProperties> defaults_;
  std::optional<PlainLook> plain_;
  std::optional<pugi::xml_node> theme_;
};

/// The colour that w:shd puts behind text; nothing when it puts none there.
std::optional<Colour> colour_of_shading(pugi::xml_node shading);

/// Whether lines are to be of a height in which no letter has room; nothing where the properties say none.
std::optional<bool> has_low_lines(pugi::xml_node paragraph_properties);

} // namespace jixiao::docx
