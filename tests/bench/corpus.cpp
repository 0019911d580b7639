#include "corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace fs = std::filesystem;

namespace {

constexpr std::size_t document_size = 20'000;
constexpr std::size_t corpus_size = 1'000'000;
constexpr std::string_view title = "财政项目支出绩效目标申报表";

/// Tabs for at least half of the lines: plain texts of other carriers have few.
bool is_tabbed(std::string const& text) { return 2 * std::ranges::count(text, '\t') > std::ranges::count(text, '\n'); }

/// The tab-separated declarations among the samples that are no larger than a page or two.
std::vector<std::string> declarations() {
  std::vector<fs::path> paths;
  for (auto const& entry : fs::recursive_directory_iterator(JIXIAO_SAMPLES_DIR))
    if (entry.path().filename() == "input.txt")
      paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (auto const& path : paths)
    if (auto text = read_file(path);
        is_tabbed(text) && text.size() < document_size && text.find(title) != std::string::npos)
      texts.push_back(std::move(text));
  return texts;
}

std::string varied(std::string text, std::mt19937& random) {
  for (auto& c : text)
    if (c >= '1' && c <= '9' && random() % 4 == 0)
      c = static_cast<char>('1' + random() % 9);
  return text;
}

} // namespace

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> bench_corpus() {
  std::vector<std::string> documents;
  auto const forms = declarations();
  std::mt19937 random(1);
  for (std::size_t size = 0; !forms.empty() && size < corpus_size; size += documents.back().size()) {
    std::string document;
    while (document.size() < document_size)
      document += varied(forms[random() % forms.size()], random) + '\n';
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string declaration_with_rows(std::size_t rows) {
  std::string text = "财政项目支出绩效目标申报表\n(2026年度)\n项目名称\t河道保洁\t项目类别\t一次性项目\n"
                     "绩效指标\t一级指标\t二级指标\t三级指标\t年度(/项目)指标值\n";
  text.reserve(text.size() + rows * 64);
  for (std::size_t row = 0; row < rows; ++row)
    text += (row == 0 ? "\t产出指标\t数量指标\t第" : "\t\t\t第") + std::to_string(row) + "段保洁河道条数\t≥" +
            std::to_string(row % 90 + 1) + "(条)\n";
  return text;
}
