#include <jixiao/review.hpp>

namespace jixiao {

namespace {

/// The paragraph that begins at `at`, its lines joined as the language does.
std::string paragraph(std::string_view page, std::size_t at, Language language) {
  std::string out(page.substr(at, page.find("\n\n", at) - at));
  while (out.ends_with('\n'))
    out.pop_back();
  for (auto line = out.find('\n'); line != out.npos; line = out.find('\n', line))
    out.replace(line, 1, language == Language::zh ? "" : " ");
  return out;
}

std::string behind(Code code, Language language, std::string_view heading) {
  auto const page = explanation(code, language);
  auto const at = page.find(heading);
  return at == page.npos ? std::string() : paragraph(page, at + heading.size(), language);
}

} // namespace

std::string meaning_of(Code code, Language language) { return behind(code, language, "\n\n"); }

std::string remedy_of(Code code, Language language) {
  return behind(code, language, language == Language::zh ? "\n## 处理办法\n\n" : "\n## What to do\n\n");
}

std::string basis_of(Code code, Language language) {
  return behind(code, language, language == Language::zh ? "\n依据：" : "\nSource: ");
}

} // namespace jixiao
