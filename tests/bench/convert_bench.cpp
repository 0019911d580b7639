// How fast tab-separated text becomes JSON, measured against ICU's NFKC normalisation of the same bytes.
#include "corpus.hpp"
#include "stopwatch.hpp"

#include "rules/rules.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/profile.hpp>
#include <jixiao/writers.hpp>

#include <benchmark/benchmark.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace {

std::string whole(double number) { return std::to_string(std::lround(number)); }

void convert_one(std::string const& document, std::string& out) {
  out.clear();
  jixiao::write_json(out, jixiao::convert({"bench.tsv", document}), jixiao::JsonStyle::compact);
  benchmark::DoNotOptimize(out.data());
}

void normalise_one(icu::Normalizer2 const& nfkc, std::string const& document, std::string& out) {
  out.clear();
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  nfkc.normalizeUTF8(0, {document.data(), static_cast<std::int32_t>(document.size())}, sink, nullptr, status);
  benchmark::DoNotOptimize(out.data());
}

icu::Normalizer2 const& nfkc_instance() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(status);
}

/// Both passes over each document in turn, so that whatever slows the machine down slows both; the ratio is of
/// their speeds.
void conversion_against_nfkc(benchmark::State& state) {
  auto const corpus = bench_corpus();
  if (corpus.empty())
    return state.SkipWithError("no declaration among the samples");
  auto const& nfkc = nfkc_instance();
  std::string out;
  double conversion = 0, normalisation = 0, megabytes = 0;
  for (auto _ : state)
    for (auto const& document : corpus) {
      normalisation += seconds_of([&] { normalise_one(nfkc, document, out); });
      conversion += seconds_of([&] { convert_one(document, out); });
      megabytes += static_cast<double>(document.size()) / 1e6;
    }
  state.counters["ratio"] = normalisation / conversion;
  state.SetLabel("conversion " + whole(megabytes / conversion) + " MB/s, NFKC " + whole(megabytes / normalisation) +
                 " MB/s");
}

/// A form of N rows and one of 2N rows in turn; the counter is how much longer the second takes.
void doubled_rows(benchmark::State& state) {
  auto const rows = static_cast<std::size_t>(state.range(0));
  auto const once = declaration_with_rows(rows), twice = declaration_with_rows(2 * rows);
  std::vector<double> ratios;
  std::string out;
  convert_one(twice, out);
  for (auto _ : state) {
    auto const shorter = seconds_of([&] { convert_one(once, out); });
    ratios.push_back(seconds_of([&] { convert_one(twice, out); }) / shorter);
  }
  std::ranges::nth_element(ratios, ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2));
  state.counters["time_2N/N"] = ratios[ratios.size() / 2];
}

/// What the rules take of a conversion, in percent: their time on a document that was converted, over that of
/// converting it.
void share_of_rules(benchmark::State& state) {
  auto const corpus = bench_corpus();
  if (corpus.empty())
    return state.SkipWithError("no declaration among the samples");
  double conversion = 0, rules = 0;
  for (auto _ : state)
    for (auto const& text : corpus) {
      jixiao::Document document;
      conversion += seconds_of([&] { document = jixiao::convert({"bench.tsv", text}); });
      std::vector<jixiao::Profile const*> profiles;
      for (auto const& form : document.forms)
        profiles.push_back(&jixiao::profile_for("上海", form.fiscal_year));
      document.judgements.clear();
      jixiao::DiagnosticSink sink;
      rules += seconds_of([&] { jixiao::check_document(document, {profiles, {}}, sink); });
    }
  state.counters["percent"] = 100 * rules / conversion;
}

BENCHMARK(share_of_rules)->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK(conversion_against_nfkc)->Unit(benchmark::kMillisecond)->MinTime(3);
BENCHMARK(doubled_rows)->Arg(1000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond)->MinTime(1);

} // namespace
