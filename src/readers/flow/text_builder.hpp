#pragma once

#include "readers/colour.hpp"
#include "readers/docx/script.hpp"
#include "readers/flow/flow.hpp"
#include "readers/symbols.hpp"
#include "readers/underlined_sign.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::flow {

/// How a run of characters is set.
struct Look {
  bool hidden = false, struck = false, inserted = false, deleted = false;
  bool capitals = false; ///< a to z are shown as A to Z
  bool tiny = false;     ///< letters of one point or less, which nobody sees
  bool clear = false;    ///< letters without ink
  bool underlined = false;
  Colour colour = black_colour, background = white_colour;
  docx::Script script = docx::Script::none;
  SymbolFont font = SymbolFont::none;
};

/// Tracked changes that were met: insertions are read, deletions are not.
struct Changes {
  std::uint64_t insertions = 0, deletions = 0;
};

/// Puts the text of a paragraph together as it is printed: the results of fields instead of their codes, symbols as the
/// characters they show; what is hidden or struck through becomes a finding.
class TextBuilder {
public:
  explicit TextBuilder(Changes& changes) : changes_(changes) {}

  void append(std::string_view text, Look const& look);

  /// What a field shows: its stored result, or what its code says where there is none.
  void begin_field() { fields_.push_back({}), ++in_code_; }
  void separate_field();
  void end_field(Look const& look = {});
  /// Something else than text was made of the field that is going on.
  void set_field_result();
  bool is_in_field_code() const { return in_code_ != 0; }
  /// In the code of a field of a form: FORMTEXT, FORMCHECKBOX, FORMDROPDOWN.
  bool is_in_form_code() const;

  /// What is found on the text at this place.
  void find(Code code, std::vector<Argument> arguments);

  /// An automatic number in front of the paragraph: the gap behind it matters before digits and letters only.
  void append_number(std::string_view number, bool has_gap);

  /// Takes off what was raised right before: a mark that a note has of its own.
  void drop_raised_mark();

  bool is_empty() const { return text_.text.empty() && !has_left_out_; }

  /// The paragraph that ends here. No field's code is longer than a paragraph: one without an end must not swallow what
  /// follows.
  Text take();

private:
  struct Field {
    bool in_code = true, has_result = false;
    std::string code{};
  };

  void count_changes(Look const& look);

  Changes& changes_;
  Text text_;
  LeftOut left_out_;
  UnderlinedSign underlined_sign_;
  std::vector<Field> fields_; ///< those that have begun and not ended
  std::size_t in_code_ = 0;
  std::size_t raised_at_ = std::string::npos; ///< where the raised text begins that the text ends with
  bool gap_ = false, inserted_ = false, deleted_ = false, has_left_out_ = false;
};

} // namespace jixiao::flow
