#pragma once

#include <utility>
#include <variant>

namespace jixiao {

/// A value, or the error that stands in its way: what C++23 calls std::expected, as far as it is needed here.
///
///     auto const document = jixiao::read_json(text);
///     if (!document)
///       complain(document.error().what);
///     else
///       use(document->forms);
template <class T, class E> class Expected {
public:
  Expected(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Expected(E error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// There has to be a value.
  T const& operator*() const& { return *std::get_if<0>(&held_); }
  T& operator*() & { return *std::get_if<0>(&held_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&held_)); }
  T const* operator->() const { return std::get_if<0>(&held_); }
  T* operator->() { return std::get_if<0>(&held_); }

  /// There has to be none.
  E const& error() const { return *std::get_if<1>(&held_); }

private:
  std::variant<T, E> held_;
};

} // namespace jixiao
