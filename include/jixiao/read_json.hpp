#pragma once

#include <jixiao/document.hpp>
#include <jixiao/expected.hpp>
#include <jixiao/export.hpp>

#include <string>
#include <string_view>

namespace jixiao JIXIAO_PUBLIC {

/// Why a text is no canonical document.
struct JsonError {
  std::string where; ///< "3:14", line and column, of what is no JSON; else the JSON Pointer of what is no document
  std::string what;  ///< "expected a number"
};

/// Reads what write_json() wrote: written again, the document gives the same text. What JSON does not have is empty:
/// judgements, lists of contents and Form::places. Members that are missing are empty, those of other names are passed
/// over; text behind the document is an error.
Expected<Document, JsonError> read_json(std::string_view text);

} // namespace jixiao
