#include "batch/in_order.hpp"
#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "cli/test_cases.hpp"
#include "inputs/load.hpp"
#include "inputs/names.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/expectation.hpp>

#include <CLI/App.hpp>

#include <atomic>
#include <memory>

#include <unistd.h>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_differences = 20; ///< shown of a case
constexpr int longest_value = 160;           ///< terminal cells of one value

struct TestOptions : ReadingOptions {
  bool update = false;
};

enum class Verdict : std::uint8_t { same, differs, rewritten, broken };

/// What came of a case.
struct Tested {
  Verdict verdict = Verdict::same;
  std::string text; ///< to print
};

std::string cut(std::string_view value) {
  auto text = displayed(value);
  if (display_width(text) <= longest_value)
    return text;
  std::size_t end = 0;
  for (int width = 0; width < longest_value - 1;) {
    auto next = end + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80)
      ++next;
    width += display_width(std::string_view(text).substr(end, next - end));
    end = next;
  }
  return text.substr(0, end) + "…";
}

std::string describe_difference(Difference const& difference, TestCase const& about) {
  auto const& [kind, where, expected, actual] = difference;
  switch (kind) {
  case Difference::Kind::missing:
    return "  missing  " + cut(expected) + '\n';
  case Difference::Kind::surplus:
    return "  surplus  " + cut(actual) + '\n';
  case Difference::Kind::no_json:
    return "  " + displayed(about.document.string()) + ':' + where + ": " + expected + '\n';
  case Difference::Kind::no_line:
    return "  " + displayed(about.diagnostics.string()) + ':' + where + ": " + cut(expected) + '\n';
  case Difference::Kind::value:
    break;
  }
  return "  " + (where.empty() ? "the document" : displayed(where)) + '\n' + "    expected  " +
         (expected.empty() ? "nothing" : cut(expected)) + '\n' + "    actual    " +
         (actual.empty() ? "nothing" : cut(actual)) + '\n';
}

std::string describe_differences(std::vector<Difference> const& differences, TestCase const& about) {
  std::string out;
  for (std::size_t i = 0; i < std::min(differences.size(), most_differences); ++i)
    out += describe_difference(differences[i], about);
  if (differences.size() > most_differences)
    out += "  … and " + std::to_string(differences.size() - most_differences) + " more\n";
  return out;
}

/// A case that could not be tested, with the reason.
struct Unusable {
  std::string why;
};

std::string read(fs::path const& path) {
  FoundInput found{as_text(path.string()), path.string()};
  load(found, Limits{}.bytes);
  if (found.problem)
    throw Unusable{message(*found.problem)};
  return std::move(*found.bytes);
}

std::optional<std::string> read_if_there(fs::path const& path) {
  std::error_code ignored;
  return fs::exists(path, ignored) ? std::optional(read(path)) : std::nullopt;
}

void write(fs::path const& path, std::optional<std::string> const& before, std::optional<std::string> const& after,
           std::string& text) {
  if (!after || before == after)
    return;
  OutputFile out(path.string());
  out.write(*after);
  out.finish();
  text += "  wrote " + displayed(path.string()) + '\n';
}

class Tester {
public:
  explicit Tester(TestOptions const& options)
      : grammars_(open_grammars(options.grammars)), from_(options.from), update_(options.update) {}

  Tested test(TestCase const& one) const {
    try {
      if (!one.fault.empty())
        throw Unusable{one.fault};
      return compare_case(one);
    } catch (Unusable const& unusable) {
      return {Verdict::broken, "broken   " + displayed(one.name) + ": " + displayed(unusable.why) + '\n'};
    }
  }

private:
  Document converted(TestCase const& one) const {
    auto const bytes = read(one.input);
    Options options;
    options.from = from_;
    options.grammars = &grammars_;
    return convert({as_text(one.input.string()), bytes}, options);
  }

  Tested compare_case(TestCase const& one) const {
    Expectation const expected{read_if_there(one.document), read_if_there(one.diagnostics)};
    auto const document = converted(one);
    bool const states_nothing = !expected.document && !expected.diagnostics;
    if (states_nothing && !update_)
      throw Unusable{"nothing is expected of it (--update writes what is there)"};
    auto const differences = compare(expected, document);
    if (differences.empty() && !states_nothing)
      return {};
    if (!update_)
      return {Verdict::differs, "differs  " + displayed(one.name) + '\n' + describe_differences(differences, one)};
    Tested out{Verdict::rewritten, "rewrote  " + displayed(one.name) + '\n'};
    auto const now = updated(expected, document);
    write(one.document, expected.document, now.document, out.text);
    write(one.diagnostics, expected.diagnostics, now.diagnostics, out.text);
    return out;
  }

  GrammarSet grammars_;
  std::string from_;
  bool update_;
};

std::string summary(std::size_t const (&counts)[4]) {
  auto const all = counts[0] + counts[1] + counts[2] + counts[3];
  auto out = std::to_string(all) + (all == 1 ? " case: " : " cases: ") + std::to_string(counts[0]) + " as expected";
  constexpr std::string_view words[] = {"", " different", " rewritten", " broken"};
  for (std::size_t i = 1; i < std::size(words); ++i)
    if (counts[i] > 0)
      out += ", " + std::to_string(counts[i]).append(words[i]);
  return out + '\n';
}

int run(TestOptions const& options) {
  auto const cases = find_cases(options.inputs);
  if (cases.empty())
    throw UsageError("no case in \"" + options.inputs[0] + "\": expected a folder with input.* and expected.json, " +
                     "or a file with NAME.expected.json beside it");
  Tester const tester(options);
  OutputFile out;
  std::size_t counts[4] = {};
  std::atomic<bool> wanted = true;
  std::size_t next = 0;
  in_order(
      jobs_of(options), [&] { return wanted && next < cases.size() ? std::optional(next++) : std::nullopt; },
      [&](std::size_t index) { return tester.test(cases[index]); },
      [&](Tested const& tested) {
        ++counts[static_cast<std::size_t>(tested.verdict)];
        wanted = wanted && out.write(tested.text);
      });
  if (wanted)
    out.write(summary(counts));
  return counts[1] + counts[3] > 0 ? findings : done;
}

} // namespace

void add_test(CLI::App& app, int& status) {
  auto options = std::make_shared<TestOptions>();
  auto& command = *app.add_subcommand("test", "Compare inputs with the documents and findings expected beside them");
  command.add_option("DIR", options->inputs, "Folders with cases (read recursively), or inputs")->required();
  add_reader_options(command, *options);
  command.add_flag("--update", options->update, "Rewrite what is expected where it differs");
  command.callback([options, &status] { status = run(*options); });
}

} // namespace jixiao::cli
