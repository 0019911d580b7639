#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jixiao::recognition {

/// The title of a form, taken apart.
struct Title {
  std::string text;    ///< without ordinal and the year in brackets behind it
  std::string ordinal; ///< 3 of 3.布展费绩效目标表
  std::string family;  ///< "self_evaluation"; what its words tell
  std::optional<int> year;
};

/// A title that a form grammar gives.
struct TitlePattern {
  std::string text, family; ///< folded
  bool any_before = false;  ///< any text may stand before it
};

/// Reads a line as the title of a form: a short text that ends in 表 (a bracket or a year may follow) and has one of
/// the words of grammars/vocabulary/titles.vocab, or one of the patterns.
std::optional<Title> read_title(std::string_view text, std::span<TitlePattern const> patterns = {});

/// （以附件为准）项目支出绩效自评表: where the title begins that stands right behind a sentence; 0 where none does.
std::size_t title_behind_sentence(std::string_view text, std::span<TitlePattern const> patterns);

/// 自评表（续）: the title of the same form on its next page or sheet, without that mark.
std::string_view without_continuation(std::string_view title);

/// 附件2, 附表1, 公开14表: where a form stands among others.
bool is_attachment_number(std::string_view text);

/// 附件：1.…, 附件：the first line of a list of what a letter has attached.
bool begins_list_of_attachments(std::string_view text);

} // namespace jixiao::recognition
