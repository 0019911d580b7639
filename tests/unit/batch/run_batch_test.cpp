#include "../temporary_folder.hpp"

#include <jixiao/batch.hpp>

#include <doctest/doctest.h>

#include <csignal>
#include <map>

using namespace jixiao;
using jixiao::test::TemporaryFolder;

namespace {

constexpr std::string_view form = "财政项目支出绩效目标申报表\n项目名称\t河道保洁\n"
                                  "绩效指标\t一级指标\t二级指标\t三级指标\t年度(/项目)指标值\n"
                                  "\t产出指标\t数量指标\t保洁河道条数\t≥12(条)\n";

/// Twenty files: forms, and among them what is none.
void fill(TemporaryFolder const& folder) {
  for (int i = 10; i < 30; ++i)
    folder.write(std::to_string(i) + ".txt", i == 13 ? "" : i == 17 ? "\x89PNG\r\n\x1A\n" : form);
}

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

/// A batch that notes its results in order, a line each.
struct Noted {
  explicit Noted(TemporaryFolder const& folder, Isolation isolation, unsigned jobs) {
    batch.inputs.paths = {folder.string()};
    batch.isolation = isolation;
    batch.jobs = jobs;
    batch.render = [](BatchDocument const& read, std::uint64_t number) {
      return Rendered{std::to_string(number), std::to_string(read.document.forms.size())};
    };
    batch.take = [this](BatchResult result) {
      lines += name_of(result.path) + ' ' + std::string(to_string(result.fate));
      for (auto const& text : result.rendered)
        lines += ' ' + text;
      lines += '\n';
      return true;
    };
  }
  Batch batch;
  std::string lines;
};

} // namespace

TEST_CASE("results come in order and are the same in threads and in processes") {
  TemporaryFolder const folder;
  fill(folder);
  Noted one(folder, Isolation::threads, 1);
  auto const summary = run_batch(one.batch);
  CHECK(one.lines.starts_with("10.txt with_findings 0 1\n11.txt with_findings 1 1\n"));
  CHECK(one.lines.find("13.txt refused 3 0\n") != std::string::npos);
  CHECK(one.lines.find("17.txt refused 7 0\n") != std::string::npos);
  CHECK(summary.counts.documents == 20);
  CHECK(summary.counts.fates[1] == 18);
  CHECK(summary.counts.fates[2] == 2);
  CHECK(summary.counts.indicators == 18);
  CHECK_FALSE(summary.cancelled);
  CHECK(summary.reach.roots == std::vector{folder.string()});
  for (auto const isolation : {Isolation::threads, Isolation::processes})
    for (unsigned const jobs : {1U, 2U, 5U}) {
      Noted again(folder, isolation, jobs);
      CHECK(run_batch(again.batch).counts.severities[0] == summary.counts.severities[0]);
      CHECK(again.lines == one.lines);
    }
}

TEST_CASE("an input that brings its process down is a document that says so, and the others are converted") {
  TemporaryFolder const folder;
  fill(folder);
  Noted noted(folder, Isolation::processes, 2);
  noted.batch.reading.limits.seconds = 1;
  // Each renders in its own process what it is made to do.
  noted.batch.render = [](BatchDocument const& read, std::uint64_t) {
    auto const name = name_of(read.path);
    bool const given_up = unreadable(read.document);
    if (name == "11.txt" && !given_up)
      _exit(9);
    for (volatile bool forever = name == "12.txt" && !given_up; forever;) {
    }
    std::string codes;
    for (auto const& finding : read.document.diagnostics)
      if (info(finding.code).id.starts_with('S'))
        codes += info(finding.code).id;
    return Rendered{codes};
  };
  auto const summary = run_batch(noted.batch);
  CHECK(noted.lines.find("\n11.txt failed S124\n12.txt failed S122\n13.txt refused S101\n14.txt with_findings \n") !=
        std::string::npos);
  CHECK(summary.counts.documents == 20);
  CHECK(summary.counts.fates[3] == 2);
}

TEST_CASE("what is known and the same is not converted") {
  TemporaryFolder const folder;
  fill(folder);
  std::map<std::string, std::string> hashes;
  Noted first(folder, Isolation::threads, 2);
  first.batch.render = [](BatchDocument const& read, std::uint64_t) { return Rendered{read.document.source.sha256}; };
  first.batch.take = [&](BatchResult result) { return hashes[name_of(result.path)] = result.rendered[0], true; };
  run_batch(first.batch);
  folder.write("12.txt", std::string(form) + "\n\t\t\t清淤里程\t≥3(公里)\n");
  for (auto const isolation : {Isolation::threads, Isolation::processes}) {
    Noted again(folder, isolation, 2);
    again.batch.known = [&](std::string_view path) {
      return std::optional(KnownDocument{hashes[name_of(path)], Fate::converted});
    };
    auto const summary = run_batch(again.batch);
    CHECK(summary.counts.unchanged == 19);
    CHECK(summary.counts.fates[0] == 19);
    CHECK(again.lines.find("11.txt converted\n12.txt with_findings 2 1\n13.txt converted\n") != std::string::npos);
  }
}

TEST_CASE("a run ends early when it is told to") {
  TemporaryFolder const folder;
  fill(folder);
  for (unsigned const jobs : {1U, 3U}) {
    Noted refusing(folder, Isolation::threads, jobs);
    int taken = 0;
    refusing.batch.take = [&](BatchResult const&) { return ++taken < 3; };
    CHECK(run_batch(refusing.batch).cancelled);
    CHECK(taken == 3);

    Noted cancelled(folder, Isolation::threads, jobs);
    int asked = 0;
    cancelled.batch.cancelled = [&] { return ++asked > 5; };
    auto const summary = run_batch(cancelled.batch);
    CHECK(summary.cancelled);
    CHECK(summary.counts.documents == 5); // what is in flight is finished
  }
}

TEST_CASE("what take() throws arrives here") {
  TemporaryFolder const folder;
  fill(folder);
  Noted noted(folder, Isolation::processes, 2);
  noted.batch.take = [](BatchResult const& result) {
    return result.number == 4 ? throw OutputError("the disk is full") : true;
  };
  CHECK_THROWS_WITH_AS(run_batch(noted.batch), "the disk is full", OutputError);
}

TEST_CASE("progress adds up") {
  TemporaryFolder const folder;
  fill(folder);
  Noted noted(folder, Isolation::threads, 2);
  BatchProgress last;
  std::size_t calls = 0;
  noted.batch.progress = [&](BatchProgress const& progress) { last = progress, ++calls; };
  auto const summary = run_batch(noted.batch);
  CHECK(calls == 20);
  CHECK(last.done.documents == summary.counts.documents);
  CHECK(last.bytes_on_disk == summary.counts.bytes);
}
