#include "text/wire.hpp"
#include "together/trace.hpp"

namespace jixiao {

namespace {

/// Writes the parts of a trace in the order in which Unpacker reads them.
class Packer {
public:
  template <class T> void optional(std::optional<T> const& value) {
    out_.number(value.has_value());
    if (value)
      put(*value);
  }
  template <class T> void list(std::vector<T> const& list) {
    out_.number(list.size());
    for (auto const& one : list)
      put(one);
  }
  template <class... Parts> void all(Parts const&... parts) { (put(parts), ...); }
  std::string take() { return out_.take(); }

private:
  void put(std::string const& text) { out_.text(text); }
  void put(std::integral auto number) { out_.number(static_cast<std::uint64_t>(number)); }
  void put(ValueKind kind) { out_.number(static_cast<std::uint64_t>(kind)); }
  void put(Comparator op) { out_.number(static_cast<std::uint64_t>(op)); }
  void put(Decimal const& number) { all(number.coefficient, number.scale); }
  template <class T> void put(std::optional<T> const& value) { optional(value); }
  template <class T> void put(std::vector<T> const& values) { list(values); }
  void put(Location const& at) { all(at.line, at.column, at.page, at.table, at.row, at.cell, at.begin, at.end); }
  void put(Value const& value) {
    all(value.text, value.kind, value.op, value.number, value.upper, value.unit, value.subject);
  }
  void put(TracedText const& text) { all(text.field, text.text, text.at); }
  void put(TracedAmount const& amount) { all(amount.measure, amount.path, amount.printed, amount.yuan, amount.at); }
  void put(TracedIndicator const& row) {
    all(row.path, row.level1, row.level2, row.name, row.target, row.actual, row.sure, row.at);
  }

  WireWriter out_;
};

class Unpacker {
public:
  explicit Unpacker(std::string_view in) : in_(in) {}

  template <class... Parts> void all(Parts&... parts) { (get(parts), ...); }

private:
  void get(std::string& text) { text = in_.text(); }
  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void get(T& number) { number = static_cast<T>(in_.number()); }
  void get(Decimal& number) { all(number.coefficient, number.scale); }
  template <class T> void get(std::optional<T>& value) {
    if (in_.number() != 0)
      get(value.emplace());
  }
  template <class T> void get(std::vector<T>& list) {
    list.resize(in_.number());
    for (auto& one : list)
      get(one);
  }
  void get(Location& at) { all(at.line, at.column, at.page, at.table, at.row, at.cell, at.begin, at.end); }
  void get(Value& value) {
    all(value.text, value.kind, value.op, value.number, value.upper, value.unit, value.subject);
  }
  void get(TracedText& text) { all(text.field, text.text, text.at); }
  void get(TracedAmount& amount) { all(amount.measure, amount.path, amount.printed, amount.yuan, amount.at); }
  void get(TracedIndicator& row) {
    all(row.path, row.level1, row.level2, row.name, row.target, row.actual, row.sure, row.at);
  }

  WireReader in_;
};

} // namespace

std::string pack(FormTrace const& trace) {
  auto const& [document, form, path, place, kind, title, project, code, unit, year, amounts, goals, indicators, at,
               number] = trace;
  static_cast<void>(number);
  Packer out;
  out.all(document, form, path, place, kind, title, project, code, unit, year, amounts, goals, indicators, at);
  return out.take();
}

FormTrace unpack_trace(std::string_view packed) {
  FormTrace out;
  auto& [document, form, path, place, kind, title, project, code, unit, year, amounts, goals, indicators, at, number] =
      out;
  static_cast<void>(number);
  Unpacker(packed).all(document, form, path, place, kind, title, project, code, unit, year, amounts, goals, indicators,
                       at);
  return out;
}

} // namespace jixiao
