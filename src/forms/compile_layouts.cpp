// Part of the build: compiles .form files into the constant arrays of a LayoutTable.
// Usage: compile_layouts OUTPUT.cpp FILE.form...

#include "forms/form_language_inheritance.hpp"
#include "forms/form_parser.hpp"
#include "forms/layout_compiler.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace jixiao;

/// The texts of the files as one, and where each begins, so that an error names its file.
struct Files {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::string>> first_lines;

  void add(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::string const file{std::istreambuf_iterator<char>(in), {}};
    if (!in)
      throw std::runtime_error("cannot read " + path);
    first_lines.emplace_back(static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')), path);
    text += file + "\n";
  }

  std::string place(GrammarError const& error) const {
    auto at = first_lines.front();
    for (auto const& one : first_lines)
      if (one.first < error.line)
        at = one;
    return at.second + ":" + std::to_string(error.line - at.first) + ":" + std::to_string(error.column);
  }
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text)
    (c == '"' || c == '\\' ? out += '\\' : out) += c;
  return out + "\"sv";
}

char const* name_of(LayoutUse use) {
  switch (use) {
  case LayoutUse::printed:
    return "printed";
  case LayoutUse::column:
    return "column";
  case LayoutUse::known:
    return "known";
  case LayoutUse::required:
    return "required";
  case LayoutUse::forbidden:
    break;
  }
  return "forbidden";
}

std::string source_of(LayoutTable const& table) {
  std::ostringstream out;
  auto const flag = [](bool value) { return value ? "true" : "false"; };
  out << "// Generated from grammars/forms by compile_layouts.\n#include \"forms/builtin_forms.hpp\"\n\nnamespace "
         "jixiao {\n\n"
         "using namespace std::string_view_literals;\n\nnamespace {\n\nconstexpr Layout compiled_layouts[] = {\n";
  for (auto const& one : table.layouts)
    out << "    {" << quoted(one.name) << ", " << quoted(one.family) << ", " << quoted(one.place) << ", "
        << one.first_title << ", " << one.titles << ", " << one.slots << ", " << one.printed << ", " << one.columns
        << ", " << one.required << ", " << one.first_slot << ", " << flag(one.is_base) << ", " << flag(one.is_complete)
        << "},\n";
  out << "};\n\nconstexpr LayoutTitle compiled_titles[] = {\n";
  for (auto const& one : table.titles)
    out << "    {" << quoted(one.text) << ", " << flag(one.any_before) << "},\n";
  out << "};\n\nconstexpr LayoutText compiled_texts[] = {\n";
  for (auto const& one : table.texts)
    out << "    {" << quoted(one.text) << ", " << one.first << "},\n";
  out << "};\n\nconstexpr LayoutLabel compiled_labels[] = {\n";
  for (auto const& one : table.labels)
    out << "    {" << one.layout << ", " << one.slot << ", LayoutUse::" << name_of(one.use) << "},\n";
  out << "};\n\nconstexpr LayoutSlot compiled_slots[] = {\n";
  for (auto const& one : table.slots)
    out << "    {" << quoted(one.name) << ", LayoutUse::" << name_of(one.use) << "},\n";
  out << "};\n\n} // namespace\n\nLayoutTable builtin_layouts() {\n  return {compiled_layouts, compiled_titles, "
         "compiled_texts, compiled_labels, compiled_slots};\n}\n\n} // namespace jixiao\n";
  return out.str();
}

int compile(char const* output, std::span<char const* const> paths) {
  Files files;
  for (auto const* path : paths)
    files.add(path);
  auto const parsed = parse_forms(files.text, "grammars/forms");
  for (auto const& error : parsed.errors)
    std::cerr << files.place(error) << ": " << error.what << "\n" << error.excerpt << "\n";
  if (!parsed.errors.empty())
    return EXIT_FAILURE;
  std::vector<FormGrammar> whole;
  for (auto const& form : parsed.forms)
    whole.push_back(form_language::with_bases(form, parsed.forms, {}));
  std::ofstream out(output, std::ios::binary);
  out << source_of(CompiledLayouts(whole).table());
  return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int count, char** arguments) try {
  if (count < 3)
    throw std::runtime_error("usage: compile_layouts OUTPUT.cpp FILE.form...");
  return compile(arguments[1], std::span<char const* const>(arguments + 2, static_cast<std::size_t>(count - 2)));
} catch (std::exception const& error) {
  std::cerr << error.what() << "\n";
  return EXIT_FAILURE;
}
