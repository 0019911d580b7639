#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jixiao {

/// Words of ours that stand in the arguments of findings, in both languages; `{}` is any text.
struct Phrase {
  std::string_view english, chinese;
};

/// phrases.def
std::span<Phrase const> phrases();

/// True for the arguments that quote a document or a file's name: they are the same in every language.
bool is_quotation(std::string_view argument_name);

/// The Chinese form of an argument's value: of a phrase, or of each reason in `tsv: REASON, html: REASON`. The value
/// itself when it is none of ours.
std::string in_chinese(std::string_view value);

} // namespace jixiao
