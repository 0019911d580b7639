#include <jixiao/document.hpp>

#include <algorithm>
#include <charconv>

namespace jixiao {

namespace {

/// Takes the part before the next separator off the front of a path.
std::string_view take_part(std::string_view& path, char separator) {
  auto const end = std::min(path.find(separator), path.size());
  auto const part = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return part;
}

/// The element that a part of a path counts, from 0; nullptr when there is none.
template <class T> T const* element(std::vector<T> const& list, std::string_view part) {
  std::size_t index = 0;
  auto const [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
  bool const whole = error == std::errc() && end == part.data() + part.size();
  return whole && index < list.size() ? &list[index] : nullptr;
}

} // namespace

Fund const* Form::fund(std::string_view address) const {
  auto const wanted_scope = take_part(address, '.'), wanted_item = take_part(address, '.');
  auto const found = std::ranges::find_if(funds, [&](Fund const& fund) {
    return fund.scope == wanted_scope && fund.item == wanted_item && fund.measure == address;
  });
  return found == funds.end() ? nullptr : &*found;
}

std::vector<Indicator const*> Form::indicators_of(std::string_view group) const {
  std::vector<Indicator const*> out;
  for (auto const& indicator : indicators)
    if (indicator.level1 == group || indicator.level2 == group)
      out.push_back(&indicator);
  return out;
}

Location const* Form::place_of(std::string_view field) const {
  auto rest = field;
  auto const first = take_part(rest, '.');
  if (first == "indicators") {
    auto const* indicator = element(indicators, take_part(rest, '.'));
    return indicator ? &indicator->at : nullptr;
  }
  if (first == "funds") {
    auto const* amount = rest.find('.') == rest.npos ? element(funds, rest) : fund(rest);
    return amount ? &amount->at : nullptr;
  }
  auto const found = std::ranges::find(places, field, &FieldPlace::field);
  return found == places.end() ? nullptr : &found->at;
}

Location const* Document::place_of(std::string_view pointer) const {
  if (pointer == "/title")
    return title ? &title_at : nullptr;
  constexpr std::string_view start = "/forms/";
  if (!pointer.starts_with(start))
    return nullptr;
  pointer.remove_prefix(start.size());
  auto const* form = element(forms, take_part(pointer, '/'));
  if (!form)
    return nullptr;
  if (pointer.empty() || pointer == "funds" || pointer == "indicators")
    return &form->at;
  std::string field(pointer);
  std::ranges::replace(field, '/', '.');
  if (auto const* at = form->place_of(field))
    return at;
  // A party has one place for its code and its name.
  auto const last = field.rfind('.');
  return last == field.npos ? nullptr : form->place_of(std::string_view(field).substr(0, last));
}

} // namespace jixiao
