#include "readers/pdf/interpreter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace jixiao::pdf {
namespace {

constexpr std::size_t most_operands = 20'000;
constexpr std::size_t deepest_state = 256;
constexpr std::size_t deepest_form = 12;
constexpr std::size_t most_open_bytes = 64U << 20; // of streams that are being run at one time

/// A word of up to three letters as a number.
constexpr std::uint32_t op(std::string_view word) {
  if (word.size() > 3)
    return 0;
  std::uint32_t packed = 0;
  for (auto const c : word)
    packed = packed << 8 | static_cast<unsigned char>(c);
  return packed;
}

} // namespace

double Interpreter::operand(std::size_t index) const {
  return index < operand_count_ && operands_[index].kind == TokenKind::number ? operands_[index].number : 0;
}

std::string const& Interpreter::text_operand(std::size_t index) const {
  static std::string const none;
  return index < operand_count_ ? operands_[index].text : none;
}

/// Says what is lost, each kind once.
void Interpreter::lose(std::string_view problem) {
  if (std::ranges::find(content_.problems, problem) == content_.problems.end())
    content_.problems.emplace_back(problem);
}

bool Interpreter::has_text_operand() const {
  return std::any_of(operands_.begin(), operands_.begin() + static_cast<std::ptrdiff_t>(operand_count_),
                     [](Operand const& operand) { return operand.kind == TokenKind::string && !operand.text.empty(); });
}

void Interpreter::run(std::string_view stream, Object const& resources) {
  Lexer lexer(stream);
  operand_count_ = 0;
  for (auto token = lexer.next(); token.kind != TokenKind::end && document_.operators_left > 0; token = lexer.next()) {
    if (token.kind == TokenKind::word) {
      --document_.operators_left;
      if (!guarded([&] { execute(token.text, lexer, resources); }))
        lose("is damaged");
      operand_count_ = 0;
      continue;
    }
    if (operand_count_ >= most_operands) {
      if (token.kind == TokenKind::string)
        lose("shows more at a time than can be taken");
      continue;
    }
    if (operand_count_ == operands_.size())
      operands_.emplace_back();
    auto& kept = operands_[operand_count_++];
    kept.kind = token.kind;
    kept.number = token.number;
    kept.text.assign(token.text);
  }
  if (has_text_operand())
    lose("ends within a text");
  operand_count_ = 0;
}

void Interpreter::execute(std::string_view word, Lexer& lexer, Object const& resources) {
  if (path(word) || text(word, resources) || graphics(word, resources) || colour(word, resources))
    return;
  if (word == "Do")
    draw(resources);
  else if (word == "sh")
    shade();
  else if (word == "BI")
    inline_image(lexer);
  else if (word == "BMC" || word == "BDC")
    begin_marked(resources);
  else if (word == "EMC")
    end_marked();
  else if (word != "DP" && word != "MP" && has_text_operand())
    lose("has a text behind which stands no operator");
}

bool Interpreter::graphics(std::string_view word, Object const& resources) {
  switch (op(word)) {
  case op("q"):
    if (saved_.size() < deepest_state)
      saved_.push_back(state_);
    else
      ++saved_beyond_;
    return true;
  case op("Q"):
    if (saved_beyond_ > 0)
      --saved_beyond_;
    else if (!saved_.empty())
      state_ = std::move(saved_.back()), saved_.pop_back();
    return true;
  case op("cm"):
    state_.ctm = Matrix{operand(0), operand(1), operand(2), operand(3), operand(4), operand(5)} * state_.ctm;
    return true;
  case op("w"):
    state_.line_width = operand(0);
    return true;
  case op("gs"):
    apply_graphics_state(resources);
    return true;
  default:
    return false;
  }
}

/// A mask whose group draws nothing, or nothing but black where brightness counts.
bool Interpreter::lets_nothing_through(Object const& mask) {
  auto group = value(mask, "/G");
  auto kind = value(mask, "/S");
  auto backdrop = value(mask, "/BC");
  if (!group.isStream() || !kind.isName() || !backdrop.isNull() || !value(mask, "/TR").isNull())
    return false;
  auto const [known, is_new] = document_.masks.try_emplace(group.getObjGen(), false);
  if (!is_new || document_.masks.size() > 1000)
    return known->second;
  auto const data = read_stream(group);
  if (!data.problem.empty() || data.bytes.size() > document_.bytes_left)
    return false;
  document_.bytes_left -= data.bytes.size();
  constexpr std::array<std::string_view, 14> neutral = {"q", "Q",  "cm", "w", "m", "l",  "c",
                                                        "h", "re", "W",  "n", "i", "W*", "d"};
  constexpr std::array<std::string_view, 8> painting = {"f", "F", "f*", "B", "B*", "S", "s", "b"};
  double brightest = 0;
  bool paints = false;
  std::vector<double> numbers;
  Lexer lexer(data.bytes);
  for (auto token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::number && numbers.size() < 8)
      numbers.push_back(token.number);
    if (token.kind != TokenKind::word)
      continue;
    bool const is_grey = (token.text == "g" || token.text == "rg") && !numbers.empty();
    if (is_grey)
      brightest = std::max(brightest, *std::ranges::max_element(numbers));
    else if (std::ranges::find(painting, token.text) != painting.end())
      paints = true;
    else if (std::ranges::find(neutral, token.text) == neutral.end())
      return false;
    numbers.clear();
  }
  return known->second = kind.getName() == "/Alpha" ? !paints : brightest == 0;
}

/// An area that lets everything through is not seen.
void Interpreter::apply_graphics_state(Object const& resources) {
  auto const dictionary = value(value(resources, "/ExtGState"), ('/' + text_operand(0)).c_str());
  state_.line_width = number(value(dictionary, "/LW"), state_.line_width);
  if (auto alpha = value(dictionary, "/ca"); !alpha.isNull())
    state_.fill_alpha = number(alpha, 1);
  if (auto alpha = value(dictionary, "/CA"); !alpha.isNull())
    state_.stroke_alpha = number(alpha, 1);
  if (auto mode = value(dictionary, "/BM"); mode.isName())
    state_.blends = mode.getName() != "/Normal" && mode.getName() != "/Compatible";
  else if (mode.isArray())
    state_.blends = true;
  if (auto mask = value(dictionary, "/SMask"); !mask.isNull())
    state_.blends = state_.blends || mask.isDictionary(), state_.masked = lets_nothing_through(mask);
  auto font = value(dictionary, "/Font");
  if (font.isArray() && font.getArrayNItems() == 2) {
    state_.font = find_font(font.getArrayItem(0));
    state_.size = number(font.getArrayItem(1), 0);
  }
}

bool Interpreter::colour(std::string_view word, Object const& resources) {
  auto const set = [&](std::uint32_t& colour, ColourSpace& space, std::uint32_t to) {
    colour = to, space = {};
    return true;
  };
  switch (op(word)) {
  case op("g"):
    return set(state_.fill, state_.fill_space, grey(operand(0)));
  case op("G"):
    return set(state_.stroke, state_.stroke_space, grey(operand(0)));
  case op("rg"):
    return set(state_.fill, state_.fill_space, rgb(operand(0), operand(1), operand(2)));
  case op("RG"):
    return set(state_.stroke, state_.stroke_space, rgb(operand(0), operand(1), operand(2)));
  case op("k"):
    return set(state_.fill, state_.fill_space, cmyk(operand(0), operand(1), operand(2), operand(3)));
  case op("K"):
    return set(state_.stroke, state_.stroke_space, cmyk(operand(0), operand(1), operand(2), operand(3)));
  case op("cs"):
    state_.fill_space = find_space(resources);
    state_.fill = 0;
    return true;
  case op("CS"):
    state_.stroke_space = find_space(resources);
    state_.stroke = 0;
    return true;
  case op("sc"):
  case op("scn"):
    state_.fill = state_.fill_space.colour(components());
    return true;
  case op("SC"):
  case op("SCN"):
    state_.stroke = state_.stroke_space.colour(components());
    return true;
  default:
    return false;
  }
}

/// The colour space that the operand names; one that has an object of its own is read once.
ColourSpace Interpreter::find_space(Object const& resources) {
  auto const& name = text_operand(0);
  auto space = value(value(resources, "/ColorSpace"), ('/' + name).c_str());
  if (space.isNull())
    return read_colour_space(Object::newName('/' + name));
  if (!space.isIndirect())
    return read_colour_space(space);
  auto const [known, is_new] = document_.spaces.try_emplace(space.getObjGen());
  if (is_new)
    known->second = read_colour_space(space);
  return known->second;
}

/// The operands of a colour; none when it is a pattern.
std::vector<double> Interpreter::components() const {
  constexpr std::size_t most = 32;
  std::vector<double> out;
  if (operand_count_ == 0 || operands_[operand_count_ - 1].kind != TokenKind::number)
    return out;
  for (std::size_t i = 0; i < std::min(operand_count_, most); ++i)
    out.push_back(operand(i));
  return out;
}

/// A curve along an axis is a line, as some drivers draw all of them.
void Interpreter::curve(Point first, Point second, Point end) {
  constexpr double straight = 0.05;
  auto const is_level = [&](auto coordinate) {
    return std::abs(first.*coordinate - end.*coordinate) <= straight &&
           std::abs(second.*coordinate - end.*coordinate) <= straight && !path_.subpaths.empty() &&
           std::abs(path_.subpaths.back().points.back().*coordinate - end.*coordinate) <= straight;
  };
  is_level(&Point::x) || is_level(&Point::y) ? path_.line_to(end) : path_.curve_to(end);
}

bool Interpreter::path(std::string_view word) {
  auto const at = [&](std::size_t i) { return state_.ctm.apply(operand(i), operand(i + 1)); };
  switch (op(word)) {
  case op("m"):
    path_.move_to(at(0));
    return true;
  case op("l"):
    path_.line_to(at(0));
    return true;
  case op("c"):
    curve(at(0), at(2), at(4));
    return true;
  case op("v"):
    curve(at(0), at(0), at(2));
    return true;
  case op("y"):
    curve(at(0), at(2), at(2));
    return true;
  case op("h"):
    path_.close();
    return true;
  case op("re"):
    path_.rectangle(state_.ctm, operand(0), operand(1), operand(2), operand(3));
    return true;
  case op("S"):
    paint(false, true, false);
    return true;
  case op("s"):
    paint(false, true, true);
    return true;
  case op("f"):
  case op("F"):
  case op("f*"):
    paint(true, false, false);
    return true;
  case op("B"):
  case op("B*"):
    paint(true, true, false);
    return true;
  case op("b"):
  case op("b*"):
    paint(true, true, true);
    return true;
  case op("n"):
    paint(false, false, false);
    return true;
  case op("W"):
  case op("W*"):
    clips_ = true;
    return true;
  default:
    return false;
  }
}

void Interpreter::paint(bool fills, bool strokes, bool closes) {
  if (closes)
    path_.close();
  auto const first = content_.model.rules.size();
  if (fills && state_.fill_seen() && hiding_ == 0) {
    if (state_.fill_space.kind != ColourKind::pattern || !add_waves(path_, limits_, content_.model))
      fill(path_, state_.fill, limits_, state_.clip, content_.model);
    cover();
  }
  if (strokes && state_.stroke_seen() && hiding_ == 0)
    stroke(path_, state_.line_width * scale_of(state_.ctm), state_.stroke, limits_, content_.model);
  clip_rules(content_.model.rules, first, state_.clip);
  if (clips_ && !path_.subpaths.empty())
    state_.clip = common(state_.clip, bounds_of(path_));
  clips_ = false;
  path_.clear();
}

bool Interpreter::is_hidden(Object const& owner) const {
  auto layer = owner;
  if (layer.isIndirect() && document_.hidden.contains(layer.getObjGen()))
    return true;
  if (auto expression = value(layer, "/VE"); expression.isArray())
    return !is_shown(expression, 0);
  // A layer that goes by others is hidden when all of them are, if it does not say otherwise.
  auto layers = value(layer, "/OCGs");
  if (layers.isDictionary())
    layers = Object::newArray({layers});
  if (!layers.isArray() || layers.getArrayNItems() == 0)
    return false;
  int off = 0;
  for (auto const& one : layers.getArrayAsVector())
    off += one.isIndirect() && document_.hidden.contains(one.getObjGen()) ? 1 : 0;
  auto policy = value(layer, "/P");
  auto const name = policy.isName() ? policy.getName() : std::string();
  auto const all = layers.getArrayNItems();
  return name == "/AllOn" ? off > 0 : name == "/AnyOff" ? off == 0 : name == "/AllOff" ? off < all : off == all;
}

/// What an expression of layers says: [/Or layer [/Not layer]].
bool Interpreter::is_shown(Object const& expression, int depth) const {
  constexpr int deepest = 8, most = 100;
  auto parts = expression;
  if (!parts.isArray())
    return !(parts.isIndirect() && document_.hidden.contains(parts.getObjGen()));
  auto const count = parts.getArrayNItems();
  if (depth == deepest || count < 2 || count > most || !parts.getArrayItem(0).isName())
    return true;
  auto const name = parts.getArrayItem(0).getName();
  if (name == "/Not")
    return !is_shown(parts.getArrayItem(1), depth + 1);
  int shown = 0;
  for (int i = 1; i < count; ++i)
    shown += is_shown(parts.getArrayItem(i), depth + 1) ? 1 : 0;
  return name == "/And" ? shown == count - 1 : shown > 0;
}

void Interpreter::draw(Object const& resources) {
  auto object = value(value(resources, "/XObject"), ('/' + text_operand(0)).c_str());
  if (!object.isStream())
    return;
  bool const hides = hiding_ > 0 || is_hidden(value(object, "/OC"));
  auto kind = value(object, "/Subtype");
  auto mask = value(object, "/ImageMask");
  if (kind.isName() && kind.getName() == "/Image") {
    if (!hides)
      draw_picture(mask.isBool() && mask.getBoolValue());
    return;
  }
  auto const outer = hiding_;
  hiding_ += hides ? 1 : 0;
  draw_form(object, resources);
  hiding_ = outer;
}

/// A mask is drawn in the colour of areas.
void Interpreter::draw_picture(bool is_mask) {
  if (is_mask && !state_.fill_seen())
    return;
  auto const area = common(box_of(state_.ctm, 0, 0, 1, 1), common(state_.clip, page_));
  add_picture(content_.model, limits_, area, is_mask ? state_.fill : 0);
}

/// What is shaded is all that can be drawn on.
void Interpreter::shade() {
  if (hiding_ > 0 || !state_.fill_seen())
    return;
  add_shade(content_.model, limits_, state_.clip);
  add_fill(content_.model, limits_, state_.clip, 0);
}

void Interpreter::draw_form(Object form, Object const& resources) {
  auto const id = form.getObjGen();
  if (std::ranges::find(open_forms_, id) != open_forms_.end())
    return;
  if (open_forms_.size() >= deepest_form)
    return lose("is nested deeper than can be followed");
  // To draw a form anew costs as much as a thousand operators or two.
  constexpr std::size_t cost = 2000;
  document_.operators_left -= std::min(document_.operators_left, cost);
  if (document_.operators_left == 0)
    return;
  auto const data = read_stream(form);
  if (!data.problem.empty())
    lose(data.problem);
  if (open_bytes_ + data.bytes.size() > most_open_bytes || data.bytes.size() > document_.bytes_left)
    return lose("draws more than can be followed");
  document_.bytes_left -= data.bytes.size();
  auto const outer = state_;
  auto const outer_saved = std::exchange(saved_, {});
  auto const outer_matrices = std::pair(text_matrix_, line_matrix_);
  auto matrix = value(form, "/Matrix");
  if (matrix.isArray() && matrix.getArrayNItems() == 6) {
    double m[6];
    for (int i = 0; i < 6; ++i)
      m[i] = number(matrix.getArrayItem(i), i == 0 || i == 3 ? 1 : 0);
    state_.ctm = Matrix{m[0], m[1], m[2], m[3], m[4], m[5]} * state_.ctm;
  }
  if (auto const box = rectangle(value(form, "/BBox")))
    state_.clip = common(state_.clip, box_of(state_.ctm, box->x0, box->y0, box->x1, box->y1));
  if (value(form, "/Group").isDictionary()) {
    state_.group_alpha *= state_.fill_alpha;
    state_.fill_alpha = state_.stroke_alpha = 1;
  }
  auto own = value(form, "/Resources");
  open_forms_.push_back(id);
  open_bytes_ += data.bytes.size();
  run(data.bytes, own.isNull() ? resources : own);
  open_bytes_ -= data.bytes.size();
  open_forms_.pop_back();
  saved_ = outer_saved;
  state_ = outer;
  std::tie(text_matrix_, line_matrix_) = outer_matrices;
  path_.clear();
}

/// Its data end at EI between white space; what looks so inside of them ends them too early, which costs a few words
/// that are no operators.
void Interpreter::inline_image(Lexer& lexer) {
  auto const text = lexer.text();
  auto at = text.find("ID", lexer.position());
  auto const entries = text.substr(std::min(lexer.position(), text.size()), at - std::min(lexer.position(), at));
  if (hiding_ == 0)
    draw_picture(entries.find("/IM true") != std::string_view::npos ||
                 entries.find("/ImageMask true") != std::string_view::npos);
  if (at == std::string_view::npos) {
    lose("is a picture that does not end");
    return lexer.move_to(text.size());
  }
  for (at = text.find("EI", at + 2); at != std::string_view::npos; at = text.find("EI", at + 2)) {
    bool const ends = at + 2 >= text.size() || is_white(text[at + 2]);
    auto const next = text.substr(std::min(at + 3, text.size()), 16);
    bool const is_text =
        std::ranges::all_of(next, [](char c) { return is_white(c) ? c != '\0' : c >= 0x20 && c < 0x7F; });
    if (is_white(text[at - 1]) && ends && is_text)
      break;
  }
  if (at == std::string_view::npos)
    lose("is a picture that does not end");
  lexer.move_to(at == std::string_view::npos ? text.size() : at + 2);
}

} // namespace jixiao::pdf
