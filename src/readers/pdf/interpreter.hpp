#pragma once

#include "readers/page/drawing.hpp"
#include "readers/pdf/colours.hpp"
#include "readers/pdf/content.hpp"
#include "readers/pdf/lexer.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::pdf {

using namespace drawing;

/// What q keeps and Q brings back.
struct GraphicsState {
  Matrix ctm;
  Box clip;
  std::uint32_t fill = 0, stroke = 0; ///< colours
  ColourSpace fill_space, stroke_space;
  double fill_alpha = 1, stroke_alpha = 1;
  double group_alpha = 1; ///< of the group that is drawn, as a whole
  bool blends = false;    ///< what is drawn lets through what is below it
  bool masked = false;    ///< by a mask that lets nothing through
  double line_width = 1;
  std::shared_ptr<Font const> font;
  double size = 0, character_space = 0, word_space = 0, stretch = 1, leading = 0, rise = 0;
  int mode = 0; ///< Tr

  bool fill_seen() const { return !masked && fill_alpha * group_alpha > faintest; }
  bool stroke_seen() const { return !masked && stroke_alpha * group_alpha > faintest; }
  static constexpr double faintest = 0.02;
};

/// An operand, or a mark of where an array begins or ends.
struct Operand {
  TokenKind kind = TokenKind::end;
  double number = 0;
  std::string text;
};

/// Runs content streams. Forms are run within, to a bounded depth; those that draw themselves are not.
class Interpreter {
public:
  Interpreter(Document& document, PageLimits const& limits, PageContent& content, GraphicsState const& start)
      : document_(document), limits_(limits), content_(content), state_(start), page_(start.clip) {}

  void run(std::string_view stream, Object const& resources);

  /// Draws a form with its own matrix and clip, as `Do` does.
  void draw_form(Object form, Object const& resources);

  GraphicsState& state() { return state_; }

  /// Of the strings shown so far, the last one's number. Those of another interpreter may go on from there.
  std::uint32_t shown() const { return shows_; }
  void go_on_from(std::uint32_t shown) { shows_ = shown; }

private:
  void execute(std::string_view word, Lexer& lexer, Object const& resources);
  void lose(std::string_view problem);
  bool has_text_operand() const;
  bool graphics(std::string_view word, Object const& resources);
  bool path(std::string_view word);
  void curve(Point first, Point second, Point end);
  bool colour(std::string_view word, Object const& resources);
  bool text(std::string_view word, Object const& resources);

  double operand(std::size_t index) const;
  std::string const& text_operand(std::size_t index) const;
  void apply_graphics_state(Object const& resources);
  void set_font(Object const& resources);
  std::shared_ptr<Font const> find_font(Object const& dictionary);
  ColourSpace find_space(Object const& resources);
  std::vector<double> components() const;
  void paint(bool fills, bool strokes, bool closes);
  void cover();
  void draw(Object const& resources);
  bool is_hidden(Object const& owner) const;
  bool is_shown(Object const& expression, int depth) const;
  bool lets_nothing_through(Object const& mask);
  void draw_picture(bool is_mask);
  void shade();
  void inline_image(Lexer& lexer);
  void move_text(double x, double y);
  void show(std::string const& string);
  void show_array();
  bool is_watermark(Object const& resources) const;
  void begin_marked(Object const& resources);
  void end_marked();
  void place(ShownCode const& code, Matrix const& matrix);
  bool is_cut_in_height(PageGlyph const& glyph) const;

  Document& document_;
  PageLimits const& limits_;
  PageContent& content_;
  GraphicsState state_;
  Box page_;
  std::vector<GraphicsState> saved_;
  std::size_t saved_beyond_ = 0;
  std::vector<Operand> operands_;
  std::size_t operand_count_ = 0;
  Path path_;
  bool clips_ = false;
  Matrix text_matrix_, line_matrix_;
  std::uint32_t shows_ = 0;
  std::vector<QPDFObjGen> open_forms_;
  std::size_t open_bytes_ = 0;

  /// A marked text that says in words what it shows.
  struct Marked {
    std::size_t first = 0;
    std::u32string text;
    bool hides = false;
    bool is_watermark = false;
  };
  std::vector<Marked> marked_;
  std::size_t hiding_ = 0;
};

} // namespace jixiao::pdf
