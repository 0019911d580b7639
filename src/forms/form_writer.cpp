#include "forms/form_writer.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text)
    (c == '"' || c == '\\' ? out += '\\' : out) += c;
  return out + '"';
}

std::string texts(std::vector<std::string> const& list) {
  std::string out;
  for (auto const& text : list)
    out += (out.empty() ? "" : " | ") + quoted(text);
  return out;
}

/// Where a destination stands decides how it is written.
std::string destination(Destination const& to) {
  std::vector<std::string_view> parts;
  if (to.field != FieldId::funds)
    parts.push_back(name_of(to.field));
  else if (!to.scope.empty())
    parts = {name_of(to.field), to.scope, to.item};
  if (!to.measure.empty())
    parts.push_back(to.measure);
  std::string out;
  for (auto const part : parts)
    out += (out.empty() ? "" : ".") + std::string(part);
  return out;
}

std::string label(LabelRule const& rule) {
  auto out = texts(rule.texts);
  if (rule.annotation)
    out += " with " + std::string(name_of(*rule.annotation));
  if (rule.destination)
    out += " -> " + destination(*rule.destination);
  return out;
}

class FormWriter {
public:
  explicit FormWriter(FormGrammar const& form) : form_(form) {}

  std::string write(std::span<std::string const> comments) && {
    line("form " + form_.name + " {");
    ++depth_;
    head();
    for (auto const& block : form_.pairs)
      pairs(block);
    for (auto const& block : form_.matrices)
      matrix(block);
    for (auto const& block : form_.below)
      below(block);
    for (auto const& block : form_.series)
      line("series " + label(block.side));
    for (auto const& block : form_.records)
      records(block);
    for (auto const& rule : form_.ignored)
      line("ignore " + texts(rule.texts));
    for (auto const& comment : comments)
      line("# " + comment);
    --depth_;
    line("}");
    return std::move(out_);
  }

private:
  void line(std::string_view text) { out_.append(depth_ * 2, ' ').append(text).append("\n"); }

  void block(std::string_view keyword, auto body) {
    line(std::string(keyword) + " {");
    ++depth_;
    body();
    --depth_;
    line("}");
  }

  void labels(std::vector<LabelRule> const& rules, std::string_view keyword = {}) {
    for (auto const& rule : rules)
      line(std::string(keyword) + label(rule));
  }

  void head() {
    if (!form_.base.empty())
      line("extends " + form_.base);
    if (form_.is_base)
      line("base");
    if (!form_.family.empty())
      line("family " + form_.family);
    if (!form_.place.empty())
      line("place " + quoted(form_.place));
    if (form_.first_year)
      line("years " + std::to_string(*form_.first_year) + years_end());
    if (!form_.note.empty())
      line("source " + quoted(form_.note));
    if (!form_.titles.empty())
      line("title " + texts(form_.titles));
    for (auto const& text : form_.requires_labels)
      line("requires " + quoted(text));
    if (!form_.forbids_labels.empty())
      line("forbids " + texts(form_.forbids_labels));
    if (!form_.without.empty())
      line("without " + texts(form_.without));
    for (auto const field : form_.lines)
      line("line " + std::string(name_of(field)));
    if (form_.prose_sections)
      line("prose sections");
  }

  std::string years_end() const {
    if (form_.first_year == form_.last_year)
      return {};
    return ".." + (form_.last_year ? std::to_string(*form_.last_year) : std::string());
  }

  void pairs(PairsBlock const& pairs) {
    block("pairs", [&] {
      labels(pairs.sides, "side ");
      if (pairs.panels.size() == 1)
        return labels(pairs.panels.front());
      for (auto const& panel : pairs.panels)
        block("panel", [&] { labels(panel); });
    });
  }

  void matrix(MatrixBlock const& matrix) {
    block("matrix", [&] {
      labels(matrix.sides, "side ");
      if (!matrix.rows.empty())
        block("rows", [&] { labels(matrix.rows); });
      if (!matrix.columns.empty())
        block("columns", [&] { labels(matrix.columns); });
    });
  }

  void below(BelowBlock const& below) {
    block("below", [&] {
      labels(below.sides, "side ");
      labels(below.headers);
    });
  }

  void records(RecordsBlock const& records) {
    block("records", [&] {
      labels(records.sides, "side ");
      for (auto const& column : records.columns)
        line((column.optional ? "column optional " : "column ") + label(column.label));
      for (auto const& total : records.totals)
        block("total " + texts(total.label.texts), [&] {
          for (auto const& [from, to] : total.fields)
            line(std::string(name_of(from)) + " -> " + std::string(name_of(to)));
        });
    });
  }

  FormGrammar const& form_;
  std::string out_;
  std::size_t depth_ = 0;
};

} // namespace

std::string write_form(FormGrammar const& form) { return FormWriter(form).write({}); }

std::string write_form(FormGrammar const& form, std::span<std::string const> comments) {
  return FormWriter(form).write(comments);
}

} // namespace jixiao
