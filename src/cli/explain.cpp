#include "cli/check_levels.hpp"
#include "cli/commands.hpp"
#include "outputs/output_file.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

#include <jixiao/writers.hpp>

#include <CLI/App.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include <unistd.h>

namespace jixiao::cli {

namespace {

struct Stage {
  char letter;
  std::string_view english, chinese;
};

/// In the order of the catalogue.
constexpr Stage stages[] = {{'S', "Source: opening the input", "来源：打开输入"},
                            {'G', "Grid: tables and cells", "表格：行列与单元格"},
                            {'F', "Form: recognising forms and their fields", "表单：识别表单及其字段"},
                            {'R', "Repair: undoing the damage of extraction", "修复：还原抽取造成的损坏"},
                            {'V', "Validation: what a reviewer checks", "审核：审核人员检查的内容"},
                            {'P', "Profile: files with what a place asks of forms", "方案：各地对表单的要求"},
                            {'W', "Writing: giving out the document", "输出：写出文档"}};

std::string heading_of(char letter, Language language) {
  for (auto const& stage : stages)
    if (stage.letter == letter)
      return std::string(language == Language::zh ? stage.chinese : stage.english);
  return std::string(1, letter);
}

std::string padded(std::string_view text, int width) {
  return std::string(text).append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

/// The codes of each stage under its heading, one a line.
std::string whole_catalogue(Language language, bool colour) {
  int longest = 0;
  for (auto const& entry : catalogue())
    longest = std::max(longest, display_width(entry.name));
  std::string out;
  for (char stage = 0; auto const& entry : catalogue()) {
    if (std::exchange(stage, entry.id.front()) != entry.id.front()) {
      out += out.empty() ? "" : "\n";
      out.append(colour ? "\x1b[1m" : "").append(heading_of(stage, language)).append(colour ? "\x1b[0m\n" : "\n");
    }
    out += "  " + padded(entry.id, 6) + padded(word_of(entry.severity, language), 9) + padded(entry.name, longest + 2);
    out.append(message_template(entry.code, language)) += '\n';
  }
  return out;
}

/// The explanation with its headings in bold, and behind the title what the finding says.
std::string one_code(Code code, Language language, bool colour) {
  auto const& entry = info(code);
  auto text = explanation(code, language);
  std::string out;
  for (bool title = true; !text.empty(); title = false) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    bool const bold = colour && line.starts_with('#');
    out.append(bold ? "\x1b[1m" : "").append(line).append(bold ? "\x1b[0m\n" : "\n");
    if (title)
      out.append("\n")
          .append(word_of(entry.severity, language))
          .append(language == Language::zh ? "：" : ": ")
          .append(message_template(code, language))
          .append("\n");
  }
  return out;
}

struct ExplainOptions {
  std::string code, language;
  bool prices = false;
};

std::string explained(ExplainOptions const& options) {
  auto const language = language_of(options.language);
  auto const colour = colour_on(STDOUT_FILENO);
  if (options.prices)
    return render_prices(language);
  return options.code.empty() ? whole_catalogue(language, colour) : one_code(code_of(options.code), language, colour);
}

} // namespace

void add_explain(CLI::App& app, int& status) {
  auto options = std::make_shared<ExplainOptions>();
  auto& command =
      *app.add_subcommand("explain", "What a code means, by its id or name; without one, all codes by stage");
  command.add_option("CODE", options->code, "S101, or empty_input");
  command.add_option("--lang", options->language, "zh or en; by default that of the locale")
      ->type_name("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  command.add_flag("--prices", options->prices, "The prices by which readings are weighed (see inspect --why)")
      ->excludes("CODE");
  command.callback([options, &status] {
    OutputFile().write(explained(*options));
    status = done;
  });
}

} // namespace jixiao::cli
