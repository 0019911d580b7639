#pragma once

#include <jixiao/check.hpp>
#include <jixiao/document.hpp>
#include <jixiao/export.hpp>
#include <jixiao/review.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Forms of many documents held against each other: what a project planned, what it reached, and what it plans next.
namespace jixiao JIXIAO_PUBLIC {

/// True for the codes V7xx: findings across documents.
bool is_across(Code code);

/// One side of a finding across documents.
struct AcrossPlace {
  std::string document; ///< its path
  std::string form;     ///< as a person names it: `3.劳务费`
  std::string project;  ///< name of the project, or empty
  std::optional<int> year;
  std::string path; ///< JSON Pointer into that document
  Location at;
  std::string printed;      ///< what stands there; empty where it is more than a value
  std::uint64_t number = 0; ///< of its form, in the order of inputs

  friend bool operator==(AcrossPlace const&, AcrossPlace const&) = default;
};

/// A finding with both of its places.
struct AcrossFinding {
  Diagnostic finding;      ///< its `path` and `at` are those of `here`
  AcrossPlace here, there; ///< `there` has no document where there is no other form
};

/// The finding in words that need nothing beside them.
std::string statement(AcrossFinding const& finding, Language language);

/// The same for the same finding in another run: 16 hex digits.
std::string fingerprint(AcrossFinding const& finding);

/// What is shown of the findings across documents.
struct AcrossReview {
  std::vector<AcrossFinding> findings; ///< by severity, then in the order of inputs
  std::uint64_t severities[3] = {};
  std::uint64_t known = 0; ///< left out since a report or a person knows them
};

/// What of a document's forms is compared, packed so that it can be kept and sent: one text a form.
std::vector<std::string> traces_of(Document const& document, std::string_view name, Language language);

struct TogetherLimits {
  std::size_t forms = 200'000;        ///< further ones are not compared
  std::size_t forms_of_project = 200; ///< compared within one project; further ones are not
  std::size_t indexed_texts =
      4'000'000; ///< fingerprints of goals in the index; of further goals only their own are looked up
  std::size_t findings = 20'000;
};

/// Compares forms. Memory: some kilobytes a form, and an index of goals that is bounded.
///
///     jixiao::Together together;
///     for (auto const& trace : jixiao::traces_of(document, "2024.docx", jixiao::Language::zh))
///       together.add(trace);
///     auto const findings = together.findings();
class Together {
public:
  explicit Together(TogetherLimits const& limits = {});
  ~Together();
  Together(Together const&) = delete;
  Together& operator=(Together const&) = delete;

  /// In the order of inputs. `trace` is one that traces_of() gave.
  void add(std::string trace);

  /// All findings, in the order of inputs: those of a project at the place of its later form.
  std::vector<AcrossFinding> findings() const;

private:
  struct Forms;
  std::unique_ptr<Forms> forms_;
};

/// Findings with the levels asked for, without those that are known or accepted.
AcrossReview review_across(std::vector<AcrossFinding> findings, std::span<LevelOverride const> levels,
                           Selection const& selection);

} // namespace jixiao
