#include "readers/docx/graphics.hpp"

#include "readers/docx/elements.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao::docx {
namespace {

struct Kind {
  std::string_view name, what;
};

/// By the begin of an object's ProgID.
constexpr std::array programs = {
    Kind{"Equation", "an equation object"}, Kind{"MathType", "an equation object"},
    Kind{"KSEE", "an equation object"},     Kind{"Excel", "an embedded workbook"},
    Kind{"ET.", "an embedded workbook"},    Kind{"Word", "an embedded document"},
    Kind{"WPS.", "an embedded document"},   Kind{"Forms.", "a form control"},
};

/// Elements that show what has no text here, by their local name. The most telling come first.
constexpr std::array unread_elements = {
    Kind{"OLEObject", "an embedded object"},
    Kind{"control", "a form control"},
    Kind{"chart", "a chart"},
    Kind{"relIds", "a diagram"},
    Kind{"contentPart", "ink"},
    Kind{"pic", "a picture"},
    Kind{"imagedata", "a picture"},
    Kind{"blip", "a picture"},
    Kind{"imageData", "a picture"},
    Kind{"graphicData", "an embedded object"},
};

/// What has a place of its own in DrawingML, as 3D models and films do; shapes without words adorn.
bool is_shape(pugi::xml_node data) {
  constexpr std::array shapes = {"wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"};
  auto const uri = jixiao::attribute(data, "uri");
  return uri.empty() || std::ranges::any_of(shapes, [&](std::string_view kind) { return uri.ends_with(kind); });
}

bool is_watermark(pugi::xml_node shape) {
  return jixiao::attribute(shape, "id").find("WaterMark") != std::string_view::npos;
}

class GraphicScan {
public:
  Graphic run(pugi::xml_node root) {
    auto const name = local_name(root);
    graphic_.in_line = name == "object" || name == "contentPart";
    rate(root, name);
    for (Walk walk(root); walk.more();)
      look_at(walk.node()) ? walk.skip() : walk.descend();
    if (rank_ < unread_elements.size())
      name_what_is_unread();
    graphic_.hidden = is_hidden_;
    return std::move(graphic_);
  }

private:
  /// True when nothing further is in the element that matters.
  bool look_at(pugi::xml_node node) {
    auto const element = element_of(node);
    if (element == Element::txbx_content)
      return graphic_.boxes.push_back(node), true;
    if (element == Element::alternative)
      return !is_first_alternative(node);
    if (element == Element::skipped)
      return true;
    auto const name = local_name(node);
    if (name == "inline")
      graphic_.in_line = true;
    else if (name == "docPr")
      return describe(node, "descr", "title"), false;
    else if (name == "shapetype")
      return true;
    else if (name == "shape")
      return look_at_shape(node);
    else if (name == "textpath")
      add_words(jixiao::attribute(node, "string"));
    else if (name == "txBody")
      return add_body(node), true;
    else if (name == "graphicData" && is_shape(node))
      return false;
    else if (name == "decorative")
      is_decoration_ |= jixiao::attribute(node, "val") == "1";
    else
      rate(node, name);
    return false;
  }

  bool look_at_shape(pugi::xml_node shape) {
    if (is_watermark(shape))
      return true;
    is_hidden_ |= jixiao::attribute(shape, "style").find("visibility:hidden") != std::string_view::npos;
    describe(shape, "alt", "title");
    graphic_.in_line |= jixiao::attribute(shape, "style").find("position:absolute") == std::string_view::npos;
    return false;
  }

  void describe(pugi::xml_node node, std::string_view first, std::string_view second) {
    is_hidden_ |= jixiao::attribute(node, "hidden") == "1" || jixiao::attribute(node, "hidden") == "true";
    auto const description = jixiao::attribute(node, first);
    if (description_.empty())
      description_ = description.empty() ? jixiao::attribute(node, second) : description;
  }

  void add_words(std::string_view words) {
    if (words.empty())
      return;
    graphic_.words.append(graphic_.words.empty() ? "" : "\n").append(words);
  }

  /// The paragraphs of DrawingML.
  void add_body(pugi::xml_node body) {
    for (auto const paragraph : children(body)) {
      std::string line;
      for (Walk walk(paragraph); walk.more(); walk.descend())
        if (element_of(walk.node()) == Element::t)
          line += walk.node().child_value();
      add_words(line);
    }
  }

  void rate(pugi::xml_node node, std::string_view name) {
    auto const found = std::ranges::find(unread_elements, name, &Kind::name);
    if (found == unread_elements.end())
      return;
    rank_ = std::min(rank_, static_cast<std::size_t>(found - unread_elements.begin()));
    if (name == "OLEObject")
      program_ = jixiao::attribute(node, "ProgID");
  }

  void name_what_is_unread() {
    if (is_decoration_ || is_hidden_ || !graphic_.words.empty())
      return;
    auto const program =
        std::ranges::find_if(programs, [&](Kind const& kind) { return program_.starts_with(kind.name); });
    bool const is_picture = unread_elements[rank_].what == "a picture";
    if (is_picture && !graphic_.boxes.empty()) // what fills a text box
      return;
    graphic_.unread = program != programs.end() ? program->what : unread_elements[rank_].what;
    if (is_picture && !description_.empty())
      graphic_.unread.append(" (\"").append(description_).append("\")");
  }

  Graphic graphic_;
  std::string_view description_, program_;
  std::size_t rank_ = unread_elements.size();
  bool is_decoration_ = false, is_hidden_ = false;
};

} // namespace

Graphic read_graphic(pugi::xml_node node) { return GraphicScan().run(node); }

} // namespace jixiao::docx
