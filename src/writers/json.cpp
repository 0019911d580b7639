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
#define JIXIAO_DOCUMENT(name, presence, description) put_##presence<#name>(document.name);
#include "model/members.def"
#undef JIXIAO_DOCUMENT
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

  // The presences of members.def.
  template <JsonKey Name, class T> void put_always(T const& value) { member<Name>(value); }
  template <JsonKey Name, class T> void put_if_any(std::vector<T> const& list) {
    if (!list.empty())
      member<Name>(list);
  }
  template <JsonKey Name, class T> void put_if_set(std::optional<T> const& value) {
    if (value)
      member<Name>(*value);
  }
  template <JsonKey Name> void put_if_set(std::string const& text) {
    if (!text.empty())
      member<Name>(text);
  }
  template <JsonKey Name> void put_by_field(std::vector<PrintedText> const& texts) {
    put_fields<Name>(texts, [&](PrintedText const& text) { out_.string(text.text); });
  }
  template <JsonKey Name> void put_by_field(std::vector<FieldReading> const& readings) {
    put_fields<Name>(readings, [&](FieldReading const& reading) {
      out_.open('{');
      member<"by">(name_of(reading.by));
      if (reading.certainty)
        member<"certainty">(to_string(*reading.certainty));
      out_.close('}');
    });
  }

  /// An object with a member for each field; nothing where none is spoken of.
  template <JsonKey Name, class T, class Put> void put_fields(std::vector<T> const& fields, Put const& put_one) {
    if (fields.empty())
      return;
    out_.key<Name>();
    out_.open('{');
    for (auto const& one : fields) {
      out_.named(one.field);
      put_one(one);
    }
    out_.close('}');
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
#define JIXIAO_PARTY(name, presence, description) put_##presence<#name>(party.name);
#include "model/members.def"
#undef JIXIAO_PARTY
    out_.close('}');
  }

  void put(Fund const& fund) {
    out_.open('{');
#define JIXIAO_FUND(name, presence, description) put_##presence<#name>(fund.name);
#include "model/members.def"
#undef JIXIAO_FUND
    out_.close('}');
  }

  void put(ScheduleEntry const& entry) {
    out_.open('{');
#define JIXIAO_SCHEDULE_ENTRY(name, presence, description) put_##presence<#name>(entry.name);
#include "model/members.def"
#undef JIXIAO_SCHEDULE_ENTRY
    out_.close('}');
  }

  void put(Goals const& goals) {
    out_.open('{');
#define JIXIAO_GOALS(name, presence, description) put_##presence<#name>(goals.name);
#include "model/members.def"
#undef JIXIAO_GOALS
    out_.close('}');
  }

  void put(Value const& value) {
    out_.open('{');
#define JIXIAO_VALUE(name, presence, description) put_##presence<#name>(value.name);
#include "model/members.def"
#undef JIXIAO_VALUE
    out_.close('}');
  }

  void put(Labelled const& value) {
    out_.open('{');
#define JIXIAO_LABELLED(name, presence, description) put_##presence<#name>(value.name);
#include "model/members.def"
#undef JIXIAO_LABELLED
    out_.close('}');
  }

  void put(Choice const& choice) {
    out_.open('{');
#define JIXIAO_CHOICE(name, presence, description) put_##presence<#name>(choice.name);
#include "model/members.def"
#undef JIXIAO_CHOICE
    out_.close('}');
  }

  void put(TableRow const& row) { put(row.cells); }

  void put(ValueOf const& value) {
    out_.open('{');
#define JIXIAO_VALUE_OF(name, presence, description) put_##presence<#name>(value.name);
#include "model/members.def"
#undef JIXIAO_VALUE_OF
    out_.close('}');
  }

  void put(Indicator const& indicator) {
    out_.open('{');
#define JIXIAO_INDICATOR(name, presence, description) put_##presence<#name>(indicator.name);
#include "model/members.def"
#undef JIXIAO_INDICATOR
    out_.close('}');
  }

  void put(Form const& form) {
    out_.open('{');
#define JIXIAO_FORM(name, presence, description) put_##presence<#name>(form.name);
#include "model/members.def"
#undef JIXIAO_FORM
    out_.close('}');
  }

  void put(Source const& source) {
    out_.open('{');
#define JIXIAO_SOURCE(name, presence, description) put_##presence<#name>(source.name);
#include "model/members.def"
#undef JIXIAO_SOURCE
    out_.close('}');
  }

  void put(Section const& section) {
    out_.open('{');
#define JIXIAO_SECTION(name, presence, description) put_##presence<#name>(section.name);
#include "model/members.def"
#undef JIXIAO_SECTION
    out_.close('}');
  }

  void put(Unclaimed const& cell) {
    out_.open('{');
#define JIXIAO_UNCLAIMED(name, presence, description) put_##presence<#name>(cell.name);
#include "model/members.def"
#undef JIXIAO_UNCLAIMED
    out_.close('}');
  }

  void put(Furniture const& furniture) {
    out_.open('{');
#define JIXIAO_FURNITURE(name, presence, description) put_##presence<#name>(furniture.name);
#include "model/members.def"
#undef JIXIAO_FURNITURE
    out_.close('}');
  }

  void put(Coverage const& coverage) {
    out_.open('{');
#define JIXIAO_COVERAGE(name, presence, description) put_##presence<#name>(coverage.name);
#include "model/members.def"
#undef JIXIAO_COVERAGE
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
