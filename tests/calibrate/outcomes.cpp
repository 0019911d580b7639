#include "tests/calibrate/outcomes.hpp"

#include "model/members.hpp"
#include "review/certainties.hpp"

#include <jixiao/convert.hpp>

#include <algorithm>
#include <set>

namespace jixiao::calibrate {

namespace {

using Texts = std::map<std::string, std::string>;

std::string text_of(std::string const& text) { return text; }
std::string text_of(int number) { return std::to_string(number); }
std::string text_of(Decimal const& number) { return to_string(number); }
std::string text_of(Value const& value) { return value.text; }
std::string text_of(Party const& party) { return text_of(party.name.value_or("")); }

/// A cell breaks its text where it is narrow, and parts the thousands of amounts.
std::string in_one_line(std::string text) {
  std::erase(text, '\n');
  std::erase(text, ',');
  return text;
}

template <class Node> Texts texts_of(Node const& node) {
  Texts out;
  for_each_field(node, [&](std::string_view name, auto const& field) {
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(field)>, std::vector<ScheduleEntry>>)
      if (field)
        out[std::string(name)] = text_of(*field);
  });
  return out;
}

class Comparison {
public:
  Comparison(Document const& document, std::function<void(Outcome const&)> const& visit)
      : document_(document), certainties_(document, document.diagnostics), visit_(visit) {}

  void compare(FormTruth const& truth, std::size_t number = 0) {
    Form const none;
    bool const there = number < document_.forms.size();
    auto const& form = there ? document_.forms[number] : none;
    auto const node = there ? "/forms/" + std::to_string(number) : std::string();
    compare_texts(node, truth.fields, texts_of(form), truth.fields);
    for (auto const& fund : truth.funds)
      compare_fund(node, fund, form);
    compare_rows(node, truth.rows, form);
  }

  /// What was read though nothing of it is printed.
  void compare_rest(FormTruth const& truth, std::size_t number) {
    auto const& form = document_.forms[number];
    auto const node = "/forms/" + std::to_string(number);
    auto read = texts_of(form);
    std::erase_if(read,
                  [&](auto const& field) { return field.first == "title" || truth.fields.contains(field.first); });
    compare_texts(node, {}, read, read);
    for (std::size_t i = 0; i < form.funds.size(); ++i)
      if (auto const& one = form.funds[i]; one.number && std::ranges::none_of(truth.funds, [&](FundTruth const& fund) {
                                             return one.scope == fund.scope && one.item == fund.item &&
                                                    one.measure == fund.measure;
                                           }))
        tell(node + "/funds/" + std::to_string(i), {}, to_string(*one.number));
  }

  void compare_all(std::span<FormTruth const> truths) {
    for (std::size_t i = 0; i < truths.size(); ++i) {
      compare(truths[i], i);
      if (i < document_.forms.size())
        compare_rest(truths[i], i);
    }
    for (auto i = truths.size(); i < document_.forms.size(); ++i)
      tell("/forms/" + std::to_string(i), {}, document_.forms[i].title.value_or("form"));
  }

private:
  void tell(std::string path, std::string expected, std::string read) {
    Outcome out{std::move(path), std::move(expected), std::move(read), false, {}};
    out.noted = is_unclaimed(out.expected) || is_kept(out.expected) ||
                (out.path.empty() ? is_in_noted_record(out.expected) : is_noted(out.path));
    out.certainty = out.path.empty() ? std::nullopt : certainties_.of(out.path);
    visit_(out);
  }

  /// The fields named in `asked`.
  void compare_texts(std::string const& node, Texts const& expected, Texts const& read, Texts const& asked) {
    for (auto const& field : asked) {
      auto const& name = field.first;
      auto path = node.empty() ? node : node + '/' + name;
      std::ranges::replace(path, '.', '/');
      auto const in = [&](Texts const& texts) {
        auto const found = texts.find(name);
        return found == texts.end() ? std::string() : found->second;
      };
      tell(std::move(path), in(expected), in(read));
    }
  }

  void compare_fund(std::string const& node, FundTruth const& truth, Form const& form) {
    auto const found = std::ranges::find_if(form.funds, [&](Fund const& one) {
      return one.scope == truth.scope && one.item == truth.item && one.measure == truth.measure;
    });
    if (found == form.funds.end()) {
      if (!truth.text.empty())
        tell({}, truth.text, {});
      return;
    }
    tell(node + "/funds/" + std::to_string(found - form.funds.begin()), truth.text,
         found->number ? to_string(*found->number) : std::string());
  }

  /// Rows belong together by name, which differs within a form; one whose name was lost, by its place.
  void compare_rows(std::string const& node, std::vector<Texts> const& truth, Form const& form) {
    std::set<std::size_t> paired;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      auto const& name = truth[i].at("level3");
      auto const same =
          std::ranges::find_if(form.indicators, [&](Indicator const& one) { return one.level3.value_or("") == name; });
      auto at = static_cast<std::size_t>(same - form.indicators.begin());
      if (same == form.indicators.end() && truth.size() == form.indicators.size())
        at = i;
      auto const found = at < form.indicators.size();
      auto const read = found ? texts_of(form.indicators[at]) : Texts();
      auto asked = truth[i];
      if (found) {
        paired.insert(at);
        for (auto const* field : {"target", "actual", "weight", "score", "remark", "definition", "basis"})
          if (read.contains(field))
            asked.try_emplace(field);
      }
      if (!found && (is_kept(name) || is_unclaimed(name)))
        std::erase_if(asked, [](auto const& field) { return field.first == "level1" || field.first == "level2"; });
      compare_texts(found ? node + "/indicators/" + std::to_string(at) : "", truth[i], read, asked);
    }
    for (std::size_t at = 0; at < form.indicators.size(); ++at)
      if (!paired.contains(at))
        tell(node + "/indicators/" + std::to_string(at) + "/level3", {}, form.indicators[at].level3.value_or("row"));
  }

  bool is_unclaimed(std::string const& text) const {
    return !text.empty() && std::ranges::any_of(document_.coverage.unclaimed, [&](Unclaimed const& one) {
      return in_one_line(one.text).ends_with(in_one_line(text)); // perhaps behind a label
    });
  }

  /// Kept under its label, of which no field is known: that is told, or it is the header of a column.
  bool is_kept(std::string const& text) const {
    if (text.empty() || document_.forms.empty())
      return false;
    auto const& form = document_.forms.front();
    auto const holds = [&](std::vector<Labelled> const& other) {
      return std::ranges::any_of(other, [&](Labelled const& one) {
        return in_one_line(one.text) == in_one_line(text) || std::ranges::find(one.label, text) != one.label.end();
      });
    };
    return holds(form.other) || std::ranges::any_of(form.indicators, holds, &Indicator::other);
  }

  /// Put together with others in an indicator that is told of.
  bool is_in_noted_record(std::string const& text) const {
    if (text.empty() || document_.forms.empty())
      return false;
    auto const& rows = document_.forms.front().indicators;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto const texts = texts_of(rows[i]);
      auto const holds = [&](auto const& field) { return field.second.find(text) != std::string::npos; };
      auto const path = "/forms/0/indicators/" + std::to_string(i);
      auto const tells = [&](Diagnostic const& one) { return one.path == path || one.path == path + "/level3"; };
      if (std::ranges::any_of(texts, holds) && std::ranges::any_of(document_.diagnostics, tells))
        return true;
    }
    return false;
  }

  bool is_noted(std::string const& path) const {
    return std::ranges::any_of(document_.diagnostics, [&](Diagnostic const& one) {
      bool const holds = path.starts_with(one.path + "/") && std::ranges::count(one.path, '/') >= 3;
      return one.path == path || holds || one.path.starts_with(path + "/");
    });
  }

  Document const& document_;
  FieldCertainties certainties_;
  std::function<void(Outcome const&)> const& visit_;
};

} // namespace

Document read(Case const& one) { return convert({one.carrier->file, one.text}); }

void for_each_outcome(FormTruth const& truth, Document const& document,
                      std::function<void(Outcome const&)> const& visit) {
  Comparison(document, visit).compare(truth);
}

void for_each_outcome(std::span<FormTruth const> truths, Document const& document,
                      std::function<void(Outcome const&)> const& visit) {
  Comparison(document, visit).compare_all(truths);
}

} // namespace jixiao::calibrate
