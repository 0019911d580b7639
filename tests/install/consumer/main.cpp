#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

/// Uses what is installed: the built-in grammars, a conversion, a writer.
int main() {
  auto const document = jixiao::convert({"empty.txt", ""});
  auto const grammars = jixiao::GrammarSet::builtin().list();
  std::string json;
  jixiao::write_json(json, document, jixiao::JsonStyle::compact);
  return jixiao::unreadable(document) && !grammars.empty() && json.starts_with("{\"schema\"") ? 0 : 1;
}
