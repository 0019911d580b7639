#pragma once

#include <jixiao/convert.hpp>
#include <jixiao/export.hpp>
#include <jixiao/outputs.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Many inputs, one after the other: folders, archives and lists of files, converted by several workers, handed on in
/// order. Memory is bounded by the inputs in flight, not by their number; what one input does harms no other.
///
///     jixiao::Batch batch;
///     batch.inputs.paths = {"archive/"};
///     batch.render = [](jixiao::BatchDocument const& read, std::uint64_t) {
///       return jixiao::Rendered{read.document.title.value_or("")};
///     };
///     batch.take = [](jixiao::BatchResult result) { return puts(result.rendered[0].c_str()) >= 0; };
///     auto const summary = jixiao::run_batch(batch);
namespace jixiao JIXIAO_PUBLIC {

/// convert() for one file; what cannot be opened is a document with a finding S110. "-" is standard input.
///
///     auto const document = jixiao::convert_file("form.docx");
Document convert_file(std::string const& path, Options const& options = {});

/// What to convert. Paths are files, folders (read recursively, in the order of names), archives (zip, tar; also packed
/// by gzip, bzip2, xz or zstd; told by content, read in place), or "-" for standard input. Passed over in folders and
/// archives: names with a dot in front, and what jixiao writes and reads besides documents (.json, .jsonl, .form); in a
/// folder with an expected.json also all but its input.*.
struct BatchInputs {
  std::vector<std::string> paths;
  /// Further paths, asked for one by one when there is room for them, until it gives nothing. May block; need not be
  /// set.
  std::function<std::optional<std::string>()> more{};
  std::vector<std::string> passed_over{}; ///< files that are no inputs where folders have them: what a run writes
};

enum class Isolation : std::uint8_t {
  threads,  ///< in this process: a fault ends it, and Limits::seconds and Limits::memory have no effect
  processes ///< in processes of their own, forked when the run begins (from a program that has no other threads then)
};

/// A document with what it was read from. References live as long as the call.
struct BatchDocument {
  Document const& document;
  std::string_view path;    ///< in UTF-8; a member of an archive: "archive.zip/folder/form.docx"
  std::string_view bytes;   ///< empty when it could not be read
  std::string_view shown{}; ///< the bytes as they may be shown: Options::hide_contacts
};

/// How often something was found.
struct BatchCounts {
  std::uint64_t documents = 0, forms = 0, indicators = 0;
  std::uint64_t fates[4] = {};      ///< by Fate; they add up to the documents
  std::uint64_t severities[3] = {}; ///< of findings, by Severity
  std::uint64_t unchanged = 0;      ///< of the documents: known already, not converted again
  std::uint64_t bytes = 0;          ///< of the inputs, unpacked

  BatchCounts& operator+=(BatchCounts const& other);
};

/// What came of one input.
struct BatchResult {
  std::uint64_t number = 0; ///< from 0, in the order of inputs
  std::string path;
  Fate fate = Fate::converted;
  BatchCounts counts;              ///< of this document
  std::optional<Severity> worst{}; ///< of its findings
  bool unchanged = false;          ///< Batch::known named it: there is nothing rendered
  Rendered rendered;
};

struct BatchProgress {
  BatchCounts done;
  std::uint64_t bytes_on_disk = 0; ///< of the files, folders and archives that are behind us, as stored
};

/// How a run ended.
struct BatchSummary {
  BatchCounts counts;
  bool cancelled = false; ///< by Batch::cancelled or take(): there may be inputs that were not converted
  Reach reach;            ///< for DocumentOutput::finish()
};

struct Batch {
  BatchInputs inputs{};
  Options reading{};
  unsigned jobs = 0; ///< workers; 0: one a processor
  Isolation isolation = Isolation::threads;

  /// Makes of a document what take() gets, besides `number`. Called by workers, several at a time; with
  /// Isolation::processes in other processes, so that only what it returns counts. Not called for what is unchanged.
  std::function<Rendered(BatchDocument const& read, std::uint64_t number)> render{};

  /// What came of an input before: with the same bytes it is not converted again. In the order of inputs, one at a
  /// time, while take() may be running.
  std::function<std::optional<KnownDocument>(std::string_view path)> known{};

  /// Every input's result, in the order of inputs, one at a time; false ends the run. It may throw, which ends the run.
  std::function<bool(BatchResult result)> take{};

  /// After every result.
  std::function<void(BatchProgress const& progress)> progress{};

  /// Asked before every input: when true, what is in flight is finished, and no more is begun.
  std::function<bool()> cancelled{};
};

/// Throws what take() throws, and std::system_error when no process can be made; nothing for what inputs hold.
BatchSummary run_batch(Batch const& batch);

/// run_batch() for those who want the documents themselves, each once, in the order of inputs, one at a time, while the
/// next are being converted; false ends the run. What is unchanged (Batch::known) has none. Sets render, take and
/// isolation: the workers are threads.
///
///     jixiao::for_each_document({.inputs = {{"archive/"}}}, [](jixiao::Document const& document) {
///       return std::printf("%s\n", document.source.path.c_str()) > 0;
///     });
BatchSummary for_each_document(Batch batch, std::function<bool(Document document)> const& each);

} // namespace jixiao
