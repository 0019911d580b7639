// What the grammars cost: making ready those that are built in, and naming the layout of a form among few and many.
#include "corpus.hpp"
#include "stopwatch.hpp"

#include "forms/builtin_forms.hpp"
#include "forms/form_language_inheritance.hpp"
#include "forms/grammar_set_impl.hpp"
#include "forms/layout_compiler.hpp"
#include "recognition/layouts/layout_match.hpp"

#include <jixiao/convert.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace jixiao;

/// So many layouts: the built-in ones, again and again under other names.
std::vector<FormGrammar> layouts(std::size_t count) {
  auto const& builtin = builtin_forms();
  std::vector<FormGrammar> out;
  for (std::size_t i = 0; out.size() < count; ++i) {
    auto form = form_language::with_bases(builtin[i % builtin.size()], builtin, {});
    form.name += "-" + std::to_string(i);
    if (!form.is_base)
      out.push_back(std::move(form));
  }
  return out;
}

/// The labels of the layout of the bench's documents, as they would be printed.
std::vector<recognition::PrintedLabel> printed_labels() {
  auto const form = GrammarSet::builtin().impl().whole("shanghai-declaration");
  std::vector<recognition::PrintedLabel> labels;
  visit_labels(*form, [&](LabelRule const& rule, LabelKind kind) {
    auto const text = label_key(rule.texts.front());
    labels.push_back({text, text, 0, kind, true});
  });
  return labels;
}

/// The same form among so many layouts. `naming_us` is what naming takes, and `share_%` its part of the form's
/// conversion, beside which it is timed: the time of an iteration is that of both.
void naming_a_layout(benchmark::State& state) {
  CompiledLayouts const compiled(layouts(static_cast<std::size_t>(state.range(0))));
  auto const labels = printed_labels();
  auto const document = declaration_with_rows(10);
  double naming = 0, conversion = 0;
  for (auto _ : state) {
    naming += seconds_of([&] {
      recognition::LayoutMatch const match(compiled.table(), labels);
      std::size_t least = static_cast<std::size_t>(-1);
      for (auto const& fit : match.fits())
        least = std::min(least, match.distance(fit));
      benchmark::DoNotOptimize(least);
    });
    conversion += seconds_of([&] { benchmark::DoNotOptimize(convert({"bench.tsv", document}).forms.data()); });
  }
  state.counters["naming_us"] = 1e6 * naming / static_cast<double>(state.iterations());
  state.counters["share_%"] = 100 * naming / conversion;
}

/// What a process pays before its first document.
void making_grammars_ready(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(GrammarSet::Impl().own.data());
}

} // namespace

BENCHMARK(making_grammars_ready)->Unit(benchmark::kMicrosecond);
BENCHMARK(naming_a_layout)->Arg(3)->Arg(60)->Arg(600)->Unit(benchmark::kMicrosecond);
