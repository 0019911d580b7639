#include "word_corpus.hpp"

#include "corpus.hpp"

#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <random>

namespace fs = std::filesystem;

namespace {

constexpr std::string_view heading_paragraph =
    R"(<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>绩效目标汇总表</w:t></w:r></w:p>)";

/// Figures are varied, attributes are not: digits behind a '>' or a Chinese character.
std::string varied_texts(std::string body, std::mt19937& random) {
  bool in_tag = false;
  for (auto& c : body) {
    in_tag = c == '<' || (in_tag && c != '>');
    if (!in_tag && c >= '1' && c <= '9' && random() % 4 == 0)
      c = static_cast<char>('1' + random() % 9);
  }
  return body;
}

void repeat_body(std::string& document, std::size_t forms, bool heading) {
  auto const begin = document.find("<w:body>") + 8, end = document.find("<w:sectPr", begin);
  auto const body = document.substr(begin, end - begin);
  std::mt19937 random(1);
  std::string bodies(heading ? heading_paragraph : "");
  for (std::size_t i = 0; i < forms; ++i)
    bodies += varied_texts(body, random);
  document.replace(begin, body.size(), bodies);
}

std::string pack(PackageParts const& parts) {
  auto* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
  for (auto const& [name, content] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
  zip_close(archive);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

} // namespace

PackageParts unpack(std::string_view package) {
  PackageParts parts;
  auto* const archive =
      zip_open_from_source(zip_source_buffer_create(package.data(), package.size(), 0, nullptr), ZIP_RDONLY, nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    auto* const file = zip_fopen_index(archive, stat.index, 0);
    std::string content(stat.size, '\0');
    zip_fread(file, content.data(), content.size());
    zip_fclose(file);
    parts.emplace_back(stat.name, std::move(content));
  }
  zip_discard(archive);
  return parts;
}

std::vector<std::string> word_samples() {
  std::vector<fs::path> paths;
  for (auto const& entry : fs::recursive_directory_iterator(JIXIAO_SAMPLES_DIR))
    if (entry.path().filename() == "input.docx")
      paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> documents;
  for (auto const& path : paths)
    documents.push_back(read_file(path));
  return documents;
}

std::string word_document(std::size_t forms, bool heading) {
  auto parts = unpack(read_file(fs::path(JIXIAO_SAMPLES_DIR) / "merged_cells_in_word" / "input.docx"));
  for (auto& [name, content] : parts)
    if (name == "word/document.xml")
      repeat_body(content, forms, heading);
  return pack(parts);
}

std::vector<std::string> needed_parts(PackageParts const& parts) {
  auto const main = std::ranges::find(parts, "word/document.xml", &PackageParts::value_type::first);
  auto const has = [&](std::string_view name) { return main->second.find(name) != std::string::npos; };
  std::vector<std::string> needed{"_rels/.rels", "word/document.xml"};
  if (has("w:pStyle") || has("w:numPr"))
    needed.insert(needed.end(), {"word/_rels/document.xml.rels", "word/numbering.xml"});
  if (has("w:pStyle"))
    needed.push_back("word/styles.xml");
  std::erase_if(needed, [&](std::string const& name) {
    return std::ranges::find(parts, name, &PackageParts::value_type::first) == parts.end();
  });
  return needed;
}
