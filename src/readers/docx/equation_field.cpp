#include "readers/docx/equation_field.hpp"

#include "readers/docx/script.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao::docx {
namespace {

constexpr int deepest_field = 8;

struct Overlay {
  std::string_view frame, sign, shown;
};

/// What Word makes of a character in a frame (带圈字符).
constexpr std::array overlays = {
    Overlay{"□", "√", "☑"}, Overlay{"□", "✓", "☑"}, Overlay{"□", "×", "☒"},
    Overlay{"□", "✕", "☒"}, Overlay{"□", "X", "☒"}, Overlay{"□", "x", "☒"},
};

bool is_ring(std::string_view text) { return text == "○" || text == "〇" || text == "◯"; }

/// Digits in a ring, up to 20.
std::string in_ring(std::string_view text) {
  std::size_t number = 0;
  bool const digits =
      !text.empty() && text.size() <= 2 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  for (char const c : text)
    number = number * 10 + static_cast<std::size_t>(c - '0');
  std::string out;
  if (digits && number >= 1 && number <= 20)
    append_utf8(out, U'①' + static_cast<char32_t>(number - 1));
  return out;
}

std::optional<std::string> overlay(std::vector<std::string> const& layers) {
  if (layers.size() != 2)
    return layers.size() == 1 ? std::optional(layers.front()) : std::nullopt;
  for (auto const& [first, second] : {std::pair(layers[0], layers[1]), std::pair(layers[1], layers[0])}) {
    if (is_ring(first))
      if (auto const shown = in_ring(second); !shown.empty())
        return shown;
    auto const found = std::ranges::find_if(overlays, [&first = first, &second = second](Overlay const& o) {
      return o.frame == first && o.sign == second;
    });
    if (found != overlays.end())
      return std::string(found->shown);
  }
  return std::nullopt;
}

/// A function of the field's code: its name, its options, its operands.
class EquationScan {
public:
  explicit EquationScan(std::string_view code) : code_(code) {}

  std::optional<std::string> run() {
    auto out = read_until(",;)", 0);
    return at_ == code_.size() && !failed_ ? std::optional(std::move(out)) : std::nullopt;
  }

private:
  /// Reads up to a character that ends an operand.
  std::string read_until(std::string_view ends, int depth) {
    std::string out;
    while (at_ < code_.size() && !failed_) {
      char const c = code_[at_];
      if (depth > 0 && ends.find(c) != std::string_view::npos)
        return out;
      ++at_;
      if (c != '\\')
        out.push_back(c);
      else if (at_ < code_.size() && std::string_view("\\(),;").find(code_[at_]) != std::string_view::npos)
        out.push_back(code_[at_++]);
      else
        out += read_function(depth + 1);
    }
    return out;
  }

  std::string read_name() {
    std::string name;
    while (at_ < code_.size() && code_[at_] != '(' && code_[at_] != '\\')
      name.push_back(code_[at_] >= 'A' && code_[at_] <= 'Z' ? static_cast<char>(code_[at_] + 32) : code_[at_]), ++at_;
    return std::string(trim(name));
  }

  std::string read_function(int depth) {
    auto const name = read_name();
    std::vector<std::string> options;
    while (at_ < code_.size() && code_[at_] == '\\')
      ++at_, options.push_back(read_name());
    if (at_ == code_.size() || depth > deepest_field)
      return fail();
    std::vector<std::string> operands;
    std::vector<bool> are_aids;
    do {
      ++at_; // a bracket or a comma
      are_aids.push_back(trim(code_.substr(at_)).starts_with("\\s\\up"));
      operands.emplace_back(trim(read_until(",;)", depth)));
    } while (at_ < code_.size() && code_[at_] != ')');
    if (at_ == code_.size())
      return fail();
    ++at_;
    if (name == "o" && operands.size() == 2 && are_aids[0] != are_aids[1]) // a reading aid over its base
      return operands[are_aids[0] ? 1 : 0];
    return show(name, options, operands);
  }

  std::string show(std::string_view name, std::vector<std::string> const& options,
                   std::vector<std::string> const& operands) {
    if (name == "o") {
      auto shown = overlay(operands);
      return shown ? *std::move(shown) : fail();
    }
    if (name == "f" && operands.size() == 2)
      return operands[0] + '/' + operands[1];
    if (name == "r")
      return operands.size() == 1 || operands[0].empty() ? "√" + operands.back() : fail();
    if (name == "x" && operands.size() == 1)
      return operands[0];
    if (name == "b" && operands.size() == 1 && options.empty())
      return '(' + operands[0] + ')';
    if (name == "s" && operands.size() == 1) {
      bool const raised = options.empty() || options.front().starts_with("up");
      std::string out;
      append_script(out, operands[0], raised ? Script::raised : Script::lowered);
      return out;
    }
    return name == "l" && operands.size() == 1 ? operands[0] : fail();
  }

  std::string fail() {
    failed_ = true;
    return {};
  }

  std::string_view code_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

} // namespace

std::optional<std::string> show_equation(std::string_view code) { return EquationScan(code).run(); }

} // namespace jixiao::docx
