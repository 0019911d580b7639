#include <jixiao/batch.hpp>
#include <jixiao/jixiao.h>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

/// Whole archives from many threads, and the C interface. ThreadSanitizer looks on in the tree `tsan`.
using namespace jixiao;

namespace {

/// Every eighth sample: all carriers are among them.
std::vector<std::string> const& inputs() {
  static auto const all = [] {
    std::vector<std::string> out;
    for (auto const& folder : std::filesystem::directory_iterator(JIXIAO_SAMPLES_DIR))
      if (folder.is_directory())
        for (auto const& file : std::filesystem::directory_iterator(folder))
          if (file.path().stem() == "input" && file.file_size() < 100'000)
            out.push_back(file.path().string());
    std::sort(out.begin(), out.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); i += 8)
      out[kept++] = out[i];
    out.resize(kept);
    return out;
  }();
  return all;
}

std::vector<std::string> documents(unsigned jobs) {
  std::vector<std::string> out;
  Batch batch;
  batch.inputs.paths = inputs();
  batch.jobs = jobs;
  for_each_document(batch, [&](Document const& document) {
    write_json(out.emplace_back(), document, JsonStyle::compact);
    return true;
  });
  return out;
}

std::int32_t take(void* user, jixiao_result const* result) {
  static_cast<std::vector<std::string>*>(user)->emplace_back(result->json.bytes, result->json.size);
  return 1;
}

std::vector<std::string> documents_from_c(std::uint32_t jobs, jixiao_grammars const* grammars) {
  std::vector<std::string> out;
  std::vector<char const*> paths;
  for (auto const& path : inputs())
    paths.push_back(path.c_str());
  jixiao_options const options{.size = sizeof options, .grammars = grammars};
  jixiao_batch const batch{.size = sizeof batch,
                           .paths = paths.data(),
                           .path_count = paths.size(),
                           .jobs = jobs,
                           .json = 1,
                           .take = take,
                           .user = &out};
  if (jixiao_convert_all(&batch, &options) != JIXIAO_OK)
    out.clear();
  return out;
}

} // namespace

TEST_CASE("runs of several workers at once give what one worker gives") {
  auto const expected = documents(1);
  REQUIRE(expected.size() == inputs().size());
  std::vector<std::string> got[3];
  {
    std::jthread const first([&] { got[0] = documents(4); });
    std::jthread const second([&] { got[1] = documents(2); });
    got[2] = documents_from_c(2, nullptr);
  }
  for (auto const& documents : got)
    CHECK(documents == expected);
}

TEST_CASE("documents and grammars of the C interface are read by many threads; each has errors of its own") {
  constexpr std::string_view river =
      "form river {\n  family river\n  title \"*河道\"\n  pairs { \"河名\" -> project_name }\n}\n";
  constexpr std::string_view text = "河道\n河名\t清河\n年度目标\t保持水面清洁\n一级指标\t二级指标\t三级指标\t指标值\n"
                                    "产出指标\t数量指标\t保洁河道长度\t≥12公里\n";
  jixiao_grammars* grammars = nullptr;
  REQUIRE(jixiao_grammars_load(river.data(), river.size(), "river.form", &grammars) == JIXIAO_OK);
  jixiao_options const options{.size = sizeof options, .grammars = grammars};
  jixiao_document* document = nullptr;
  REQUIRE(jixiao_convert("river.txt", text.data(), text.size(), &options, &document) == JIXIAO_OK);
  std::string names[4], errors[4];
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 4; ++i)
      threads.emplace_back([&, i] {
        jixiao_document* mine = nullptr;
        jixiao_form form{.size = sizeof form};
        jixiao_convert("river.txt", text.data(), text.size(), &options, &mine);
        if (jixiao_get_form(i % 2 == 0 ? document : mine, 0, &form) == JIXIAO_OK)
          names[i] = form.project_name.bytes;
        jixiao_options const unknown{.size = sizeof unknown, .from = i % 2 == 0 ? "papyrus" : "vellum"};
        jixiao_convert("", "", 0, &unknown, &mine);
        errors[i] = jixiao_error_message();
        jixiao_document_free(mine);
      });
  }
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(names[i] == "清河");
    CHECK(errors[i] == (i % 2 == 0 ? "there is no reader papyrus" : "there is no reader vellum"));
  }
  jixiao_document_free(document);
  jixiao_grammars_free(grammars);
}
