#include "readers/pdf/annotations.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace jixiao::pdf {
namespace {

constexpr int hidden = 2, not_viewed = 32; // flags of an annotation

std::string name_in(Object object) { return object.isName() ? object.getName() : std::string(); }

/// How an annotation looks now.
Object appearance_of(Object const& annotation) {
  auto normal = value(value(annotation, "/AP"), "/N");
  auto state = value(annotation, "/AS");
  if (normal.isDictionary() && state.isName())
    return normal.getKey(state.getName());
  return normal;
}

/// An entry of a field, or of those that it is a part of.
Object inherited(Object field, char const* key) {
  constexpr int deepest = 16;
  for (int depth = 0; depth < deepest; ++depth) {
    if (auto found = value(field, key); !found.isNull())
      return found;
    field = value(field, "/Parent");
  }
  return Object::newNull();
}

/// What a list prints for a value that stands for it.
std::string shown_choice(Object options, std::string const& chosen) {
  for (int i = 0; options.isArray() && i < options.getArrayNItems(); ++i)
    if (auto option = options.getArrayItem(i); option.isArray() && option.getArrayNItems() == 2 &&
                                               option.getArrayItem(0).isString() && option.getArrayItem(1).isString() &&
                                               option.getArrayItem(0).getUTF8Value() == chosen)
      return option.getArrayItem(1).getUTF8Value();
  return chosen;
}

/// Of a password no more is seen than its length.
std::string says_nothing(std::string_view password) {
  constexpr std::size_t longest = 32;
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < password.size() && count < longest; ++count)
    at += std::max<std::size_t>(character_at(password, at).length, 1);
  while (count-- > 0)
    append_utf8(out, replacement_character);
  return out;
}

/// What a field or a note says.
std::string said_by(Object const& annotation) {
  auto const kind = name_in(value(annotation, "/Subtype"));
  if (kind == "/FreeText") {
    auto text = value(annotation, "/Contents");
    return text.isString() ? text.getUTF8Value() : std::string();
  }
  if (kind != "/Widget")
    return {};
  auto const type = name_in(inherited(annotation, "/FT"));
  auto said = inherited(annotation, "/V");
  if (type != "/Tx" && type != "/Ch")
    return {};
  auto const options = type == "/Ch" ? inherited(annotation, "/Opt") : Object::newNull();
  constexpr int password = 1 << 13;
  bool const is_secret = type == "/Tx" && (static_cast<int>(number(inherited(annotation, "/Ff"), 0)) & password) != 0;
  if (is_secret && said.isString())
    return says_nothing(said.getUTF8Value());
  if (said.isString())
    return shown_choice(options, said.getUTF8Value());
  std::string all;
  for (int i = 0; said.isArray() && i < said.getArrayNItems(); ++i)
    if (auto item = said.getArrayItem(i); item.isString())
      all.append(all.empty() ? "" : " ").append(shown_choice(options, item.getUTF8Value()));
  return all;
}

/// The font size that its default appearance names: "/Helv 9 Tf"; 0: whatever fits.
double size_of(Object const& annotation) {
  auto appearance = inherited(annotation, "/DA");
  if (!appearance.isString())
    return 0;
  auto const text = appearance.getStringValue();
  auto const end = text.find(" Tf");
  if (end == std::string::npos || end == 0)
    return 0;
  auto const begin = text.rfind(' ', end - 1);
  auto const size = std::strtod(text.c_str() + (begin == std::string::npos ? 0 : begin + 1), nullptr);
  return std::isfinite(size) ? std::clamp(size, 0.0, 100.0) : 0;
}

double em_of(char32_t c) { return c < 0x2E80 ? 0.5 : 1; }

/// Parts a text at its line ends, and where it would be wider than `room` ems.
std::vector<std::u32string> broken_lines(std::u32string_view text, double room) {
  std::vector<std::u32string> lines(1);
  double width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const ends = text[i] == U'\n' || text[i] == U'\r';
    if (text[i] == U'\n' && i > 0 && text[i - 1] == U'\r')
      continue;
    if (ends || width + em_of(text[i]) > room)
      lines.emplace_back(), width = 0;
    if (!ends)
      lines.back().push_back(text[i]), width += em_of(text[i]);
  }
  return lines;
}

/// Sets a text into its place, in the middle of it or, where it may have several lines, from its top.
class TextSetter {
public:
  TextSetter(Object const& annotation, Rectangle const& place, Matrix const& matrix)
      : place_(place), matrix_(matrix), size_(size_of(annotation)) {
    constexpr int several_lines = 1 << 12;
    several_ = name_in(value(annotation, "/Subtype")) == "/FreeText" ||
               (static_cast<int>(number(inherited(annotation, "/Ff"), 0)) & several_lines) != 0;
  }

  void set(std::u32string_view text, PageLimits const& limits, PageModel& page) {
    constexpr double largest = 12, of_height = 0.7, padding = 2;
    auto const width = place_.x1 - place_.x0 - 2 * padding, height = place_.y1 - place_.y0;
    auto const size = size_ > 0 ? size_ : std::clamp(of_height * height, 1.0, largest);
    auto const lines = broken_lines(text, several_ ? std::max(width / size, 1.0) : 1e9);
    auto y = lines.size() > 1 ? place_.y1 - padding - size : (place_.y0 + place_.y1 - size) / 2;
    for (auto const& line : lines) {
      add_line(line, place_.x0 + padding, y, size, limits, page);
      y -= 1.2 * size;
    }
  }

private:
  void add_line(std::u32string const& line, double x, double y, double size, PageLimits const& limits,
                PageModel& page) const {
    constexpr std::uint32_t own = 0x80000000; // shown strings are numbered from the other end
    auto const show = own + static_cast<std::uint32_t>(page.glyphs.size());
    auto const direction = direction_of(matrix_.a, matrix_.b);
    auto const scale = static_cast<float>(size * scale_of(matrix_));
    for (auto const c : line) {
      if (page.glyphs.size() >= limits.glyphs) {
        ++page.left_out;
        return;
      }
      auto const end = x + em_of(c) * size;
      auto const box = box_of(matrix_, x, y, end, y + size);
      page.glyphs.push_back({c, box.x0, box.x1, box.y0, box.y1, scale, show, direction});
      x = end;
    }
  }

  Rectangle place_;
  Matrix matrix_;
  double size_;
  bool several_ = false;
};

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    out.push_back(c.value);
    at += std::max<std::size_t>(c.length, 1);
  }
  return out;
}

void draw_appearance(Object const& appearance, Rectangle const& place, Rectangle const& box, Object const& resources,
                     Interpreter& interpreter, bool lets_through = false) {
  Matrix own;
  auto matrix = value(appearance, "/Matrix");
  if (matrix.isArray() && matrix.getArrayNItems() == 6)
    own = {number(matrix.getArrayItem(0), 1), number(matrix.getArrayItem(1), 0), number(matrix.getArrayItem(2), 0),
           number(matrix.getArrayItem(3), 1), number(matrix.getArrayItem(4), 0), number(matrix.getArrayItem(5), 0)};
  auto const placed = box_of(own, box.x0, box.y0, box.x1, box.y1);
  if (placed.width() <= 0 || placed.height() <= 0)
    return;
  auto const sx = (place.x1 - place.x0) / double{placed.width()}, sy = (place.y1 - place.y0) / double{placed.height()};
  auto const outer = interpreter.state();
  interpreter.state().blends = lets_through;
  interpreter.state().ctm =
      Matrix{sx, 0, 0, sy, place.x0 - sx * double{placed.x0}, place.y0 - sy * double{placed.y0}} * outer.ctm;
  interpreter.draw_form(appearance, resources);
  interpreter.state() = outer;
}

/// A line through the middle of each area that a mark strikes.
void draw_strikes(Object const& annotation, PageLimits const& limits, PageModel& page, Matrix const& matrix) {
  constexpr int most_numbers = 8 * 1000;
  auto quads = value(annotation, "/QuadPoints");
  for (int i = 0; quads.isArray() && i + 8 <= quads.getArrayNItems() && i < most_numbers; i += 8) {
    auto const at = [&](int k) { return number(quads.getArrayItem(i + k), 0); };
    auto const area = box_of(matrix, std::min({at(0), at(2), at(4), at(6)}), std::min({at(1), at(3), at(5), at(7)}),
                             std::max({at(0), at(2), at(4), at(6)}), std::max({at(1), at(3), at(5), at(7)}));
    auto const middle = (area.y0 + area.y1) / 2;
    constexpr std::uint32_t red = 0xFF0000;
    add_stroke(page, limits, area.x0, middle, area.x1, middle, 1, red);
  }
}

/// Lines without a look of their own, through points that are given by pairs of numbers.
void draw_line(Object points, PageLimits const& limits, PageModel& page, Matrix const& matrix) {
  constexpr int most_numbers = 2000;
  Path path;
  for (int i = 0; points.isArray() && i + 2 <= std::min(points.getArrayNItems(), most_numbers); i += 2) {
    auto const at = matrix.apply(number(points.getArrayItem(i), 0), number(points.getArrayItem(i + 1), 0));
    i == 0 ? path.move_to(at) : path.line_to(at);
  }
  if (!path.subpaths.empty())
    stroke(path, 1, 0, limits, page);
}

/// With a colour that lets nothing through.
bool is_filled(Object const& annotation) {
  auto colour = value(annotation, "/IC");
  return colour.isArray() && colour.getArrayNItems() > 0 && number(value(annotation, "/CA"), 1) > 0.99;
}

bool is_box(char32_t c) { return c == U'□' || c == U'☐' || c == U'○' || c == U'◯'; }

/// What a check box shows, as a sign: its look may be drawn in lines, or be blank. A box that the page shows below one
/// that is checked is covered.
void draw_check_box(Object const& annotation, Rectangle const& place, Document& document, PageLimits const& limits,
                    PageModel& page, Interpreter& interpreter, Object const& resources) {
  auto const state = name_in(value(annotation, "/AS"));
  bool const checked = !state.empty() && state != "/Off";
  auto const area = box_of(interpreter.state().ctm, place.x0, place.y0, place.x1, place.y1);
  auto const within = [&](PageGlyph const& glyph) { return area.holds(glyph.middle_x(), glyph.middle_y()); };
  bool const looked_for = document.boxes_left >= page.glyphs.size();
  document.boxes_left -= looked_for ? page.glyphs.size() : 0;
  if (checked && looked_for)
    std::erase_if(page.glyphs, [&](PageGlyph const& glyph) { return is_box(glyph.character) && within(glyph); });
  auto appearance = appearance_of(annotation);
  if (auto const box = rectangle(value(appearance, "/BBox")); appearance.isStream() && box)
    draw_appearance(appearance, place, *box, resources, interpreter);
  if (looked_for && std::ranges::none_of(page.glyphs, within))
    TextSetter(annotation, place, interpreter.state().ctm).set(checked ? U"☑" : U"□", limits, page);
}

} // namespace

void draw_annotation(Object const& annotation, Object const& resources, Document& document, PageLimits const& limits,
                     PageModel& page, Interpreter& interpreter) {
  auto const flags = static_cast<int>(number(value(annotation, "/F"), 0));
  auto const place = rectangle(value(annotation, "/Rect"));
  auto const kind = name_in(value(annotation, "/Subtype"));
  if (!place || (flags & (hidden | not_viewed)) != 0 || kind == "/Popup")
    return;
  constexpr int push_button = 1 << 16;
  auto const type = kind == "/Widget" ? name_in(inherited(annotation, "/FT")) : std::string();
  if (type == "/Btn" && (static_cast<int>(number(inherited(annotation, "/Ff"), 0)) & push_button) == 0)
    return draw_check_box(annotation, *place, document, limits, page, interpreter, resources);
  auto appearance = appearance_of(annotation);
  auto const box = rectangle(value(appearance, "/BBox"));
  bool const has_appearance = appearance.isStream() && box;
  bool const anew = document.makes_appearances && (type == "/Tx" || type == "/Ch");
  bool const is_full = page.glyphs.size() >= limits.glyphs || document.bytes_left == 0;
  auto const text = (has_appearance && !anew) || is_full ? std::string() : said_by(annotation);
  document.bytes_left -= std::min(document.bytes_left, text.size());
  if (!text.empty())
    TextSetter(annotation, *place, interpreter.state().ctm).set(characters_of(text), limits, page);
  else if (has_appearance)
    draw_appearance(appearance, *place, *box, resources, interpreter, kind == "/Highlight");
  else if (kind == "/Line")
    draw_line(value(annotation, "/L"), limits, page, interpreter.state().ctm);
  else if (kind == "/PolyLine")
    draw_line(value(annotation, "/Vertices"), limits, page, interpreter.state().ctm);
  else if (kind == "/StrikeOut")
    draw_strikes(annotation, limits, page, interpreter.state().ctm);
  else if ((kind == "/Square" || kind == "/Redact") && is_filled(annotation) && page.covers.size() < limits.rules)
    page.covers.push_back(
        {box_of(interpreter.state().ctm, place->x0, place->y0, place->x1, place->y1), interpreter.shown()});
}

} // namespace jixiao::pdf
