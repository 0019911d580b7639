#include "text/escape.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace jixiao {
namespace {

constexpr std::string_view style =
    "text{font-family:sans-serif;text-anchor:start}"
    ".rule{stroke:#999}"
    ".value{fill:#176f2c}.label{fill:#1f4fbf}.furniture{fill:#808080}.unclaimed{fill:#c00000}"
    ".blank{fill:none}rect{fill-opacity:.12}";

/// Which of the classes of the style sheet a claim is of.
std::string_view class_of(std::string_view claim) {
  return claim.empty() ? "unclaimed" : claim == "label" || claim == "furniture" ? claim : "value";
}

class Svg {
public:
  explicit Svg(InspectedPage const& page) {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
    number("width", page.width);
    number("height", page.height);
    out_ += " viewBox=\"0 0 ";
    append(page.width);
    out_ += ' ';
    append(page.height);
    out_ += "\">\n<title>page " + std::to_string(page.number) + "</title>\n<style>";
    out_.append(style).append("</style>\n<rect class=\"blank\" style=\"fill:#fff;fill-opacity:1\" width=\"100%\" "
                              "height=\"100%\"/>\n");
  }

  void cell(PageMark const& cell) {
    out_ += "<rect class=\"";
    out_ += cell.text.empty() && cell.claim.empty() ? "blank" : class_of(cell.claim);
    out_ += '"';
    number("x", cell.box.x0);
    number("y", cell.box.y0);
    number("width", cell.box.x1 - cell.box.x0);
    number("height", cell.box.y1 - cell.box.y0);
    end_with_title("rect", cell.claim);
  }

  void line(PageLine const& line) {
    out_ += "<line class=\"rule\"";
    number("x1", line.from_to.x0);
    number("y1", line.from_to.y0);
    number("x2", line.from_to.x1);
    number("y2", line.from_to.y1);
    number("stroke-width", std::max(line.width, 0.25F));
    out_ += "/>\n";
  }

  /// Fitted into its box; a word that runs down the page is as high as its box is wide.
  void word(PageMark const& word) {
    constexpr float below_line = 0.12F;
    auto const width = word.box.x1 - word.box.x0, height = word.box.y1 - word.box.y0;
    bool const upright = height <= 2 * width || word.text.size() <= utf8_length(word.text.front());
    auto const size = upright ? height : width;
    out_.append("<text class=\"").append(class_of(word.claim)).append("\"");
    number("x", word.box.x0);
    number("y", upright ? word.box.y1 - below_line * size : word.box.y0 + size);
    number("font-size", size);
    if (upright && width > 0)
      number("textLength", width);
    out_ += upright ? " lengthAdjust=\"spacingAndGlyphs\">" : " writing-mode=\"tb\">";
    title(word.claim);
    out_ += escape_markup(word.text);
    out_ += "</text>\n";
  }

  std::string take() {
    out_ += "</svg>\n";
    return std::move(out_);
  }

private:
  void append(float value) {
    std::array<char, 64> digits{};
    auto const rounded = std::isfinite(value) ? std::round(double{value} * 100) / 100 : 0;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr;
    out_.append(digits.data(), end);
  }

  void number(std::string_view name, float value) {
    out_.append(" ").append(name).append("=\"");
    append(value);
    out_ += '"';
  }

  void title(std::string_view claim) {
    out_ += "<title>";
    out_ += escape_markup(claim.empty() ? "unclaimed" : claim);
    out_ += "</title>";
  }

  void end_with_title(std::string_view element, std::string_view claim) {
    out_ += '>';
    title(claim);
    out_.append("</").append(element).append(">\n");
  }

  std::string out_;
};

} // namespace

std::string render_svg(InspectedPage const& page) {
  Svg svg(page);
  for (auto const& cell : page.cells)
    svg.cell(cell);
  for (auto const& line : page.lines)
    svg.line(line);
  for (auto const& word : page.words)
    if (!word.text.empty())
      svg.word(word);
  return svg.take();
}

} // namespace jixiao
