#include "harness/expected_document.hpp"

#include <jixiao/decimal.hpp>

#include <charconv>

namespace jixiao {

namespace {

using Kind = JsonTree::Kind;

constexpr std::string_view exact_key = "$exact", count_key = "$count";

bool states_exactness(JsonTree const& stated) {
  auto const* exact = stated.find(exact_key);
  return exact && exact->text == "true";
}

/// A step of a JSON Pointer (RFC 6901).
std::string step(std::string_view key) {
  std::string out = "/";
  for (char const c : key)
    c == '~' ? out += "~0" : c == '/' ? out += "~1" : out += c;
  return out;
}

JsonTree const* element(JsonTree const& array, std::string_view key) {
  std::size_t index = 0;
  auto const [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  bool const is_index = error == std::errc() && end == key.data() + key.size();
  return is_index && index < array.items.size() ? &array.items[index] : nullptr;
}

bool same_number(std::string const& a, std::string const& b, bool exact) {
  if (a == b || exact)
    return a == b;
  auto const left = parse_decimal(a), right = parse_decimal(b);
  return left && right && *left == *right;
}

JsonTree count_of(JsonTree const& array) { return {Kind::number, std::to_string(array.items.size()), {}, {}}; }

class Comparison {
public:
  explicit Comparison(std::vector<Difference>& out) : out_(out) {}

  void run(JsonTree const& stated, JsonTree const& actual, bool exact) {
    exact = exact || states_exactness(stated);
    if (stated.kind == Kind::object && actual.kind == Kind::object)
      members(stated, actual, exact);
    else if (stated.kind == Kind::object && actual.kind == Kind::array)
      elements_by_index(stated, actual, exact);
    else if (stated.kind == Kind::array && actual.kind == Kind::array)
      elements(stated, actual, exact);
    else if (!same_scalar(stated, actual, exact))
      differ({}, &stated, &actual);
  }

private:
  static bool same_scalar(JsonTree const& stated, JsonTree const& actual, bool exact) {
    if (stated.kind != actual.kind)
      return false;
    return stated.kind == Kind::number ? same_number(stated.text, actual.text, exact) : stated.text == actual.text;
  }

  void differ(std::string_view below, JsonTree const* stated, JsonTree const* actual) {
    out_.push_back({Difference::Kind::value, path_ + std::string(below), stated ? to_json(*stated, false) : "",
                    actual ? to_json(*actual, false) : ""});
  }

  void below(std::string const& step, JsonTree const& stated, JsonTree const& actual, bool exact) {
    auto const length = path_.size();
    path_ += step;
    run(stated, actual, exact);
    path_.resize(length);
  }

  void members(JsonTree const& stated, JsonTree const& actual, bool exact) {
    for (std::size_t i = 0; i < stated.keys.size(); ++i) {
      auto const& key = stated.keys[i];
      if (key == exact_key)
        continue;
      if (auto const* value = actual.find(key))
        below(step(key), stated.items[i], *value, exact);
      else
        differ(step(key), &stated.items[i], nullptr);
    }
    for (std::size_t i = 0; exact && i < actual.keys.size(); ++i)
      if (!stated.find(actual.keys[i]))
        differ(step(actual.keys[i]), nullptr, &actual.items[i]);
  }

  void elements_by_index(JsonTree const& stated, JsonTree const& actual, bool exact) {
    for (std::size_t i = 0; i < stated.keys.size(); ++i) {
      auto const& key = stated.keys[i];
      if (key == exact_key)
        continue;
      if (key == count_key)
        below(step(key), stated.items[i], count_of(actual), exact);
      else if (auto const* value = element(actual, key))
        below(step(key), stated.items[i], *value, exact);
      else
        differ(step(key), &stated.items[i], nullptr);
    }
  }

  void elements(JsonTree const& stated, JsonTree const& actual, bool exact) {
    for (std::size_t i = 0; i < std::max(stated.items.size(), actual.items.size()); ++i) {
      auto const at = step(std::to_string(i));
      if (i < stated.items.size() && i < actual.items.size())
        below(at, stated.items[i], actual.items[i], exact);
      else
        differ(at, i < stated.items.size() ? &stated.items[i] : nullptr,
               i < actual.items.size() ? &actual.items[i] : nullptr);
    }
  }

  std::vector<Difference>& out_;
  std::string path_;
};

JsonTree restated(JsonTree const& stated, JsonTree const& actual, bool exact);

JsonTree restated_members(JsonTree const& stated, JsonTree const& actual, bool exact) {
  JsonTree out{Kind::object, {}, {}, {}};
  auto const put = [&out](std::string const& key, JsonTree value) {
    out.keys.push_back(key);
    out.items.push_back(std::move(value));
  };
  for (std::size_t i = 0; i < stated.keys.size(); ++i) {
    auto const& key = stated.keys[i];
    if (key == exact_key)
      put(key, stated.items[i]);
    else if (key == count_key && actual.kind == Kind::array)
      put(key, count_of(actual));
    else if (auto const* value = actual.kind == Kind::array ? element(actual, key) : actual.find(key))
      put(key, restated(stated.items[i], *value, exact));
  }
  for (std::size_t i = 0; exact && actual.kind == Kind::object && i < actual.keys.size(); ++i)
    if (!stated.find(actual.keys[i]))
      put(actual.keys[i], actual.items[i]);
  return out;
}

JsonTree restated_elements(JsonTree const& stated, JsonTree const& actual, bool exact) {
  JsonTree out{Kind::array, {}, {}, {}};
  for (std::size_t i = 0; i < actual.items.size(); ++i)
    out.items.push_back(i < stated.items.size() ? restated(stated.items[i], actual.items[i], exact) : actual.items[i]);
  return out;
}

JsonTree restated(JsonTree const& stated, JsonTree const& actual, bool exact) {
  exact = exact || states_exactness(stated);
  if (stated.kind == Kind::object && (actual.kind == Kind::object || actual.kind == Kind::array))
    return restated_members(stated, actual, exact);
  if (stated.kind == Kind::array && actual.kind == Kind::array)
    return restated_elements(stated, actual, exact);
  bool const numbers = stated.kind == Kind::number && actual.kind == Kind::number;
  return numbers && same_number(stated.text, actual.text, exact) ? stated : actual;
}

} // namespace

void compare_documents(JsonTree const& stated, JsonTree const& actual, std::vector<Difference>& out) {
  Comparison(out).run(stated, actual, false);
}

JsonTree restated(JsonTree const& stated, JsonTree const& actual) { return restated(stated, actual, false); }

} // namespace jixiao
