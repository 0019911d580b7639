#include "readers/page/asides.hpp"

#include "readers/page/cell_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace jixiao {
namespace {

class AsideFinder {
public:
  explicit AsideFinder(CellAt const& cell_at) : cell_at_(cell_at) {}

  void add(std::vector<PageGlyph> const& glyphs, Code code, std::string_view how) {
    std::map<PagePlace, std::vector<PageGlyph>> by_cell;
    for (auto const& glyph : glyphs)
      by_cell[cell_at_(glyph.middle_x(), glyph.middle_y(), glyph.size)].push_back(glyph);
    for (auto const& [place, of_cell] : by_cell)
      for (auto const& text : texts_of(place, of_cell)) {
        std::vector<Argument> arguments = {{"text", text}};
        if (!how.empty())
          arguments.push_back({"how", std::string(how)});
        found_[place].push_back({code, std::move(arguments)});
      }
  }

  void add(PageFinding const& finding) { found_[cell_at_(finding.at.x, finding.at.y, 0)].push_back(finding.told); }

  std::map<PagePlace, std::vector<TextFinding>> take() { return std::move(found_); }

private:
  /// Of a cell its lines as one text; outside of cells, strings as they were shown.
  static std::vector<std::string> texts_of(PagePlace const& place, std::vector<PageGlyph> const& glyphs) {
    if (!place) {
      auto const texts = texts_as_shown(glyphs, [](PageGlyph const&) { return true; });
      return {texts.begin(), texts.end()};
    }
    std::string text;
    for (auto const& line : lines_of(glyphs, Parting::nothing))
      text.append(text.empty() ? "" : " ").append(line.text);
    return text.empty() ? std::vector<std::string>() : std::vector{text};
  }

  CellAt const& cell_at_;
  std::map<PagePlace, std::vector<TextFinding>> found_;
};

} // namespace

bool has_text_layer(PageModel const& page) {
  auto const visible = std::ranges::count(page.glyphs, true, &PageGlyph::visible);
  return static_cast<std::size_t>(visible) * 2 < page.glyphs.size();
}

std::map<PagePlace, std::vector<TextFinding>> find_asides(PageModel const& page, CellAt const& cell_at) {
  AsideFinder finder(cell_at);
  std::vector<PageGlyph> unseen = page.layers_off;
  if (!has_text_layer(page))
    std::ranges::copy_if(page.glyphs, std::back_inserter(unseen),
                         [](PageGlyph const& glyph) { return !glyph.visible; });
  finder.add(unseen, Code::hidden_text, "hidden");
  finder.add(page.struck, Code::struck_text, {});
  finder.add(page.white, Code::hidden_text, "white on white");
  finder.add(page.mirrored, Code::hidden_text, "printed as in a mirror");
  for (auto const& finding : page.findings)
    finder.add(finding);
  return finder.take();
}

} // namespace jixiao
