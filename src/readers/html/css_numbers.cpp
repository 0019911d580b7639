#include "readers/html/css_numbers.hpp"

#include "readers/html/css_text.hpp"

#include <charconv>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t longest_sum = 200, most_brackets = 20;

std::optional<double> leading_number(std::string_view value) {
  double number = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// Reads sums and products from left to right, brackets by a stack.
class Sum {
public:
  explicit Sum(std::string_view text) : text_(text) {}

  std::optional<double> run() {
    levels_.push_back({});
    for (skip_space(); !text_.empty(); skip_space()) {
      bool const good = expects_number_ ? take_number() : take_sign();
      if (!good)
        return std::nullopt;
    }
    return levels_.size() == 1 && !expects_number_ ? std::optional(levels_.back().total()) : std::nullopt;
  }

private:
  struct Level {
    double sum = 0, product = 0;
    char sign = '+'; ///< before the next number

    double total() const { return sum + product; }

    void take(double number) {
      if (sign == '*')
        product *= number;
      else if (sign == '/')
        product = number == 0 ? 0 : product / number;
      else
        sum += product, product = sign == '-' ? -number : number;
    }
  };

  void skip_space() { text_ = trim_css(text_); }

  bool take_number() {
    if (text_.starts_with("calc("))
      text_.remove_prefix(4);
    if (text_.front() == '(') {
      text_.remove_prefix(1);
      levels_.push_back({});
      return levels_.size() <= most_brackets;
    }
    auto const number = leading_number(text_);
    if (!number)
      return false;
    levels_.back().take(*number);
    auto const end = text_.find_first_of("+*/() \t\r\n\f", 1);
    text_.remove_prefix(end == text_.npos ? text_.size() : end);
    expects_number_ = false;
    return true;
  }

  bool take_sign() {
    char const sign = text_.front();
    text_.remove_prefix(1);
    if (sign == ')' && levels_.size() > 1) {
      auto const inner = levels_.back().total();
      levels_.pop_back();
      levels_.back().take(inner);
      return true;
    }
    levels_.back().sign = sign;
    expects_number_ = true;
    return sign == '+' || sign == '-' || sign == '*' || sign == '/';
  }

  std::string_view text_;
  std::vector<Level> levels_;
  bool expects_number_ = true;
};

} // namespace

std::optional<double> css_number(std::string_view value) {
  if (value.starts_with("calc(") && value.size() <= longest_sum)
    return Sum(value).run();
  return leading_number(value);
}

} // namespace jixiao
