#pragma once

#include "cli/inputs.hpp"
#include "cli/ordered.hpp"

#include <jixiao/convert.hpp>

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
  std::string from;
  std::vector<std::string> grammars;
  Limits limits;
  unsigned jobs = 0; ///< 0: as many as there are processors
  std::string fail_on;
};

void add_reading_options(CLI::App& command, ReadingOptions& options);
/// Those of them that say how to read, without INPUT.
void add_reader_options(CLI::App& command, ReadingOptions& options);
void add_fail_on(CLI::App& command, ReadingOptions& options, std::string const& by_default);

/// How many threads are asked for, at least 1.
std::size_t jobs_of(ReadingOptions const& options);

/// `my.form:3:5: expected a field name`, the line, and a caret under the place.
std::string describe(GrammarError const& error);

/// The built-in form grammars and those of the files; throws UsageError with what is wrong in them.
GrammarSet open_grammars(std::vector<std::string> const& files);

/// A document together with the input it came from.
struct ReadDocument {
  LoadedInput input;
  Document document;
  bool unreadable = false;
};

/// What has been seen of all documents, for the exit status.
struct Outcome {
  bool unreadable = false;
  std::optional<Severity> worst;

  void add(ReadDocument const& read);
  void add(Outcome const& other);
  int status(std::string const& fail_on) const;
};

/// Reads documents one by one, from any thread.
class DocumentReader {
public:
  explicit DocumentReader(ReadingOptions const& options, CheckOptions check = {});

  std::vector<InputPath> const& paths() const { return paths_; }
  ReadDocument read(std::size_t index) const;
  Options options() const;
  LoadedInput load(std::size_t index) const { return cli::load(paths_[index], limits_.bytes); }

  /// make(index) on several threads, take(made) in order on this one.
  template <class Make, class Take> void for_each(Make make, Take take) const {
    Ordered(paths_.size(), jobs_, std::move(make), std::move(take)).run();
  }

private:
  GrammarSet grammars_;
  std::string from_;
  Limits limits_;
  CheckOptions check_;
  std::vector<InputPath> paths_;
  std::size_t jobs_;
};

} // namespace jixiao::cli
