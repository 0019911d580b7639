#include "cli/commands.hpp"
#include "cli/convert_target.hpp"
#include "cli/disk_size.hpp"
#include "cli/figures.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/settings.hpp"
#include "cli/status.hpp"
#include "cli/summary.hpp"
#include "inputs/input_stream.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <memory>

namespace jixiao::cli {

namespace {

/// So many documents are spoken of one by one. Of more, whoever converts them wants to know which could not be read.
constexpr std::uint64_t most_lines = 20;

struct ConvertOptions : ReadingOptions {
  std::string out, to;
  bool quiet = false, anew = false;
};

/// Whether there is more than one document. Standard input cannot be looked at twice: it counts as one.
bool are_several(Batch const& batch) {
  auto const& paths = batch.inputs.paths;
  if (batch.inputs.more || paths.size() > 1 || paths[0] == "-")
    return batch.inputs.more || paths.size() > 1;
  InputStream inputs(batch.inputs, batch.reading.limits);
  return inputs.next() && inputs.next();
}

class Conversion {
public:
  explicit Conversion(ConvertOptions const& options)
      : options_(options), grammars_(open_grammars(options.grammars)), format_(output_format(options.to, options.out)),
        batch_(own_batch()), output_(make_output({.format = format_,
                             .path = options.out,
                             .several = format_ == OutputFormat::json && are_several(batch_),
                             .anew = options.anew,
                             .settings = settings_of(options)})) {}

  int run() {
    batch_.render = [this](BatchDocument const& read, std::uint64_t number) { return render(read, number); };
    batch_.known = [this](std::string_view path) { return output_->known(path); };
    batch_.take = [this](BatchResult result) { return take(std::move(result)); };
    if (!options_.quiet)
      batch_.progress = [this](BatchProgress const& progress) { show(progress); };
    auto const summary = run_batch(batch_);
    if (interrupted() != 0)
      return report_interrupt(summary);
    if (!summary.cancelled)
      output_->finish(summary.reach);
    if (!options_.quiet && summary.counts.documents > most_lines)
      progress_.say(totals_line(summary.counts));
    return status_of(summary.counts, worst_, options_.fail_on);
  }

private:
  Batch own_batch() const {
    auto out = batch_of(options_, grammars_);
    keep_apart(out.inputs, written_files(format_, options_.out));
    return out;
  }

  /// What the output takes, and behind it what is said of the document.
  Rendered render(BatchDocument const& read, std::uint64_t number) const {
    auto out = output_->render(read.document, number);
    auto& lines = out.emplace_back();
    bool const spoken_of = number < most_lines;
    if (spoken_of || unreadable(read.document))
      lines += error_lines(read);
    if (spoken_of && !options_.quiet)
      lines += document_line(read);
    return out;
  }

  bool take(BatchResult result) {
    worst_ = std::max(worst_, result.worst);
    if (result.unchanged) {
      output_->keep(result.path);
      return true;
    }
    progress_.say(result.rendered.back());
    result.rendered.pop_back();
    return output_->take(result.rendered);
  }

  void show(BatchProgress const& progress) {
    if (progress.done.documents < most_lines)
      return;
    // Only now: the workers are forked before there is a second thread.
    if (!disk_size_ && options_.files_from.empty())
      disk_size_ = std::make_unique<DiskSize>(options_.inputs);
    progress_.show(progress, disk_size_ ? disk_size_->bytes() : 0);
  }

  int report_interrupt(BatchSummary const& summary) {
    auto line = "interrupted after " + counted(summary.counts.documents, "input");
    if (format_ == OutputFormat::database)
      line += "; " + options_.out + " holds them, and the same command goes on from there";
    else if (!options_.out.empty())
      line += "; " + options_.out + " was not written: a database (-o NAME.sqlite) keeps what was done and goes on";
    output_.reset();
    progress_.say("jixiao: " + line + '\n');
    return ended_by_signal + interrupted();
  }

  ConvertOptions const& options_;
  GrammarSet grammars_;
  OutputFormat format_;
  Batch batch_;
  ProgressLine progress_;
  std::unique_ptr<DocumentOutput> output_;
  std::unique_ptr<DiskSize> disk_size_;
  std::optional<Severity> worst_;
};

} // namespace

void add_convert(CLI::App& app, int& status) {
  auto options = std::make_shared<ConvertOptions>();
  auto& command = *app.add_subcommand("convert", "Convert documents into the canonical model");
  add_reading_options(command, *options);
  command
      .add_option("-o,--output", options->out, "A file, or for csv a folder; by default, and for -, standard output")
      ->type_name("OUT");
  command.add_option("--to", options->to, "json, jsonl, csv, xlsx or sqlite; by default what OUT ends in, else json")
      ->type_name("FORMAT");
  command.add_flag("--force", options->anew,
                   "Convert all anew and throw away what OUT holds, where a database would be brought up to date");
  add_fail_on(command, *options, "never");
  command.add_flag("-q,--quiet", options->quiet, "Nothing on standard error but errors");
  command.callback([options, &status] {
    if (options->out == "-")
      options->out.clear();
    status = Conversion(*options).run();
  });
}

} // namespace jixiao::cli
