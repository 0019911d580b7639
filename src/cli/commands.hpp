#pragma once

namespace CLI {
class App;
}

/// Each adds a command to the application; running it sets `status`.
namespace jixiao::cli {

void add_convert(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_inspect(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_grammars(CLI::App& app, int& status);
void add_schema(CLI::App& app, int& status);
void add_test(CLI::App& app, int& status);
void add_completion(CLI::App& app, int& status);
void add_man(CLI::App& app, int& status);

} // namespace jixiao::cli
