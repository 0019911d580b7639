#include "model/members.hpp"
#include "review/certainties.hpp"
#include "writers/table_cells.hpp"

#include <algorithm>

namespace jixiao {

namespace {

Text text_of(std::string const& text) { return text; }
Text text_of(int number) { return std::to_string(number); }
Text text_of(Decimal number) { return to_string(number); }
Text text_of(Value const& value) { return value.text; }
Text text_of(std::vector<ScheduleEntry> const& schedule) { return one_line(schedule); }
Text text_of(ValueOf const& value) { return value.value.text; }
Text text_of(Labelled const& value) { return value.text; }
Text text_of(Choice const& choice) { return choice.chosen.empty() ? Text("") : joined(choice.chosen, "; "); }
template <class T> Text text_of(std::optional<T> const& value) { return value ? text_of(*value) : std::nullopt; }

/// How the fields of a form or an indicator were read.
struct Readings {
  std::vector<FieldReading> const& how;
  std::vector<PrintedText> const& printed;
  std::vector<std::string> const* repaired = nullptr;

  Text by(std::string_view field) const {
    if (auto const found = std::ranges::find(how, field, &FieldReading::field); found != how.end())
      return std::string(name_of(found->by));
    bool const was_repaired = repaired && std::ranges::find(*repaired, field) != repaired->end();
    return was_repaired ? Text(name_of(How::repaired)) : std::nullopt;
  }
  Text text(std::string_view field) const {
    auto const found = std::ranges::find(printed, field, &PrintedText::field);
    return found == printed.end() ? std::nullopt : Text(found->text);
  }
};

class FieldRows {
public:
  FieldRows(Document const& document, std::uint64_t number, RowSink& sink)
      : document_(document), number_(number), sink_(sink), certainties_(document, document.diagnostics) {}

  void write() {
    for (form_ = 0; form_ < document_.forms.size(); ++form_)
      write_form(document_.forms[form_]);
  }

private:
  void write_form(Form const& form) {
    field_ = 0;
    auto const path = "/forms/" + std::to_string(form_);
    Readings const readings{form.how, form.printed};
    for_each_field(form, [&](std::string_view name, auto const& field) {
      auto const place = std::ranges::find(form.places, name, &FieldPlace::field);
      put(path, name, field, readings, place == form.places.end() ? form.at : place->at);
    });
    for (std::size_t i = 0; i < form.funds.size(); ++i) {
      auto const& fund = form.funds[i];
      put_text(path + "/funds/" + std::to_string(i), "funds." + fund.scope + '.' + fund.item + '.' + fund.measure,
               text_of(fund.number), std::nullopt, std::nullopt, fund.at);
    }
    put_list(path, "contacts", form.contacts, readings);
    put_list(path, "choices", form.choices, readings);
    for (std::size_t i = 0; i < form.tasks.size(); ++i)
      put_list(path + "/tasks", std::to_string(i), form.tasks[i].cells, readings, "tasks");
    put_list(path, "other", form.other, readings);
    for (std::size_t i = 0; i < form.indicators.size(); ++i) {
      auto const& row = form.indicators[i];
      Readings const of_row{row.how, row.printed, &row.repaired};
      auto const row_path = path + "/indicators/" + std::to_string(i);
      for_each_field(row,
                     [&](std::string_view name, auto const& field) { put(row_path, name, field, of_row, row.at); });
      put_list(row_path, "targets", row.targets, of_row, {}, row.at);
      put_list(row_path, "results", row.results, of_row, {}, row.at);
      put_list(row_path, "choices", row.choices, of_row);
      put_list(row_path, "other", row.other, of_row);
    }
  }

  template <class Field>
  void put(std::string const& node, std::string_view name, Field const& field, Readings const& readings,
           Location const& at) {
    auto path = node + '/' + std::string(name);
    std::ranges::replace(path, '.', '/');
    put_text(path, name, text_of(field), readings.text(name), readings.by(name), at);
  }

  void put(std::string const& node, std::string_view name, std::optional<Party> const& party, Readings const& readings,
           Location const& at) {
    auto const by = readings.by(name), printed = readings.text(name);
    auto const part = [&](std::string_view of, Text const& text) {
      put_text(node + '/' + std::string(name) + '/' + std::string(of), std::string(name) + '.' + std::string(of), text,
               printed, by, at);
    };
    if (party) {
      part("code", party->code);
      part("name", party->name);
    } else {
      put_text(node + '/' + std::string(name), name, std::nullopt, printed, by, at);
    }
  }

  /// A row for each element of a list, named after the list.
  template <class Element>
  void put_list(std::string const& node, std::string_view list, std::vector<Element> const& elements,
                Readings const& readings, std::string_view name = {}, Location const& place = {}) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      auto const& element = elements[i];
      auto const field = name.empty() ? list : name;
      auto const& at = place_of(element, place);
      put_text(node + '/' + std::string(list) + '/' + std::to_string(i), field, text_of(element), printed_of(element),
               readings.by(field), at);
    }
  }

  template <class Element> static Location const& place_of(Element const& element, Location const&) {
    return element.at;
  }
  static Location const& place_of(ValueOf const&, Location const& row) { return row; }
  template <class Element> static Text printed_of(Element const&) { return std::nullopt; }
  static Text printed_of(Choice const& choice) { return choice.text.empty() ? Text() : Text(choice.text); }

  void put_text(std::string const& path, std::string_view name, Text const& value, Text const& printed, Text const& how,
                Location const& at) {
    if (!value && how != name_of(How::unreadable))
      return;
    auto const certainty = certainties_.of(path);
    TableCells(sink_)
        .put(number_, form_, field_++, name, path, value, printed, how)
        .put(certainty ? Text(to_string(*certainty)) : std::nullopt)
        .put(at.line, at.column, at.page, at.table, at.row, at.cell);
  }

  Document const& document_;
  std::uint64_t number_;
  RowSink& sink_;
  FieldCertainties certainties_;
  std::size_t form_ = 0, field_ = 0;
};

} // namespace

void field_rows(Document const& document, std::uint64_t number, RowSink& sink) {
  FieldRows(document, number, sink).write();
}

} // namespace jixiao
