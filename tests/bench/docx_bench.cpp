// How fast a Word document becomes JSON, measured against inflating and parsing what has to be looked at of it.
#include "stopwatch.hpp"
#include "word_corpus.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <benchmark/benchmark.h>
#include <pugixml.hpp>
#include <zip.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

struct Sample {
  std::string bytes;
  std::vector<std::string> needed;
  std::size_t forms; ///< that are found in it
};

Sample sample_of(std::string bytes) {
  auto needed = needed_parts(unpack(bytes));
  auto const forms = jixiao::convert({"bench.docx", bytes}).forms.size();
  return {std::move(bytes), std::move(needed), forms};
}

void convert_one(Sample const& sample, std::string& out) {
  out.clear();
  jixiao::write_json(out, jixiao::convert({"bench.docx", sample.bytes}), jixiao::JsonStyle::compact);
  benchmark::DoNotOptimize(out.data());
}

void inflate_and_parse_one(Sample const& sample) {
  auto* const source = zip_source_buffer_create(sample.bytes.data(), sample.bytes.size(), 0, nullptr);
  auto* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  for (auto const& name : sample.needed) {
    zip_stat_t stat;
    zip_stat(archive, name.c_str(), 0, &stat);
    auto* const file = zip_fopen_index(archive, stat.index, 0);
    std::string content(stat.size, '\0');
    zip_fread(file, content.data(), content.size());
    zip_fclose(file);
    pugi::xml_document document;
    document.load_buffer_inplace(content.data(), content.size());
    benchmark::DoNotOptimize(document.document_element());
  }
  zip_discard(archive);
}

double median(std::vector<double> values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// Both over all samples in turn; the counter is how much longer the conversion takes.
void compare(benchmark::State& state, std::vector<Sample> const& samples) {
  std::vector<double> ratios, conversions;
  std::string out;
  std::size_t forms = 0;
  for (auto const& sample : samples)
    forms += sample.forms;
  for (auto _ : state) {
    double parsing = 0, conversion = 0;
    for (auto const& sample : samples) {
      parsing += seconds_of([&] { inflate_and_parse_one(sample); });
      conversion += seconds_of([&] { convert_one(sample, out); });
    }
    ratios.push_back(conversion / parsing);
    conversions.push_back(conversion);
  }
  state.counters["ratio"] = median(ratios);
  state.counters["documents/s"] = static_cast<double>(samples.size()) / median(conversions);
  state.counters["forms/s"] = static_cast<double>(forms) / median(conversions);
}

void word_samples_against_parsing(benchmark::State& state) {
  std::vector<Sample> samples;
  for (auto& bytes : word_samples())
    samples.push_back(sample_of(std::move(bytes)));
  compare(state, samples);
}

void word_forms_against_parsing(benchmark::State& state) {
  compare(state, {sample_of(word_document(static_cast<std::size_t>(state.range(0)), false))});
}

void word_forms_below_heading_against_parsing(benchmark::State& state) {
  compare(state, {sample_of(word_document(static_cast<std::size_t>(state.range(0)), true))});
}

/// A document of N forms and one of 2N in turn; the counter is how much longer the second takes.
void word_doubled_tables(benchmark::State& state) {
  auto const forms = static_cast<std::size_t>(state.range(0));
  auto const once = sample_of(word_document(forms, false)), twice = sample_of(word_document(2 * forms, false));
  std::vector<double> ratios;
  std::string out;
  for (auto _ : state) {
    auto const shorter = seconds_of([&] { convert_one(once, out); });
    ratios.push_back(seconds_of([&] { convert_one(twice, out); }) / shorter);
  }
  state.counters["time_2N/N"] = median(ratios);
}

BENCHMARK(word_samples_against_parsing)->Unit(benchmark::kMillisecond)->MinTime(1);
BENCHMARK(word_forms_against_parsing)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond)->MinTime(1);
BENCHMARK(word_forms_below_heading_against_parsing)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond)->MinTime(1);
BENCHMARK(word_doubled_tables)->Arg(10)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond)->MinTime(1);

} // namespace
