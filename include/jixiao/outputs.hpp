#pragma once

#include <jixiao/document.hpp>
#include <jixiao/export.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Where the documents of an archive go: files, folders of tables, workbooks, databases. Documents are rendered by any
/// number of workers and taken in order, one by one, so that an output needs the memory of one document.
namespace jixiao JIXIAO_PUBLIC {

enum class OutputFormat : std::uint8_t {
  json,    ///< one object; an array when there are several documents
  jsonl,   ///< one compact object a line, written at once
  csv,     ///< a folder of tidy tables with datapackage.json (Frictionless Data Package, Table Schema)
  xlsx,    ///< the same tables as sheets of a workbook
  database ///< the same tables in a database of one file, which a later run brings up to date
};

std::string_view to_string(OutputFormat format); ///< also the ending of its files: "jsonl"
std::optional<OutputFormat> parse_output_format(std::string_view name);

/// An output cannot be made or written on, with the reason: no such folder, a full disk, not a database of ours.
class OutputError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a document adds to an output: texts in a form that only the output knows.
using Rendered = std::vector<std::string>;

/// A document of an earlier run.
struct KnownDocument {
  std::string sha256; ///< of the bytes it was made from
  Fate fate = Fate::converted;
  std::optional<Severity> worst{}; ///< of its findings
};

/// What a run has looked at, as paths in UTF-8.
struct Reach {
  std::vector<std::string> roots;  ///< the folders and archives that were given
  std::vector<std::string> unread; ///< those of them, and in them, that could not be read in full
};

class DocumentOutput {
public:
  virtual ~DocumentOutput() = default;

  /// `number` tells the documents of a run apart and grows along with it. From any thread, and in a process that was
  /// forked after the output was made.
  virtual Rendered render(Document const& document, std::uint64_t number) const = 0;

  /// In the order of documents. False when nobody reads on (a closed pipe). Throws OutputError.
  virtual bool take(Rendered const& rendered) = 0;

  /// What the output holds for a path, when it came of the same settings and need not be made again as long as the
  /// bytes are the same. May be called while another thread is in take() or keep(), but not from two threads at once.
  virtual std::optional<KnownDocument> known(std::string_view path) = 0;

  /// Instead of take(): what the output holds for this path stays as it is.
  virtual void keep(std::string_view path) = 0;

  /// All documents were taken: gives files their names. What an output holds from below the roots and was neither taken
  /// nor kept has vanished. Without this call files do not appear; a database keeps what was taken. Throws OutputError.
  virtual void finish(Reach const& reach) = 0;
};

struct OutputOptions {
  OutputFormat format = OutputFormat::json;
  std::string path;     ///< empty: standard output (json, jsonl)
  bool several = false; ///< json: an array, whatever the number of documents
  bool anew = false;    ///< database: what it holds is thrown away
  std::string settings; ///< database: what documents depend on besides their bytes; others make them anew
};

/// Throws OutputError.
std::unique_ptr<DocumentOutput> make_output(OutputOptions const& options);

} // namespace jixiao
