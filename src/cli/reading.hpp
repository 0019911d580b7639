#pragma once

#include <jixiao/batch.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace jixiao::cli {

/// The options of the commands that read documents.
struct ReadingOptions {
  std::vector<std::string> inputs;
  std::string files_from; ///< a file with the paths of inputs, "-" for standard input; empty: none
  std::string from;
  std::vector<std::string> grammars;
  Limits limits;
  std::string least;               ///< a name of Certainty; empty: all
  std::vector<std::string> redact; ///< "contacts"
  std::string office = "never";    ///< auto, never or always
  unsigned jobs = 0;               ///< 0: as many as there are processors
  std::string fail_on;
};

/// INPUT, --files-from and those of add_reader_options().
void add_reading_options(CLI::App& command, ReadingOptions& options);
/// --office, of the commands that read documents of any format.
void add_office(CLI::App& command, ReadingOptions& options);
/// Those of them that say how to read.
void add_reader_options(CLI::App& command, ReadingOptions& options);
void add_fail_on(CLI::App& command, ReadingOptions& options, std::string const& by_default);

/// How many threads are asked for, at least 1.
std::size_t jobs_of(ReadingOptions const& options);

/// `my.form:3:5: expected a field name`, the line, and a caret under the place.
std::string describe(GrammarError const& error);

/// The built-in form grammars and those of the files; throws UsageError with what is wrong in them.
GrammarSet open_grammars(std::vector<std::string> const& files);

/// A batch that reads what the options say, in processes of its own. `grammars` must outlive it. Throws UsageError when
/// no input is named or the list of files cannot be opened.
Batch batch_of(ReadingOptions const& options, GrammarSet const& grammars, CheckOptions check = {});

/// The exit status for what a run has seen: `worst` of all findings, and whether an input gave nothing to read.
int status_of(BatchCounts const& counts, std::optional<Severity> worst, std::string const& fail_on);

} // namespace jixiao::cli
