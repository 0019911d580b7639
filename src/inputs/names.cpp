#include "inputs/names.hpp"

#include "text/decode.hpp"
#include "text/utf8_check.hpp"

namespace jixiao {

std::string as_text(std::string_view path) {
  std::string out;
  for (;;) {
    auto const valid = check_utf8(path).valid;
    out += path.substr(0, valid);
    if (valid == path.size())
      return out;
    out += '?';
    path.remove_prefix(valid + 1);
  }
}

std::string member_name(std::string_view raw) {
  if (check_utf8(raw).valid == raw.size())
    return std::string(raw);
  SourceText name;
  name.bytes = raw;
  auto const end = decode_strictly(name, "GB18030");
  return end.bad || end.cut_off ? as_text(raw) : name.decoded;
}

bool is_input_name(std::filesystem::path const& path) {
  auto const ending = path.extension().string();
  return !path.filename().string().starts_with('.') && ending != ".json" && ending != ".jsonl" && ending != ".form" &&
         ending != ".profile" && !ending.starts_with(".sqlite");
}

} // namespace jixiao
