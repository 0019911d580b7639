#include "cli/commands.hpp"
#include "cli/convert_target.hpp"
#include "cli/disk_size.hpp"
#include "cli/figures.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/settings.hpp"
#include "cli/status.hpp"
#include "cli/summary.hpp"
#include "inputs/archive_kind.hpp"
#include "inputs/input_stream.hpp"
#include "inputs/load.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_lines = 20; ///< documents that are spoken of one by one

struct ConvertOptions : ReadingOptions {
  std::string out, to;
  bool quiet = false, anew = false;
};

/// A file that holds one document, as far as can be told without reading it.
bool is_document(std::string const& path) {
  std::error_code ignored;
  if (path == "-" || !fs::is_regular_file(path, ignored))
    return !fs::is_directory(path, ignored);
  auto const head = head_of(path, archive_head);
  auto const kind = archive_kind(head);
  return kind == ArchiveKind::none || (kind == ArchiveKind::zip && is_document_package_file(path, head));
}

/// True for a few documents that were named one by one: their user wants to hear of each.
bool are_few_documents(ReadingOptions const& options) {
  return options.files_from.empty() && options.inputs.size() <= most_lines &&
         std::ranges::all_of(options.inputs, is_document);
}

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
      : options_(options), one_by_one_(are_few_documents(options)), grammars_(open_grammars(options.grammars)),
        batch_(batch_of(options, grammars_)), progress_(options.quiet || one_by_one_),
        format_(output_format(options.to, options.out)),
        output_(make_output({.format = format_,
                             .path = options.out,
                             .several = format_ == OutputFormat::json && are_several(batch_),
                             .anew = options.anew,
                             .settings = settings_of(options)})) {}

  int run() {
    batch_.render = [this](BatchDocument const& read, std::uint64_t number) { return render(read, number); };
    batch_.known = [this](std::string_view path) { return output_->known(path); };
    batch_.take = [this](BatchResult result) { return take(std::move(result)); };
    if (!options_.quiet && !one_by_one_)
      batch_.progress = [this](BatchProgress const& progress) { show(progress); };
    auto const summary = run_batch(batch_);
    if (interrupted() != 0)
      return report_interrupt(summary);
    if (!summary.cancelled)
      output_->finish(summary.reach);
    if (!options_.quiet && !one_by_one_)
      progress_.say(totals_line(summary.counts));
    return status_of(summary.counts, worst_, options_.fail_on);
  }

private:
  /// What the output takes, and behind it what is said of the document.
  Rendered render(BatchDocument const& read, std::uint64_t number) const {
    auto out = output_->render(read.document, number);
    auto& lines = out.emplace_back();
    if (one_by_one_ || unreadable(read.document))
      lines += error_lines(read);
    if (one_by_one_ && !options_.quiet)
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
    // Only now: the workers are forked before there is a second thread.
    if (!disk_size_ && options_.files_from.empty())
      disk_size_ = std::make_unique<DiskSize>(options_.inputs);
    progress_.show(progress, disk_size_ ? disk_size_->bytes() : 0);
  }

  int report_interrupt(BatchSummary const& summary) {
    auto line = "interrupted after " + counted(summary.counts.documents, "input");
    if (format_ == OutputFormat::sqlite)
      line += "; " + options_.out + " holds them, and the same command goes on from there";
    else if (!options_.out.empty())
      line += "; " + options_.out + " was not written: a database (-o NAME.sqlite) keeps what was done and goes on";
    output_.reset();
    progress_.say("jixiao: " + line + '\n');
    return ended_by_signal + interrupted();
  }

  ConvertOptions const& options_;
  bool one_by_one_;
  GrammarSet grammars_;
  Batch batch_;
  ProgressLine progress_;
  OutputFormat format_;
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
