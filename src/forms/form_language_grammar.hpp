#pragma once

#include "forms/form_language_errors.hpp"
#include "forms/form_language_syntax.hpp"

#include <vector>

/// The form language:
///
///     file      ::= form+
///     form      ::= "form" name "{" statement* "}"
///     statement ::= "extends" name | "base" | "without" texts | "source" text
///                 | "family" word | "place" text | "years" number (".." number?)?
///                 | "title" texts | "requires" text | "forbids" texts | "ignore" texts
///                 | "line" field+ | "prose" "sections" | block
///     block     ::= "pairs" "{" (side | entry | "panel" "{" entry* "}")* "}"
///                 | "matrix" "{" (side | "rows" "{" entry* "}" | "columns" "{" entry* "}")* "}"
///                 | "below" "{" (side | entry)* "}"
///                 | "series" label "->" field
///                 | "records" "{" (side | column | total)* "}"
///     side      ::= "side" label ("->" field)?
///     entry     ::= label ("->" field)?
///     column    ::= "column" "optional"? label ("->" field)?
///     total     ::= "total" texts "{" (field "->" field)* "}"
///     label     ::= texts ("with" field)?
///     texts     ::= text ("|" text)*
///     text      ::= '"' (character | '\"' | '\\')* '"'
///     field     ::= word ("." word)*
///     name      ::= [A-Za-z] [A-Za-z0-9_-]*
///     word      ::= [A-Za-z_] [A-Za-z0-9_]*
///
/// White space separates, `#` starts a comment up to the line's end; the fields of "line" stand on its line.
/// Two examples: `"项目名称" | "名称" -> project_name`, `column optional "备注" -> remark`.
namespace jixiao::form_language {

/// Reads the whole text. What cannot be read is an error; reading goes on behind the statement it stands in.
std::vector<FormSyntax> read_syntax(FormText const& text, ErrorList& errors);

} // namespace jixiao::form_language
