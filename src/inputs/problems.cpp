#include "inputs/problems.hpp"

#include "inputs/names.hpp"

namespace jixiao {

namespace {

Diagnostic problem(Code code, std::vector<Argument> arguments) {
  return {code, info(code).severity, std::move(arguments), {}, {}};
}

} // namespace

Diagnostic unreadable_file(std::string_view path, std::string reason) {
  return problem(Code::unreadable_file, {{"file", as_text(path)}, {"reason", std::move(reason)}});
}

Diagnostic no_readable_file(std::string_view path) {
  return problem(Code::no_readable_file, {{"folder", as_text(path)}});
}

Document problem_document(std::string path, Diagnostic problem) {
  Document out;
  out.source.name = std::filesystem::path(path).lexically_normal().filename().string();
  if (out.source.name.empty())
    out.source.name = path;
  out.source.path = std::move(path);
  out.diagnostics.push_back(std::move(problem));
  return out;
}

} // namespace jixiao
