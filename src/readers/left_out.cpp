#include "readers/left_out.hpp"

#include "text/clean.hpp"

#include <utility>

namespace jixiao {
namespace {

TextFinding finding_of(LeftOut::Kind kind, std::string text) {
  switch (kind) {
  case LeftOut::struck:
    return {Code::struck_text, {{"text", std::move(text)}}};
  case LeftOut::hidden:
    return {Code::hidden_text, {{"text", std::move(text)}, {"how", "hidden"}}};
  case LeftOut::white_on_white:
    return {Code::hidden_text, {{"text", std::move(text)}, {"how", "white on white"}}};
  case LeftOut::as_background:
    return {Code::hidden_text, {{"text", std::move(text)}, {"how", "in the colour of what is behind it"}}};
  case LeftOut::in_hidden_row:
    return {Code::hidden_text, {{"text", std::move(text)}, {"how", "in a hidden row"}}};
  case LeftOut::prompt:
    return {Code::prompt_left, {{"text", std::move(text)}}};
  }
  return {};
}

} // namespace

void LeftOut::add(Kind kind, std::string_view text) {
  if (kind != kind_)
    end_stretch();
  kind_ = kind;
  stretch_ += text;
}

void LeftOut::end_stretch() {
  auto const text = trim(stretch_);
  if (!text.empty())
    findings_.push_back(finding_of(kind_, std::string(text)));
  stretch_.clear();
}

void LeftOut::find(Code code, std::vector<Argument> arguments) {
  end_stretch();
  findings_.push_back({code, std::move(arguments)});
}

bool is_value_beside_graphic(std::string_view text) {
  constexpr std::size_t longest = 60; // bytes
  return text.size() <= longest && text.find_first_of("0123456789") != std::string_view::npos;
}

std::vector<TextFinding> LeftOut::take() {
  end_stretch();
  return std::exchange(findings_, {});
}

} // namespace jixiao
