#include "model/object_members.hpp"
#include "writers/json_buffer.hpp"

#include <jixiao/writers.hpp>

#include <initializer_list>
#include <vector>

namespace jixiao {

namespace {

template <class T> constexpr bool is_optional = false;
template <class T> constexpr bool is_optional<std::optional<T>> = true;

/// Writes the schema of the canonical document: an object of members.def each, and those that JSON gives other shapes
/// than the structs have.
class SchemaWriter {
public:
  explicit SchemaWriter(std::string& out) : out_(out, true, 0) {}

  void write() {
    out_.open('{');
    text<"$schema">("https://json-schema.org/draft/2020-12/schema");
    text<"title">("The canonical document of jixiao");
    text<"description">("What is read of a Chinese budget performance form, whatever it came in.");
    reference("document");
    out_.key<"$defs">();
    out_.open('{');
    for_each_object([this](auto object) { put_object(object); });
    location();
    diagnostic();
    reading();
    out_.close('}');
    out_.close('}');
  }

private:
  template <JsonKey Name> void text(std::string_view value) {
    out_.key<Name>();
    out_.string(value);
  }
  template <JsonKey Name> void texts(std::initializer_list<std::string_view> values) {
    out_.key<Name>();
    out_.open('[');
    for (auto const value : values) {
      out_.next();
      out_.string(value);
    }
    out_.close(']');
  }
  void reference(std::string_view name) { text<"$ref">("#/$defs/" + std::string(name)); }
  void type(std::string_view name, bool or_null) { or_null ? texts<"type">({name, "null"}) : text<"type">(name); }

  // What a member of a type is in JSON; `or_null`: it may be blank.
  void shape(std::type_identity<std::string>, bool or_null) { type("string", or_null); }
  void shape(std::type_identity<int>, bool or_null) { type("integer", or_null); }
  void shape(std::type_identity<std::uint64_t>, bool or_null) { type("integer", or_null); }
  void shape(std::type_identity<Decimal>, bool or_null) { type("number", or_null); }
  void shape(std::type_identity<ValueKind>, bool) { texts<"enum">({"quantity", "deadline", "qualitative"}); }
  void shape(std::type_identity<Comparator>, bool) {
    out_.key<"enum">();
    out_.open('[');
    for (auto const* sign : {"=", ">=", "<=", ">", "<"}) {
      out_.next();
      out_.string(sign);
    }
    out_.next();
    out_.null();
    out_.close(']');
  }
  void shape(std::type_identity<Location>, bool) { reference("location"); }
  void shape(std::type_identity<Diagnostic>, bool) { reference("diagnostic"); }
  void shape(std::type_identity<TableRow>, bool) { shape(std::type_identity<std::vector<Labelled>>(), false); }
  void shape(std::type_identity<std::vector<PrintedText>>, bool) { by_field(std::type_identity<std::string>()); }
  void shape(std::type_identity<std::vector<FieldReading>>, bool) { by_field(std::type_identity<FieldReading>()); }
  void shape(std::type_identity<FieldReading>, bool) { reference("reading"); }
  template <class T> void shape(std::type_identity<std::optional<T>>, bool or_null) {
    shape(std::type_identity<T>(), or_null);
  }
  template <class T> void shape(std::type_identity<std::vector<T>>, bool) {
    type("array", false);
    out_.key<"items">();
    out_.open('{');
    shape(std::type_identity<T>(), false);
    out_.close('}');
  }
  template <class T> void shape(std::type_identity<T>, bool or_null) {
    if (!or_null)
      return reference(ObjectMembers<T>::name);
    out_.key<"anyOf">();
    out_.open('[');
    out_.next();
    out_.open('{');
    reference(ObjectMembers<T>::name);
    out_.close('}');
    out_.next();
    out_.open('{');
    type("null", false);
    out_.close('}');
    out_.close(']');
  }
  template <class T> void by_field(std::type_identity<T> of) {
    type("object", false);
    out_.key<"additionalProperties">();
    out_.open('{');
    shape(of, false);
    out_.close('}');
  }

  template <class T> void put_object(std::type_identity<T>) {
    begin_object(ObjectMembers<T>::name);
    std::vector<std::string_view> required;
    if constexpr (std::is_same_v<T, Document>) {
      out_.named("schema");
      out_.open('{');
      text<"const">("jixiao/1");
      out_.close('}');
      required.push_back("schema");
    }
    ObjectMembers<T>::each([&]<class Member>(Member T::*, std::string_view name, Presence presence,
                                             std::string_view words) {
      out_.named(name);
      out_.open('{');
      text<"description">(words);
      shape(std::type_identity<Member>(), is_optional<Member> && presence == Presence::always);
      out_.close('}');
      if (presence == Presence::always)
        required.push_back(name);
    });
    end_object(required);
  }

  void begin_object(std::string_view name) {
    out_.named(name);
    out_.open('{');
    type("object", false);
    out_.key<"properties">();
    out_.open('{');
  }
  void end_object(std::vector<std::string_view> const& required) {
    out_.close('}');
    out_.key<"required">();
    out_.open('[');
    for (auto const name : required) {
      out_.next();
      out_.string(name);
    }
    out_.close(']');
    out_.key<"additionalProperties">();
    out_.literal("false");
    out_.close('}');
  }

  template <class T>
  void property(std::string_view name, std::string_view words, std::type_identity<T> type, bool or_null = false) {
    out_.named(name);
    out_.open('{');
    text<"description">(words);
    shape(type, or_null);
    out_.close('}');
  }
  void choice(std::string_view name, std::string_view words, std::initializer_list<std::string_view> values) {
    out_.named(name);
    out_.open('{');
    text<"description">(words);
    texts<"enum">(values);
    out_.close('}');
  }

  void location() {
    std::type_identity<int> const number;
    begin_object("location");
    property("line", "from 1, where the carrier has lines", number);
    property("column", "in that line, from 1, in characters", number);
    property("page", "from 1", number);
    property("table", "of the source, from 0", number);
    property("row", "in that table, from 0", number);
    property("cell", "in that row, from 0", number);
    property("bytes", "the first byte in the source, from 0, and the one behind the last",
             std::type_identity<std::vector<int>>());
    end_object({});
  }

  void diagnostic() {
    std::type_identity<std::string> const string;
    begin_object("diagnostic");
    property("code", "stage letter and number: `jixiao explain R402` tells more", string);
    property("name", "what is flagged, in a word", string);
    choice("severity", "how bad it is", {"error", "warning", "note"});
    choice("certainty", "of repairs: how sure they are", {"certain", "likely", "close_call"});
    property("runner_up", "of a close call: the other reading", string);
    property("message", "what was seen, and what was done or can be done", string);
    property("arguments", "the named pieces of the message", std::type_identity<std::vector<PrintedText>>());
    property("path", "JSON Pointer of the node that it is about", string, true);
    property("at", "where it stands in the source", std::type_identity<Location>());
    end_object({"code", "name", "severity", "message", "arguments", "path", "at"});
  }

  void reading() {
    begin_object("reading");
    choice("by", "how the field was read", {"filled_down", "joined", "repaired", "inferred", "unreadable"});
    choice("certainty", "how sure that is, where it was weighed", {"certain", "likely", "close_call"});
    end_object({"by"});
  }

  JsonBuffer out_;
};

} // namespace

std::string json_schema() {
  std::string out;
  SchemaWriter(out).write();
  return out + '\n';
}

} // namespace jixiao
