#pragma once

#include <jixiao/document.hpp>
#include <jixiao/export.hpp>
#include <jixiao/review.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao JIXIAO_PUBLIC {

struct Inspection;
struct InspectedPage;
struct Why;

enum class JsonStyle : std::uint8_t { pretty, compact };

/// Appends the canonical JSON of one document, without a line feed behind it. Numbers keep their printed digits.
/// `depth` is how deep in other JSON it stands, for the indentation of pretty text.
void write_json(std::string& out, Document const& document, JsonStyle style = JsonStyle::pretty, int depth = 0);

/// The JSON Schema (draft 2020-12) of what write_json() gives for a document, with a description of each member. Ends
/// in a line feed.
std::string json_schema();

/// One finding, together with the document it is about.
struct Finding {
  std::string_view document; ///< its name; when empty, the member is left out
  Diagnostic const& diagnostic;
  Language language = Language::en; ///< of the message
};

/// One thing that a review has to say of a document.
struct ReviewedItem {
  std::string_view name; ///< of the document; when empty, the member is left out
  Document const& document;
  ReviewItem const& item;
  Language language = Language::en;
};

/// Appends an item as JSON: the members of a finding, with a message that needs nothing beside it; then what it is
/// about, the remedy, the rule's source and a fingerprint; of several findings in one, `places` with those of each.
void write_json(std::string& out, ReviewedItem const& item, JsonStyle style = JsonStyle::pretty, int depth = 0);

/// Appends one finding as JSON: what stands in the document's `diagnostics`, behind the member "document".
void write_json(std::string& out, Finding const& finding, JsonStyle style = JsonStyle::pretty, int depth = 0);

/// One tidy table as CSV: RFC 4180 (lines end in CR LF), UTF-8, header row.
struct CsvTable {
  std::string file_name; ///< "forms.csv"
  std::string text;
};

/// documents.csv, sections.csv, forms.csv, funds.csv, goals.csv, indicators.csv, fields.csv and diagnostics.csv with
/// their header rows only.
std::vector<CsvTable> csv_tables();

/// Appends the rows of a document to the tables of csv_tables(). Rows are keyed by `number`, which tells documents
/// apart, and by the indexes of forms, indicators and so on, all from 0 as in a JSON Pointer.
void append_csv(std::vector<CsvTable>& tables, Document const& document, std::uint64_t number);

/// The tables of any number of documents, numbered from 0.
std::vector<CsvTable> write_csv(std::vector<Document> const& documents);

/// How render_text() writes.
struct TextStyle {
  Selection selection{}; ///< of the findings
  bool summary = false;  ///< the first page only
  bool colour = false;   ///< ANSI escape sequences
  Language language = Language::en;
  std::string_view name; ///< shown for the document, a path; by default its own name
  int width = 110;       ///< terminal cells for the excerpt of a row; longer rows are cut around the place
};

/// A text as a terminal may show it: a tab as ` │ `, a line feed as a space, and U+FFFD for what would steer the
/// terminal or turn the reading order (control characters, bidirectional marks), so that no input can do that.
std::string displayed(std::string_view text);

/// How many cells of a terminal a text takes, after Unicode's East Asian Width (UAX #11): two for `绩`, one for `a`.
int display_width(std::string_view text);

/// What a reviewer sees of a document: a first page with a line a form, the findings on the forms by their weight, what
/// could not be read, and a line of totals. `bytes` is the input the document was read from; it may be empty. All text
/// of the input is displayed(). Ends in a line feed.
///
///     warning[V542] form 3 劳务费, 质量指标 "补贴完成率": "补贴完成率" ≤100% has its limit on the wrong side
///       --> form.txt:23:12
///        |
///     23 | 质量指标 │ 补贴完成率 │ ≤100%
///        |                         ^^^^^
///        = remedy: …
std::string render_text(Document const& document, std::string_view bytes, TextStyle style = {});

/// The tables as the reader saw them, as aligned grids: under each text what claimed its cell, `?` where nothing did.
std::string render_grid(Inspection const& inspection, TextStyle style = {});

/// Why a field was read as it was: its cell, the headers or labels that led to it and, where readings were weighed,
/// what each of them costs and what the difference consists of. Places are shown in `style.name`.
std::string render_why(Why const& why, TextStyle style = {});

/// The prices that readings are weighed by, one a line: name, amount, reason.
std::string render_prices(Language language = Language::en);

/// A page as an SVG document: its lines, cells and words, each of these in the colour of what took it (value, label,
/// furniture, nothing), with the claim as its title. The same page gives the same bytes.
std::string render_svg(InspectedPage const& page);

} // namespace jixiao
