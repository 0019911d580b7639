#pragma once

#include <jixiao/diagnostic.hpp>

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

/// A field of the model for a person: "goals.annual" is 年度总体目标, "the goal of the year"; empty for what is none.
std::string_view field_name(std::string_view field, Language language);

/// True for the arguments that name a field of the model.
bool is_field(std::string_view argument_name);

/// True for the arguments that quote a document or a file's name: they are the same in every language.
bool is_quotation(std::string_view argument_name);

/// The Chinese form of an argument's value: of a phrase, or of each reason in `tsv: REASON, html: REASON`. The value
/// itself when it is none of ours.
std::string in_chinese(std::string_view value);

} // namespace jixiao
