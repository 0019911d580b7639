#include "writers/json_buffer.hpp"
#include "writers/names.hpp"

#include <jixiao/writers.hpp>

namespace jixiao {

namespace {

/// Writes the model, a put() for each of its types.
class JsonModel {
public:
  JsonModel(std::string& out, JsonStyle style, int depth) : out_(out, style == JsonStyle::pretty, depth) {}

  void put(Document const& document) {
    out_.open('{');
    member<"schema">(std::string_view("jixiao/1"));
    member<"source">(document.source);
    member<"title">(document.title);
    member<"sections">(document.sections);
    member<"forms">(document.forms);
    member<"diagnostics">(document.diagnostics);
    member<"coverage">(document.coverage);
    out_.close('}');
  }

  void put(Finding const& finding) {
    out_.open('{');
    if (!finding.document.empty())
      member<"document">(finding.document);
    put_members(finding.diagnostic, finding.language);
    out_.close('}');
  }

  void put(ReviewedItem const& reviewed) {
    auto const& [name, document, item, language] = reviewed;
    auto const& finding = item.first();
    out_.open('{');
    if (!name.empty())
      member<"document">(name);
    put_kind(finding);
    member<"message">(statement(document, item, language));
    if (item.several()) {
      member<"path">(common_path(document, item));
      member<"at">(finding.at);
      out_.key<"places">();
      out_.open('[');
      for (auto const* place : item.places) {
        out_.next();
        out_.open('{');
        member<"message">(statement(document, *place, language));
        put_place(document, *place, language);
        out_.close('}');
      }
      out_.close(']');
    } else {
      put_place(document, finding, language);
    }
    member<"remedy">(or_nothing(remedy_of(finding.code, language)));
    member<"basis">(or_nothing(basis_of(finding.code, language)));
    out_.close('}');
  }

private:
  static Text or_nothing(std::string text) { return text.empty() ? Text() : Text(std::move(text)); }

  /// The form that all places are in.
  static Text common_path(Document const& document, ReviewItem const& item) {
    auto const form = form_of(document, item.first().path);
    for (auto const* place : item.places)
      if (!form || form_of(document, place->path) != form)
        return std::nullopt;
    return "/forms/" + std::to_string(*form);
  }

  void put_place(Document const& document, Diagnostic const& finding, Language language) {
    auto const form = form_of(document, finding.path);
    member<"form">(form ? Text(name_of_form(document, *form, language)) : Text());
    member<"project">(form ? document.forms[*form].project_name : Text());
    member<"part">(or_nothing(name_of_part(document, finding.path, language)));
    member<"printed">(or_nothing(printed_at(document, finding.path)));
    put_arguments(finding);
    member<"path">(or_nothing(finding.path));
    member<"at">(finding.at);
    member<"fingerprint">(fingerprint(document, finding));
  }

  void put(std::string_view text) { out_.string(text); }
  void put(std::uint64_t number) { out_.literal(std::to_string(number)); }
  void put(int number) { out_.literal(std::to_string(number)); }
  void put(Decimal number) { out_.literal(to_string(number)); }

  void put(ValueKind kind) { out_.string(name_of(kind)); }

  void put(Comparator op) {
    if (op == Comparator::none)
      out_.null();
    else
      out_.string(sign_of(op));
  }

  template <JsonKey Name, class T> void member(T const& value) {
    out_.key<Name>();
    put(value);
  }

  /// As member(), but nothing at all when there is no value: the parts of a place that do not apply.
  template <JsonKey Name, class T> void member_if(std::optional<T> const& value) {
    if (value)
      member<Name>(std::uint64_t{*value});
  }

  /// As member(), but nothing at all for an empty list.
  template <JsonKey Name, class T> void member_if(std::vector<T> const& list) {
    if (!list.empty())
      member<Name>(list);
  }

  template <JsonKey Name, class T> void member_if_set(std::optional<T> const& value) {
    if (value)
      member<Name>(*value);
  }

  void put(Location const& at) {
    out_.open('{');
    member_if<"line">(at.line);
    member_if<"column">(at.column);
    member_if<"page">(at.page);
    member_if<"table">(at.table);
    member_if<"row">(at.row);
    member_if<"cell">(at.cell);
    if (at.begin && at.end) {
      out_.key<"bytes">();
      out_.open('[');
      out_.next();
      put(*at.begin);
      out_.next();
      put(*at.end);
      out_.close(']');
    }
    out_.close('}');
  }

  void put(Party const& party) {
    out_.open('{');
    member<"code">(party.code);
    member<"name">(party.name);
    out_.close('}');
  }

  void put(Fund const& fund) {
    out_.open('{');
    member<"scope">(fund.scope);
    member<"item">(fund.item);
    member<"measure">(fund.measure);
    if (!fund.label.empty())
      member<"label">(fund.label);
    member<"number">(fund.number);
    member<"yuan">(fund.yuan);
    out_.close('}');
  }

  void put(ScheduleEntry const& entry) {
    out_.open('{');
    member<"by">(entry.by);
    member<"percent">(entry.percent);
    out_.close('}');
  }

  void put(Goals const& goals) {
    out_.open('{');
    member<"project">(goals.project);
    member<"project_period">(goals.project_period);
    member<"annual">(goals.annual);
    member<"expected">(goals.expected);
    member<"actual">(goals.actual);
    out_.close('}');
  }

  void put(Value const& value) {
    out_.open('{');
    member<"text">(value.text);
    member<"kind">(value.kind);
    member<"op">(value.op);
    member<"number">(value.number);
    member<"upper">(value.upper);
    member<"unit">(value.unit);
    member<"subject">(value.subject);
    out_.close('}');
  }

  void put(Labelled const& value) {
    out_.open('{');
    member<"label">(value.label);
    member<"text">(value.text);
    member<"at">(value.at);
    out_.close('}');
  }

  void put(Choice const& choice) {
    out_.open('{');
    member<"label">(choice.label);
    if (!choice.text.empty())
      member<"text">(choice.text);
    member<"chosen">(choice.chosen);
    member<"offered">(choice.offered);
    member<"at">(choice.at);
    out_.close('}');
  }

  void put(TableRow const& row) { put(row.cells); }

  void put(ValueOf const& value) {
    out_.open('{');
    member<"of">(value.of);
    member<"by">(value.by);
    member<"value">(value.value);
    out_.close('}');
  }

  /// An object with a member for each field.
  void put_printed(std::vector<PrintedText> const& texts) {
    if (texts.empty())
      return;
    out_.key<"printed">();
    out_.open('{');
    for (auto const& text : texts) {
      out_.named(text.field);
      out_.string(text.text);
    }
    out_.close('}');
  }

  void put_how(std::vector<FieldReading> const& readings) {
    if (readings.empty())
      return;
    out_.key<"how">();
    out_.open('{');
    for (auto const& reading : readings) {
      out_.named(reading.field);
      out_.open('{');
      member<"by">(name_of(reading.by));
      if (reading.certainty)
        member<"certainty">(to_string(*reading.certainty));
      out_.close('}');
    }
    out_.close('}');
  }

  void put(Indicator const& indicator) {
    out_.open('{');
    member<"level1">(indicator.level1);
    member<"level2">(indicator.level2);
    member<"level3">(indicator.level3);
    member<"definition">(indicator.definition);
    member<"target">(indicator.target);
    member<"actual">(indicator.actual);
    member<"weight">(indicator.weight);
    member<"score">(indicator.score);
    member<"basis">(indicator.basis);
    member<"remark">(indicator.remark);
    member_if_set<"direction">(indicator.direction);
    member_if_set<"nature">(indicator.nature);
    member_if_set<"panel">(indicator.panel);
    member_if_set<"group_weight">(indicator.group_weight);
    member_if<"targets">(indicator.targets);
    member_if<"results">(indicator.results);
    member_if<"choices">(indicator.choices);
    member_if<"other">(indicator.other);
    put_printed(indicator.printed);
    put_how(indicator.how);
    member<"repaired">(indicator.repaired);
    member<"at">(indicator.at);
    out_.close('}');
  }

  void put(Form const& form) {
    out_.open('{');
    member<"kind">(form.kind);
    member<"layout">(form.layout);
    member<"ordinal">(form.ordinal);
    member<"title">(form.title);
    member<"fiscal_year">(form.fiscal_year);
    member<"project_name">(form.project_name);
    member<"project_code">(form.project_code);
    member<"project_nature">(form.project_nature);
    member<"project_category">(form.project_category);
    member<"supervising_department">(form.supervising_department);
    member<"implementing_unit">(form.implementing_unit);
    member<"start_date">(form.start_date);
    member<"end_date">(form.end_date);
    member<"amount_unit">(form.amount_unit);
    member<"funds">(form.funds);
    member<"fund_purpose">(form.fund_purpose);
    member<"spending_schedule">(form.spending_schedule);
    member<"goals">(form.goals);
    member<"indicators">(form.indicators);
    member<"total_weight">(form.total_weight);
    member<"total_score">(form.total_score);
    member<"grade">(form.grade);
    member_if<"contacts">(form.contacts);
    member_if<"choices">(form.choices);
    member_if<"tasks">(form.tasks);
    member_if<"other">(form.other);
    put_printed(form.printed);
    put_how(form.how);
    member<"at">(form.at);
    out_.close('}');
  }

  void put(Source const& source) {
    out_.open('{');
    member<"name">(source.name);
    member<"media_type">(source.media_type);
    member<"encoding">(source.encoding);
    member<"bytes">(source.bytes);
    member<"sha256">(source.sha256);
    if (!source.path.empty())
      member<"path">(source.path);
    out_.close('}');
  }

  void put(Section const& section) {
    out_.open('{');
    member<"heading">(section.heading);
    member<"text">(section.text);
    out_.close('}');
  }

  void put(Unclaimed const& cell) {
    out_.open('{');
    member<"at">(cell.at);
    member<"text">(cell.text);
    out_.close('}');
  }

  void put(Furniture const& furniture) {
    out_.open('{');
    member<"kind">(furniture.kind);
    member<"text">(furniture.text);
    member<"at">(furniture.at);
    out_.close('}');
  }

  void put(Coverage const& coverage) {
    out_.open('{');
    member<"cells">(coverage.cells);
    member<"claimed">(coverage.claimed);
    member<"unclaimed">(coverage.unclaimed);
    member_if<"furniture">(coverage.furniture);
    out_.close('}');
  }

  void put_kind(Diagnostic const& diagnostic) {
    auto const& entry = info(diagnostic.code);
    member<"code">(entry.id);
    member<"name">(entry.name);
    member<"severity">(to_string(diagnostic.severity));
    if (diagnostic.certainty)
      member<"certainty">(to_string(*diagnostic.certainty));
    if (!diagnostic.runner_up.empty())
      member<"runner_up">(diagnostic.runner_up);
  }

  void put_arguments(Diagnostic const& diagnostic) {
    out_.key<"arguments">();
    out_.open('{');
    for (auto const& argument : diagnostic.arguments) {
      out_.named(argument.name);
      out_.string(argument.value);
    }
    out_.close('}');
  }

  void put_members(Diagnostic const& diagnostic, Language language) {
    put_kind(diagnostic);
    member<"message">(message(diagnostic, language));
    put_arguments(diagnostic);
    out_.key<"path">();
    if (diagnostic.path.empty())
      out_.null();
    else
      out_.string(diagnostic.path);
    member<"at">(diagnostic.at);
  }

  void put(Diagnostic const& diagnostic) {
    out_.open('{');
    put_members(diagnostic, Language::en);
    out_.close('}');
  }

  template <class T> void put(std::optional<T> const& value) {
    if (value)
      put(*value);
    else
      out_.null();
  }

  template <class T> void put(std::vector<T> const& list) {
    out_.open('[');
    for (auto const& element : list) {
      out_.next();
      put(element);
    }
    out_.close(']');
  }

  JsonBuffer out_;
};

} // namespace

void write_json(std::string& out, Document const& document, JsonStyle style, int depth) {
  JsonModel(out, style, depth).put(document);
}

void write_json(std::string& out, Finding const& finding, JsonStyle style, int depth) {
  JsonModel(out, style, depth).put(finding);
}

void write_json(std::string& out, ReviewedItem const& item, JsonStyle style, int depth) {
  JsonModel(out, style, depth).put(item);
}

} // namespace jixiao
