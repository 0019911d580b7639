#include <jixiao/read_json.hpp>

#include "diagnostics/template.hpp"
#include "json/json_tree.hpp"
#include "model/object_members.hpp"
#include "writers/names.hpp"

#include <algorithm>
#include <charconv>
#include <concepts>
#include <set>

namespace jixiao {

namespace {

/// The value of an enumeration by its name; nothing when none has that name.
template <class Enum, class NameOf> std::optional<Enum> find_named(std::string_view name, int count, NameOf name_of) {
  for (int i = 0; i < count; ++i)
    if (name_of(static_cast<Enum>(i)) == name)
      return static_cast<Enum>(i);
  return std::nullopt;
}

/// The name of an argument as it lives in the catalogue; nothing when no message has one of that name.
std::optional<std::string_view> argument_name(std::string_view name) {
  static auto const names = [] {
    std::set<std::string_view> out;
    for (auto const& code : catalogue())
      for (auto field = next_field(code.english, 0); !field.name.empty(); field = next_field(code.english, field.end))
        out.insert(field.name);
    return out;
  }();
  auto const found = names.find(name);
  return found == names.end() ? std::nullopt : std::optional(*found);
}

/// Reads the model out of a tree, a get() for each of its types. The first thing that does not fit is kept as the
/// error.
class ModelReader {
public:
  std::optional<JsonError> error;

  void get_document(JsonTree const& from, Document& document) {
    std::string schema;
    if (object(from))
      member(from, "schema", schema);
    if (!error && schema != "jixiao/1")
      fail("expected a document of the schema jixiao/1");
    get(from, document);
  }

private:
  using Kind = JsonTree::Kind;

  void fail(std::string_view what) {
    if (!error)
      error = JsonError{path_, std::string(what)};
  }

  bool is(JsonTree const& from, Kind kind, std::string_view what) {
    if (from.kind != kind)
      fail(what);
    return from.kind == kind && !error;
  }
  bool object(JsonTree const& from) { return is(from, Kind::object, "expected an object"); }

  template <class Read> void below(std::string_view name, Read const& read) {
    auto const size = path_.size();
    (path_ += '/') += name;
    read();
    path_.resize(size);
  }

  template <class T> void member(JsonTree const& from, std::string_view name, T& value) {
    if (auto const* found = from.find(name); found && !error)
      below(name, [&] { get(*found, value); });
  }

  void get(JsonTree const& from, std::string& text) {
    if (is(from, Kind::string, "expected a text"))
      text = from.text;
  }

  template <std::integral T> void get(JsonTree const& from, T& number) {
    if (!is(from, Kind::number, "expected a number"))
      return;
    auto const* end = from.text.data() + from.text.size();
    auto const result = std::from_chars(from.text.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end)
      fail("expected a whole number that fits");
  }

  void get(JsonTree const& from, Decimal& number) {
    if (!is(from, Kind::number, "expected a number"))
      return;
    if (auto const value = parse_decimal(from.text))
      number = *value;
    else
      fail("expected a decimal number of at most 18 digits");
  }

  template <class Enum, class NameOf> void get_named(JsonTree const& from, Enum& value, int count, NameOf name_of) {
    if (!is(from, Kind::string, "expected a text"))
      return;
    if (auto const found = find_named<Enum>(from.text, count, name_of))
      value = *found;
    else
      fail("no such name: " + from.text);
  }
  void get(JsonTree const& from, ValueKind& kind) {
    get_named(from, kind, 3, [](ValueKind value) { return name_of(value); });
  }
  void get(JsonTree const& from, How& how) {
    get_named(from, how, 5, [](How value) { return name_of(value); });
  }
  void get(JsonTree const& from, Certainty& certainty) {
    get_named(from, certainty, 3, [](Certainty value) { return to_string(value); });
  }
  void get(JsonTree const& from, Severity& severity) {
    get_named(from, severity, 3, [](Severity value) { return to_string(value); });
  }
  void get(JsonTree const& from, Comparator& op) {
    if (from.kind != Kind::null)
      get_named(from, op, 6, [](Comparator value) { return sign_of(value); });
  }

  template <class T> void get(JsonTree const& from, std::optional<T>& value) {
    if (from.kind != Kind::null)
      get(from, value.emplace());
  }

  template <class T> void get(JsonTree const& from, std::vector<T>& list) {
    if (!is(from, Kind::array, "expected a list"))
      return;
    list.resize(from.items.size());
    for (std::size_t i = 0; i < list.size() && !error; ++i)
      below(std::to_string(i), [&] { get(from.items[i], list[i]); });
  }

  /// An object with a member for each field spoken of.
  template <class T, class Read> void get_fields(JsonTree const& from, std::vector<T>& fields, Read const& read) {
    if (!object(from))
      return;
    for (std::size_t i = 0; i < from.keys.size() && !error; ++i) {
      auto& one = fields.emplace_back();
      one.field = from.keys[i];
      below(from.keys[i], [&] { read(from.items[i], one); });
    }
  }
  void get(JsonTree const& from, std::vector<PrintedText>& texts) {
    get_fields(from, texts, [&](JsonTree const& text, PrintedText& one) { get(text, one.text); });
  }
  void get(JsonTree const& from, std::vector<FieldReading>& readings) {
    get_fields(from, readings, [&](JsonTree const& reading, FieldReading& one) {
      if (!object(reading))
        return;
      member(reading, "by", one.by);
      member(reading, "certainty", one.certainty);
    });
  }

  void get(JsonTree const& from, TableRow& row) { get(from, row.cells); }

  void get(JsonTree const& from, Location& at) {
    if (!object(from))
      return;
    member(from, "line", at.line);
    member(from, "column", at.column);
    member(from, "page", at.page);
    member(from, "table", at.table);
    member(from, "row", at.row);
    member(from, "cell", at.cell);
    std::vector<std::uint64_t> bytes;
    member(from, "bytes", bytes);
    if (bytes.size() == 2) {
      at.begin = bytes[0];
      at.end = bytes[1];
    } else if (!bytes.empty()) {
      below("bytes", [&] { fail("expected two offsets"); });
    }
  }

  void get(JsonTree const& from, Diagnostic& finding) {
    if (!object(from))
      return;
    std::string code;
    Text path;
    member(from, "code", code);
    member(from, "severity", finding.severity);
    member(from, "certainty", finding.certainty);
    member(from, "runner_up", finding.runner_up);
    member(from, "path", path);
    member(from, "at", finding.at);
    finding.path = path.value_or("");
    if (auto const known = find_code(code))
      finding.code = *known;
    else
      below("code", [&] { fail("no such code: " + code); });
    if (auto const* arguments = from.find("arguments"))
      below("arguments", [&] { get_arguments(*arguments, finding); });
  }

  void get_arguments(JsonTree const& from, Diagnostic& finding) {
    if (!object(from))
      return;
    for (std::size_t i = 0; i < from.keys.size() && !error; ++i) {
      auto const name = argument_name(from.keys[i]);
      if (!name)
        return fail("no message has an argument \"" + from.keys[i] + '"');
      auto& argument = finding.arguments.emplace_back(Argument{*name, {}});
      below(*name, [&] { get(from.items[i], argument.value); });
    }
  }

  template <class T>
  requires requires { ObjectMembers<T>::name; }
  void get(JsonTree const& from, T& value) {
    if (object(from))
      ObjectMembers<T>::each(
          [&](auto const of, std::string_view name, Presence, std::string_view) { member(from, name, value.*of); });
  }

  std::string path_;
};

} // namespace

Expected<Document, JsonError> read_json(std::string_view text) {
  auto const parsed = parse_json(text);
  if (auto const* fault = std::get_if<JsonFault>(&parsed))
    return JsonError{std::to_string(fault->line) + ':' + std::to_string(fault->column), fault->what};
  ModelReader reader;
  Document document;
  reader.get_document(*std::get_if<JsonTree>(&parsed), document);
  if (reader.error)
    return *std::move(reader.error);
  return document;
}

} // namespace jixiao
