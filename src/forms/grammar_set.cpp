#include <jixiao/grammar_set.hpp>

#include "forms/builtin_forms.hpp"
#include "forms/form_language_inheritance.hpp"
#include "forms/form_parser.hpp"
#include "forms/form_writer.hpp"
#include "forms/grammar_set_impl.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

namespace {

/// Built-in forms are only read where a given one extends another.
FormGrammar with_all_bases(FormGrammar const& form, std::vector<FormGrammar> const& written) {
  return form.base.empty() ? form : form_language::with_bases(form, written, builtin_forms());
}

std::vector<FormGrammar> whole_forms(std::vector<FormGrammar> const& written) {
  std::vector<FormGrammar> whole;
  for (auto const& form : written)
    whole.push_back(with_all_bases(form, written));
  return whole;
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

GrammarInfo info_of(FormGrammar const& form) {
  return {form.name, form.family, form.place, years_of(form), form.titles.empty() ? std::string() : form.titles.front(),
          form.base};
}

} // namespace

GrammarSet::Impl::Impl(std::vector<FormGrammar> given)
    : written(std::move(given)), own(whole_forms(written)), own_layouts(own) {}

FormGrammar const* GrammarSet::Impl::find(std::string_view name) const {
  for (auto const* list : {&written, &builtin_forms()})
    if (auto const form = std::ranges::find(*list, name, &FormGrammar::name); form != list->end())
      return &*form;
  return nullptr;
}

std::optional<FormGrammar> GrammarSet::Impl::whole(std::string_view name) const {
  auto const* form = find(name);
  return form ? std::optional(with_all_bases(*form, written)) : std::nullopt;
}

std::string_view GrammarSet::Impl::place_of(std::string_view layout) const {
  for (auto const& table : {own_layouts.table(), builtin_layouts()})
    if (auto const found = std::ranges::find(table.layouts, layout, &Layout::name); found != table.layouts.end())
      return found->place;
  return {};
}

GrammarSet const& GrammarSet::builtin() {
  static GrammarSet const set(std::make_shared<Impl const>());
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
  auto known = impl_->written;
  known.insert(known.end(), builtin_forms().begin(), builtin_forms().end());
  auto parsed = parse_forms(text, file_name, known);
  if (!parsed.errors.empty())
    return std::move(parsed.errors);
  auto written = impl_->written;
  for (auto& form : parsed.forms)
    add_or_replace(written, std::move(form));
  impl_ = std::make_shared<Impl const>(std::move(written));
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
  for (auto const& form : builtin_forms())
    result.push_back(info_of(*impl_->whole(form.name)));
  for (auto const& form : impl_->own)
    if (std::ranges::find(builtin_forms(), form.name, &FormGrammar::name) == builtin_forms().end())
      result.push_back(info_of(form));
  return result;
}

std::string_view GrammarSet::source(std::string_view form_name) const {
  auto const* form = impl_->find(form_name);
  return form ? std::string_view(form->source) : std::string_view();
}

std::string GrammarSet::flat(std::string_view form_name) const {
  auto form = impl_->whole(form_name);
  if (!form)
    return {};
  form->base.clear();
  form->without.clear();
  return write_form(*form);
}

} // namespace jixiao
