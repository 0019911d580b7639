#include <jixiao/convert.hpp>
#include <jixiao/read_json.hpp>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

/// The rules on threads that <jixiao/convert.hpp> gives, tried; ThreadSanitizer looks on in the tree `tsan`. Threads
/// note what they got, and it is looked at when they are done: doctest is for one thread.
using namespace jixiao;

namespace {

constexpr std::size_t threads_at_once = 4;

/// Calls work(i) in threads that begin together, so that tables that are made once are asked for at the same time.
template <class Work> void at_once(Work const& work) {
  std::barrier begin(threads_at_once);
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < threads_at_once; ++i)
    threads.emplace_back([&, i] {
      begin.arrive_and_wait();
      work(i);
    });
}

struct Sample {
  std::string name, bytes;
};

/// Samples of every kind of carrier.
std::vector<Sample> samples() {
  std::map<std::string, std::vector<std::filesystem::path>> by_kind;
  for (auto const& folder : std::filesystem::directory_iterator(JIXIAO_SAMPLES_DIR))
    if (folder.is_directory())
      for (auto const& file : std::filesystem::directory_iterator(folder))
        if (file.path().stem() == "input" && file.file_size() < 100'000)
          by_kind[file.path().extension().string()].push_back(file.path());
  std::vector<Sample> out;
  for (auto& [kind, paths] : by_kind) {
    std::sort(paths.begin(), paths.end());
    for (std::size_t i = 0; i < std::min<std::size_t>(3, paths.size()); ++i) {
      std::ifstream file(paths[i], std::ios::binary);
      out.push_back({"input" + kind, {std::istreambuf_iterator<char>(file), {}}});
    }
  }
  return out;
}

std::string json_of(Document const& document) {
  std::string out;
  write_json(out, document);
  return out;
}

std::string json_of(Sample const& sample, Options const& options = {}) {
  return json_of(convert({sample.name, sample.bytes}, options));
}

constexpr std::string_view river =
    "form river {\n  family river\n  title \"*河道\"\n  pairs { \"河名\" -> project_name }\n}\n";
constexpr std::string_view text = "河道\n河名\t清河\n年度目标\t保持水面清洁\n一级指标\t二级指标\t三级指标\t指标值\n"
                                  "产出指标\t数量指标\t保洁河道长度\t≥12公里\n";

} // namespace

TEST_CASE("inputs converted at once give what they give one after the other") {
  auto const all = samples();
  REQUIRE(all.size() > 20);
  std::vector<std::vector<std::string>> got(threads_at_once, std::vector<std::string>(all.size()));
  at_once([&](std::size_t thread) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const which = (i + thread * all.size() / threads_at_once) % all.size();
      got[thread][which] = json_of(all[which]);
    }
  });
  for (std::size_t i = 0; i < all.size(); ++i)
    for (auto const& of_thread : got)
      CHECK_MESSAGE(of_thread[i] == json_of(all[i]), all[i].name);
}

TEST_CASE("a set of grammars and a document are read by many threads") {
  auto const grammars = GrammarSet::load(river, "river.form");
  REQUIRE(grammars);
  Options const options{.grammars = &*grammars, .hide_contacts = true};
  Sample const sample{"river.txt", std::string(text)};
  auto const document = convert({sample.name, sample.bytes}, options);
  auto const expected = json_of(document);
  std::atomic<int> as_expected = 0;
  at_once([&](std::size_t) {
    auto const again = read_json(expected);
    as_expected += json_of(sample, options) == expected && json_of(document) == expected && again &&
                   json_of(*again) == expected && document.place_of("/forms/0/project_name") &&
                   grammars->list().size() > 1;
    for (auto const& finding : document.diagnostics)
      (void)message(finding, Language::zh);
  });
  CHECK(as_expected == static_cast<int>(threads_at_once));
  CHECK(document.forms.at(0).kind == "river");
}

TEST_CASE("each thread may change what is its own: copies of a set of grammars") {
  GrammarSet const shared;
  std::atomic<int> as_expected = 0;
  at_once([&](std::size_t thread) {
    auto mine = shared;
    if (thread % 2 == 0)
      as_expected += mine.add(river, "river.form").empty();
    auto const kind = convert({"river.txt", text}, {.grammars = &mine}).forms.at(0).kind;
    as_expected += (kind == "river") == (thread % 2 == 0);
  });
  CHECK(as_expected == static_cast<int>(threads_at_once + threads_at_once / 2));
  CHECK(shared.source("river").empty());
}
