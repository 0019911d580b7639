#include <jixiao/review.hpp>

namespace jixiao {

Matter matter_of(Code code) { return is_rule(code) ? Matter::form : Matter::reading; }

std::string_view word_of(Verdict verdict, Language language) {
  constexpr std::string_view english[] = {"passed", "passed, with advice", "to be mended", "sent back", "not judged"};
  constexpr std::string_view chinese[] = {"通过", "通过，有建议", "修改后通过", "退回修改", "无法判断"};
  return (language == Language::zh ? chinese : english)[static_cast<std::size_t>(verdict)];
}

} // namespace jixiao
