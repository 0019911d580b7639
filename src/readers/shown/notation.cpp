#include "readers/shown/notation.hpp"

#include "text/markup.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace jixiao {
namespace {

struct Command {
  std::string_view name, shown;
};

// In order of their names.
constexpr std::array commands = {
    Command{"Box", "□"},         Command{"Delta", "Δ"},       Command{"Leftarrow", "⇐"},   Command{"Rightarrow", "⇒"},
    Command{"Sigma", "Σ"},       Command{"alpha", "α"},       Command{"approx", "≈"},      Command{"ast", "*"},
    Command{"because", "∵"},     Command{"beta", "β"},        Command{"bf", ""},           Command{"bigcirc", "○"},
    Command{"bigstar", "★"},     Command{"blacksquare", "■"}, Command{"bm", ""},           Command{"boldsymbol", ""},
    Command{"boxed", ""},        Command{"boxtimes", "☒"},    Command{"bullet", "•"},      Command{"cdot", "·"},
    Command{"cdots", "…"},       Command{"checkmark", "✓"},   Command{"circ", "°"},        Command{"colon", ":"},
    Command{"degree", "°"},      Command{"delta", "δ"},       Command{"displaystyle", ""}, Command{"div", "÷"},
    Command{"dots", "…"},        Command{"equiv", "≡"},       Command{"gamma", "γ"},       Command{"ge", "≥"},
    Command{"geq", "≥"},         Command{"geqq", "≥"},        Command{"geqslant", "≥"},    Command{"gg", "≫"},
    Command{"gt", ">"},          Command{"hbox", ""},         Command{"in", "∈"},          Command{"infty", "∞"},
    Command{"lambda", "λ"},      Command{"ldots", "…"},       Command{"le", "≤"},          Command{"left", ""},
    Command{"leftarrow", "←"},   Command{"leq", "≤"},         Command{"leqq", "≤"},        Command{"leqslant", "≤"},
    Command{"ll", "≪"},          Command{"lt", "<"},          Command{"mathbf", ""},       Command{"mathit", ""},
    Command{"mathop", ""},       Command{"mathord", ""},      Command{"mathrel", ""},      Command{"mathrm", ""},
    Command{"mathsf", ""},       Command{"mathtt", ""},       Command{"mbox", ""},         Command{"mp", "∓"},
    Command{"mu", "μ"},          Command{"ne", "≠"},          Command{"neq", "≠"},         Command{"odot", "⊙"},
    Command{"omega", "ω"},       Command{"operatorname", ""}, Command{"percent", "%"},     Command{"permil", "‰"},
    Command{"perthousand", "‰"}, Command{"pi", "π"},          Command{"pm", "±"},          Command{"prime", "′"},
    Command{"qquad", " "},       Command{"quad", " "},        Command{"right", ""},        Command{"rightarrow", "→"},
    Command{"rm", ""},           Command{"sigma", "σ"},       Command{"sim", "~"},         Command{"sqrt", "√"},
    Command{"square", "□"},      Command{"star", "★"},        Command{"sum", "∑"},         Command{"surd", "√"},
    Command{"text", ""},         Command{"textbf", ""},       Command{"textgreater", ">"}, Command{"textit", ""},
    Command{"textless", "<"},    Command{"textrm", ""},       Command{"textsf", ""},       Command{"textstyle", ""},
    Command{"texttt", ""},       Command{"textyen", "¥"},     Command{"therefore", "∴"},   Command{"theta", "θ"},
    Command{"times", "×"},       Command{"to", "→"},          Command{"triangle", "△"},    Command{"underline", ""},
    Command{"yen", "¥"},
};
static_assert(std::ranges::is_sorted(commands, {}, &Command::name));

constexpr std::size_t longest_formula = 400; // bytes

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view name_at(std::string_view text, std::size_t at) {
  auto const rest = text.substr(std::min(at, text.size()));
  return rest.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(rest, is_letter) - rest.begin()));
}

Command const* find_command(std::string_view name) {
  auto const found = std::ranges::lower_bound(commands, name, {}, &Command::name);
  return found != commands.end() && found->name == name ? &*found : nullptr;
}

/// True for commands that print more than a sign.
bool is_built(std::string_view name) { return name == "frac" || name == "textcircled" || name == "circled"; }

/// True when a known command stands in the text.
bool has_command(std::string_view text) {
  for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1))
    if (auto const name = name_at(text, at + 1); is_built(name) || find_command(name) != nullptr)
      return true;
  return false;
}

/// A unit that is raised: `m^2`, `km^{2}`.
bool is_raised_unit(std::string_view text) {
  constexpr std::size_t longest_unit = 3;
  auto const mark = text.find('^');
  auto const unit = text.substr(0, mark);
  auto const power = mark == std::string_view::npos ? mark : text.find_first_of("23", mark);
  return !unit.empty() && unit.size() <= longest_unit && std::ranges::all_of(unit, is_ascii_letter) &&
         power != std::string_view::npos && text.substr(mark + 1).find_first_not_of("{23}") == std::string_view::npos;
}

/// `^{①}`: nothing but a mark that is raised.
bool is_raised_mark(std::string_view text) {
  constexpr std::size_t longest = 12; // bytes
  return text.size() <= longest && text.starts_with("^{") && text.find('}') == text.size() - 1;
}

/// A formula without a command: numbers and signs only, or one that is escaped.
bool is_bare_formula(std::string_view text) {
  constexpr std::string_view signs = "0123456789.,%+-=<>^_{}()\\ ~/:";
  return text == "\\%" || is_raised_unit(text) || is_raised_mark(text) ||
         (std::ranges::any_of(text, is_digit) && text.find_first_not_of(signs) == std::string_view::npos);
}

/// Writes what a formula prints.
class FormulaWriter {
public:
  explicit FormulaWriter(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size())
      step();
    return std::move(out_);
  }

private:
  void step() {
    char const c = text_[at_];
    if (c == '\\')
      return command();
    ++at_;
    if (c == '^' && raised())
      return;
    if (c == '~')
      out_ += ' ';
    else if (c != '{' && c != '}' && c != '^')
      out_ += c;
  }

  /// The white space behind a command's name ends the name, and is not printed.
  void command() {
    auto const name = name_at(text_, at_ + 1);
    if (name == "frac")
      return fraction();
    if (name == "boxed")
      return boxed();
    if (name == "textcircled" || name == "circled")
      return circled(name);
    if (auto const* const found = find_command(name)) {
      out_ += found->shown;
      at_ = std::min(text_.find_first_not_of(' ', at_ + 1 + name.size()), text_.size());
      return;
    }
    if (!name.empty()) { // a word that is not known stays as printed
      out_.append(text_.substr(at_, name.size() + 1));
      at_ += name.size() + 1;
      return;
    }
    constexpr std::string_view spaces = ",;:! ", escaped = "%$#&_{}";
    char const next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\\';
    if (escaped.find(next) != std::string_view::npos)
      out_ += next;
    else if (spaces.find(next) == std::string_view::npos)
      out_.append(text_.substr(at_, 2));
    at_ += 2;
  }

  /// `\boxed{\checkmark}` is a ticked box; another frame shows what it holds.
  void boxed() {
    at_ += std::string_view("\\boxed").size();
    auto const rest = text_.substr(at_);
    auto const inner = rest.substr(0, rest.find('}'));
    bool const is_ticked = inner.find("checkmark") != inner.npos || inner.find("surd") != inner.npos;
    if (!is_ticked)
      return;
    out_ += "☑";
    at_ += std::min(inner.size() + 1, rest.size());
  }

  /// `\frac{a}{b}`
  void fraction() {
    at_ += std::string_view("\\frac").size();
    auto const over = group(), under = group();
    out_.append(over).append("/").append(under);
  }

  /// `\textcircled{3}` is ③, as far as numbers have characters of their own.
  void circled(std::string_view name) {
    constexpr char32_t first = U'①';
    constexpr int most = 20;
    at_ += 1 + name.size();
    auto const inner = group();
    int number = 0;
    auto const [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), number);
    bool const is_number = error == std::errc() && end == inner.data() + inner.size() && number > 0 && number <= most;
    is_number ? append_utf8(out_, first + static_cast<char32_t>(number - 1)) : void(out_ += inner);
  }

  std::string group() {
    if (at_ >= text_.size() || text_[at_] != '{')
      return {};
    auto const end = std::min(text_.find('}', at_), text_.size());
    std::string inner(text_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(end + 1, text_.size());
    return inner;
  }

  /// `^2`, `^{2}`: digits that are raised become characters of their own.
  bool raised() {
    constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    auto const rest = text_.substr(at_);
    auto const inner = rest.starts_with('{') ? rest.substr(1, rest.find('}') - 1) : rest.substr(0, 1);
    if (inner.empty() || !std::ranges::all_of(inner, is_digit))
      return false;
    for (char const digit : inner)
      out_ += digits[static_cast<std::size_t>(digit - '0')];
    at_ += inner.size() + (rest.starts_with('{') ? 2 : 0);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

/// Takes out the blanks between digits and their points: a formula prints none of its own.
std::string closed_up(std::string_view text) {
  auto const is_part = [](char c) { return is_ascii_digit(c) || c == '.' || c == ',' || c == '%'; };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const next = text[at] == ' ' ? text.find_first_not_of(' ', at) : at;
    if (next != at && next != text.npos && !out.empty() && is_part(out.back()) && is_part(text[next]))
      at = next;
    out.push_back(text[at]);
  }
  return out;
}

struct Formula {
  std::size_t begin = 0, end = 0;             ///< with its marks
  std::size_t inner_begin = 0, inner_end = 0; ///< without
};

struct Marks {
  std::string_view open, close;
};

constexpr std::array marks = {Marks{"$$", "$$"}, Marks{"$", "$"}, Marks{"\\(", "\\)"}, Marks{"\\[", "\\]"},
                              Marks{"<eq>", "</eq>"}};

/// The formula that begins at `at`. A dollar before a space opens none, and one before a digit closes none, so that
/// sums of dollars stay.
std::optional<Formula> formula_at(std::string_view text, std::size_t at) {
  for (auto const& mark : marks) {
    if (!text.substr(at).starts_with(mark.open))
      continue;
    auto const begin = at + mark.open.size();
    auto const length = text.substr(begin, longest_formula).find(mark.close);
    if (length == std::string_view::npos || length == 0)
      continue;
    auto const end = begin + length;
    auto const inner = text.substr(begin, length);
    auto const behind = end + mark.close.size();
    bool const is_sum = mark.open == "$" && behind < text.size() && is_ascii_digit(text[behind]) && !has_command(inner);
    if (!is_sum && (has_command(inner) || is_bare_formula(inner) || mark.open == "<eq>"))
      return Formula{at, behind, begin, end};
  }
  return std::nullopt;
}

/// Four hexadecimal digits; 0 when there are none.
std::uint32_t hexadecimal(std::string_view text) {
  std::uint32_t value = 0;
  auto const digits = text.substr(0, 4);
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return error == std::errc() && digits.size() == 4 && end == digits.data() + 4 ? value : 0;
}

/// The character of a `\u4e2d` at the front, beyond ASCII and in one unit; 0 when there is none.
std::uint32_t escaped_character(std::string_view text) {
  auto const value = text.starts_with("\\u") ? hexadecimal(text.substr(2)) : 0U;
  return value >= 0x80 && (value < 0xD800 || value > 0xDFFF) ? value : 0U;
}

} // namespace

std::string plain_formulas(std::string_view text) {
  std::string out;
  bool found = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const mark = std::min(text.find_first_of("$\\<", at), text.size());
    out.append(text.substr(at, mark - at));
    at = mark;
    if (at == text.size())
      break;
    if (auto const formula = formula_at(text, at)) {
      out +=
          closed_up(FormulaWriter(text.substr(formula->inner_begin, formula->inner_end - formula->inner_begin)).run());
      at = formula->end;
      found = true;
    } else {
      out += text[at++];
    }
  }
  if (!has_command(out))
    return found ? out : std::string(text);
  return FormulaWriter(out).run();
}

std::string plain_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const rest = text.substr(at);
    if (auto const character = escaped_character(rest); character != 0) {
      append_utf8(out, character);
      at += 6;
      continue;
    }
    auto const length = rest.starts_with("\\r\\n")                           ? 4U
                        : rest.starts_with("\\\\n")                          ? 3U
                        : rest.starts_with("\\n") || rest.starts_with("\\t") ? 2U
                                                                             : 0U;
    char const next = length < rest.size() ? rest[length] : '\0';
    if (length == 0 || is_ascii_letter(next) || is_ascii_digit(next) || (at > 0 && text[at - 1] == ':')) {
      out.push_back(text[at++]);
      continue;
    }
    out.push_back(rest[1] == 't' ? ' ' : '\n');
    at += length;
  }
  return out;
}

std::string plain_control_codes(std::string_view text) {
  constexpr std::uint32_t first_chinese = 0x2E80, first_surrogate = 0xD800, low_line = 0x5F;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const rest = text.substr(at);
    auto const code = rest.starts_with("_x") && rest.size() >= 7 && rest[6] == '_' ? hexadecimal(rest.substr(2)) : 0U;
    bool const is_character = code == low_line || (code >= first_chinese && code < first_surrogate);
    if (code == 0 || (code >= 0x20 && !is_character)) {
      out.push_back(text[at++]);
      continue;
    }
    if (is_character)
      append_utf8(out, code);
    else
      out += code == '\t' || code == '\v' ? " " : code == '\n' || code == '\r' ? "\n" : "";
    at += 7;
  }
  return out;
}

std::string plain_references(std::string_view text) {
  constexpr int most_rounds = 3;
  std::string out(text);
  bool again = true;
  for (int round = 0; again && round < most_rounds; ++round) {
    again = false;
    std::string decoded;
    for (std::size_t at = 0; at < out.size();) {
      auto const entity = out[at] == '&' ? match_entity(out, at) : EntityMatch{};
      if (entity.length == 0) {
        decoded += out[at++];
        continue;
      }
      append_utf8(decoded, entity.value);
      at += entity.length;
      again = true;
    }
    out = std::move(decoded);
  }
  return out;
}

} // namespace jixiao
