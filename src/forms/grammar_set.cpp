#include <jixiao/grammar_set.hpp>

#include "diagnostics/embedded.hpp"
#include "forms/form_parser.hpp"
#include "forms/grammar_set_impl.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <span>
#include <utility>

namespace jixiao {

/// grammars/forms/*.form, sorted by name.
std::span<EmbeddedFile const> embedded_forms();

namespace {

std::vector<FormGrammar> parse_builtin_forms() {
  std::vector<FormGrammar> forms;
  for (auto const& file : embedded_forms()) {
    auto parsed = parse_forms(file.text, file.name);
    assert(parsed.errors.empty());
    std::ranges::move(parsed.forms, std::back_inserter(forms));
  }
  return forms;
}

void add_or_replace(std::vector<FormGrammar>& forms, FormGrammar form) {
  auto const same = std::ranges::find(forms, form.name, &FormGrammar::name);
  if (same == forms.end())
    forms.push_back(std::move(form));
  else
    *same = std::move(form);
}

std::string years_of(FormGrammar const& form) {
  auto const text = [](std::optional<int> year) { return year ? std::to_string(*year) : std::string(); };
  return form.first_year == form.last_year ? text(form.first_year) : text(form.first_year) + "-" + text(form.last_year);
}

} // namespace

GrammarSet const& GrammarSet::builtin() {
  static GrammarSet const set(std::make_shared<Impl const>(parse_builtin_forms()));
  return set;
}

GrammarSet::GrammarSet() : impl_(builtin().impl_) {}
GrammarSet::GrammarSet(std::shared_ptr<Impl const> impl) : impl_(std::move(impl)) {}
GrammarSet::GrammarSet(GrammarSet const&) = default;
GrammarSet::GrammarSet(GrammarSet&& other) noexcept : impl_(other.impl_) {}
GrammarSet& GrammarSet::operator=(GrammarSet other) {
  impl_.swap(other.impl_);
  return *this;
}
GrammarSet::~GrammarSet() = default;

std::vector<GrammarError> GrammarSet::add(std::string_view text, std::string_view file_name) {
  auto parsed = parse_forms(text, file_name);
  if (!parsed.errors.empty())
    return std::move(parsed.errors);
  auto forms = impl_->forms, own = impl_->own;
  for (auto& form : parsed.forms) {
    add_or_replace(own, form);
    add_or_replace(forms, std::move(form));
  }
  impl_ = std::make_shared<Impl const>(std::move(forms), std::move(own));
  return {};
}

Expected<GrammarSet, std::vector<GrammarError>> GrammarSet::load(std::string_view text, std::string_view file_name) {
  GrammarSet out;
  auto errors = out.add(text, file_name);
  if (!errors.empty())
    return errors;
  return out;
}

std::vector<GrammarInfo> GrammarSet::list() const {
  std::vector<GrammarInfo> result;
  for (auto const& form : impl_->forms)
    result.push_back({form.name, form.family, form.place, years_of(form), form.titles.front()});
  return result;
}

std::string_view GrammarSet::source(std::string_view form_name) const {
  auto const found = std::ranges::find(impl_->forms, form_name, &FormGrammar::name);
  return found == impl_->forms.end() ? std::string_view() : found->source;
}

} // namespace jixiao
